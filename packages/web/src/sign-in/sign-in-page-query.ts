import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'

/** The ways in that this server offers. */
export const signInPageQuery = queryOptions({
  queryKey: ['sign-in-page'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => (await client().getSignInPage({ signal })).data.attributes,
})
