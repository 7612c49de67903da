import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { uiStoreOf } from '../runbook/runbook-ui.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-store.ts'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'

const NAMES_SHOWN = 5

/** Deletes tasks: says whom it touches, and that what waited for them waits for what they waited for. */
export function DeleteTasksDialog({ dialog: { taskIds } }: DialogProps<'delete_tasks'>) {
  const { dialogs, run } = useWords()
  const words = dialogs.delete
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const { submit, isSending, error } = useSubmit()
  const heirs = useMemo(() => {
    const gone = new Set(taskIds)
    return plan.tasks.filter(
      ({ id, predecessors }) => !gone.has(id) && predecessors.some((other) => gone.has(other)),
    ).length
  }, [plan.tasks, taskIds])
  return (
    <DialogFrame
      title={words.title(taskIds.length, taskIds[0] ?? 0)}
      confirm={words.confirm(taskIds.length)}
      confirmIcon="trash"
      keep={words.keep}
      isSmall
      isDanger
      isSending={isSending}
      error={error}
      onConfirm={() =>
        void submit('deleteTasks', {
          params: { runbook_id: runbookId },
          query: { task_ids: taskIds.map(String) },
        }).then((isDone) => isDone && uiStoreOf(runbookId).set({ selected: new Set(), cursor: null }))
      }
    >
      <div className={classes.fields}>
        <div>
          {taskIds.slice(0, NAMES_SHOWN).map((id) => (
            <div key={id} className={classes.finding}>
              #{id} {plan.tasks[plan.positions.get(id) ?? -1]?.name}
            </div>
          ))}
          {taskIds.length > NAMES_SHOWN && (
            <div className={classes.quiet}>{run.andMore(taskIds.length - NAMES_SHOWN)}</div>
          )}
        </div>
        <div>
          {words.inherit(heirs)} {words.forGood}
        </div>
      </div>
    </DialogFrame>
  )
}
