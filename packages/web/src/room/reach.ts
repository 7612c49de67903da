import type { Schedule } from './schedule.ts'

type Linked = Pick<Schedule, 'network'>

/** Positions of everything that waits for a task, directly or through others; each once, the task itself left out. */
export function following({ network }: Linked, at: number): number[] {
  return reach(network.successorOffsets, network.successors, at)
}

/** Positions of everything that a task waits for, directly or through others; each once, the task itself left out. */
export function preceding({ network }: Linked, at: number): number[] {
  return reach(network.predecessorOffsets, network.predecessors, at)
}

function reach(offsets: Int32Array, targets: Int32Array, from: number): number[] {
  const seen = new Set([from])
  const found: number[] = []
  for (let next = 0, at: number | undefined = from; at !== undefined; at = found[next++]) {
    for (const other of targets.subarray(offsets[at] ?? 0, offsets[at + 1] ?? 0)) {
      if (seen.has(other)) continue
      seen.add(other)
      found.push(other)
    }
  }
  return found
}
