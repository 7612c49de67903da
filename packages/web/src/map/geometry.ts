import type { Layout, LayoutInput } from './layout.ts'
import type { Measures } from './measures.ts'
import { dealTracks } from './tracks.ts'

/** The map in its own coordinates: pixels at 100 %, origin at the upper left. */
export interface Geometry {
  readonly width: number
  readonly height: number
  /** Upper left corner of each node. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** Left edge of the nodes of each layer; one more for the end. */
  readonly layerX: Float32Array
  readonly laneTop: Float32Array
  readonly laneHeight: Float32Array
  readonly edges: Edges
}

/** Edges by class of span, then by layer of their source: those over a part of the map lie together. */
export interface Edges {
  readonly sources: Int32Array
  readonly targets: Int32Array
  /** Corners of edge `e` are pairs `points[2 k]`, `points[2 k + 1]` for k from `pointOffsets[e]` up to `pointOffsets[e + 1]`. */
  readonly pointOffsets: Int32Array
  readonly points: Float32Array
  readonly top: Float32Array
  readonly bottom: Float32Array
  /** Class `c` holds spans of 2^c up to 2^(c+1) − 1 layers; its edges from layer `l` begin at `index[c × (layerCount + 1) + l]`. */
  readonly index: Int32Array
  readonly classCount: number
}

/** At most so many parallel edges get a place of their own; in wilder plans they share. */
const CHANNELS_AT_MOST = 16
const GUTTER_TRACKS_AT_MOST = 16

/** From a node to the first bend, and from the last one to the arrow head. */
const LEAVE = 16
const ENTER = 16

/**
 * Places nodes and routes edges: each leaves right and enters left, in horizontal and vertical parts. The vertical
 * part lies in the gutter after its source; it goes on along the row of its target where that is free, else along
 * the channel at the top of the target's lane. Edges of one source share their parts.
 */
export function geometryOf(input: LayoutInput, layout: Layout, measures: Measures): Geometry {
  const { predecessorOffsets, predecessors, lanes } = input
  const { layers, rows, layerCount, laneRows } = layout
  const size = layers.length
  const { nodeWidth, nodeHeight, row, track, padding } = measures
  const isRouted = edgesByChannel(input, layout)
  const channels = dealChannels(input, layout, isRouted)

  const laneTop = new Float32Array(input.laneCount)
  const laneHeight = new Float32Array(input.laneCount)
  const firstRow = new Float32Array(input.laneCount)
  let top = 0
  for (let lane = 0; lane < input.laneCount; lane += 1) {
    const above = Math.max(padding / 2, 8 + channels.counts[lane]! * track + 4)
    laneTop[lane] = top
    firstRow[lane] = top + above
    laneHeight[lane] = above + Math.max(laneRows[lane]!, 0.5) * row + padding / 2
    top += laneHeight[lane]!
  }
  const y = new Float32Array(size)
  for (let task = 0; task < size; task += 1) y[task] = firstRow[lanes[task]!]! + rows[task]! * row
  const channelY = (link: number, target: number) =>
    laneTop[lanes[target]!]! + 7 + channels.tracks[link]! * track

  const trunks = verticals(input, layout, y, nodeHeight, isRouted, channelY)
  const layerX = new Float32Array(layerCount + 1)
  for (let layer = 0; layer < layerCount; layer += 1) {
    const needed = LEAVE + (trunks.leaving[layer]! + trunks.entering[layer]!) * track + ENTER
    layerX[layer + 1] = layerX[layer]! + nodeWidth + Math.max(measures.gap, needed)
  }
  const x = new Float32Array(size)
  for (let task = 0; task < size; task += 1) x[task] = layerX[layers[task]!]!

  const { linkOrder, index, classCount } = orderEdges(input, layout)
  const count = predecessors.length
  const sources = new Int32Array(count)
  const targets = new Int32Array(count)
  const pointOffsets = new Int32Array(count + 1)
  const points: number[] = []
  const edgeTop = new Float32Array(count)
  const edgeBottom = new Float32Array(count)
  const targetOf = new Int32Array(count)
  for (let task = 0; task < size; task += 1)
    targetOf.fill(task, predecessorOffsets[task]!, predecessorOffsets[task + 1]!)
  for (let edge = 0; edge < count; edge += 1) {
    const link = linkOrder[edge]!
    const source = predecessors[link]!
    const target = targetOf[link]!
    const fromX = x[source]! + nodeWidth
    const fromY = y[source]! + nodeHeight / 2
    const toX = x[target]!
    const toY = y[target]! + nodeHeight / 2
    const bendX = fromX + LEAVE + trunks.leaveTrack[source]! * track
    sources[edge] = source
    targets[edge] = target
    edgeTop[edge] = Math.min(fromY, toY)
    edgeBottom[edge] = Math.max(fromY, toY)
    points.push(fromX, fromY)
    if (isRouted[link] === 1) {
      const along = channelY(link, target)
      const inX = toX - ENTER - trunks.enterTrack[target]! * track
      points.push(bendX, fromY, bendX, along, inX, along, inX, toY)
      edgeTop[edge] = Math.min(along, edgeTop[edge]!)
      edgeBottom[edge] = Math.max(along, edgeBottom[edge]!)
    } else if (fromY !== toY) points.push(bendX, fromY, bendX, toY)
    points.push(toX, toY)
    pointOffsets[edge + 1] = points.length / 2
  }
  return {
    width: size === 0 ? 0 : layerX[layerCount - 1]! + nodeWidth,
    height: top,
    x,
    y,
    layerX,
    laneTop,
    laneHeight,
    edges: {
      sources,
      targets,
      pointOffsets,
      points: Float32Array.from(points),
      top: edgeTop,
      bottom: edgeBottom,
      index,
      classCount,
    },
  }
}

/** 1 for links that cannot go straight along the row of their target, because another node stands there. */
function edgesByChannel({ predecessorOffsets, predecessors, lanes }: LayoutInput, layout: Layout): Uint8Array {
  const { byLayer, layers, rows, laneRows } = layout
  const firstOfLane = new Int32Array(laneRows.length + 1)
  for (const [lane, count] of laneRows.entries()) firstOfLane[lane + 1] = firstOfLane[lane]! + count
  const lastLayer = new Int32Array(firstOfLane.at(-1) ?? 0).fill(-1)
  const isRouted = new Uint8Array(predecessors.length)
  for (const task of byLayer) {
    const slot = firstOfLane[lanes[task]!]! + rows[task]!
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1)
      if (lastLayer[slot]! > layers[predecessors[link]!]!) isRouted[link] = 1
    lastLayer[slot] = layers[task]!
  }
  return isRouted
}

/** Tracks of the channels: one for all links of a source into a lane. */
function dealChannels(input: LayoutInput, layout: Layout, isRouted: Uint8Array) {
  const { predecessorOffsets, predecessors, lanes, laneCount } = input
  const { layers } = layout
  const bundles: Map<number, { from: number; to: number; links: number[] }>[] = Array.from(
    { length: laneCount },
    () => new Map(),
  )
  for (const task of layout.byLayer)
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1) {
      if (isRouted[link] !== 1) continue
      const source = predecessors[link]!
      const ofLane = bundles[lanes[task]!]!
      const bundle = ofLane.get(source)
      const to = layers[task]! - 1
      if (bundle) {
        bundle.to = Math.max(bundle.to, to)
        bundle.links.push(link)
      } else ofLane.set(source, { from: layers[source]!, to, links: [link] })
    }
  const tracks = new Int32Array(predecessors.length)
  const counts = new Int32Array(laneCount)
  for (const [lane, ofLane] of bundles.entries()) {
    const sorted = [...ofLane]
      .sort(([a, one], [b, other]) => one.from - other.from || input.ids[a]! - input.ids[b]!)
      .map(([, bundle]) => bundle)
    const dealt = dealTracks(sorted, CHANNELS_AT_MOST)
    counts[lane] = dealt.count
    for (const [at, { links }] of sorted.entries()) for (const link of links) tracks[link] = dealt.tracks[at]!
  }
  return { tracks, counts }
}

/** Tracks of the vertical parts in each gutter: those that leave a source from the left, those that enter a target from the right. */
function verticals(
  { predecessorOffsets, predecessors, ids }: LayoutInput,
  { layers, layerCount, byLayer, layerOffsets }: Layout,
  y: Float32Array,
  nodeHeight: number,
  isRouted: Uint8Array,
  channelY: (link: number, target: number) => number,
) {
  const size = layers.length
  const middle = (task: number) => y[task]! + nodeHeight / 2
  const low = { leave: new Float32Array(size), enter: new Float32Array(size) }
  const high = { leave: new Float32Array(size), enter: new Float32Array(size) }
  for (let task = 0; task < size; task += 1)
    low.leave[task] = high.leave[task] = low.enter[task] = high.enter[task] = middle(task)
  const reach = (kind: 'leave' | 'enter', task: number, to: number) => {
    low[kind][task] = Math.min(low[kind][task]!, to)
    high[kind][task] = Math.max(high[kind][task]!, to)
  }
  for (let target = 0; target < size; target += 1)
    for (let link = predecessorOffsets[target]!; link < predecessorOffsets[target + 1]!; link += 1) {
      const source = predecessors[link]!
      if (isRouted[link] !== 1) {
        reach('leave', source, middle(target))
        continue
      }
      const along = channelY(link, target)
      reach('leave', source, along)
      reach('enter', target, along)
    }
  const deal = (kind: 'leave' | 'enter', layer: number, tracks: Int32Array) => {
    const inLayer = [...byLayer.subarray(layerOffsets[layer]!, layerOffsets[layer + 1]!)]
      .filter((task) => low[kind][task] !== high[kind][task])
      .sort((a, b) => low[kind][a]! - low[kind][b]! || ids[a]! - ids[b]!)
    const stretches = inLayer.map((task) => ({ from: low[kind][task]!, to: high[kind][task]! }))
    const dealt = dealTracks(stretches, GUTTER_TRACKS_AT_MOST)
    for (const [at, task] of inLayer.entries()) tracks[task] = dealt.tracks[at]!
    return dealt.count
  }
  const leaveTrack = new Int32Array(size)
  const enterTrack = new Int32Array(size)
  const leaving = new Int32Array(layerCount)
  const entering = new Int32Array(layerCount)
  for (let layer = 0; layer < layerCount; layer += 1) {
    leaving[layer] = deal('leave', layer, leaveTrack)
    if (layer > 0) entering[layer - 1] = deal('enter', layer, enterTrack)
  }
  return { leaveTrack, enterTrack, leaving, entering }
}

/** Sorts links by class of span and layer of their source (counting sort). */
function orderEdges({ predecessorOffsets, predecessors }: LayoutInput, { layers, layerCount }: Layout) {
  const count = predecessors.length
  const spans = new Int32Array(count)
  let classCount = 1
  for (let target = 0; target < layers.length; target += 1)
    for (let link = predecessorOffsets[target]!; link < predecessorOffsets[target + 1]!; link += 1) {
      spans[link] = 31 - Math.clz32(layers[target]! - layers[predecessors[link]!]!)
      classCount = Math.max(classCount, spans[link]! + 1)
    }
  const width = layerCount + 1
  const index = new Int32Array(classCount * width + 1)
  const slot = (link: number) => spans[link]! * width + layers[predecessors[link]!]!
  for (let link = 0; link < count; link += 1) index[slot(link) + 1]! += 1
  for (let at = 0; at + 1 < index.length; at += 1) index[at + 1]! += index[at]!
  const free = index.slice()
  const linkOrder = new Int32Array(count)
  for (let link = 0; link < count; link += 1) {
    const at = slot(link)
    linkOrder[free[at]!] = link
    free[at]! += 1
  }
  return { linkOrder, index, classCount }
}
