import type { ApiError } from '@runsheet/client'
import type { QueryClient } from '@tanstack/react-query'
import type { Task } from '../room/plan.ts'
import type { Room } from '../room/room.ts'
import { saveTask } from './save-task.ts'

/**
 * Makes a task wait for another one, or no longer. Links that others made meanwhile stay: the change is laid over
 * what the server has.
 *
 * @param follower the task that waits
 * @returns the refusal; undefined when it is done
 */
export async function changeLinks(
  room: Room,
  queries: QueryClient,
  follower: Task,
  leaderId: number,
  isLinked: boolean,
): Promise<ApiError | undefined> {
  const without = (ids: readonly number[]) => ids.filter((id) => id !== leaderId)
  const after = (ids: readonly number[]) =>
    isLinked ? [...without(ids), leaderId].sort((a, b) => a - b) : without(ids)
  const attempt = (base: readonly number[]) => {
    const predecessors = after(base)
    const data = predecessors.map((id) => ({ type: 'task' as const, id: String(id) }))
    return saveTask(
      room,
      queries,
      follower.id,
      { relationships: { predecessors: data } },
      { predecessors },
      ({ task }) => task.predecessors.join() === base.join(),
    )
  }
  let outcome = await attempt(follower.predecessors)
  if (outcome.kind === 'clash') outcome = await attempt(outcome.fresh.task.predecessors)
  return outcome.kind === 'refused' ? outcome.error : undefined
}
