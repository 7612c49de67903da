import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'

/**
 * The order of a plan: by planned start; where starts are equal, predecessors first, then by number. Ids of tasks.
 *
 * @param mask which positions are shown
 */
export function planningOrder(plan: Plan, schedule: Schedule, mask: Uint8Array): readonly number[] {
  const { order, size } = schedule.network
  // A task without duration and its successor start at one instant: the longest way to a task decides between them.
  const depth = new Int32Array(size)
  const { predecessorOffsets, predecessors } = schedule.network
  for (const at of order) {
    let deepest = 0
    for (let link = predecessorOffsets[at] ?? 0; link < (predecessorOffsets[at + 1] ?? 0); link += 1)
      deepest = Math.max(deepest, (depth[predecessors[link] ?? 0] ?? 0) + 1)
    depth[at] = deepest
  }
  const start = schedule.times.start
  const shown: number[] = []
  for (let at = 0; at < size; at += 1) if (mask[at] === 1) shown.push(at)
  shown.sort(
    (one, other) =>
      (start[one] ?? 0) - (start[other] ?? 0) ||
      (depth[one] ?? 0) - (depth[other] ?? 0) ||
      (plan.tasks[one]?.id ?? 0) - (plan.tasks[other]?.id ?? 0),
  )
  return shown.map((at) => plan.tasks[at]?.id ?? 0)
}
