import type { Outcome } from '../room/outbox.ts'
import type { Task } from '../room/plan.ts'
import type { Room } from '../room/room.ts'

const links = (ids: readonly number[]) => ids.map((id) => ({ type: 'task' as const, id: String(id) }))

/** The number that the server gave to a new task. */
function madeId(outcome: Outcome): number | undefined {
  if (outcome.kind !== 'done') return undefined
  const { data } = outcome.body as { data?: { id?: string } }
  return data?.id === undefined ? undefined : Number(data.id)
}

/**
 * Adds a task to the plan.
 *
 * @param beside the task at whose place a refusal is shown
 * @returns its number; undefined when it was refused
 */
export async function addTask(
  room: Room,
  name: string,
  streamId: number | undefined,
  predecessors: readonly number[],
  beside: number | undefined,
): Promise<number | undefined> {
  const outcome = await room.send(
    'createTask',
    {
      params: { runbook_id: room.runbookId },
      attributes: { name },
      relationships: {
        ...(streamId === undefined ? {} : { stream: { type: 'stream', id: String(streamId) } }),
        predecessors: links(predecessors),
      },
    },
    beside === undefined ? {} : { taskId: beside },
  )
  return madeId(outcome)
}

/** Makes a task wait for exactly these. */
export async function waitFor(room: Room, task: Task, predecessors: readonly number[]): Promise<void> {
  const sorted = [...new Set(predecessors)].sort((one, other) => one - other)
  await room.send(
    'updateTask',
    {
      params: { runbook_id: room.runbookId, id: String(task.id) },
      relationships: { predecessors: links(sorted) },
    },
    { taskId: task.id, patch: { predecessors: sorted } },
  )
}

/** Adds a task between a task and what it waits for. @returns its number */
export async function addTaskBefore(room: Room, name: string, task: Task): Promise<number | undefined> {
  const made = await addTask(room, name, task.stream_id, task.predecessors, task.id)
  if (made !== undefined) await waitFor(room, task, [made])
  return made
}
