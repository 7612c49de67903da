import { useState } from 'react'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { RagChoice } from './rag-choice.tsx'
import { useSubmit } from './use-submit.ts'

/** Somebody's judgement of the whole. */
export function RunbookRagDialog() {
  const { dialogs, app } = useWords()
  const words = dialogs.rag
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const [status, setStatus] = useState<Rag>(plan.runbook.status)
  const { submit, isSending, error } = useSubmit()
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      keep={app.cancel}
      isSmall
      isSending={isSending}
      error={error}
      onConfirm={() => void submit('updateRunbook', { params: { id: runbookId }, attributes: { status } })}
    >
      <p className={classes.lead}>{words.what}</p>
      <RagChoice value={status} onChange={setStatus} />
    </DialogFrame>
  )
}
