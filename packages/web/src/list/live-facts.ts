import { deltaMinutes, type Look, taskLook } from '../room/look.ts'
import type { Plan, Task } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'
import { shownMinute } from '../time/format.ts'

/** What a row of a run shows of a task, in whole minutes: as long as these are the same, the row is. */
export interface LiveFacts {
  readonly look: Look
  readonly isMilestone: boolean
  readonly isHeldByFixed: boolean
  readonly isOver: boolean
  readonly isCritical: boolean
  readonly plannedStart: number
  readonly start: number
  readonly isStartFact: boolean
  readonly isStartLoud: boolean
  readonly plannedEnd: number
  readonly end: number
  readonly isEndFact: boolean
  readonly isEndLoud: boolean
  readonly isFixedPassed: boolean
  readonly delta: number
  readonly duration: number
}

/** @param now seconds since the epoch, by the server's clock */
export function liveFacts(plan: Plan, schedule: Schedule, at: number, now: number): LiveFacts {
  const task = plan.tasks[at] as Task
  const { times, plannedStart, plannedEnd } = schedule
  const look = taskLook(plan, schedule, at, now)
  const minute = (instant: number | undefined) =>
    instant === undefined || Number.isNaN(instant) ? Number.NaN : shownMinute(instant) * 60
  const start = minute(times.start[at])
  return {
    look: look.look,
    isMilestone: look.isMilestone,
    isHeldByFixed: look.isHeldByFixed,
    isOver: look.over > 0,
    isCritical: look.isCritical && task.stage !== 'complete',
    plannedStart: minute(plannedStart[at]),
    start,
    isStartFact: task.start_actual !== null,
    isStartLoud: look.ownStartLate,
    plannedEnd: minute(plannedEnd[at]),
    end: minute(times.end[at]),
    isEndFact: task.end_actual !== null,
    isEndLoud: look.ownEndLate,
    isFixedPassed: task.start_fixed !== null && start > minute(task.start_fixed),
    delta: deltaMinutes(schedule, at),
    duration: plannedDuration(task, plan.taskTypes),
  }
}

/** Whether all members of two objects of one shape are the same. */
export function isSameShallow<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => Object.is(one[key], other[key]))
}
