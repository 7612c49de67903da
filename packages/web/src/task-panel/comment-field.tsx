import { ActionIcon, Skeleton, Tooltip } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { WhoCan } from '../access/who-can.tsx'
import { may } from '../actions/action.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { htmlOf } from '../rich-text/html-of.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import classes from './comment-field.module.css'

const RichTextEditor = part(async () => (await import('../rich-text/rich-text-editor.tsx')).RichTextEditor)

/** What was begun to say of a task, until it is sent: going to look at another task does not lose it. */
const drafts = new Map<string, string>()

/** Where one says what one sees: Enter sends, Shift and Enter make a new line. */
export function CommentField({ taskId }: { readonly taskId: number }) {
  const room = useRoom()
  const context = useActionContext()
  const { refusals } = useRoomState()
  const { access, task } = useWords()
  const { panel } = task
  const key = `${room.runbookId}-${taskId}`
  const [text, setText] = useState(drafts.get(key) ?? '')
  const [rich, setRich] = useState<string | undefined>(undefined)
  const [isFeatured, setFeatured] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (text.trim() === '') drafts.delete(key)
    else drafts.set(key, text)
    const own = field.current
    if (!own) return
    own.style.height = 'auto'
    own.style.height = `${Math.min(own.scrollHeight + 2, 160)}px`
  }, [key, text])
  if (!may(context, 'create comment'))
    return (
      <p className={classes.notAllowed}>
        {panel.mayNotComment}
        <WhoCan permission="runbook.people" say={access.canAdd} />
      </p>
    )
  const refusal = refusals.find((one) => one.taskId === taskId && one.endpoint === 'createComment')
  const content = rich ?? htmlOf(text)
  const isEmpty = plainText(content) === ''
  const send = async () => {
    if (isEmpty) return
    const kept = text
    setText('')
    setRich(undefined)
    setFeatured(false)
    const outcome = await room.send(
      'createComment',
      {
        params: { runbook_id: room.runbookId },
        attributes: { content, ...(isFeatured ? { featured: true } : {}) },
        relationships: { task: { type: 'task', id: String(taskId) } },
      },
      { taskId },
    )
    if (outcome.kind === 'refused') setText((typed) => (typed === '' ? kept || plainText(content) : typed))
  }
  return (
    <div className={classes.field}>
      {refusal && (
        <div className={classes.refusal} role="alert">
          <RefusalWords error={refusal.error} />
        </div>
      )}
      {rich === undefined ? (
        <div className={classes.box}>
          <textarea
            ref={field}
            data-comment-field=""
            className={classes.input}
            rows={1}
            aria-label={panel.sayLabel}
            aria-keyshortcuts="C"
            placeholder={panel.say}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault()
                void send()
              } else if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('aside')?.focus()
              else return
              event.stopPropagation()
            }}
          />
          {text === '' && <kbd className={classes.key}>C</kbd>}
        </div>
      ) : (
        <PartBoundary fallback={<Skeleton height={120} />}>
          <RichTextEditor
            label={panel.sayLabel}
            html={rich}
            onType={setRich}
            onLeave={setRich}
            onSend={() => void send()}
            onCancel={() => {
              setText(plainText(rich))
              setRich(undefined)
            }}
          />
        </PartBoundary>
      )}
      {(!isEmpty || rich !== undefined) && (
        <div className={classes.tools}>
          <Tooltip label={panel.feature}>
            <ActionIcon
              size={28}
              aria-label={panel.feature}
              aria-pressed={isFeatured}
              className={isFeatured ? classes.on : undefined}
              onClick={() => setFeatured(!isFeatured)}
            >
              <Icon name="star" size={14} />
            </ActionIcon>
          </Tooltip>
          {rich === undefined && (
            <button type="button" className={classes.format} onClick={() => setRich(htmlOf(text))}>
              {panel.format}
            </button>
          )}
          <button type="button" className={classes.send} onClick={() => void send()}>
            {panel.send}
            <kbd>{rich === undefined ? '↵' : 'Ctrl ↵'}</kbd>
          </button>
        </div>
      )}
    </div>
  )
}
