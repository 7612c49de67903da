import { sweepBackward } from './backward.ts'
import { isPausedIn, pausedBetween } from './pauses.ts'
import type { PlanFacts } from './planned.ts'
import { allocateTimes, type Times } from './times.ts'

/** Stages of a task as small numbers, in the order in which a task passes through them. */
export const NOT_STARTABLE = 0
export const STARTABLE = 1
export const IN_PROGRESS = 2
export const COMPLETE = 3

/** What is known of a run, one entry per position; instants in whole seconds UTC, NaN = none. */
export interface RunFacts extends PlanFacts {
  /** `NOT_STARTABLE`, `STARTABLE`, `IN_PROGRESS` or `COMPLETE`. */
  stage: Uint8Array
  /** Present from `IN_PROGRESS` on; a task skipped before its start has none. */
  startActual: Float64Array
  /** Present when `COMPLETE`. */
  endActual: Float64Array
  /** 1 = its branch was not chosen: it takes no further part in the run. */
  abandoned: Uint8Array
  /** Two instants per pause of the run, from and until, ascending; the last `until` is NaN while the run is paused. */
  pauses: Float64Array
  /** Live runs enforce fixed starts, rehearsals do not. */
  enforceFixed: boolean
  /** The baseline of the run, for lateness. */
  plannedStart: Float64Array
  plannedEnd: Float64Array
}

/** Actual times where there are any, expected times elsewhere, and until when they stand. */
export interface Forecast extends Times {
  /** Latest end of the tasks that extend the runbook, not before the start of the run. */
  runbookEnd: number
  /**
   * For the same facts, the forecast at any instant t with now ≤ t < `validUntil` is this one, and so is lateness;
   * after `validUntil` it differs. `now` itself when something moves with the clock; Infinity when nothing ever will.
   */
  validUntil: number
}

/**
 * Expected times of a run from its facts and the clock.
 *
 * - Complete: its actual times; a task skipped before its start takes place at the moment it was skipped.
 * - In progress: ends its duration after its start, not before now. Work stands still while the run is paused: the
 *   pauses since its start come on top, the present one as if the run were resumed now.
 * - Not started: starts when the last of its predecessors ends, not before the start of the run, not before its
 *   fixed start where that is enforced, and never in the past, whatever its stage.
 * - Abandoned: holds nobody back and does not count for the end. It keeps its own times, or takes the instant at
 *   which it would have been ready; its floats mean nothing and it is not critical.
 * - A task that was started before one of its predecessors ended keeps its facts; that link binds no more.
 *
 * Floats and criticality: as in `sweepBackward`, on these times. Of what is complete they tell how much later it
 * could have ended.
 *
 * @param facts `origin` is the start of the run
 * @param now not before any of the facts
 * @param into a forecast of the same network that nobody reads any more: its arrays are written over
 */
export function forecastTasks(facts: RunFacts, now: number, into?: Forecast): Forecast {
  const { network, offEnd } = facts
  const { size } = network
  const times = into?.start.length === size ? into : allocateTimes(size, true)
  const forecast = Object.assign(times, sweepForward(facts, now, times))
  sweepBackward(network, forecast, forecast.runbookEnd, offEnd)
  return forecast
}

/** Forward pass of a forecast: fills `start`, `end` and `ready`. */
export function sweepForward(
  facts: RunFacts,
  now: number,
  { start, end, ready }: Pick<Times, 'start' | 'end' | 'ready'>,
): Pick<Forecast, 'runbookEnd' | 'validUntil'> {
  const { network, durations, startFixed, offEnd, stage, startActual, endActual, abandoned, pauses } = facts
  const { size, order, predecessorOffsets, predecessors } = network
  const { origin, enforceFixed } = facts
  const isPaused = isPausedIn(pauses)
  let runbookEnd = origin
  let validUntil = Number.POSITIVE_INFINITY
  for (let k = 0; k < size; k += 1) {
    const task = order[k]!
    const taskStage = stage[task]!
    const isAbandoned = abandoned[task] === 1
    // Of a task that has started, only what came before its start can have held it.
    let started = Number.POSITIVE_INFINITY
    if (taskStage >= IN_PROGRESS) {
      started = startActual[task]!
      if (taskStage === COMPLETE && !(started <= endActual[task]!)) started = endActual[task]!
    }
    let from = origin
    for (let link = predecessorOffsets[task]!, last = predecessorOffsets[task + 1]!; link < last; link += 1) {
      const predecessor = predecessors[link]!
      const ended = end[predecessor]!
      if (ended > from && ended <= started && abandoned[predecessor] !== 1) from = ended
    }
    if (enforceFixed) {
      const fixed = startFixed[task]!
      if (fixed > from && fixed <= started) from = fixed
    }
    let taskStart = started
    let taskEnd: number
    if (isAbandoned) {
      if (!(taskStart < Number.POSITIVE_INFINITY)) taskStart = from
      taskEnd = endActual[task]! > taskStart ? endActual[task]! : taskStart
    } else if (taskStage === COMPLETE) {
      taskEnd = endActual[task]!
    } else if (taskStage === IN_PROGRESS) {
      taskEnd = started + durations[task]! + pausedBetween(pauses, started, now)
      if (isPaused) validUntil = now
      if (taskEnd < validUntil) validUntil = taskEnd
      if (taskEnd < now) taskEnd = now
    } else {
      if (from < validUntil) validUntil = from
      taskStart = from > now ? from : now
      taskEnd = taskStart + durations[task]!
    }
    start[task] = taskStart
    end[task] = taskEnd
    ready[task] = isAbandoned ? Number.NaN : from < taskStart ? from : taskStart
    if (taskEnd > runbookEnd && !isAbandoned && (offEnd === undefined || offEnd[task] !== 1)) {
      runbookEnd = taskEnd
    }
  }
  return { runbookEnd, validUntil: validUntil > now ? validUntil : now }
}
