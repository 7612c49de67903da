import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import type { LineMilestone } from './run-line.tsx'

/** The milestones of a plan by their time, without one that only marks the start. */
export function milestonesOf({ tasks, taskTypes }: Plan, { times }: Schedule): readonly LineMilestone[] {
  const found: LineMilestone[] = []
  for (const [at, task] of tasks.entries()) {
    if (taskTypes.get(task.task_type_id)?.key !== 'milestone' || task.predecessors.length === 0) continue
    const end = times.end[at] ?? Number.NaN
    if (Number.isNaN(end) || task.completion_type === 'complete_abandoned') continue
    found.push({ id: task.id, name: task.name, at: end, isDone: task.stage === 'complete' })
  }
  return found.sort((one, other) => one.at - other.at || one.id - other.id)
}
