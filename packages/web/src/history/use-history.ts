import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Wire } from '../room/read-documents.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { type Entry, entryOfLive, entryOfLog, isAbout, mergedEntries } from './entries.ts'
import { type HistoryKind, historyKinds } from './kinds.ts'

/** What part of the history is shown. */
export interface HistoryFilter {
  readonly person?: number | undefined
  readonly task?: number | undefined
  readonly kind?: HistoryKind | undefined
}

const PAGE = 100

/** The log of a runbook, newest page first. What comes over the live stream later is laid on top by `useHistory`. */
const historyQuery = (runbookId: string, { person, task, kind }: HistoryFilter, size = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['history', runbookId, person ?? null, task ?? null, kind ?? null, size],
    initialPageParam: 1,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal, pageParam }) => {
      const { data, included, meta } = await client().listActionLogs({
        query: {
          runbook_id: runbookId,
          include: 'author',
          page: { number: pageParam, size },
          ...(person === undefined ? {} : { user_id: String(person) }),
          ...(task === undefined ? {} : { task_id: String(task) }),
          ...(kind === undefined ? {} : { event: historyKinds[kind].join(',') }),
        },
        signal,
      })
      const authors = (included ?? []) as unknown as readonly Wire[]
      const names = new Map(authors.map(({ id, attributes }) => [id, attributes['name'] as string]))
      return {
        entries: (data as unknown as readonly Wire[]).map((wire) => entryOfLog(wire, names, task)),
        next: meta.page.number < meta.page.pages ? meta.page.number + 1 : undefined,
      }
    },
    getNextPageParam: (last: { next: number | undefined }) => last.next,
  })

/** Whether an entry belongs to what is shown. */
export function passes(entry: Entry, { person, task, kind }: HistoryFilter): boolean {
  if (person !== undefined && entry.actorId !== person) return false
  if (task !== undefined && !isAbout(entry, task)) return false
  return kind === undefined || (historyKinds[kind] as readonly string[]).includes(entry.name)
}

/** The history of the open runbook: its log, with what happens meanwhile. Older entries are read by `more`. */
export function useHistory(filter: HistoryFilter, size = PAGE) {
  const room = useRoom()
  const { plan, events } = useRoomState()
  const { person, task, kind } = filter
  const queries = useQueryClient()
  const options = historyQuery(room.runbookId, filter, size)
  const { data, isError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(options)
  const live = useLiveEntries()
  // What was missed, or came as a reset, is in no event: the log is read again.
  const heard = Math.max(0, events.at(-1)?.seq ?? 0)
  const first = useRef(plan.seq)
  useEffect(() => {
    if (plan.seq > first.current && plan.seq > heard)
      void queries.invalidateQueries({ queryKey: ['history', room.runbookId] })
  }, [plan.seq, heard, queries, room.runbookId])
  const entries = useMemo(() => {
    const fresh = live.filter((entry) => passes(entry, { person, task, kind }))
    return mergedEntries(...(data?.pages ?? []).map(({ entries: page }) => page), fresh)
  }, [data, live, person, task, kind])
  return {
    entries,
    isPending,
    isError,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
    retry: () => void refetch(),
  }
}

/** What came over the live stream since the component is there, and a little before. */
function useLiveEntries(): readonly Entry[] {
  const room = useRoom()
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    (room.state()?.events ?? []).map(entryOfLive),
  )
  useEffect(() => room.onEvent((event) => setEntries((before) => [...before, entryOfLive(event)])), [room])
  return entries
}
