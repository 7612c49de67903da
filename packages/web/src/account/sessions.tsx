import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import classes from './account-page.module.css'
import { type Session, sessionsQuery } from './account-queries.ts'
import { AskTwice } from './ask-twice.tsx'
import { browserName } from './browser-words.ts'
import { Group } from './row.tsx'
import { useWhen } from './use-when.ts'

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
            <SessionRow key={session.id} session={session} />
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

function SessionRow({ session: { id, attributes } }: { session: Session }) {
  const { account } = useWords()
  const when = useWhen()
  const end = useMutation({ mutationFn: () => endSession(id), onSuccess: readAgain })
  const { browser, system } = browserName(attributes.user_agent)
  const name =
    browser && system
      ? account.browserOn(browser, system)
      : (browser ?? system ?? attributes.user_agent?.slice(0, 60) ?? account.unknownBrowser)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name} {...(attributes.user_agent ? { title: attributes.user_agent } : {})}>
          {name}
          {attributes.current && <span className={classes.pill}>{account.thisOne}</span>}
        </div>
        <div className={classes.small}>
          {[
            attributes.address,
            account.signedInAt(when(attributes.created_at)),
            account.lastSeen(when(attributes.last_seen_at)),
          ].join(' · ')}
        </div>
        {end.error && (
          <div className={classes.refusal} role="alert">
            <Icon name="warn" size={14} />
            {end.error.message}
          </div>
        )}
      </div>
      {!attributes.current && (
        <Button
          variant="default"
          className={classes.button ?? ''}
          loading={end.isPending}
          aria-label={account.endSession(name)}
          onClick={() => end.mutate()}
        >
          {account.end}
        </Button>
      )}
    </li>
  )
}
