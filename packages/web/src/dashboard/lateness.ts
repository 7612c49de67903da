import { RUNNING_OVER } from '@runsheet/domain'
import { type Delay, ownDelay } from '../room/cause.ts'
import { type Plan, pauseTimes, type Stream } from '../room/plan.ts'
import { isLateAt, type Schedule } from '../room/schedule.ts'

/** Open tasks that are late, apart by where the delay is made, and those that soon may be. */
export interface Lateness {
  /** Late by themselves: critical ones first, then by what they add. */
  readonly own: readonly Delay[]
  /** Late only because of others: how many in each top stream, the most first. */
  readonly inherited: readonly { readonly stream: Stream; readonly count: number }[]
  readonly inheritedCount: number
  /** Not late, but with less float left than a few minutes, or running over it. Positions, the least float first. */
  readonly atRisk: readonly number[]
}

/** Own delay below this does not show in minutes. */
const NOTABLE_S = 60

/** A task under way with less float than this may make the run late before anybody looks again. */
const RISKY_FLOAT_S = 5 * 60

/** Sorts the open tasks of a run by lateness. One pass over the tasks. */
export function latenessOf(plan: Plan, schedule: Schedule): Lateness {
  const { tasks, streams, run } = plan
  const pauses = pauseTimes(run)
  const topOf = new Map(streams.map(({ id, parent_id }) => [id, parent_id ?? id]))
  const own: Delay[] = []
  const counts = new Map<number, number>()
  const atRisk: number[] = []
  let inheritedCount = 0
  const floatOf = (at: number) => schedule.times.totalFloat[at] ?? Number.POSITIVE_INFINITY
  for (const [at, task] of tasks.entries()) {
    if (task.stage === 'complete' || run === null) continue
    const isLate = isLateAt(schedule, at)
    if (isLate) {
      const delay = ownDelay(plan, schedule, at, pauses)
      if (delay && delay.seconds >= NOTABLE_S) own.push(delay)
      else {
        const top = topOf.get(task.stream_id) ?? task.stream_id
        counts.set(top, (counts.get(top) ?? 0) + 1)
        inheritedCount += 1
      }
    } else if (task.stage !== 'not_startable') {
      const isOver = ((schedule.late[at] ?? 0) & RUNNING_OVER) !== 0
      const isTight = schedule.times.critical[at] !== 1 && floatOf(at) < RISKY_FLOAT_S
      if (isOver || isTight) atRisk.push(at)
    }
  }
  const critical = (at: number) => schedule.times.critical[at] ?? 0
  return {
    own: own.sort(
      (one, other) =>
        critical(other.at) - critical(one.at) || other.seconds - one.seconds || one.at - other.at,
    ),
    inherited: streams
      .flatMap((stream) => {
        const count = counts.get(stream.id) ?? 0
        return count > 0 ? [{ stream, count }] : []
      })
      .sort((one, other) => other.count - one.count),
    inheritedCount,
    atRisk: atRisk.sort((one, other) => floatOf(one) - floatOf(other) || one - other),
  }
}
