import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { IconName } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { minutesLate } from '../room/cause.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { lengthOf, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { writtenAsHtml } from './written.ts'

interface ControlDialogProps {
  readonly endpoint: 'pauseRunbook' | 'resumeRunbook' | 'cancelRunbook'
  readonly words: {
    readonly title: string
    readonly confirm: string
    readonly keep: string
    readonly message: string
    readonly placeholder?: string
  }
  readonly icon?: IconName
  readonly isDanger?: boolean
  readonly isBlocked?: boolean
  /** What will follow. */
  readonly lead: ReactNode
  /** Under the message. */
  readonly children?: ReactNode
}

/** Pauses, resumes or cancels the run; why is written into its history. */
function ControlDialog(props: ControlDialogProps) {
  const { endpoint, words, icon, isDanger = false, isBlocked = false, lead, children } = props
  const { runbookId } = useRoom()
  const { submit, isSending, error } = useSubmit()
  const [message, setMessage] = useState('')
  const meta = message.trim() === '' ? {} : { message: writtenAsHtml(message) }
  return (
    <DialogFrame
      title={words.title}
      confirm={words.confirm}
      {...(icon ? { confirmIcon: icon } : {})}
      keep={words.keep}
      isSmall
      isDanger={isDanger}
      isBlocked={isBlocked}
      isSending={isSending}
      error={error}
      onConfirm={() => void submit(endpoint, { params: { id: runbookId }, meta })}
    >
      <p className={classes.lead}>{lead}</p>
      <div className={classes.fields}>
        <Textarea
          label={words.message}
          placeholder={words.placeholder}
          value={message}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        {children}
      </div>
    </DialogFrame>
  )
}

export function PauseRunDialog() {
  const { pause: words } = useWords().dialogs
  const { plan } = useRoomState()
  const running = plan.tasks.filter(({ stage }) => stage === 'in_progress').length
  return <ControlDialog endpoint="pauseRunbook" words={words} icon="pause" lead={words.body(running)} />
}

export function ResumeRunDialog() {
  const { resume: words } = useWords().dialogs
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const since = plan.run?.pauses.at(-1)?.[0] ?? minute
  const late = minutesLate(schedule)
  const amount = lengthOf(Math.abs(late) * 60)
  const end = timeWithDay(schedule.times.runbookEnd, plan.runbook.timezone, minute)
  const said = late > 0 ? words.late(amount) : late < 0 ? words.early(amount) : words.onTime
  return (
    <ControlDialog
      endpoint="resumeRunbook"
      words={words}
      icon="play"
      lead={`${words.body(end, lengthOf(Math.max(60, minute - since)))} ${said}`}
    />
  )
}

/** Of a live run the name has to be typed: it cannot be taken back. */
export function CancelRunDialog() {
  const { cancel: words } = useWords().dialogs
  const { plan } = useRoomState()
  const [typed, setTyped] = useState('')
  const undone = plan.tasks.filter(({ stage }) => stage !== 'complete').length
  const mustType = plan.run?.run_type === 'live'
  return (
    <ControlDialog
      endpoint="cancelRunbook"
      words={words}
      isDanger
      isBlocked={mustType && typed.trim() !== plan.runbook.name.trim()}
      lead={
        <>
          <b>{words.undone(undone)}</b> {words.kept}
        </>
      }
    >
      {mustType && (
        <TextInput
          label={words.type(plan.runbook.name)}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ControlDialog>
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
