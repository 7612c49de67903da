import type { Network } from '@runsheet/domain'

type Links = Pick<Network, 'size' | 'predecessorOffsets' | 'predecessors' | 'successorOffsets' | 'successors'>

/** Everything that comes before a task (itself not included): 1 per position. */
export const tasksBefore = ({ size, predecessorOffsets, predecessors }: Links, task: number): Uint8Array =>
  reachable(size, predecessorOffsets, predecessors, task)

/** Everything that comes after a task (itself not included). */
export const tasksAfter = ({ size, successorOffsets, successors }: Links, task: number): Uint8Array =>
  reachable(size, successorOffsets, successors, task)

function reachable(size: number, offsets: Int32Array, targets: Int32Array, from: number): Uint8Array {
  const found = new Uint8Array(size)
  const waiting = [from]
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop())
    for (let link = offsets[task]!; link < offsets[task + 1]!; link += 1) {
      const next = targets[link]!
      if (found[next] === 1) continue
      found[next] = 1
      waiting.push(next)
    }
  return found
}

/** How many tasks are marked. */
export function countOf(marked: Uint8Array): number {
  let count = 0
  for (const mark of marked) count += mark
  return count
}

/** Why a task cannot come after another; undefined when it can. */
export type WhyNot = 'itself' | 'connected' | 'circle'

/** @param before of the source: what comes before it already */
export function whyNotAfter(
  { predecessorOffsets, predecessors }: Links,
  source: number,
  target: number,
  before: Uint8Array,
): WhyNot | undefined {
  if (target === source) return 'itself'
  if (before[target] === 1) return 'circle'
  for (let link = predecessorOffsets[target]!; link < predecessorOffsets[target + 1]!; link += 1)
    if (predecessors[link] === source) return 'connected'
  return undefined
}

export type Step = 'right' | 'left' | 'up' | 'down'

/** Where nodes stand, for walking. */
interface Places {
  readonly layers: Int32Array
  readonly y: Float32Array
}

/**
 * The task to which an arrow key leads: right to the first successor, left to the first predecessor (the uppermost of
 * the nearest layer), up and down to the next sibling, which is a task that shares a predecessor or, without
 * predecessors, one of the same layer.
 */
export function stepFrom(links: Links, places: Places, task: number, step: Step): number | undefined {
  const { successorOffsets, successors, predecessorOffsets, predecessors } = links
  const nearest = (offsets: Int32Array, targets: Int32Array) => {
    const next = [...targets.subarray(offsets[task], offsets[task + 1])]
    const distance = (other: number) => Math.abs(places.layers[other]! - places.layers[task]!)
    return next.sort((a, b) => distance(a) - distance(b) || places.y[a]! - places.y[b]!)[0]
  }
  if (step === 'right') return nearest(successorOffsets, successors)
  if (step === 'left') return nearest(predecessorOffsets, predecessors)
  const siblings = new Set<number>()
  for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1) {
    const parent = predecessors[link]!
    for (let other = successorOffsets[parent]!; other < successorOffsets[parent + 1]!; other += 1)
      siblings.add(successors[other]!)
  }
  if (siblings.size <= 1)
    for (let other = 0; other < links.size; other += 1)
      if (places.layers[other] === places.layers[task]) siblings.add(other)
  const here = places.y[task]!
  const side = [...siblings].filter((other) =>
    other === task ? false : step === 'up' ? places.y[other]! < here : places.y[other]! > here,
  )
  return side.sort((a, b) => Math.abs(places.y[a]! - here) - Math.abs(places.y[b]! - here) || a - b)[0]
}
