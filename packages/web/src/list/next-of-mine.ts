import { nowGroups } from '../clock-band/now-groups.ts'
import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { isOf } from '../runbook/filters.ts'

/**
 * The task that a person is to turn to next: what can start, then what they run, then what comes, by forecast.
 * From one of these on it is the one behind it, and after the last the first again.
 *
 * @param cursor id of the task where the person is
 * @param isShown whether the list shows the task with this id
 * @returns the id of a task; undefined where nothing is left to do
 */
export function nextOfMine(
  plan: Plan,
  schedule: Schedule,
  me: number,
  cursor: number | null,
  isShown: (taskId: number) => boolean,
): number | undefined {
  const { start } = schedule.times
  const toCome: number[] = []
  for (let at = 0; at < plan.tasks.length; at += 1)
    if (plan.tasks[at]?.stage === 'not_startable' && isOf(plan, at, me)) toCome.push(at)
  toCome.sort((one, other) => (start[one] ?? 0) - (start[other] ?? 0) || one - other)
  const ids = [...nowGroups(plan, schedule, me).mine, ...toCome]
    .flatMap((at) => plan.tasks[at]?.id ?? [])
    .filter(isShown)
  return ids[ids.findIndex((id) => id === cursor) + 1] ?? ids[0]
}
