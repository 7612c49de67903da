import { pausedBetween, RUNNING_OVER } from '@runsheet/domain'
import { shownMinute } from '../time/format.ts'
import { type Instant, type Plan, pauseTimes, type Task } from './plan.ts'
import { plannedDuration, type Schedule } from './schedule.ts'

/** The six ways in which a task can look. */
export type Look = 'waiting' | 'startable' | 'progress' | 'complete' | 'skipped' | 'abandoned'

/** What the signs of a task show; one place decides it for row, node, bar and card. */
export interface TaskLook {
  readonly look: Look
  readonly isMilestone: boolean
  /** It may not start before an instant that has not come (live runs), or has one planned. */
  readonly isHeldByFixed: boolean
  /** Elapsed ÷ duration of a running task, 0 to 1. */
  readonly progress: number
  /** Seconds that a running task has taken, pauses apart; 0 otherwise. */
  readonly elapsed: number
  /** Seconds by which it runs over its duration; 0 when it does not. */
  readonly over: number
  readonly isCritical: boolean
  /** The delay is made here: it runs over, or is ready and not started, or started late. Only these are loud. */
  readonly ownStartLate: boolean
  readonly ownEndLate: boolean
}

const completionLooks: Readonly<Record<string, Look>> = {
  complete_skipped: 'skipped',
  complete_abandoned: 'abandoned',
}

export function lookOf(task: Task): Look {
  switch (task.stage) {
    case 'startable':
      return 'startable'
    case 'in_progress':
      return 'progress'
    case 'complete':
      return completionLooks[task.completion_type ?? ''] ?? 'complete'
    default:
      return 'waiting'
  }
}

/**
 * @param at position of the task
 * @param now seconds since the epoch, by the server's clock
 */
export function taskLook(plan: Plan, schedule: Schedule, at: number, now: Instant): TaskLook {
  const task = plan.tasks[at] as Task
  const { times, plannedStart } = schedule
  const look = lookOf(task)
  const duration = plannedDuration(task, plan.taskTypes)
  const isRunning = look === 'progress' && task.start_actual !== null
  const started = task.start_actual ?? now
  const elapsed = isRunning
    ? Math.max(0, now - started - pausedBetween(pauseTimes(plan.run), started, now))
    : 0
  const over = isRunning ? Math.max(0, elapsed - duration) : 0
  const start = times.start[at] ?? now
  const isReadyLate =
    look === 'startable' && plan.run !== null && shownMinute(start) > shownMinute(plannedStart[at] ?? start)
  const flags = schedule.late[at] ?? 0
  return {
    look,
    isMilestone: plan.taskTypes.get(task.task_type_id)?.key === 'milestone',
    isHeldByFixed: look === 'waiting' && task.start_fixed !== null,
    progress: duration === 0 ? (isRunning ? 1 : 0) : Math.min(1, elapsed / duration),
    elapsed,
    over,
    isCritical: times.critical[at] === 1,
    ownStartLate: isReadyLate,
    ownEndLate:
      (flags & RUNNING_OVER) !== 0 ||
      (isRunning && shownMinute(times.end[at] ?? now) > shownMinute(schedule.plannedEnd[at] ?? now)),
  }
}

/** The difference of the shown minutes between forecast (or actual) and planned end: positive is late. 0 while planning. */
export function deltaMinutes(schedule: Schedule, at: number): number {
  const planned = schedule.plannedEnd[at] ?? Number.NaN
  const expected = schedule.times.end[at] ?? Number.NaN
  return Number.isNaN(planned) || Number.isNaN(expected) ? 0 : shownMinute(expected) - shownMinute(planned)
}
