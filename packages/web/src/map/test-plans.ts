import { buildNetwork, type Network } from '@runsheet/domain'
import type { LayoutInput } from './layout.ts'

/** A task of a test: its predecessors by number, its lane. */
export interface Planned {
  readonly id: number
  readonly after?: readonly number[]
  readonly lane?: number
  readonly isCritical?: boolean
}

/** The network of tasks in the order given. */
export function networkOf(tasks: readonly Planned[]): Network {
  const at = new Map(tasks.map(({ id }, position) => [id, position]))
  const offsets = new Int32Array(tasks.length + 1)
  const targets: number[] = []
  for (const [position, { after = [] }] of tasks.entries()) {
    for (const id of after) targets.push(at.get(id) ?? -1)
    offsets[position + 1] = targets.length
  }
  const built = buildNetwork(tasks.length, offsets, Int32Array.from(targets))
  if (!('network' in built))
    throw new Error(`the tasks of the test wait for each other: ${built.cycle.join(', ')}`)
  return built.network
}

/** What the layout of tasks follows from, in the order given. */
export function inputOf(tasks: readonly Planned[]): LayoutInput {
  const { order, predecessorOffsets, predecessors } = networkOf(tasks)
  return {
    ids: Int32Array.from(tasks, ({ id }) => id),
    order,
    predecessorOffsets,
    predecessors,
    lanes: Int32Array.from(tasks, ({ lane = 0 }) => lane),
    laneCount: 1 + Math.max(0, ...tasks.map(({ lane = 0 }) => lane)),
    critical: Uint8Array.from(tasks, ({ isCritical = false }) => Number(isCritical)),
  }
}
