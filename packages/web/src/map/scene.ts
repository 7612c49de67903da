import type { Theme } from '../design/tokens.ts'
import type { TaskLook } from '../room/look.ts'
import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import type { Box } from './camera.ts'
import type { Geometry } from './geometry.ts'
import type { Layout, LayoutInput } from './layout.ts'
import type { Measures } from './measures.ts'

/** What stands out: the critical path, or what comes before and after a task. */
export type Lit =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'critical' }
  | {
      readonly kind: 'path'
      readonly of: number
      readonly before: Uint8Array
      readonly after: Uint8Array
      readonly beforeCount: number
      readonly afterCount: number
    }

/** Everything that is drawn of a map, apart from what is in hand. Canvas and SVG draw the same scene. */
export interface Scene {
  readonly plan: Plan
  readonly schedule: Schedule
  readonly layout: Layout
  readonly geometry: Geometry
  readonly measures: Measures
  /** What the layout follows from; `lanes` is a part of it. */
  readonly input: LayoutInput
  readonly lanes: Int32Array
  /** Signs of each task by position; those of running tasks are brought up to date while they are in sight. */
  readonly looks: TaskLook[]
  /** 1 for tasks that pass the filters. */
  readonly passes: Uint8Array
  readonly lit: Lit
  /** Id of the person who looks. */
  readonly me: number
  readonly theme: Theme
  /** Clock times mean something: there is a run, or a start is scheduled. */
  readonly hasTimes: boolean
}

/** The columns that a box touches: from and until, the last one included; until < from when there are none. */
export function layersIn(geometry: Geometry, box: Box): readonly [number, number] {
  const { layerX } = geometry
  const count = layerX.length - 1
  const after = (x: number) => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (layerX[middle]! <= x) low = middle + 1
      else high = middle
    }
    return low
  }
  return [Math.max(0, after(box.x) - 1), Math.min(count - 1, after(box.x + box.width) - 1)]
}

/** Calls back with each task that may be seen in a box. */
export function eachNode(
  scene: Pick<Scene, 'geometry' | 'layout' | 'measures'>,
  box: Box,
  visit: (task: number) => void,
): void {
  const { geometry, layout, measures } = scene
  const [first, last] = layersIn(geometry, box)
  const { byLayer, layerOffsets } = layout
  const top = box.y - measures.nodeHeight
  const bottom = box.y + box.height
  for (let layer = first; layer <= last; layer += 1) {
    const end = layerOffsets[layer + 1]!
    // Nodes of a layer stand from top to bottom: find the first that is seen.
    let low = layerOffsets[layer]!
    let high = end
    while (low < high) {
      const middle = (low + high) >> 1
      if (geometry.y[byLayer[middle]!]! < top) low = middle + 1
      else high = middle
    }
    for (let at = low; at < end && geometry.y[byLayer[at]!]! <= bottom; at += 1) visit(byLayer[at]!)
  }
}

/** Calls back with each edge that may be seen in a box: those that end before it or begin after it are not looked at. */
export function eachEdge(
  { geometry }: Pick<Scene, 'geometry'>,
  box: Box,
  visit: (edge: number) => void,
): void {
  const { edges, layerX } = geometry
  const [first, last] = layersIn(geometry, box)
  const width = layerX.length
  const bottom = box.y + box.height
  for (let spans = 0; spans < edges.classCount; spans += 1) {
    const from = Math.max(0, first - 2 ** (spans + 1) + 1)
    const begin = edges.index[spans * width + from]!
    const end = edges.index[spans * width + last + 1]!
    for (let edge = begin; edge < end; edge += 1)
      if (edges.bottom[edge]! >= box.y && edges.top[edge]! <= bottom) visit(edge)
  }
}

/** The task at a point of the map; undefined where there is none. @param reach widens nodes, map units */
export function nodeAt(
  scene: Pick<Scene, 'geometry' | 'layout' | 'measures'>,
  x: number,
  y: number,
  reach = 0,
): number | undefined {
  const { geometry, measures } = scene
  let found: number | undefined
  const box = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
  eachNode(scene, box, (task) => {
    const left = geometry.x[task]!
    const top = geometry.y[task]!
    if (
      x >= left - reach &&
      x <= left + measures.nodeWidth + reach &&
      y >= top - reach &&
      y <= top + measures.nodeHeight + reach
    )
      found = task
  })
  return found
}

/** The edge nearest to a point, within a distance (map units). */
export function edgeAt(
  scene: Pick<Scene, 'geometry'>,
  x: number,
  y: number,
  reach: number,
): number | undefined {
  const { edges } = scene.geometry
  let found: number | undefined
  let nearest = reach
  eachEdge(scene, { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, (edge) => {
    for (let at = edges.pointOffsets[edge]!; at + 1 < edges.pointOffsets[edge + 1]!; at += 1) {
      const [x1, y1, x2, y2] = edges.points.subarray(2 * at, 2 * at + 4) as unknown as [
        number,
        number,
        number,
        number,
      ]
      const dx = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2))
      const dy = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2))
      const distance = Math.hypot(dx, dy)
      if (distance < nearest) {
        nearest = distance
        found = edge
      }
    }
  })
  return found
}

/** Whether an edge is a step of the critical path: both ends are critical, and the second begins as soon as the first has ended. */
export function isCriticalEdge(
  { geometry, schedule }: Pick<Scene, 'geometry' | 'schedule'>,
  edge: number,
): boolean {
  const source = geometry.edges.sources[edge]!
  const target = geometry.edges.targets[edge]!
  const { critical, end, ready } = schedule.times
  return critical[source] === 1 && critical[target] === 1 && end[source] === ready[target]
}

/** The box of a node. */
export function nodeBox({ geometry, measures }: Pick<Scene, 'geometry' | 'measures'>, task: number): Box {
  return {
    x: geometry.x[task]!,
    y: geometry.y[task]!,
    width: measures.nodeWidth,
    height: measures.nodeHeight,
  }
}
