import { Skeleton } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import rows from '../../account/account-page.module.css'
import type { Session } from '../../account/account-queries.ts'
import { AskTwice } from '../../account/ask-twice.tsx'
import { SessionRow } from '../../account/session-row.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'

const sessionsOf = (userId: string) =>
  queryOptions({
    queryKey: ['people', 'sessions', userId],
    queryFn: async ({ signal }): Promise<readonly Session[]> => {
      const found: Session[] = []
      const input = { params: { user_id: userId }, query: { page: { size: 100 } }, signal }
      for await (const session of client().all('listSessionsOfUser', input)) found.push(session)
      return found
    },
  })

/** Where somebody else is signed in: each session is ended by itself, or all together. */
export function SessionsOf({ userId, name }: { readonly userId: string; readonly name: string }) {
  const { account, settings } = useWords()
  const words = settings.people
  const { data, isError } = useQuery(sessionsOf(userId))
  const readAgain = () => queryClient.invalidateQueries({ queryKey: ['people', 'sessions', userId] })
  return (
    <>
      {isError && <p className={rows.why}>{account.readFails}</p>}
      {!data && !isError && <Skeleton height={56} />}
      {data?.length === 0 && <p className={rows.why}>{words.noSessions}</p>}
      {data && data.length > 0 && (
        <>
          <ul className={rows.rows}>
            {data.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                end={async () => {
                  await client().revokeSessionOfUser({ params: { user_id: userId, id: session.id } })
                  await readAgain()
                }}
              />
            ))}
          </ul>
          <AskTwice
            name={words.endSessions}
            question={words.endSessionsSure(name)}
            perform={async () => {
              await client().revokeSessionsOfUser({ params: { user_id: userId } })
              await readAgain()
            }}
          />
        </>
      )}
    </>
  )
}
