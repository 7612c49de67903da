import type { Plan, Task } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { isOf } from '../runbook/filters.ts'

/** What happens now, as positions in `plan.tasks`. */
export interface NowTasks {
  /** Of whoever looks, to be started or finished: those that became ready first stand first, and stay there when started. */
  readonly yours: readonly number[]
  /** Of whoever looks, still waiting: by forecast start. */
  readonly yoursNext: readonly number[]
  /** Of others, by their start. */
  readonly running: readonly number[]
  /** Of others, by when they became ready. */
  readonly canStart: readonly number[]
}

/** Sorts out what is going on for one person. One pass over the tasks. @param me id of the person who looks */
export function nowTasks(plan: Plan, schedule: Schedule, me: number): NowTasks {
  const yours: number[] = []
  const yoursNext: number[] = []
  const running: number[] = []
  const canStart: number[] = []
  for (const [at, { stage }] of plan.tasks.entries()) {
    if (stage === 'complete') continue
    const isMine = isOf(plan, at, me)
    if (stage === 'not_startable') {
      if (isMine) yoursNext.push(at)
    } else if (isMine) yours.push(at)
    else if (stage === 'in_progress') running.push(at)
    else canStart.push(at)
  }
  const { start } = schedule.times
  const by = (key: (at: number) => number) => (one: number, other: number) => {
    const [before, after] = [key(one), key(other)]
    return (Number.isNaN(before) ? 0 : before) - (Number.isNaN(after) ? 0 : after) || one - other
  }
  return {
    yours: yours.sort(by((at) => readyAt(plan, schedule, at))),
    yoursNext: yoursNext.sort(by((at) => start[at] ?? 0)),
    running: running.sort(by((at) => plan.tasks[at]?.start_actual ?? 0)),
    canStart: canStart.sort(by((at) => readyAt(plan, schedule, at))),
  }
}

/** Since when nothing but a person holds a task, seconds since the epoch. */
export function readyAt(plan: Plan, { times }: Schedule, at: number): number {
  return plan.tasks[at]?.start_ready ?? times.ready[at] ?? times.start[at] ?? 0
}

/** Positions of the tasks that wait for a task, the first to come first; what is over does not wait. */
export function followersOf(plan: Plan, { network, times }: Schedule, at: number): readonly number[] {
  const { successorOffsets, successors } = network
  return [...successors.subarray(successorOffsets[at] ?? 0, successorOffsets[at + 1] ?? 0)]
    .filter((next) => plan.tasks[next]?.stage !== 'complete')
    .sort((one, other) => (times.start[one] ?? 0) - (times.start[other] ?? 0) || one - other)
}

/** The predecessor that a task waits for longest: the one expected to end last. Undefined when none is open. */
export function lastBefore(plan: Plan, { times }: Schedule, task: Task): Task | undefined {
  let last: Task | undefined
  let lastEnd = Number.NEGATIVE_INFINITY
  for (const id of task.predecessors) {
    const at = plan.positions.get(id) ?? -1
    const before = plan.tasks[at]
    if (!before || before.stage === 'complete') continue
    const end = times.end[at] ?? 0
    if (end > lastEnd) {
      last = before
      lastEnd = end
    }
  }
  return last
}
