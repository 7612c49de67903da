import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { clockTime, lengthOf } from '../time/format.ts'
import { serverNow } from '../time/server-clock.ts'
import { useMinute } from '../time/use-clock.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-store.ts'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { writtenAsHtml } from './written.ts'

/** Starts a task before its fixed start. */
export function StartEarlyDialog({ dialog: { taskId } }: DialogProps<'start_early'>) {
  const { early: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const minute = useMinute()
  const [message, setMessage] = useState('')
  const { submit, isSending, error } = useSubmit()
  const task = plan.tasks[plan.positions.get(taskId) ?? -1]
  const fixed = task?.start_fixed ?? minute
  const comment = message.trim() === '' ? {} : { comment: writtenAsHtml(message) }
  return (
    <DialogFrame
      title={words.title(taskId)}
      confirm={words.confirm(taskId)}
      confirmIcon="play"
      keep={words.keep}
      isSmall
      isSending={isSending}
      error={error}
      onConfirm={() =>
        void submit(
          'startTask',
          { params: { runbook_id: runbookId, id: String(taskId) }, meta: { override: true, ...comment } },
          { taskId, patch: { stage: 'in_progress', start_actual: Math.floor(serverNow() / 1000) } },
        )
      }
    >
      <p className={classes.lead}>
        <b>{task?.name}</b>
      </p>
      <p className={classes.lead}>
        {words.body(taskId, clockTime(fixed, plan.runbook.timezone), lengthOf(Math.max(60, fixed - minute)))}
      </p>
      <div className={classes.fields}>
        <Textarea
          label={words.message}
          value={message}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
      </div>
    </DialogFrame>
  )
}
