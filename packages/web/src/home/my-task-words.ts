import type { Words } from '../language/en/index.ts'
import type { TaskLook } from '../room/look.ts'
import { clockTime, lengthPassed, shortDate } from '../time/format.ts'
import { secondsOf } from '../workspaces/documents.ts'
import { isReady, type MyTask } from './home-queries.ts'

/** What the glyph of a task in a list of work shows; pauses are not known there, so nothing is called over. */
export function glyphOf(
  { attributes }: MyTask,
  now: number,
): Pick<TaskLook, 'look' | 'isMilestone' | 'isHeldByFixed' | 'progress' | 'over'> {
  const { stage, duration, start_actual, start_fixed, task_type_key } = attributes
  const elapsed = start_actual === null ? 0 : Math.max(0, now - secondsOf(start_actual))
  const look = stage === 'startable' ? 'startable' : stage === 'in_progress' ? 'progress' : 'waiting'
  return {
    look,
    isMilestone: task_type_key === 'milestone',
    isHeldByFixed: look === 'waiting' && start_fixed !== null,
    progress: duration === null || duration === 0 ? 1 : Math.min(1, elapsed / duration),
    over: 0,
  }
}

/**
 * Why a task stands where it stands: ready since when, running since when, or after what it comes.
 *
 * @param waited seconds since it became ready
 */
export function remarkOf({ home }: Pick<Words, 'home'>, entry: MyTask, waited: number, zone: string): string {
  const { stage, runbook_stage, start_actual, runbook_start, waits_for, waits_for_count } = entry.attributes
  if (isReady(entry)) return waited < 60 ? home.readyNow : home.readyFor(lengthPassed(waited))
  if (runbook_stage === 'paused') return home.paused
  if (stage === 'in_progress' && start_actual !== null)
    return home.runningSince(clockTime(secondsOf(start_actual), zone))
  if (runbook_stage === 'planning') return home.inPlan(shortDate(secondsOf(runbook_start), zone))
  const [first] = waits_for
  if (!first) return ''
  return waits_for_count === 1
    ? home.after(first.task_id, first.name)
    : home.afterMore(first.task_id, first.name, waits_for_count - 1)
}

/**
 * When a task comes: the fixed start, or the planned one, or the start of its runbook. In a run, what is not fixed may
 * come at another time than planned, which a list of work does not know: there it is called planned.
 */
export function timeOf({ home }: Pick<Words, 'home'>, entry: MyTask, text: (at: number) => string): string {
  const { stage, start_fixed, start_planned, runbook_start } = entry.attributes
  if (stage === 'in_progress') return ''
  const time = text(secondsOf(start_fixed ?? start_planned ?? runbook_start))
  return isOnlyPlanned(entry) ? home.planned(time) : time
}

/** Whether the time of a task is no more than what the plan said. */
export const isOnlyPlanned = ({ attributes }: MyTask): boolean =>
  attributes.start_fixed === null && attributes.runbook_stage !== 'planning'
