import { COMPLETE, type Forecast, IN_PROGRESS, type RunFacts } from './forecast.ts'
import { pausedBetween } from './pauses.ts'

/** Not complete, and started, or to be started, after its planned start. */
export const LATE_TO_START = 1
/** In progress for longer than its duration (pauses apart), whatever the plan said about when. */
export const RUNNING_OVER = 2
/** Complete, and ended after its planned end. */
export const LATE_TO_FINISH = 4
/** Not complete, and expected to end after its planned end. */
export const WILL_BE_LATE = 8

/** The flags that make a task late: those that compare its times with the baseline. */
export const LATE = LATE_TO_START | LATE_TO_FINISH | WILL_BE_LATE

/**
 * What is late about each task: a sum of the flags above, 0 when it is on time or ahead. Abandoned tasks are never
 * late. A task without planned times cannot be late, only `RUNNING_OVER`.
 *
 * @param now the instant for which `forecast` was made
 */
export function lateFlags(facts: RunFacts, forecast: Forecast, now: number): Uint8Array {
  const { stage, abandoned, durations, pauses, plannedStart, plannedEnd } = facts
  const { start, end } = forecast
  const flags = new Uint8Array(end.length)
  for (let task = 0; task < flags.length; task += 1) {
    if (abandoned[task] === 1) continue
    const endsLate = end[task]! > plannedEnd[task]!
    if (stage[task] === COMPLETE) {
      if (endsLate) flags[task] = LATE_TO_FINISH
      continue
    }
    let flag = 0
    if (start[task]! > plannedStart[task]!) flag |= LATE_TO_START
    if (endsLate) flag |= WILL_BE_LATE
    if (stage[task] === IN_PROGRESS) {
      const worked = now - start[task]! - pausedBetween(pauses, start[task]!, now)
      if (worked > durations[task]!) flag |= RUNNING_OVER
    }
    flags[task] = flag
  }
  return flags
}

/**
 * `is_late` of one task: its forecast or actual time is after its planned time. While the task is not complete its
 * start and its end count; once it is complete only its end does.
 */
export function isLate(flags: Uint8Array, task: number): boolean {
  return (flags[task]! & LATE) !== 0
}
