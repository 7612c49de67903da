/** What the places of nodes follow from. Tasks are positions 0 … size − 1. */
export interface LayoutInput {
  /** Numbers of the tasks: they decide ties, so that the picture does not depend on the order of the input. */
  readonly ids: Int32Array
  /** As in `Network` of `@runsheet/domain`. */
  readonly order: Int32Array
  readonly predecessorOffsets: Int32Array
  readonly predecessors: Int32Array
  /** The lane of each task, 0 at the top. */
  readonly lanes: Int32Array
  readonly laneCount: number
  /** 1 for tasks that are critical in the plan. */
  readonly critical: Uint8Array
}

/** In which column and row each task stands. */
export interface Layout {
  readonly layerCount: number
  /** Column of each task: the length of the longest chain before it. */
  readonly layers: Int32Array
  /** Row of each task within its lane. */
  readonly rows: Int32Array
  /** Rows of each lane; 0 where a lane is empty. */
  readonly laneRows: Int32Array
  /** Positions by layer; within a layer by lane, then row. Layer `l` is `layerOffsets[l]` up to `layerOffsets[l + 1]`. */
  readonly byLayer: Int32Array
  readonly layerOffsets: Int32Array
}

/**
 * Places tasks in layers (longest path) and rows of their lanes.
 *
 * Layers are filled from left to right, so a row depends only on what stands left of it: a task that is added moves
 * nothing on its left. Critical tasks take the first rows; the others come as near to the mean row of their
 * predecessors as order and the height of the lane allow (isotonic regression by pooling adjacent violators, de Leeuw,
 * Hornik, Mair 2009).
 */
export function layOut(input: LayoutInput): Layout {
  const layers = longestPaths(input)
  const { byLayer, layerOffsets } = groupByLayer(layers)
  const layerCount = layerOffsets.length - 1
  const size = layers.length
  const rows = new Int32Array(size)
  const wishes = new Float64Array(size)
  const laneRows = new Int32Array(input.laneCount)
  const { lanes, critical, ids } = input
  for (let layer = 0; layer < layerCount; layer += 1) {
    const inLayer = byLayer.subarray(layerOffsets[layer], layerOffsets[layer + 1])
    for (const task of inLayer) wishes[task] = wishOf(task, input, rows, laneRows)
    inLayer.sort(
      (one, other) =>
        lanes[one]! - lanes[other]! ||
        critical[other]! - critical[one]! ||
        wishes[one]! - wishes[other]! ||
        ids[one]! - ids[other]!,
    )
    for (let first = 0; first < inLayer.length; ) {
      const lane = lanes[inLayer[first]!]!
      let end = first
      while (end < inLayer.length && lanes[inLayer[end]!] === lane) end += 1
      laneRows[lane] = Math.max(laneRows[lane]!, end - first)
      fillCell(inLayer.subarray(first, end), laneRows[lane] ?? 0, critical, wishes, rows)
      first = end
    }
  }
  return { layerCount, layers, rows, laneRows, byLayer, layerOffsets }
}

function longestPaths({ order, predecessorOffsets, predecessors }: LayoutInput): Int32Array {
  const layers = new Int32Array(order.length)
  for (const task of order) {
    let layer = 0
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1)
      layer = Math.max(layer, layers[predecessors[link]!]! + 1)
    layers[task] = layer
  }
  return layers
}

function groupByLayer(layers: Int32Array): { byLayer: Int32Array; layerOffsets: Int32Array } {
  let layerCount = 0
  for (const layer of layers) layerCount = Math.max(layerCount, layer + 1)
  const layerOffsets = new Int32Array(layerCount + 1)
  for (const layer of layers) layerOffsets[layer + 1]! += 1
  for (let layer = 0; layer < layerCount; layer += 1) layerOffsets[layer + 1]! += layerOffsets[layer]!
  const free = layerOffsets.slice(0, layerCount)
  const byLayer = new Int32Array(layers.length)
  for (const [task, layer] of layers.entries()) {
    byLayer[free[layer]!] = task
    free[layer]! += 1
  }
  return { byLayer, layerOffsets }
}

/** The mean row of the predecessors; those of lanes above pull to the first row, those of lanes beneath to the last. */
function wishOf(
  task: number,
  { lanes, predecessorOffsets, predecessors }: LayoutInput,
  rows: Int32Array,
  laneRows: Int32Array,
): number {
  const first = predecessorOffsets[task]!
  const end = predecessorOffsets[task + 1]!
  if (first === end) return 0
  const lane = lanes[task]!
  let sum = 0
  for (let link = first; link < end; link += 1) {
    const predecessor = predecessors[link]!
    const from = lanes[predecessor]!
    if (from === lane) sum += rows[predecessor]!
    else if (from > lane) sum += Math.max(0, laneRows[lane]! - 1)
  }
  return sum / (end - first)
}

/** Gives the tasks of one layer and lane, critical first and then by wish, their rows below `height`. */
function fillCell(
  cell: Int32Array,
  height: number,
  critical: Uint8Array,
  wishes: Float64Array,
  rows: Int32Array,
): void {
  let fixed = 0
  while (fixed < cell.length && critical[cell[fixed]!] === 1) {
    rows[cell[fixed]!] = fixed
    fixed += 1
  }
  const means: number[] = []
  const sizes: number[] = []
  for (let at = fixed; at < cell.length; at += 1) {
    let mean = wishes[cell[at]!]! - (at - fixed)
    let size = 1
    while (means.length > 0 && means.at(-1)! >= mean) {
      const before = sizes.pop()!
      mean = (means.pop()! * before + mean * size) / (before + size)
      size += before
    }
    means.push(mean)
    sizes.push(size)
  }
  let at = fixed
  for (const [block, size] of sizes.entries()) {
    const start = Math.round(means[block]!)
    for (let inBlock = 0; inBlock < size; inBlock += 1) {
      const atMost = height - (cell.length - at)
      rows[cell[at]!] = Math.min(atMost, Math.max(at, start + at - fixed))
      at += 1
    }
  }
}
