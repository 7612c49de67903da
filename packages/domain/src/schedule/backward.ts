import type { Network } from './network.ts'
import type { Times } from './times.ts'

/**
 * Backward pass of the critical path method: fills latest times, floats and criticality from `start`, `end` and
 * `ready`, in one sweep against the order of the network.
 *
 * - A task may end as late as the runbook ends and as no successor is held up: `ready` of the successor plus the
 *   successor's own total float. Counting from `ready` and not from `start` makes the time for which a task waited
 *   for a person part of that task; otherwise every hand-over of a run would cut the critical path.
 * - A link whose successor is ready before the predecessor ends binds nothing and is passed over: the successor was
 *   started regardless, or it is abandoned (`ready` NaN).
 * - A fixed start that holds its task back gives the tasks before it float, as much as the gap.
 * - A task is critical when its total float is zero. A task that can never move the end of the runbook (it does not
 *   extend it, and nothing that does waits for it) is not; its latest end is the end of the runbook, or its own.
 */
export function sweepBackward(
  network: Network,
  times: Times,
  runbookEnd: number,
  offEnd: Uint8Array | undefined,
): void {
  const { order, successorOffsets, successors } = network
  const { end, ready, freeFloat } = times
  // The latest instant at which each task may be ready, until `fillFromFloats` makes it the latest start: the one
  // array that the sweep needs of a successor besides `ready`. With more of them, plans in mixed order of memory
  // wait for the cache (measured: a million shuffled tasks 250 ms, so 200 ms).
  const latestReady = times.latestStart
  for (let k = network.size - 1; k >= 0; k -= 1) {
    const task = order[k]!
    const taskEnd = end[task]!
    const taskReady = ready[task]!
    let latest = offEnd !== undefined && offEnd[task] === 1 ? Number.POSITIVE_INFINITY : runbookEnd
    let free = latest
    for (let link = successorOffsets[task]!, last = successorOffsets[task + 1]!; link < last; link += 1) {
      const successor = successors[link]!
      const successorReady = ready[successor]!
      if (!(successorReady >= taskEnd)) continue
      const bound = latestReady[successor]!
      if (bound < latest) latest = bound
      if (successorReady < free) free = successorReady
    }
    latestReady[task] = taskReady + (latest - taskEnd)
    freeFloat[task] = free - taskEnd
  }
  fillFromFloats(times, runbookEnd)
}

function fillFromFloats(times: Times, runbookEnd: number): void {
  const { start, end, ready, latestStart, latestEnd, totalFloat, freeFloat, critical } = times
  for (let task = 0; task < end.length; task += 1) {
    const taskEnd = end[task]!
    let float = latestStart[task]! - ready[task]!
    const isCritical = float <= 0
    if (!(float < Number.POSITIVE_INFINITY)) {
      // Never moves the end, or is abandoned (NaN): finite values, which could not stand inside the sweep.
      float = runbookEnd > taskEnd ? runbookEnd - taskEnd : 0
      if (!(freeFloat[task]! < float)) freeFloat[task] = float
    }
    latestStart[task] = start[task]! + float
    latestEnd[task] = taskEnd + float
    totalFloat[task] = float
    critical[task] = isCritical ? 1 : 0
  }
}
