import type { Network } from '@runsheet/domain'

/**
 * What a task waits for and what waits for it, over all links, with itself: 1 per position. Iterative: a runbook may
 * hold a chain of thousands.
 */
export function pathThrough(network: Network, at: number): Uint8Array {
  const lit = new Uint8Array(network.size)
  walk(lit, at, network.predecessorOffsets, network.predecessors)
  lit[at] = 0
  walk(lit, at, network.successorOffsets, network.successors)
  return lit
}

function walk(lit: Uint8Array, from: number, offsets: Int32Array, targets: Int32Array): void {
  const open = [from]
  lit[from] = 1
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (let link = offsets[at] ?? 0; link < (offsets[at + 1] ?? 0); link += 1) {
      const next = targets[link] ?? from
      if (lit[next] === 1) continue
      lit[next] = 1
      open.push(next)
    }
}
