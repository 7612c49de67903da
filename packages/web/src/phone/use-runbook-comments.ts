import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Instant } from '../room/plan.ts'
import { instantOf, type Wire } from '../room/read-documents.ts'
import { useRoom } from '../room/use-room.tsx'
import { client } from '../server/client.ts'

/** What somebody said about a runbook or one of its tasks. */
export interface RunbookComment {
  readonly id: string
  /** Rich text, sanitised by the server. */
  readonly content: string
  readonly isFeatured: boolean
  readonly at: Instant
  readonly authorId: number
  readonly author: string
  /** Null when it is about the runbook as a whole. */
  readonly taskId: number | null
}

const PAGE = 30

const refOf = (wire: Wire, name: string) =>
  (wire.relationships?.[name]?.data ?? null) as { id: string } | null

/** Comments as the server lists them. @param included users, for the names of the authors */
export function readRunbookComments(
  data: readonly Wire[],
  included: readonly Wire[],
): readonly RunbookComment[] {
  const names = new Map(included.map(({ id, attributes }) => [id, String(attributes['name'])]))
  return data.map((wire) => {
    const author = refOf(wire, 'author')?.id ?? ''
    const task = refOf(wire, 'task')?.id
    return {
      id: wire.id,
      content: String(wire.attributes['content']),
      isFeatured: wire.attributes['featured'] === true,
      at: instantOf(wire.attributes['created_at']) ?? 0,
      authorId: Number(author),
      author: names.get(author) ?? '',
      taskId: task === undefined ? null : Number(task),
    }
  })
}

/** Comments of a runbook with those of its tasks, newest page first. */
const commentsQuery = (runbookId: string) =>
  infiniteQueryOptions({
    queryKey: ['comments', runbookId, 'all'],
    initialPageParam: 1,
    queryFn: async ({ signal, pageParam }) => {
      const { data, included, meta } = await client().listComments({
        params: { runbook_id: runbookId },
        query: { include: 'author', page: { number: pageParam, size: PAGE } },
        signal,
      })
      return {
        comments: readRunbookComments(data, included ?? []),
        next: meta.page.number < meta.page.pages ? meta.page.number + 1 : undefined,
      }
    },
    getNextPageParam: ({ next }) => next,
  })

/** All comments of the open runbook, oldest first; new ones come with the live stream. */
export function useRunbookComments() {
  const room = useRoom()
  const queries = useQueryClient()
  useEffect(
    () =>
      room.onEvent(({ things }) => {
        if (things.some(({ type }) => type === 'comment'))
          void queries.invalidateQueries({ queryKey: commentsQuery(room.runbookId).queryKey })
      }),
    [room, queries],
  )
  const query = useInfiniteQuery(commentsQuery(room.runbookId))
  const byId = new Map(query.data?.pages.flatMap(({ comments }) => comments).map((one) => [one.id, one]))
  return { ...query, comments: [...byId.values()].toReversed() }
}
