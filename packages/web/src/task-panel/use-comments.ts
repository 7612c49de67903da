import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { plainText } from '../rich-text/plain-text.ts'
import type { Instant, Task } from '../room/plan.ts'
import { instantOf, type Wire } from '../room/read-documents.ts'
import { useRoom } from '../room/use-room.tsx'
import { client } from '../server/client.ts'

/** What somebody said about a task. */
export interface TaskComment {
  readonly id: string
  /** Rich text, sanitised by the server. */
  readonly content: string
  readonly isFeatured: boolean
  readonly at: Instant
  readonly authorId: number
  readonly author: string
}

const PAGE = 30

const refOf = (wire: Wire, name: string) =>
  (wire.relationships?.[name]?.data ?? null) as { id: string } | null

function readComments(data: readonly Wire[], included: readonly Wire[]): readonly TaskComment[] {
  const names = new Map(included.map(({ id, attributes }) => [id, attributes['name'] as string]))
  return data.map((wire) => {
    const author = refOf(wire, 'author')?.id ?? ''
    return {
      id: wire.id,
      content: wire.attributes['content'] as string,
      isFeatured: wire.attributes['featured'] === true,
      at: instantOf(wire.attributes['created_at']) ?? 0,
      authorId: Number(author),
      author: names.get(author) ?? '',
    }
  })
}

/** Comments of a task, newest page first. */
const commentsQuery = (runbookId: string, taskId: number) =>
  infiniteQueryOptions({
    queryKey: ['comments', runbookId, taskId],
    initialPageParam: 1,
    queryFn: async ({ signal, pageParam }) => {
      const { data, included, meta } = await client().listComments({
        params: { runbook_id: runbookId },
        query: {
          task_id: String(taskId),
          include: 'author',
          archived: true,
          page: { number: pageParam, size: PAGE },
        },
        signal,
      })
      return {
        comments: readComments(data, included ?? []),
        next: meta.page.number < meta.page.pages ? meta.page.number + 1 : undefined,
        total: meta.page.total,
      }
    },
    getNextPageParam: ({ next }) => next,
  })

/** Comments of a task, oldest first; new ones come with the live stream. */
export function useComments(taskId: number) {
  const room = useRoom()
  const queries = useQueryClient()
  useEffect(
    () =>
      room.onEvent(({ things }) => {
        // Skipping and finishing leave comments as well: what all have in common is that their number changed.
        const isHere = things.some(
          ({ type, id, changes }) =>
            type === 'task' && Number(id) === taskId && changes['comments_count'] !== undefined,
        )
        if (isHere)
          void queries.invalidateQueries({ queryKey: commentsQuery(room.runbookId, taskId).queryKey })
      }),
    [room, queries, taskId],
  )
  const query = useInfiniteQuery(commentsQuery(room.runbookId, taskId))
  const newestFirst = query.data?.pages.flatMap(({ comments }) => comments) ?? []
  return { ...query, comments: newestFirst.toReversed(), total: query.data?.pages[0]?.total ?? 0 }
}

/** Why a task was skipped: the comment that its skipping left. */
export function useSkipReason(task: Task): string | undefined {
  const { comments } = useComments(task.id)
  if (task.completion_type !== 'complete_skipped') return undefined
  const left = comments.findLast(
    ({ at, authorId }) => at === task.end_actual && authorId === task.completed_by,
  )
  return left && plainText(left.content)
}
