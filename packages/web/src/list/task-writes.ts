import type { Outcome } from '../room/outbox.ts'
import type { Party, Task } from '../room/plan.ts'
import { refusedTask } from '../room/refused-task.ts'
import type { Room } from '../room/room.ts'
import { type Draft, EntryQueue } from './entry-queue.ts'

/** What can be changed of a task in the list. */
export type TaskChange = Partial<
  Pick<Task, 'name' | 'duration' | 'stream_id' | 'task_type_id' | 'predecessors' | 'assignees'>
>

const refOf = <T extends string>(type: T, id: number) => ({ type, id: String(id) })
const partyRef = ({ type, id }: Party) => refOf(type, id)

/** Sends a change of a task; it is shown at once. */
export function changeTask(room: Room, taskId: number, change: TaskChange): Promise<Outcome> {
  const { meta, ...write } = writeOf(change)
  const params = { runbook_id: room.runbookId, id: String(taskId) }
  return room.send(
    'updateTask',
    { params, ...write, ...(meta ? { meta } : {}) },
    { taskId, patch: patchOf(change) },
  )
}

/** A change as the server takes it; the people are the whole set. */
function writeOf({ name, duration, stream_id, task_type_id, predecessors, assignees }: TaskChange) {
  const attributes = {
    ...(name === undefined ? {} : { name }),
    ...(duration === undefined ? {} : { duration }),
  }
  const relationships = {
    ...(stream_id === undefined ? {} : { stream: refOf('stream', stream_id) }),
    ...(task_type_id === undefined ? {} : { task_type: refOf('task_type', task_type_id) }),
    ...(predecessors === undefined ? {} : { predecessors: predecessors.map((id) => refOf('task', id)) }),
    ...(assignees === undefined ? {} : { assignees: assignees.map(partyRef) }),
  }
  return {
    attributes,
    ...(Object.keys(relationships).length === 0 ? {} : { relationships }),
    ...(assignees === undefined ? {} : { meta: { delete_excluded_assignees: true } }),
  }
}

/** What the task is taken for until the server answers. */
const patchOf = (change: TaskChange): TaskChange =>
  change.predecessors === undefined
    ? change
    : { ...change, predecessors: change.predecessors.toSorted((a, b) => a - b) }

function createTask(room: Room, draft: Draft): Promise<Outcome> {
  return room.send('createTask', {
    params: { runbook_id: room.runbookId },
    attributes: { name: draft.name, ...(draft.duration === null ? {} : { duration: draft.duration }) },
    relationships: {
      stream: refOf('stream', draft.streamId),
      task_type: refOf('task_type', draft.typeId),
      predecessors: draft.after.map((id) => refOf('task', id)),
      assignees: draft.owners.map(partyRef),
    },
  })
}

const queues = new WeakMap<Room, EntryQueue>()

/** The typed tasks of a room that are on their way; the same queue for as long as the room is open. */
export function entryQueueOf(room: Room): EntryQueue {
  let queue = queues.get(room)
  if (!queue) {
    queue = new EntryQueue(async (draft) => {
      const outcome = await createTask(room, draft)
      // The typed row says it itself.
      if (outcome.kind === 'refused')
        for (const refusal of room.state()?.refusals ?? [])
          if (refusal.error === outcome.error) room.closeRefusal(refusal)
      return outcome
    })
    queues.set(room, queue)
  }
  return queue
}

export interface BulkProgress {
  readonly done: number
  readonly all: number
  readonly stopped?: { readonly taskId: number | undefined; readonly reason: string }
}

/** Tasks of one call. */
const AT_ONCE = 1_000

/**
 * Changes several tasks, all or none of a call; stops where one is refused, and names it.
 *
 * @param changeOf undefined leaves a task as it is
 */
export async function changeTasks(
  room: Room,
  taskIds: readonly number[],
  changeOf: (taskId: number) => TaskChange | undefined,
  tell: (progress: BulkProgress) => void,
): Promise<boolean> {
  const changes = taskIds
    .toSorted((one, other) => one - other)
    .flatMap((taskId) => {
      const change = changeOf(taskId)
      return change ? [{ taskId, change }] : []
    })
  const all = changes.length
  for (let done = 0; done < all; done += AT_ONCE) {
    tell({ done, all })
    const part = changes.slice(done, done + AT_ONCE)
    const items = part.map(({ taskId, change }) => ({ id: String(taskId), ...writeOf(change) }))
    const patches = Object.fromEntries(part.map(({ taskId, change }) => [taskId, patchOf(change)]))
    const outcome = await room.send(
      'writeTasks',
      { params: { runbook_id: room.runbookId }, items },
      { patches },
    )
    if (outcome.kind === 'refused') {
      const reason = outcome.error.problems[0]?.detail ?? outcome.error.message
      tell({ done, all, stopped: { taskId: refusedTask({ patches }, outcome.error), reason } })
      return false
    }
  }
  tell({ done: all, all })
  return true
}
