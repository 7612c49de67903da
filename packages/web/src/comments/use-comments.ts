import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { taskIdOf } from '../history/entries.ts'
import type { Instant } from '../room/plan.ts'
import { instantOf, permissionsOf, refOf, type Wire } from '../room/read-documents.ts'
import { useRoom } from '../room/use-room.tsx'
import { client } from '../server/client.ts'

/** What somebody said about a runbook or one of its tasks. */
export interface Comment {
  readonly id: string
  /** Rich text, sanitised by the server. */
  readonly content: string
  readonly isFeatured: boolean
  /** Its words are not those that were said first. */
  readonly isEdited: boolean
  readonly at: Instant
  readonly authorId: number
  readonly author: string
  /** Null when it is about the runbook as a whole. */
  readonly taskId: number | null
  /** What the caller may do with it: `update`, `destroy`, `feature`. */
  readonly permissions: ReadonlySet<string>
}

const PAGE = 30

/** Comments as the server lists them. @param included users, for the names of the authors */
function readComments(data: readonly Wire[], included: readonly Wire[]): readonly Comment[] {
  const names = new Map(included.map(({ id, attributes }) => [id, String(attributes['name'])]))
  return data.map((wire) => {
    const author = refOf(wire, 'author')?.id ?? ''
    const task = refOf(wire, 'task')?.id
    return {
      id: wire.id,
      content: String(wire.attributes['content']),
      isFeatured: wire.attributes['featured'] === true,
      isEdited: wire.attributes['updated_at'] !== wire.attributes['created_at'],
      at: instantOf(wire.attributes['created_at']) ?? 0,
      authorId: Number(author),
      author: names.get(author) ?? '',
      taskId: task === undefined ? null : Number(task),
      permissions: new Set(permissionsOf(wire).map((one) => one.replace(/ comment$/, ''))),
    }
  })
}

/** Comments, newest page first: those of a task, or all of a runbook and its tasks. */
const commentsQuery = (runbookId: string, taskId: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['comments', runbookId, taskId ?? 'all'],
    initialPageParam: 1,
    queryFn: async ({ signal, pageParam }) => {
      const { data, included, meta } = await client().listComments({
        params: { runbook_id: runbookId },
        query: {
          ...(taskId === undefined ? {} : { task_id: String(taskId) }),
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

/**
 * Comments of a task, or of the open runbook with all its tasks, oldest first; new ones come with the live stream.
 *
 * @param taskId undefined for those of the runbook
 */
export function useComments(taskId?: number) {
  const room = useRoom()
  const queries = useQueryClient()
  useEffect(
    () =>
      room.onEvent(({ things, resource }) => {
        // Skipping and finishing leave comments as well, which show in the count of their task alone.
        const isChanged = resource.type === 'comment' && [undefined, taskIdOf({ resource })].includes(taskId)
        const isHere = things.some(({ type, id, changes }) =>
          type === 'comment'
            ? taskId === undefined
            : type === 'task' &&
              changes['comments_count'] !== undefined &&
              (taskId === undefined || Number(id) === taskId),
        )
        if (isHere || isChanged)
          void queries.invalidateQueries({ queryKey: commentsQuery(room.runbookId, taskId).queryKey })
      }),
    [room, queries, taskId],
  )
  const query = useInfiniteQuery(commentsQuery(room.runbookId, taskId))
  // What is said while older pages are read moves a comment from one page to the next.
  const byId = new Map(query.data?.pages.flatMap(({ comments }) => comments).map((one) => [one.id, one]))
  return { ...query, comments: [...byId.values()].toReversed(), total: query.data?.pages[0]?.total ?? 0 }
}
