import type { ApiError } from '@runsheet/contract/client'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './dialogs.module.css'

/** What the server refused, in its own words, with the code to quote. Under the control that caused it. */
export function RefusalNote({ error, onClose }: { error: ApiError; onClose?: () => void }) {
  const { app } = useWords()
  const details = error.problems.length > 0 ? error.problems.map(({ detail }) => detail) : [error.message]
  return (
    <div className={classes.refusal} role="alert">
      <span className={classes.refusalSign}>
        <Icon name="warn" size={15} />
      </span>
      <div className={classes.refusalText}>
        {[...new Set(details)].slice(0, 6).map((detail) => (
          <div key={detail}>{detail}</div>
        ))}
        {error.status >= 500 && error.requestId && (
          <div className={classes.quiet}>
            {app.codeToQuote} <code>{error.requestId}</code>
          </div>
        )}
      </div>
      {onClose && (
        <button type="button" className={classes.plain} aria-label={app.close} onClick={onClose}>
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}
