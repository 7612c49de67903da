import { useEffect, useRef, useState } from 'react'
import { WhoCan } from '../access/who-can.tsx'
import { may } from '../actions/action.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { htmlOf } from '../rich-text/html-of.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import classes from './say-field.module.css'

interface SayFieldProps {
  /** Absent for a comment on the runbook as a whole. */
  readonly taskId?: number
  readonly onSent?: () => void
  /** It was opened for typing. */
  readonly hasFocus?: boolean
}

/** What was begun to say, until it is sent: going elsewhere does not lose it. */
const drafts = new Map<string, string>()

const HEIGHT_AT_MOST = 160

/** Where one says what one sees. The keyboard of a phone has no Shift and Enter at once: a button sends. */
export function SayField({ taskId, onSent, hasFocus = false }: SayFieldProps) {
  const room = useRoom()
  const context = useActionContext()
  const { refusals } = useRoomState()
  const { phone, access } = useWords()
  const key = `${room.runbookId}-${taskId ?? ''}`
  const [text, setText] = useState(drafts.get(key) ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  useEffect(() => {
    if (text === '') drafts.delete(key)
    else drafts.set(key, text)
    const own = field.current
    if (!own) return
    own.style.height = 'auto'
    own.style.height = `${Math.min(own.scrollHeight + 2, HEIGHT_AT_MOST)}px`
  }, [key, text])
  if (!may(context, 'create comment'))
    return (
      <p className={classes.notAllowed}>
        {phone.mayNotComment}
        <WhoCan permission="runbook.people" say={access.canAdd} />
      </p>
    )
  const refusal = refusals.find((one) => one.taskId === taskId && one.endpoint === 'createComment')
  const send = async () => {
    const kept = text
    if (kept.trim() === '') return
    setText('')
    onSent?.()
    const outcome = await room.send(
      'createComment',
      {
        params: { runbook_id: room.runbookId },
        attributes: { content: htmlOf(kept) },
        ...(taskId === undefined
          ? {}
          : { relationships: { task: { type: 'task' as const, id: String(taskId) } } }),
      },
      taskId === undefined ? {} : { taskId },
    )
    if (outcome.kind !== 'refused') return
    drafts.set(key, kept)
    setText((typed) => (typed === '' ? kept : typed))
  }
  return (
    <div className={classes.field}>
      {refusal && (
        <p className={classes.refusal} role="alert">
          <RefusalWords error={refusal.error} />
        </p>
      )}
      <div className={classes.row}>
        <textarea
          ref={field}
          className={classes.input}
          rows={1}
          aria-label={taskId === undefined ? phone.sayTo : phone.commentOn(taskId)}
          placeholder={phone.say}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
          }}
        />
        <button
          type="button"
          className={classes.send}
          aria-label={phone.send}
          disabled={text.trim() === ''}
          // The keyboard stays open: what is said next is typed at once.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void send()}
        >
          <Icon name="up" size={20} stroke={1.8} />
        </button>
      </div>
    </div>
  )
}
