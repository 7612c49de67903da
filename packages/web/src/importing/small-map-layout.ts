import type { PreviewPicture } from './review-import.ts'

/** The places of tasks in the small map, CSS pixels. */
export interface SmallMapLayout {
  /** Middle of each task. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly nodeWidth: number
  readonly nodeHeight: number
}

const MARGIN = 6
const COLUMN_AT_MOST = 36
const ROW_AT_MOST = 8
/** Empty space between two streams, in rows. */
const GAP = 0.6

/**
 * Places tasks by layer from left to right and by stream from top to bottom; a stream is as high as its fullest layer.
 *
 * @param width of the picture, CSS pixels
 * @param height of the picture, CSS pixels
 */
export function layOutSmallMap(picture: PreviewPicture, width: number, height: number): SmallMapLayout {
  const { layers, layerCount, streamOf, streams } = picture
  // Tasks of the standard stream stand at the top.
  const laneCount = streams.length + 1
  const filled = new Int32Array(layerCount * laneCount)
  const slot = Int32Array.from(layers, (layer, task) => {
    const cell = layer * laneCount + (streamOf[task] ?? -1) + 1
    filled[cell] = (filled[cell] ?? 0) + 1
    return (filled[cell] ?? 1) - 1
  })
  const laneRows = Int32Array.from({ length: laneCount }, (_, lane) => {
    let most = 0
    for (let layer = 0; layer < layerCount; layer += 1)
      most = Math.max(most, filled[layer * laneCount + lane] ?? 0)
    return most
  })
  const used = laneRows.filter((rows) => rows > 0).length
  const rows = laneRows.reduce((sum, count) => sum + count, 0) + GAP * Math.max(0, used - 1)
  const row = Math.min(ROW_AT_MOST, (height - 2 * MARGIN) / Math.max(1, rows))
  const column = Math.min(COLUMN_AT_MOST, (width - 2 * MARGIN) / Math.max(1, layerCount))
  const starts = new Float64Array(laneCount)
  let start = (height - rows * row) / 2
  for (let lane = 0; lane < laneCount; lane += 1) {
    starts[lane] = start
    if ((laneRows[lane] ?? 0) > 0) start += ((laneRows[lane] ?? 0) + GAP) * row
  }
  const y = Float32Array.from(slot, (place, task) => {
    const lane = (streamOf[task] ?? -1) + 1
    const count = filled[(layers[task] ?? 0) * laneCount + lane] ?? 1
    const free = (laneRows[lane] ?? 1) - count
    return (starts[lane] ?? 0) + (place + 0.5 + free / 2) * row
  })
  const x = Float32Array.from(layers, (layer) => MARGIN + (layer + 0.5) * column)
  return { x, y, nodeWidth: Math.max(1.5, Math.min(12, column * 0.55)), nodeHeight: Math.max(1, row * 0.62) }
}
