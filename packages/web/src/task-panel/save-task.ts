import { ApiError, type CallInput } from '@runsheet/client'
import type { QueryClient } from '@tanstack/react-query'
import type { Task } from '../room/plan.ts'
import type { Wire } from '../room/read-documents.ts'
import type { Room } from '../room/room.ts'
import { readDetails, type TaskDetails, taskDetailsQuery } from './use-task-details.ts'

/** What of a task is to be changed. */
export type TaskWrite = Pick<CallInput<'updateTask'>, 'attributes' | 'relationships' | 'meta'>

export type SaveOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** Somebody else changed the same: nothing was saved. */
  | { readonly kind: 'clash'; readonly fresh: TaskDetails }

/** Others may change other fields of the task all the time; more often than this in a row is somebody's program. */
const ATTEMPTS = 4

/**
 * Saves a change of a task on the condition that the task is still as it was read. Where something else of it changed,
 * it is read again and the change is sent anew; where the same thing changed, nothing is saved.
 *
 * @param isBase whether a fresh document still has the value from which the person went out
 */
export async function saveTask(
  room: Room,
  queries: QueryClient,
  taskId: number,
  write: TaskWrite,
  patch: Partial<Task> | undefined,
  isBase: (fresh: TaskDetails) => boolean,
): Promise<SaveOutcome> {
  const query = taskDetailsQuery(room.runbookId, taskId)
  const params = { runbook_id: room.runbookId, id: String(taskId) }
  for (let attempt = 1; ; attempt += 1) {
    const etag = queries.getQueryData(query.queryKey)?.etag
    const input = { params, ...write, ...(etag === undefined ? {} : { ifMatch: etag }) }
    const outcome = await room.send('updateTask', input, { taskId, ...(patch ? { patch } : {}) })
    if (outcome.kind === 'done') {
      const { data } = outcome.body as { data: Wire }
      queries.setQueryData(
        query.queryKey,
        (known) => known && { ...readDetails(data, [], known.etag), acts: known.acts },
      )
      return outcome
    }
    const { error } = outcome
    const refusal = room.state()?.refusals.find((other) => other.error === error)
    // It is shown at the field that caused it, not at the task as well.
    if (refusal) room.closeRefusal(refusal)
    if (error.code !== 'stale_resource' || attempt === ATTEMPTS) return { kind: 'refused', error }
    try {
      const fresh = await queries.fetchQuery({ ...query, staleTime: 0 })
      if (!isBase(fresh)) return { kind: 'clash', fresh }
    } catch (failure) {
      return { kind: 'refused', error: failure instanceof ApiError ? failure : error }
    }
  }
}
