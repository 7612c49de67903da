import type { Plan } from '../room/plan.ts'
import type { Refusal } from '../room/room-state.ts'

/** The task that stands behind a refusal: another one that its words name, else the predecessor that is still open. */
export function otherTask(
  { error, taskId }: Pick<Refusal, 'error' | 'taskId'>,
  plan: Plan,
): number | undefined {
  const named = [...error.message.matchAll(/#?(\d+)/g)]
    .map(([, id]) => Number(id))
    .find((id) => id !== taskId && plan.positions.has(id))
  if (named !== undefined) return named
  if (error.code !== 'task_not_startable') return undefined
  const task = plan.tasks[plan.positions.get(taskId ?? -1) ?? -1]
  return task?.predecessors.find((id) => plan.tasks[plan.positions.get(id) ?? -1]?.stage !== 'complete')
}
