import type { Plan, Task } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'

/** What a row of a plan shows of a task, apart from what it says itself. Instants and lengths in seconds. */
export interface PlanningFacts {
  readonly start: number
  readonly end: number
  readonly float: number
  readonly isCritical: boolean
  readonly duration: number
  /** Its type takes no time. */
  readonly isWithoutDuration: boolean
}

export function planningFacts(plan: Plan, { times }: Schedule, at: number): PlanningFacts {
  const task = plan.tasks[at] as Task
  return {
    start: times.start[at] ?? Number.NaN,
    end: times.end[at] ?? Number.NaN,
    float: times.totalFloat[at] ?? 0,
    isCritical: times.critical[at] === 1,
    duration: plannedDuration(task, plan.taskTypes),
    isWithoutDuration: plan.taskTypes.get(task.task_type_id)?.zero_duration ?? false,
  }
}
