import type { Plan, Task } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'

/** Stands in the order of a run for the rule between what has started or can, and what is to come. */
export const NOW_ROW = 0

/**
 * The order of a run: what has ended, by its end; what runs, by its start; what can start; the rule of now; what is
 * to come, by forecast. Ids of tasks, and {@link NOW_ROW} once. After the end of a run the rule parts what was done
 * from what was not, and is left out when everything was.
 *
 * @param mask which positions are shown
 */
export function liveOrder(plan: Plan, { times }: Schedule, mask: Uint8Array): readonly number[] {
  const groups: [Row[], Row[], Row[], Row[]] = [[], [], [], []]
  for (const [at, task] of plan.tasks.entries()) {
    if (mask[at] !== 1) continue
    const group = groupOf(task)
    const key = group < 2 ? (group === 0 ? task.end_actual : task.start_actual) : (times.start[at] ?? null)
    // What was abandoned never ended: it stands where it would have.
    groups[group].push({ id: task.id, key: key ?? times.end[at] ?? 0 })
  }
  const [ended, running, ready, coming] = groups.map((rows) => rows.sort(byKey).map(({ id }) => id))
  const hasEnded = plan.run?.end_actual !== null && plan.run !== null
  const above = [...(ended ?? []), ...(running ?? []), ...(ready ?? [])]
  if (hasEnded && coming?.length === 0) return above
  return [...above, NOW_ROW, ...(coming ?? [])]
}

interface Row {
  readonly id: number
  readonly key: number
}

const byKey = (one: Row, other: Row) =>
  (Number.isNaN(one.key) ? 0 : one.key) - (Number.isNaN(other.key) ? 0 : other.key) || one.id - other.id

function groupOf({ stage }: Task): 0 | 1 | 2 | 3 {
  switch (stage) {
    case 'complete':
      return 0
    case 'in_progress':
      return 1
    case 'startable':
      return 2
    default:
      return 3
  }
}
