import type { Plan } from './plan.ts'

/** Tasks that wait for this one alone: they can start as soon as it is out of the way. */
export function freedBy({ tasks, positions }: Pick<Plan, 'tasks' | 'positions'>, taskId: number): number[] {
  const isOpen = (id: number) => id !== taskId && tasks[positions.get(id) ?? -1]?.stage !== 'complete'
  return tasks.flatMap(({ id, stage, predecessors }) =>
    stage === 'not_startable' && predecessors.includes(taskId) && !predecessors.some(isOpen) ? [id] : [],
  )
}
