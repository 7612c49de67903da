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

/** Why a task stands where it stands: ready since when, running since when, or after what it comes. */
export function remarkOf({ home }: Pick<Words, 'home'>, entry: MyTask, now: number, zone: string): string {
  const { stage, runbook_stage, start_ready, start_actual, runbook_start, waits_for, waits_for_count } =
    entry.attributes
  if (isReady(entry)) {
    const since = start_ready === null ? now : secondsOf(start_ready)
    return now - since < 60 ? home.readyNow : home.readyFor(lengthPassed(now - since))
  }
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

/** When a task comes, by its plan: the fixed start, the planned one, or the start of its runbook. */
export function timeOf({ attributes }: MyTask, text: (at: number) => string): string {
  const { stage, start_fixed, start_planned, runbook_start } = attributes
  if (stage === 'in_progress') return ''
  return text(secondsOf(start_fixed ?? start_planned ?? runbook_start))
}
