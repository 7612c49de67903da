/** Lengths of the map at 100 %, CSS pixels. */
export interface Measures {
  readonly nodeWidth: number
  readonly nodeHeight: number
  /** Between two columns, at least. */
  readonly gap: number
  /** From one row to the next. */
  readonly row: number
  /** Above and beneath the rows of a lane, together. */
  readonly padding: number
  /** Between parallel edges. */
  readonly track: number
}

export const measures: Measures = {
  nodeWidth: 178,
  nodeHeight: 54,
  gap: 54,
  row: 64,
  padding: 32,
  track: 4,
}

/** Width of the heads of lanes, which stand still at the left. */
export const HEAD_WIDTH = 108

/** How much is shown of a node. */
export type Level = 'dots' | 'chips' | 'full' | 'rich'

/** What is shown at a zoom: dots, chips, whole nodes, nodes with everything. */
export function levelOf(zoom: number): Level {
  if (zoom < 0.18) return 'dots'
  if (zoom < 0.55) return 'chips'
  return zoom <= 1.4 ? 'full' : 'rich'
}
