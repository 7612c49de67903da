import type { Network } from './network.ts'
import type { Times } from './times.ts'

/**
 * The tasks that determine when `target` can happen: the target, those of its predecessors that end at the instant
 * at which it is ready, and so on back to tasks that no predecessor holds (they start with the runbook, or at their
 * fixed start). Where several predecessors end at that instant, all of them and their chains are in.
 *
 * @param times a plan or a forecast
 * @returns positions in the order of the network, the target last
 */
export function criticalPathTo(
  network: Network,
  times: Pick<Times, 'end' | 'ready'>,
  target: number,
): Int32Array {
  const { predecessorOffsets, predecessors } = network
  const isOnPath = new Uint8Array(network.size)
  const waiting = [target]
  isOnPath[target] = 1
  let count = 0
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    count += 1
    const ready = times.ready[task]!
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1) {
      const predecessor = predecessors[link]!
      if (times.end[predecessor] !== ready || Number.isNaN(times.ready[predecessor])) continue
      if (isOnPath[predecessor] === 1) continue
      isOnPath[predecessor] = 1
      waiting.push(predecessor)
    }
  }
  const path = new Int32Array(count)
  let at = 0
  for (let k = 0; at < count; k += 1) {
    const task = network.order[k]!
    if (isOnPath[task] !== 1) continue
    path[at] = task
    at += 1
  }
  return path
}
