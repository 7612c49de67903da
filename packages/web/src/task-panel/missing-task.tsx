import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import classes from './task-panel.module.css'

/** Says that a task is not there, and who deleted it where that was seen. */
export function MissingTask({ taskId }: { readonly taskId: number }) {
  const { events, plan } = useRoomState()
  const { panel } = useWords().task
  const deletion = events.findLast(({ things }) =>
    things.some(
      ({ type, id, changes }) => type === 'task' && Number(id) === taskId && changes['name']?.[1] === null,
    ),
  )
  const by = deletion && plan.people.get(Number(deletion.actor))?.name
  const sentence = deletion ? (by === undefined ? panel.deleted : panel.deletedBy(by)) : panel.missing(taskId)
  return (
    <div className={classes.missing}>
      <p className={classes.missingTitle}>{sentence}</p>
      {deletion && <p>{panel.missingHint}</p>}
    </div>
  )
}
