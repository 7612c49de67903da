/** What is in hand on the map: drawn over the scene. Tasks and edges by position. */
export interface MapHand {
  readonly cursor: number | undefined
  readonly selected: ReadonlySet<number>
  readonly hovered: number | undefined
  readonly edge: number | undefined
  /** A connection that is being drawn, to a point of the map. */
  readonly connecting: Connecting | undefined
  /** A frame that is being drawn around tasks: two corners, points of the map. */
  readonly frame: readonly [number, number, number, number] | undefined
  /** 1 for tasks that can be changed here: they offer a plus, and can be connected to. Undefined where nothing can. */
  readonly editable: Uint8Array | undefined
}

export interface Connecting {
  readonly source: number
  readonly x: number
  readonly y: number
  readonly target: number | undefined
  /** 1 for tasks that cannot come after the source. */
  readonly blocked: Uint8Array
}

export const emptyHand: MapHand = {
  cursor: undefined,
  selected: new Set(),
  hovered: undefined,
  edge: undefined,
  connecting: undefined,
  frame: undefined,
  editable: undefined,
}

/** Where the plus of a node has its middle, right of the node; CSS pixels. */
export const PLUS_OFFSET = 17
export const PLUS_RADIUS = 10
