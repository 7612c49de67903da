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
  const lay = (id: number, patch: Partial<Task>) => patches.set(id, { ...patches.get(id), ...patch })
  for (const { taskId, patch, patches: several = {} } of waiting) {
    if (taskId !== undefined && patch) lay(taskId, patch)
    for (const [id, each] of Object.entries(several)) lay(Number(id), each)
  }
  if (patches.size === 0) return truth
  const tasks = truth.tasks.map((task) => {
    const patch = patches.get(task.id)
    return patch ? { ...task, ...patch } : task
  })
  return { ...truth, tasks }
}

/** The plan with the tasks that an answer holds, as far as the plan has them. */
export function withAnswer(truth: Plan, body: unknown): Plan {
  const { data = [] } = (body ?? {}) as { data?: Wire | readonly Wire[] | null }
  const told = [data ?? []]
    .flat()
    .filter(({ type, id }) => type === 'task' && truth.positions.has(Number(id)))
  if (told.length === 0) return truth
  const tasks = [...truth.tasks]
  for (const wire of told) tasks[truth.positions.get(Number(wire.id)) ?? -1] = readTask(wire)
  return { ...truth, tasks }
}

/** Who is here, as the room keeps it. */
export function readPresence({ here }: WirePresence): readonly Present[] {
  return here.map(({ user, task }) => ({
    userId: Number(user.id),
    name: user.name,
    taskId: task === null ? null : Number(task),
  }))
}
