import type { Times } from './times.ts'

/** Recovery time actual (RTA): from the start of one task to the end of another. */
export interface Recovery {
  /** Whole seconds: from actual times where there are any, from the forecast elsewhere. */
  seconds: number
  /** Whether both ends are facts: the start task was started or skipped, the end task is complete. */
  is_final: boolean
}

/**
 * What the plan itself needs between two tasks, to be held against the recovery time objective: planned end of the
 * end task minus planned start of the start task, in whole seconds. Negative when the end task ends first.
 */
export function plannedRecovery(
  plan: Pick<Times, 'start' | 'end'>,
  startTask: number,
  endTask: number,
): number {
  return plan.end[endTask]! - plan.start[startTask]!
}

/**
 * The recovery time of a run as far as it is known.
 *
 * @param facts the actual times; NaN = none yet
 * @param forecast of the same run
 */
export function actualRecovery(
  facts: { startActual: Float64Array; endActual: Float64Array },
  forecast: Pick<Times, 'start' | 'end'>,
  startTask: number,
  endTask: number,
): Recovery {
  const isBegun = !Number.isNaN(facts.startActual[startTask]) || !Number.isNaN(facts.endActual[startTask])
  return {
    seconds: forecast.end[endTask]! - forecast.start[startTask]!,
    is_final: isBegun && !Number.isNaN(facts.endActual[endTask]),
  }
}
