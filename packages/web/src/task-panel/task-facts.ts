import { countWaiting } from '../room/cause.ts'
import { type TaskLook, taskLook } from '../room/look.ts'
import type { Instant, Plan, Task } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'

/** What the panel says of a task, worked out once per change of the plan. */
export interface TaskFacts {
  readonly task: Task
  /** Position in `plan.tasks`. */
  readonly at: number
  readonly look: TaskLook
  readonly plannedStart: Instant
  readonly plannedEnd: Instant
  /** Actual where there is one, else forecast. */
  readonly start: Instant
  readonly end: Instant
  /** Seconds planned; 0 for types that take none. */
  readonly duration: number
  /** Seconds by which it can slip; 0 when it is critical. */
  readonly float: number
  /** Positions of tasks that it waits for, and of those that wait for it. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** How many open tasks wait for it in the end. */
  readonly holds: number
}

/**
 * @param now seconds since the epoch, by the server's clock
 * @returns undefined when there is no such task
 */
export function taskFacts(plan: Plan, schedule: Schedule, id: number, now: Instant): TaskFacts | undefined {
  const at = plan.positions.get(id)
  const task = at === undefined ? undefined : plan.tasks[at]
  if (at === undefined || !task) return undefined
  const { network, times, plannedStart, plannedEnd } = schedule
  const neighbours = (offsets: Int32Array, targets: Int32Array) =>
    Array.from(targets.subarray(offsets[at] ?? 0, offsets[at + 1] ?? 0))
  return {
    task,
    at,
    look: taskLook(plan, schedule, at, now),
    plannedStart: plannedStart[at] ?? now,
    plannedEnd: plannedEnd[at] ?? now,
    start: times.start[at] ?? now,
    end: times.end[at] ?? now,
    duration: plannedDuration(task, plan.taskTypes),
    float: Math.max(0, times.totalFloat[at] ?? 0),
    before: neighbours(network.predecessorOffsets, network.predecessors),
    after: neighbours(network.successorOffsets, network.successors),
    holds: countWaiting(plan, schedule, at),
  }
}

/**
 * The tasks before and after one in an order of positions, such as the rows of a view.
 *
 * @returns ids; undefined at the ends
 */
export function neighboursIn(
  plan: Plan,
  order: readonly number[],
  at: number,
): { readonly previous: number | undefined; readonly next: number | undefined } {
  const place = order.indexOf(at)
  const idAt = (index: number) => plan.tasks[order[index] ?? -1]?.id
  return place < 0
    ? { previous: undefined, next: idAt(0) }
    : { previous: place === 0 ? undefined : idAt(place - 1), next: idAt(place + 1) }
}

/** Positions in planned order: by start, then by end, then by number; only those that pass a mask. */
export function plannedOrder(plan: Plan, schedule: Schedule, mask: Uint8Array): number[] {
  const { plannedStart, plannedEnd } = schedule
  const of = (column: Float64Array, at: number) => {
    const value = column[at] ?? Number.NaN
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  return plan.tasks
    .map((_, at) => at)
    .filter((at) => mask[at] === 1)
    .sort((a, b) => {
      const starts = [of(plannedStart, a), of(plannedStart, b)] as const
      const ends = [of(plannedEnd, a), of(plannedEnd, b)] as const
      if (starts[0] !== starts[1]) return starts[0] < starts[1] ? -1 : 1
      return ends[0] === ends[1] ? a - b : ends[0] < ends[1] ? -1 : 1
    })
}
