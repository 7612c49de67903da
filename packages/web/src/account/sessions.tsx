import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import classes from './account-page.module.css'
import { sessionsQuery } from './account-queries.ts'
import { AskTwice } from './ask-twice.tsx'
import { Group } from './row.tsx'
import { SessionRow } from './session-row.tsx'

/** Somebody with more sessions than these knows only the last of them. */
const SHOWN = 5

const endSession = (id: string) => client().revokeSession({ params: { id } })
const readAgain = () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })

/** The browsers in which one is signed in, each to be ended from here. */
export function Sessions() {
  const { account } = useWords()
  const { data, isError } = useQuery(sessionsQuery)
  const [isWhole, setWhole] = useState(false)
  const others = data?.filter(({ attributes }) => !attributes.current) ?? []
  const endOthers = async () => {
    try {
      for (const { id } of others) await endSession(id)
    } finally {
      await readAgain()
    }
  }
  return (
    <Group title={account.sessions} why={account.sessionsWhy}>
      {isError && <p className={classes.why}>{account.readFails}</p>}
      {!data && !isError && <Skeleton height={56} />}
      {data && (
        <ul className={classes.rows}>
          {data.slice(0, isWhole ? undefined : SHOWN).map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              end={async () => {
                await endSession(session.id)
                await readAgain()
              }}
            />
          ))}
        </ul>
      )}
      {data && data.length > SHOWN && !isWhole && (
        <Button variant="subtle" className={classes.button ?? ''} onClick={() => setWhole(true)}>
          {account.showAll(data.length)}
        </Button>
      )}
      {data && others.length === 0 && <p className={classes.why}>{account.onlyThis}</p>}
      {others.length > 0 && (
        <AskTwice
          name={account.endOthers(others.length)}
          question={account.endOthersSure(others.length)}
          perform={endOthers}
        />
      )}
    </Group>
  )
}
