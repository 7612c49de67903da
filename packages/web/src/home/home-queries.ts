import type { ResultOf } from '@runsheet/client'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import { serverNow } from '../time/server-clock.ts'
import { secondsOf } from '../workspaces/documents.ts'

export type MyTask = ResultOf<'listMyTasks'>['data'][number]

/** Lists have no live stream: what is live is asked for again this often while the page is seen. */
const LIVE_MS = 10_000
const DAY = 86_400
const DAYS_AHEAD = 14
const SHOWN_AT_LEAST = 5
const SHOWN_AT_MOST = 10

/** Runs under way. */
export const liveRunsQuery = queryOptions({
  queryKey: ['runbooks', 'live'],
  staleTime: LIVE_MS / 2,
  refetchInterval: LIVE_MS,
  queryFn: async ({ signal }) => {
    const query = { stage: ['active', 'paused'], sort: 'end_planned', page: { size: 24 } } as const
    const { data } = await client().listRunbooks({ query, signal })
    return data
  },
})

/** What waits for the person, what can be started first; and how many of it can be. */
export const myTasksQuery = queryOptions({
  queryKey: ['my-tasks'],
  staleTime: LIVE_MS / 2,
  refetchInterval: LIVE_MS,
  queryFn: async ({ signal }) => {
    const { data, meta } = await client().listMyTasks({ query: { page: { size: 50 } }, signal })
    return {
      tasks: data.slice(0, Math.max(SHOWN_AT_LEAST, Math.min(SHOWN_AT_MOST, data.filter(isNow).length + 2))),
      total: meta.page.total,
      ready: data.filter(isReady).length,
      running: data.filter(({ attributes }) => attributes.stage === 'in_progress').length,
    }
  },
})

const isNow = ({ attributes }: MyTask) => attributes.is_now

/** It can be started this moment: a paused run lets nothing start. */
export const isReady = ({ attributes }: MyTask): boolean =>
  attributes.stage === 'startable' && attributes.runbook_stage === 'active'

/** Plans with a scheduled start within the next 14 days, the first one first; those whose time has just passed count. */
export const startingSoonQuery = queryOptions({
  queryKey: ['runbooks', 'soon'],
  staleTime: 30_000,
  refetchInterval: 60_000,
  queryFn: async ({ signal }) => {
    const query = {
      stage: 'planning',
      is_template: false,
      sort: '-start_planned',
      page: { size: 100 },
    } as const
    const { data } = await client().listRunbooks({ query, signal })
    const now = serverNow() / 1000
    return data
      .filter(({ attributes: { start_scheduled } }) => {
        const start = start_scheduled === null ? Number.NaN : secondsOf(start_scheduled)
        return start > now - DAY && start < now + DAYS_AHEAD * DAY
      })
      .reverse()
  },
})

/** The runbooks that were touched last, with their folders and authors. */
export const recentQuery = queryOptions({
  queryKey: ['runbooks', 'recent'],
  staleTime: 15_000,
  refetchInterval: 60_000,
  queryFn: ({ signal }) =>
    client().listRunbooks({
      query: { sort: '-touched_at', page: { size: 8 }, include: ['folder', 'workspace', 'author'] },
      signal,
    }),
})
