import type { ResultOf } from '@runsheet/client'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { meQuery } from '../server/use-me.ts'

export type Session = ResultOf<'listSessions'>['data'][number]
export type Token = ResultOf<'listUserAppTokens'>['data'][number]

/** Of one page; all pages are read. */
const PAGE = { size: 100 } as const

/** The browsers in which this person is signed in: this one first, then by when they were last seen. */
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }): Promise<readonly Session[]> => {
    const found: Session[] = []
    for await (const session of client().all('listSessions', { query: { page: PAGE }, signal }))
      found.push(session)
    return found.toSorted(
      (one, other) =>
        Number(other.attributes.current) - Number(one.attributes.current) ||
        other.attributes.last_seen_at.localeCompare(one.attributes.last_seen_at),
    )
  },
})

/** The tokens of this person that are not revoked, the newest first. */
export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  queryFn: async ({ signal }): Promise<readonly Token[]> => {
    const found: Token[] = []
    const query = { sort: '-created_at', page: PAGE } as const
    for await (const token of client().all('listUserAppTokens', { query, signal })) found.push(token)
    return found
  },
})

/** The second factor of this person, also when there is none. */
export const secondFactorQuery = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: async ({ signal }) => (await client().getSecondFactor({ signal })).data.attributes,
})

/** After a change of the second factor. */
export async function readFactorAgain(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  ])
}
