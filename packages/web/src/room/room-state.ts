import type { ApiError } from '@runsheet/client'
import type { LiveEventData } from './apply-event.ts'
import type { ConnectionState } from './live-connection.ts'
import type { Write } from './outbox.ts'
import type { Plan, Task } from './plan.ts'
import { readTask, type Wire } from './read-documents.ts'
import type { Schedule } from './schedule.ts'

/** Somebody who has the runbook open. */
export interface Present {
  readonly userId: number
  readonly name: string
  readonly taskId: number | null
}

/** A refusal that is shown where its action was taken, until it is closed or the action is taken again. */
export interface Refusal {
  readonly error: ApiError
  readonly taskId: number | undefined
  readonly endpoint: string
}

/** What the room shows at one moment. Immutable: a new one for each change. */
export interface RoomState {
  readonly plan: Plan
  readonly schedule: Schedule
  readonly connection: ConnectionState
  /** When the line was lost, seconds by the server's clock. */
  readonly brokenSince: number | undefined
  readonly waiting: readonly Write[]
  readonly refusals: readonly Refusal[]
  readonly present: readonly Present[]
  readonly presentCount: number
  /** Tasks that somebody else changed a moment ago, with the instant (ms). */
  readonly touched: ReadonlyMap<number, number>
  /** The newest events that came over the line, newest last; at most 50. */
  readonly events: readonly LiveEventData[]
}

/** Who is here, as the live stream tells it. */
export interface WirePresence {
  readonly here: readonly {
    readonly user: { readonly id: string; readonly name: string }
    readonly task: string | null
  }[]
  readonly count?: number
}

/** The plan with what was asked for and is not answered yet laid over it. */
export function withWaiting(truth: Plan, waiting: readonly Write[]): Plan {
  const patches = new Map<number, Partial<Task>>()
  for (const { taskId, patch } of waiting)
    if (taskId !== undefined && patch) patches.set(taskId, { ...patches.get(taskId), ...patch })
  if (patches.size === 0) return truth
  const tasks = truth.tasks.map((task) => {
    const patch = patches.get(task.id)
    return patch ? { ...task, ...patch } : task
  })
  return { ...truth, tasks }
}

/** The plan with the task that an answer holds, when it is one that the plan has. */
export function withAnswer(truth: Plan, body: unknown): Plan {
  const { data } = (body ?? {}) as { data?: Wire }
  const at = data?.type === 'task' ? truth.positions.get(Number(data.id)) : undefined
  return data === undefined || at === undefined
    ? truth
    : { ...truth, tasks: truth.tasks.with(at, readTask(data)) }
}

/** Who is here, as the room keeps it. */
export function readPresence({ here }: WirePresence): readonly Present[] {
  return here.map(({ user, task }) => ({
    userId: Number(user.id),
    name: user.name,
    taskId: task === null ? null : Number(task),
  }))
}
