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

/** Height of a lane without tasks: its name. */
const EMPTY_LANE = 28

/** From a node to the first bend, and from the last one to the arrow head. */
const LEAVE = 16
const ENTER = 16

/**
 * Places nodes and routes edges: each leaves right and enters left, in horizontal and vertical parts. The vertical
 * part lies in the gutter after its source; it goes on along the row of its target where that is free, else along
 * the channel at the top of the target's lane. Edges that fan out of a source share their parts, and so do those that
 * run together in a target.
 */
export function geometryOf(input: LayoutInput, layout: Layout, measures: Measures): Geometry {
  const { predecessorOffsets, predecessors, lanes } = input
  const { layers, rows, layerCount, laneRows } = layout
  const size = layers.length
  const { nodeWidth, nodeHeight, row, track, padding } = measures
  const isRouted = edgesByChannel(input, layout)
  const bundles = bundlesOf(input)
  const channels = dealChannels(input, layout, isRouted, bundles)

  const laneTop = new Float32Array(input.laneCount)
  const laneHeight = new Float32Array(input.laneCount)
  const firstRow = new Float32Array(input.laneCount)
  let top = 0
  for (let lane = 0; lane < input.laneCount; lane += 1) {
    const above = Math.max(padding / 2, 8 + channels.counts[lane]! * track + 4)
    laneTop[lane] = top
    firstRow[lane] = top + above
    laneHeight[lane] = laneRows[lane] === 0 ? EMPTY_LANE : above + laneRows[lane]! * row + padding / 2
    top += laneHeight[lane]!
  }
  const y = new Float32Array(size)
  for (let task = 0; task < size; task += 1) y[task] = firstRow[lanes[task]!]! + rows[task]! * row
  const channelY = (link: number, target: number) =>
    laneTop[lanes[target]!]! + 7 + channels.tracks[link]! * track

  const middleOf = (task: number) => y[task]! + nodeHeight / 2
  const trunks = dealVerticals(input, layout, middleOf, isRouted, bundles, channelY)
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
    targetOf.fill(task, predecessorOffsets[task], predecessorOffsets[task + 1])
  for (let edge = 0; edge < count; edge += 1) {
    const link = linkOrder[edge]!
    const source = predecessors[link]!
    const target = targetOf[link]!
    const fromX = x[source]! + nodeWidth
    const fromY = y[source]! + nodeHeight / 2
    const toX = x[target]!
    const toY = y[target]! + nodeHeight / 2
    const bendX = fromX + LEAVE + trunks.leaveTrack[link]! * track
    sources[edge] = source
    targets[edge] = target
    edgeTop[edge] = Math.min(fromY, toY)
    edgeBottom[edge] = Math.max(fromY, toY)
    points.push(fromX, fromY)
    if (isRouted[link] === 1) {
      const along = channelY(link, target)
      const inX = toX - ENTER - trunks.enterTrack[link]! * track
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
function edgesByChannel(
  { predecessorOffsets, predecessors, lanes }: LayoutInput,
  layout: Layout,
): Uint8Array {
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

/** With which others each link shares its way: those of its source (its position), or those of its target (`size` + position), whichever are more. */
function bundlesOf({ predecessorOffsets, predecessors, ids }: LayoutInput): Int32Array {
  const size = ids.length
  const fanOut = new Int32Array(size)
  for (const source of predecessors) fanOut[source]! += 1
  const bundles = new Int32Array(predecessors.length)
  for (let target = 0; target < size; target += 1) {
    const first = predecessorOffsets[target]!
    const end = predecessorOffsets[target + 1]!
    for (let link = first; link < end; link += 1) {
      const source = predecessors[link]!
      bundles[link] = end - first > fanOut[source]! ? size + target : source
    }
  }
  return bundles
}

interface Bundle {
  from: number
  to: number
  /** Decides between bundles that begin at one place. */
  readonly id: number
  readonly links: number[]
}

/** Puts a link into its bundle, which reaches as far as its links do. */
function gather(
  bundles: Map<number, Bundle>,
  key: number,
  id: number,
  link: number,
  one: number,
  other: number,
): void {
  const bundle = bundles.get(key)
  if (!bundle) {
    bundles.set(key, { from: Math.min(one, other), to: Math.max(one, other), id, links: [link] })
    return
  }
  bundle.from = Math.min(bundle.from, one, other)
  bundle.to = Math.max(bundle.to, one, other)
  bundle.links.push(link)
}

/** Gives each bundle a track. @returns how many there are */
function settle(bundles: Map<number, Bundle> | undefined, most: number, tracks: Int32Array): number {
  if (!bundles) return 0
  const sorted = [...bundles.values()].sort((one, other) => one.from - other.from || one.id - other.id)
  const dealt = dealTracks(sorted, most)
  for (const [at, { links }] of sorted.entries()) for (const link of links) tracks[link] = dealt.tracks[at]!
  return dealt.count
}

/** A number that stays with a bundle whatever the order of the input. */
const bundleId = (bundle: number, { ids }: LayoutInput) =>
  bundle < ids.length ? 2 * ids[bundle]! : 2 * ids[bundle - ids.length]! + 1

/** Tracks of the channels at the top of the lanes. */
function dealChannels(
  input: LayoutInput,
  { byLayer, layers }: Layout,
  isRouted: Uint8Array,
  bundles: Int32Array,
) {
  const { predecessorOffsets, predecessors, lanes, laneCount } = input
  const ofLane: Map<number, Bundle>[] = Array.from({ length: laneCount }, () => new Map())
  for (const task of byLayer)
    for (let link = predecessorOffsets[task]!; link < predecessorOffsets[task + 1]!; link += 1) {
      if (isRouted[link] !== 1) continue
      const bundle = bundles[link]!
      const from = layers[predecessors[link]!]!
      gather(ofLane[lanes[task]!]!, bundle, bundleId(bundle, input), link, from, layers[task]! - 1)
    }
  const tracks = new Int32Array(predecessors.length)
  const counts = Int32Array.from(ofLane, (found) => settle(found, CHANNELS_AT_MOST, tracks))
  return { tracks, counts }
}

/** Tracks of the vertical parts in each gutter: those after a source from the left, those before a target from the right. */
function dealVerticals(
  input: LayoutInput,
  { layers, layerCount }: Layout,
  middleOf: (task: number) => number,
  isRouted: Uint8Array,
  bundles: Int32Array,
  channelY: (link: number, target: number) => number,
) {
  const { predecessorOffsets, predecessors, ids } = input
  const after: Map<number, Bundle>[] = Array.from({ length: layerCount }, () => new Map())
  const before: Map<number, Bundle>[] = Array.from({ length: layerCount }, () => new Map())
  for (let target = 0; target < layers.length; target += 1)
    for (let link = predecessorOffsets[target]!; link < predecessorOffsets[target + 1]!; link += 1) {
      const source = predecessors[link]!
      const bundle = bundles[link]!
      const from = middleOf(source)
      const to = isRouted[link] === 1 ? channelY(link, target) : middleOf(target)
      if (from !== to) gather(after[layers[source]!]!, bundle, bundleId(bundle, input), link, from, to)
      if (isRouted[link] === 1)
        gather(before[layers[target]! - 1]!, target, ids[target]!, link, to, middleOf(target))
    }
  const leaveTrack = new Int32Array(predecessors.length)
  const enterTrack = new Int32Array(predecessors.length)
  const leaving = Int32Array.from(after, (found) => settle(found, GUTTER_TRACKS_AT_MOST, leaveTrack))
  const entering = Int32Array.from(before, (found) => settle(found, GUTTER_TRACKS_AT_MOST, enterTrack))
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
