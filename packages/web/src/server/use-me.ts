import type { ResultOf } from '@runsheet/client'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { speakAs } from '../app/apply-preferences.ts'
import { client, ME } from './client.ts'

/** The person who is signed in. */
export type Me = { readonly id: string } & ResultOf<'getMe'>['data']['attributes']

export const meQuery = queryOptions({
  queryKey: ME,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me> => {
    const { data } = await client().getMe({ signal })
    await speakAs(data.attributes)
    return { ...data.attributes, id: data.id }
  },
})

/** The person who is signed in; known before anything that asks for it is shown. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}
