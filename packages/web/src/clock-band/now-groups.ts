import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { isOf } from '../runbook/filters.ts'

/** What goes on in a run at this moment. Positions of `plan.tasks`, each list the most urgent first. */
export interface NowGroups {
  /** Tasks of the person who looks that can start, then those that they run. */
  readonly mine: readonly number[]
  readonly running: readonly number[]
  /** What can start and is not of the person who looks. */
  readonly startable: readonly number[]
  /** Tasks on the critical path that come next. */
  readonly next: readonly number[]
  /** Counts with those of the person who looks. */
  readonly runningCount: number
  readonly startableCount: number
}

/** One pass over the tasks. @param me id of the person who looks */
export function nowGroups(plan: Plan, { times }: Schedule, me: number): NowGroups {
  const mine: number[] = []
  const running: number[] = []
  const startable: number[] = []
  const next: number[] = []
  let runningCount = 0
  let startableCount = 0
  for (let at = 0; at < plan.tasks.length; at += 1) {
    const stage = plan.tasks[at]?.stage
    if (stage === 'in_progress') {
      runningCount += 1
      running.push(at)
    } else if (stage === 'startable') {
      startableCount += 1
      if (isOf(plan, at, me)) mine.push(at)
      else startable.push(at)
    } else if (stage === 'not_startable' && times.critical[at] === 1) next.push(at)
  }
  const by = (column: Float64Array) => (one: number, other: number) =>
    (column[one] ?? 0) - (column[other] ?? 0) || one - other
  const isMine = (at: number) => isOf(plan, at, me)
  running.sort(by(times.end))
  return {
    mine: [...mine.sort(by(times.totalFloat)), ...running.filter(isMine)],
    running: running.filter((at) => !isMine(at)),
    startable: startable.sort(by(times.totalFloat)),
    next: next.sort(by(times.start)),
    runningCount,
    startableCount,
  }
}
