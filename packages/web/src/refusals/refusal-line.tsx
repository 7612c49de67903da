import { CloseButton } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Refusal } from '../room/room-state.ts'
import { RefusalWords } from './refusal-words.tsx'
import classes from './refusals.module.css'

interface RefusalLineProps {
  readonly refusal: Refusal
  readonly close: (refusal: Refusal) => void
  /** Where it stands, and on what ground. */
  readonly className?: string | undefined
}

/** Why the server refused what was done to a task, in its own words, at the task's place, until it is closed. */
export function RefusalLine({ refusal, close, className }: RefusalLineProps) {
  const { app } = useWords()
  return (
    <div className={`${classes.line} ${className ?? ''}`} role="alert">
      <Icon name="warn" size={14} />
      <span>
        <RefusalWords error={refusal.error} />
      </span>
      <CloseButton
        size="sm"
        aria-label={app.close}
        onClick={(event) => {
          event.stopPropagation()
          close(refusal)
        }}
      />
    </div>
  )
}
