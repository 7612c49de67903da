import { Button, Skeleton } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { CommentItem } from '../comments/comment-item.tsx'
import { useComments } from '../comments/use-comments.ts'
import { useWords } from '../language/language.ts'
import { RichText } from '../rich-text/rich-text.tsx'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import classes from './comments-tab.module.css'
import { SayField } from './say-field.tsx'

/** What was said of the runbook and its tasks, newest at the bottom above the field in which one answers. */
export function CommentsTab() {
  const { phone } = useWords()
  const me = useMe()
  const { waiting } = useRoomState()
  const { comments, isPending, isError, hasNextPage, fetchNextPage, isFetchingNextPage } = useComments()
  const scroll = useRef<HTMLDivElement>(null)
  const unsent = waiting.filter(({ endpoint }) => endpoint === 'createComment')
  const last = comments.at(-1)?.id
  const toEnd = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new at the end moves the list there, unless one reads further up
  useLayoutEffect(() => {
    if (toEnd.current) scroll.current?.scrollTo({ top: scroll.current.scrollHeight })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- something new at the end is what moves it
  }, [last, unsent.length])
  return (
    <>
      <div
        ref={scroll}
        className={classes.scroll}
        role="log"
        aria-label={phone.commentsLabel}
        onScroll={({ currentTarget: at }) => {
          toEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 60
        }}
      >
        {isPending && !isError && <Skeleton height={44} />}
        {isError && <p className={classes.quiet}>{phone.commentsFail}</p>}
        {hasNextPage && (
          <Button
            variant="subtle"
            h={44}
            fz={14}
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {phone.older}
          </Button>
        )}
        {!isPending && !isError && comments.length === 0 && unsent.length === 0 && (
          <p className={classes.quiet}>{phone.noComments}</p>
        )}
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            size={28}
            about={comment.taskId !== null && <TaskName taskId={comment.taskId} />}
          />
        ))}
        {unsent.map(({ id, input, taskId }) => (
          <article key={id} className={`${classes.comment} ${classes.waiting}`}>
            <Initials name={me.name} isMe size={28} />
            <div className={classes.said}>
              <div className={classes.who}>
                <b>{me.name}</b>
                <span>{phone.sending}</span>
              </div>
              {taskId !== undefined && <TaskName taskId={taskId} />}
              <RichText html={(input['attributes'] as { content: string }).content} />
            </div>
          </article>
        ))}
      </div>
      <div className={classes.foot}>
        <SayField
          onSent={() => {
            toEnd.current = true
          }}
        />
      </div>
    </>
  )
}

/** Which task it is about: leads there. */
function TaskName({ taskId }: { taskId: number }) {
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const name = plan.tasks[plan.positions.get(taskId) ?? -1]?.name
  if (name === undefined) return <span className={classes.gone}>#{taskId}</span>
  return (
    <button type="button" className={classes.task} onClick={() => openTask(taskId)}>
      #{taskId} {name}
    </button>
  )
}
