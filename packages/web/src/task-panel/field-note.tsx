import { Button } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { useRoomState } from '../room/use-room.tsx'
import classes from './field-row.module.css'
import type { Field } from './use-field.ts'

interface FieldNoteProps<V> {
  readonly field: Field<V>
  readonly say: (value: V) => string
}

/** What stands under a field: the server's refusal in its words, or that somebody else was there meanwhile. */
export function FieldNote<V>({ field, say }: FieldNoteProps<V>) {
  const { fields } = useWords().task
  const { state, changedBy } = field
  if (state.kind === 'refused')
    return (
      <div className={classes.refusal} role="alert">
        <Icon name="warn" size={14} />
        <span>
          <RefusalWords error={state.error} />
        </span>
      </div>
    )
  if (state.kind !== 'conflict') return null
  const theirs = say(state.theirs)
  return (
    <div className={classes.conflict} role="alert" data-conflict="">
      <span>{theirs.length > 60 ? fields.changedAway(changedBy) : fields.changedTo(changedBy, theirs)}</span>
      <span className={classes.choices}>
        <Button
          variant="light"
          h={24}
          onMouseDown={(event) => event.preventDefault()}
          onClick={field.keepMine}
        >
          {fields.keepMine}
        </Button>
        <Button
          variant="subtle"
          h={24}
          onMouseDown={(event) => event.preventDefault()}
          onClick={field.takeTheirs}
        >
          {fields.takeTheirs}
        </Button>
      </span>
    </div>
  )
}

/** Whether what was typed is saved, on its way, or waits for the line. */
export function SavedMark<V>({ field }: { readonly field: Field<V> }) {
  const { fields } = useWords().task
  const { connection } = useRoomState()
  const { kind } = field.state
  if (kind === 'sending' && connection === 'broken')
    return <span className={classes.kept}>{fields.waitsForLine}</span>
  if (kind !== 'saved') return null
  return (
    <span className={classes.saved} role="status">
      <Icon name="check" size={12} />
      {fields.savedNow}
    </span>
  )
}
