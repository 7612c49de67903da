import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { minutesLate } from '../room/cause.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { writtenAsHtml } from './written.ts'

/** The message and the choice whether people are told, which pausing, resuming and canceling share. */
function useAnnouncement(label: string, placeholder?: string) {
  const { dialogs } = useWords()
  const { plan } = useRoomState()
  const [message, setMessage] = useState('')
  const [tells, setTells] = useState(false)
  return {
    meta: { ...(message.trim() === '' ? {} : { message: writtenAsHtml(message) }), notify: tells },
    fields: (
      <div className={classes.fields}>
        <Textarea
          label={label}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={message}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={dialogs.pause.tell(plan.people.size)}
          checked={tells}
          onChange={(event) => setTells(event.currentTarget.checked)}
        />
      </div>
    ),
  }
}

export function PauseRunDialog() {
  const { pause: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const { submit, isSending, error } = useSubmit()
  const { meta, fields } = useAnnouncement(words.message, words.placeholder)
  const running = plan.tasks.filter(({ stage }) => stage === 'in_progress').length
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      confirmIcon="pause"
      keep={words.keep}
      isSmall
      isSending={isSending}
      error={error}
      onConfirm={() => void submit('pauseRunbook', { params: { id: runbookId }, meta })}
    >
      <p className={classes.lead}>{words.body(running)}</p>
      {fields}
    </DialogFrame>
  )
}

export function ResumeRunDialog() {
  const { resume: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const { submit, isSending, error } = useSubmit()
  const { meta, fields } = useAnnouncement(words.message, words.placeholder)
  const since = plan.run?.pauses.at(-1)?.[0] ?? minute
  const late = minutesLate(schedule)
  const amount = lengthOf(Math.abs(late) * 60)
  const end = timeWithDay(schedule.times.runbookEnd, plan.runbook.timezone, minute)
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      confirmIcon="play"
      keep={words.keep}
      isSmall
      isSending={isSending}
      error={error}
      onConfirm={() => void submit('resumeRunbook', { params: { id: runbookId }, meta })}
    >
      <p className={classes.lead}>
        {words.body(end, lengthOf(Math.max(60, minute - since)))}{' '}
        {late > 0 ? words.late(amount) : late < 0 ? words.early(amount) : words.onTime}
      </p>
      {fields}
    </DialogFrame>
  )
}

/** Of a live run the name has to be typed: it cannot be taken back. */
export function CancelRunDialog() {
  const { cancel: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const [typed, setTyped] = useState('')
  const { submit, isSending, error } = useSubmit()
  const { meta, fields } = useAnnouncement(words.message)
  const undone = plan.tasks.filter(({ stage }) => stage !== 'complete').length
  const mustType = plan.run?.run_type === 'live'
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      keep={words.keep}
      isSmall
      isDanger
      isBlocked={mustType && typed.trim() !== plan.runbook.name.trim()}
      isSending={isSending}
      error={error}
      onConfirm={() => void submit('cancelRunbook', { params: { id: runbookId }, meta })}
    >
      <p className={classes.lead}>
        <b>{words.undone(undone)}</b> {words.kept}
      </p>
      {fields}
      {mustType && (
        <div className={classes.fields}>
          <TextInput
            label={words.type(plan.runbook.name)}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
    </DialogFrame>
  )
}

export function ReturnToPlanningDialog() {
  const { return: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { submit, isSending, error } = useSubmit()
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      confirmIcon="restore"
      keep={words.keep}
      isSmall
      isSending={isSending}
      error={error}
      onConfirm={() => void submit('returnToPlanning', { params: { id: runbookId } })}
    >
      <p className={classes.lead}>{words.body}</p>
    </DialogFrame>
  )
}
