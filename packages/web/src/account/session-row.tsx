import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './account-page.module.css'
import type { Session } from './account-queries.ts'
import { browserName } from './browser-words.ts'
import { useWhen } from './use-when.ts'

interface SessionRowProps {
  readonly session: Session
  readonly end: () => Promise<void>
}

/** A browser in which somebody is signed in, to be ended from here unless it is this one. */
export function SessionRow({ session: { attributes }, end }: SessionRowProps) {
  const { account } = useWords()
  const when = useWhen()
  const ending = useMutation({ mutationFn: end })
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
        {ending.error && (
          <div className={classes.refusal} role="alert">
            <Icon name="warn" size={14} />
            {ending.error.message}
          </div>
        )}
      </div>
      {!attributes.current && (
        <Button
          variant="default"
          className={classes.button ?? ''}
          loading={ending.isPending}
          aria-label={account.endSession(name)}
          onClick={() => ending.mutate()}
        >
          {account.end}
        </Button>
      )}
    </li>
  )
}
