import type { CustomFieldValue } from '@runsheet/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Instant, Task } from '../room/plan.ts'
import { instantOf, readTask, type Wire } from '../room/read-documents.ts'
import { useRoom } from '../room/use-room.tsx'
import { client } from '../server/client.ts'

/** Who pressed start, finish or skip in the present run. */
export interface TaskAct {
  readonly action: string
  readonly userId: number
  readonly at: Instant
}

/** A task as its own document tells it: with what the room does not keep of all tasks. */
export interface TaskDetails {
  /** For `ifMatch` of the next change. */
  readonly etag: string | undefined
  readonly task: Task
  readonly description: string
  readonly customFields: readonly CustomFieldValue[]
  readonly createdAt: Instant
  readonly acts: readonly TaskAct[]
}

const userOf = (wire: Wire) => Number((wire.relationships?.['user']?.data as { id: string } | null)?.id ?? 0)

export function readDetails(wire: Wire, included: readonly Wire[], etag: string | undefined): TaskDetails {
  return {
    etag,
    task: readTask(wire),
    description: (wire.attributes['description'] ?? '') as string,
    customFields: (wire.attributes['custom_field_values'] ?? []) as readonly CustomFieldValue[],
    createdAt: instantOf(wire.attributes['created_at']) ?? 0,
    acts: included
      .filter(({ type }) => type === 'task_action')
      .map((act) => ({
        action: act.attributes['action'] as string,
        userId: userOf(act),
        at: instantOf(act.attributes['created_at']) ?? 0,
      })),
  }
}

export const taskDetailsQuery = (runbookId: string, taskId: number) =>
  queryOptions({
    queryKey: ['task', runbookId, taskId],
    queryFn: async ({ signal }): Promise<TaskDetails> => {
      const { body, etag } = await client().send('getTask', {
        params: { runbook_id: runbookId, id: String(taskId) },
        query: { archived: true, include: 'task_actions' },
        signal,
      })
      return readDetails(body.data, body.included ?? [], etag)
    },
  })

/** The document of a task, read again when the live stream says that it changed. */
export function useTaskDetails(taskId: number) {
  const room = useRoom()
  const queries = useQueryClient()
  useEffect(
    () =>
      room.onEvent(({ seq, things }) => {
        if (!things.some(({ type, id }) => type === 'task' && Number(id) === taskId)) return
        const { queryKey } = taskDetailsQuery(room.runbookId, taskId)
        queries.setQueryData(queryKey, (known) => known && { ...known, etag: `"${seq}"` })
        void queries.invalidateQueries({ queryKey })
      }),
    [room, queries, taskId],
  )
  return useQuery(taskDetailsQuery(room.runbookId, taskId))
}
