import { Button, Skeleton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { plainText } from '../rich-text/plain-text.ts'
import { RichText } from '../rich-text/rich-text.tsx'
import { useChange } from '../room/use-change.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import classes from './comment.module.css'
import { CommentMenu } from './comment-menu.tsx'
import type { Comment } from './use-comments.ts'

const RichTextEditor = part(async () => (await import('../rich-text/rich-text-editor.tsx')).RichTextEditor)

interface CommentItemProps {
  readonly comment: Comment
  /** Diameter of the initials, CSS pixels. */
  readonly size?: number
  /** What it is about, where that is not plain. */
  readonly about?: ReactNode
}

/** What somebody said. Its author changes the words in their place, or takes them back. */
export function CommentItem({ comment, size, about }: CommentItemProps) {
  const { author, authorId, at, content, isFeatured, isEdited } = comment
  const { comments: words, task } = useWords()
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const minute = useMinute()
  const me = Number(useMe().id)
  const [doing, setDoing] = useState<'editing' | 'deleting'>()
  const { change, isSending, refusal } = useChange()
  const params = { runbook_id: runbookId, id: comment.id }
  const rest = () => setDoing(undefined)
  return (
    <article className={classes.comment}>
      <Initials name={author} isMe={authorId === me} {...(size === undefined ? {} : { size })} />
      <div className={classes.said}>
        <div className={classes.who}>
          <b>{author}</b>
          <time dateTime={new Date(at * 1000).toISOString()}>
            {timeWithDay(at, plan.runbook.timezone, minute)}
          </time>
          {isEdited && <span>{words.edited}</span>}
          {isFeatured && (
            <span className={classes.featured}>
              <Icon name="star" size={12} />
              {task.panel.featured}
            </span>
          )}
          <CommentMenu
            comment={comment}
            onEdit={() => setDoing('editing')}
            onDelete={() => setDoing('deleting')}
            onFeature={() => void change('updateComment', { params, attributes: { featured: !isFeatured } })}
          />
        </div>
        {about}
        {doing === 'editing' ? (
          <EditWords
            html={content}
            isSending={isSending}
            onCancel={rest}
            onSave={async (html) => {
              if (
                html === content ||
                (await change('updateComment', { params, attributes: { content: html } }))
              )
                rest()
            }}
          />
        ) : (
          <RichText html={content} />
        )}
        {doing === 'deleting' && (
          <div className={classes.question} role="alertdialog" aria-label={words.deleteSure}>
            <p>{words.deleteSure}</p>
            <div className={classes.buttons}>
              <Button variant="default" onClick={rest}>
                {words.keep}
              </Button>
              <Button
                color="red"
                variant="light"
                autoFocus
                loading={isSending}
                onClick={() => void change('deleteComment', { params })}
              >
                {words.deleteNow}
              </Button>
            </div>
          </div>
        )}
        {refusal && (
          <p className={classes.refusal} role="alert">
            <RefusalWords error={refusal} />
          </p>
        )}
      </div>
    </article>
  )
}

interface EditWordsProps {
  readonly html: string
  readonly isSending: boolean
  readonly onSave: (html: string) => Promise<void>
  readonly onCancel: () => void
}

function EditWords({ html, isSending, onSave, onCancel }: EditWordsProps) {
  const { app, comments: words } = useWords()
  const [typed, setTyped] = useState(html)
  const isEmpty = plainText(typed) === ''
  const save = () => {
    if (!isEmpty) void onSave(typed)
  }
  return (
    <div className={classes.editing}>
      <PartBoundary fallback={<Skeleton height={120} />}>
        <RichTextEditor
          label={words.editLabel}
          html={typed}
          onType={setTyped}
          onLeave={setTyped}
          onSend={save}
          onCancel={onCancel}
        />
      </PartBoundary>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {app.cancel}
        </Button>
        <Button loading={isSending} disabled={isEmpty} onClick={save}>
          {app.save}
        </Button>
      </div>
    </div>
  )
}
