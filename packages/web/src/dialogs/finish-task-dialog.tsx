import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { serverNow } from '../time/server-clock.ts'
import { Choice } from './choice.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-store.ts'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { writtenAsHtml } from './written.ts'

type Result = 'pass' | 'fail' | 'untested'

/** Finishes a task that is asked for its result; what is told of it becomes a comment. */
export function FinishTaskDialog({ dialog: { taskId } }: DialogProps<'finish_task'>) {
  const { finish: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const [result, setResult] = useState<Result | undefined>(undefined)
  const [seen, setSeen] = useState('')
  const { submit, isSending, error } = useSubmit()
  const task = plan.tasks[plan.positions.get(taskId) ?? -1]
  return (
    <DialogFrame
      title={words.title(taskId)}
      confirm={words.confirm(taskId)}
      confirmIcon="check"
      keep={words.keep}
      foot={words.saved}
      isBlocked={result === undefined}
      isSending={isSending}
      error={error}
      onConfirm={() =>
        result &&
        void submit(
          'finishTask',
          {
            params: { runbook_id: runbookId, id: String(taskId) },
            meta: { comment: writtenAsHtml(`${words.result}: ${words[result]}\n${seen}`) },
          },
          {
            taskId,
            patch: {
              stage: 'complete',
              completion_type: 'complete_normal',
              end_actual: Math.floor(serverNow() / 1000),
            },
          },
        )
      }
    >
      <p className={classes.lead}>
        <b>{task?.name}</b>
      </p>
      <Choice
        label={words.result}
        isFirst
        value={result}
        onChange={setResult}
        options={[
          { value: 'pass', name: words.pass },
          { value: 'fail', name: words.fail },
          { value: 'untested', name: words.untested },
        ]}
      />
      <div className={classes.fields}>
        <Textarea
          label={words.comment}
          value={seen}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => setSeen(event.currentTarget.value)}
        />
      </div>
    </DialogFrame>
  )
}
