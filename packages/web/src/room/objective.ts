import type { Instant, Plan } from './plan.ts'
import type { Schedule } from './schedule.ts'

/** A recovery time objective, and how a run or a plan stands to it. */
export interface Objective {
  /** Position of the task whose end counts. */
  readonly at: number
  /** The instant by which it must have ended. */
  readonly due: Instant
  /** When it is expected to end, or ended. */
  readonly expected: Instant
  /** It has ended: nothing is expected any more. */
  readonly isFact: boolean
}

/** The objective counts from the start of one task to the end of another; undefined where the runbook has none. */
export function objectiveOf({ runbook, positions, tasks }: Plan, { times }: Schedule): Objective | undefined {
  const from = positions.get(runbook.rto_start_task_id ?? -1)
  const at = positions.get(runbook.rto_end_task_id ?? -1)
  if (runbook.rto === null || from === undefined || at === undefined) return undefined
  const expected = times.end[at] ?? Number.NaN
  const due = (times.start[from] ?? Number.NaN) + runbook.rto
  if (Number.isNaN(expected) || Number.isNaN(due)) return undefined
  return { at, due, expected, isFact: tasks[at]?.stage === 'complete' }
}
