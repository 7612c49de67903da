import type { Plan } from '../room/plan.ts'
import { shownMinute } from '../time/format.ts'
import { type Entry, taskIdOf } from './entries.ts'

/**
 * By how many shown minutes a task was started, or finished, after (positive) or before its plan; 0 where it is not
 * known, or was in another run.
 */
export function minutesOff(entry: Entry, { tasks, positions, run }: Plan): number {
  const task = tasks[positions.get(taskIdOf(entry) ?? -1) ?? -1]
  if (!task || !run || entry.at < run.start_actual || (run.end_actual !== null && entry.at > run.end_actual))
    return 0
  const planned =
    entry.name === 'task.started'
      ? task.start_planned
      : entry.name === 'task.finished'
        ? task.end_planned
        : null
  return planned === null ? 0 : shownMinute(entry.at) - shownMinute(planned)
}
