import { Skeleton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { CommentItem } from '../comments/comment-item.tsx'
import { useComments } from '../comments/use-comments.ts'
import { useWords } from '../language/language.ts'
import { RichText } from '../rich-text/rich-text.tsx'
import { useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import classes from './comments.module.css'
import { TaskHistory } from './task-history.tsx'
import panelClasses from './task-panel.module.css'

/** What was said about a task, newest at the bottom, and beside it what happened to it. */
export function Comments({ taskId }: { readonly taskId: number }) {
  const { panel } = useWords().task
  const [shows, setShows] = useState<'comments' | 'history'>('comments')
  const { total } = useComments(taskId)
  return (
    <section className={panelClasses.section}>
      <div className={classes.tabs}>
        <h3 className={classes.heading}>
          <button
            type="button"
            className={classes.tab}
            aria-pressed={shows === 'comments'}
            onClick={() => setShows('comments')}
          >
            {panel.comments}
            {total > 0 && <span className={classes.total}>{total}</span>}
          </button>
        </h3>
        <button
          type="button"
          className={classes.tab}
          aria-pressed={shows === 'history'}
          onClick={() => setShows('history')}
        >
          {panel.history}
        </button>
      </div>
      {shows === 'comments' ? <CommentList taskId={taskId} /> : <TaskHistory taskId={taskId} />}
    </section>
  )
}

function CommentList({ taskId }: { readonly taskId: number }) {
  const { panel } = useWords().task
  const { waiting } = useRoomState()
  const { comments, isPending, hasNextPage, fetchNextPage } = useComments(taskId)
  const end = useRef<HTMLDivElement>(null)
  const count = useRef(comments.length)
  const mine = waiting.filter((write) => write.endpoint === 'createComment' && write.taskId === taskId)
  useEffect(() => {
    // One's own words are brought into view; what others say does not move what is being read.
    if (mine.length > count.current) end.current?.scrollIntoView({ block: 'nearest' })
    count.current = mine.length
  }, [mine.length])
  if (isPending) return <Skeleton height={36} mt={4} />
  return (
    <div className={classes.list} role="log" aria-label={panel.comments}>
      {hasNextPage && (
        <button type="button" className={panelClasses.fold} onClick={() => void fetchNextPage()}>
          {panel.olderComments}
        </button>
      )}
      {comments.length === 0 && mine.length === 0 && <p className={classes.none}>{panel.noComments}</p>}
      {comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
      {mine.map(({ id, input }) => (
        <WaitingComment key={id} html={contentOf(input)} />
      ))}
      <div ref={end} />
    </div>
  )
}

const contentOf = (input: Readonly<Record<string, unknown>>) =>
  (input['attributes'] as { content: string }).content

/** A comment that the server does not have yet. */
function WaitingComment({ html }: { readonly html: string }) {
  const { panel } = useWords().task
  const me = useMe()
  return (
    <article className={`${classes.comment} ${classes.waiting}`}>
      <Initials name={me.name} isMe />
      <div className={classes.said}>
        <div className={classes.who}>
          <b>{me.name}</b>
          <span>{panel.sendingComment}</span>
        </div>
        <RichText html={html} />
      </div>
    </article>
  )
}
