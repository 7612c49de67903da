import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** The ways in that this server offers. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => (await client().getSignInOptions({ signal })).data.attributes,
})
