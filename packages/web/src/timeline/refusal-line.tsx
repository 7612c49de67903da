import { CloseButton } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Refusal } from '../room/room.ts'
import classes from './names.module.css'

/** Why the server refused what was done to a task: below its row, in the server's own words, until it is closed. */
export function RefusalLine({ refusal, close }: { refusal: Refusal; close: (refusal: Refusal) => void }) {
  const { app } = useWords()
  const said = refusal.error.message
  return (
    <div className={classes.refusal} role="alert">
      <Icon name="warn" size={14} />
      <span>{said}</span>
      <CloseButton
        size="xs"
        aria-label={app.close}
        onClick={(event) => {
          event.stopPropagation()
          close(refusal)
        }}
      />
    </div>
  )
}
