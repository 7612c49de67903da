import { CloseButton } from '@mantine/core'
import type { ApiError } from '@runsheet/client'
import { WhoCould } from '../access/who-could.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './refusals.module.css'

/** What the server refused, in its own words, with the code to quote. Under the control that caused it. */
export function RefusalNote({ error, onClose }: { error: ApiError; onClose?: () => void }) {
  const { app } = useWords()
  const details = error.problems.length > 0 ? error.problems.map(({ detail }) => detail) : [error.message]
  return (
    <div className={classes.note} role="alert">
      <span className={classes.sign}>
        <Icon name="warn" size={15} />
      </span>
      <div className={classes.text}>
        {[...new Set(details)].slice(0, 6).map((detail) => (
          <div key={detail}>{detail}</div>
        ))}
        <WhoCould error={error} />
        {error.status >= 500 && error.requestId && (
          <div className={classes.code}>
            {app.codeToQuote} <code>{error.requestId}</code>
          </div>
        )}
      </div>
      {onClose && <CloseButton size="sm" aria-label={app.close} onClick={onClose} />}
    </div>
  )
}
