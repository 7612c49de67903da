import { type Box, type Camera, type Frame, screenX, screenY, seenBox } from './camera.ts'
import { emptyHand, type MapHand, PLUS_OFFSET, PLUS_RADIUS } from './hand.ts'
import { type Level, levelOf } from './measures.ts'
import { type Brush, roundBox } from './paint.ts'
import { paintEdges, trace } from './paint-edges.ts'
import { paintBands, paintHeads } from './paint-lanes.ts'
import { dotColor, type NodePlace, paintNode } from './paint-node.ts'
import { eachNode, type Scene } from './scene.ts'

/** A level that is giving way to another. */
export interface Fade {
  readonly from: Level
  /** 0 to 1: how far the new level has come. */
  readonly share: number
}

/** Above this many nodes in sight levels do not cross-fade: two drawings would cost frames. */
const FADING_NODES_AT_MOST = 600

/**
 * Draws one frame of the map: only what is in sight.
 *
 * @returns the tasks that were drawn
 */
export function drawFrame(
  brush: Brush,
  scene: Scene,
  camera: Camera,
  frame: Frame,
  hand: MapHand,
  fade: Fade | undefined,
): readonly number[] {
  const { pen, color } = brush
  const box = seenBox(camera, frame)
  const level = levelOf(camera.zoom)
  pen.fillStyle = color.app
  pen.fillRect(0, 0, frame.width, frame.height)
  paintBands(brush, scene, camera, frame)
  paintEdges(brush, scene, camera, box, level)
  if (hand.edge !== undefined) paintChosenEdge(brush, scene, camera, hand.edge)
  const seen: number[] = []
  eachNode(scene, box, (task) => seen.push(task))
  const fades = fade !== undefined && fade.share < 1 && seen.length <= FADING_NODES_AT_MOST
  if (fades) {
    pen.globalAlpha = 1 - fade.share
    paintNodes(brush, scene, camera, seen, fade.from, hand, pen.globalAlpha)
    pen.globalAlpha = fade.share
  }
  paintNodes(brush, scene, camera, seen, level, hand, fades ? fade.share : 1)
  pen.globalAlpha = 1
  paintHand(brush, scene, camera, hand)
  paintHeads(brush, scene, camera, frame)
  return seen
}

const placeOf = ({ geometry, measures }: Scene, { zoom, ...camera }: Camera, task: number): NodePlace => ({
  x: screenX({ zoom, ...camera }, geometry.x[task]!),
  y: screenY({ zoom, ...camera }, geometry.y[task]!),
  width: measures.nodeWidth * zoom,
  height: measures.nodeHeight * zoom,
})

/** What does not pass the filters, or is not lit, steps back. */
function opacityOf(scene: Scene, task: number, { connecting }: MapHand): number {
  if (connecting) return connecting.blocked[task] === 1 && task !== connecting.source ? 0.25 : 1
  const passes = scene.passes[task] === 1 ? 1 : 0.22
  const { lit } = scene
  if (lit.kind === 'critical') return scene.schedule.times.critical[task] === 1 ? passes : passes * 0.45
  if (lit.kind === 'path')
    return task === lit.of || lit.before[task] === 1 || lit.after[task] === 1 ? passes : passes * 0.45
  return passes
}

function paintNodes(
  brush: Brush,
  scene: Scene,
  camera: Camera,
  seen: readonly number[],
  level: Level,
  hand: MapHand,
  share: number,
): void {
  if (level === 'dots') {
    paintDots(brush, scene, camera, seen, hand, share)
    return
  }
  for (const task of seen) {
    brush.pen.globalAlpha = share * opacityOf(scene, task, hand)
    paintNode(brush, scene, task, placeOf(scene, camera, task), level, camera.zoom)
  }
}

/** Dots by colour: one path for each, however many there are. */
function paintDots(
  brush: Brush,
  scene: Scene,
  camera: Camera,
  seen: readonly number[],
  hand: MapHand,
  share: number,
): void {
  const { pen } = brush
  const groups = new Map<string, number[]>()
  for (const task of seen) {
    const key = `${dotColor(brush, scene.looks[task]!)} ${opacityOf(scene, task, hand)}`
    const group = groups.get(key)
    if (group) group.push(task)
    else groups.set(key, [task])
  }
  const size = Math.max(1.5, Math.min(6, scene.measures.row * camera.zoom * 0.8))
  const dx = (scene.measures.nodeWidth * camera.zoom - size) / 2
  const dy = (scene.measures.nodeHeight * camera.zoom - size) / 2
  for (const [key, tasks] of groups) {
    const [color, opacity] = key.split(' ') as [string, string]
    pen.globalAlpha = share * Number(opacity)
    pen.fillStyle = color
    pen.beginPath()
    for (const task of tasks) {
      const x = screenX(camera, scene.geometry.x[task]!) + dx
      const y = screenY(camera, scene.geometry.y[task]!) + dy
      if (size < 4) pen.rect(x, y, size, size)
      else {
        pen.moveTo(x + size, y + size / 2)
        pen.arc(x + size / 2, y + size / 2, size / 2, 0, 2 * Math.PI)
      }
    }
    pen.fill()
  }
}

function paintChosenEdge({ pen, color }: Brush, scene: Scene, camera: Camera, edge: number): void {
  pen.beginPath()
  trace(pen, scene, camera, edge)
  pen.strokeStyle = color.accent
  pen.globalAlpha = 0.2
  pen.lineWidth = 8
  pen.stroke()
  pen.globalAlpha = 1
  pen.lineWidth = 2.2
  pen.stroke()
}

function paintHand(brush: Brush, scene: Scene, camera: Camera, hand: MapHand): void {
  const { color } = brush
  const isWhole = camera.zoom >= 0.55
  const radius = isWhole ? 13 * Math.min(1, camera.zoom) : 6
  for (const task of hand.selected) {
    const ring = ringOf(scene, camera, task, 2)
    roundBox(brush, ring.x, ring.y, ring.width, ring.height, Math.max(4, radius - 4), {
      fill: color.accentSoft,
      line: color.accent,
      lineWidth: 1.5,
    })
  }
  if (hand.cursor !== undefined) {
    const ring = ringOf(scene, camera, hand.cursor, isWhole ? 5 : 3)
    roundBox(brush, ring.x, ring.y, ring.width, ring.height, radius, { line: color.accent, lineWidth: 2 })
  }
  if (
    hand.hovered !== undefined &&
    hand.editable?.[hand.hovered] === 1 &&
    isWhole &&
    !hand.connecting &&
    !hand.frame
  )
    paintPlus(brush, placeOf(scene, camera, hand.hovered))
  if (hand.connecting) paintConnecting(brush, scene, camera, hand.connecting)
  if (hand.frame) {
    const [x1, y1, x2, y2] = hand.frame
    roundBox(
      brush,
      screenX(camera, Math.min(x1, x2)),
      screenY(camera, Math.min(y1, y2)),
      Math.abs(x2 - x1) * camera.zoom,
      Math.abs(y2 - y1) * camera.zoom,
      4,
      { fill: color.accentSoft, line: color.accent },
    )
  }
}

/** The box around what is drawn of a node at this zoom. */
function ringOf(scene: Scene, camera: Camera, task: number, off: number): NodePlace {
  const { x, y, width, height } = placeOf(scene, camera, task)
  const level = levelOf(camera.zoom)
  const shownWidth = level === 'chips' ? Math.min(width, 98) : level === 'dots' ? Math.max(10, width) : width
  const shownHeight =
    level === 'chips' ? Math.min(height, 20) : level === 'dots' ? Math.max(10, height) : height
  return {
    x: x - off - (shownWidth > width ? (shownWidth - width) / 2 : 0),
    y: y + (height - shownHeight) / 2 - off,
    width: shownWidth + 2 * off,
    height: shownHeight + 2 * off,
  }
}

function paintPlus({ pen, color }: Brush, { x, y, width, height }: NodePlace): void {
  const cx = x + width + PLUS_OFFSET
  const cy = y + height / 2
  pen.beginPath()
  pen.arc(cx, cy, PLUS_RADIUS, 0, 2 * Math.PI)
  pen.fillStyle = color.raised
  pen.fill()
  pen.strokeStyle = color.accent
  pen.lineWidth = 1.5
  pen.stroke()
  pen.beginPath()
  pen.moveTo(cx - 4, cy)
  pen.lineTo(cx + 4, cy)
  pen.moveTo(cx, cy - 4)
  pen.lineTo(cx, cy + 4)
  pen.stroke()
}

function paintConnecting(
  brush: Brush,
  scene: Scene,
  camera: Camera,
  { source, x, y, target }: NonNullable<MapHand['connecting']>,
): void {
  const { pen, color } = brush
  const from = placeOf(scene, camera, source)
  const to = target === undefined ? undefined : placeOf(scene, camera, target)
  const x1 = from.x + from.width
  const y1 = from.y + from.height / 2
  const x2 = to ? to.x : screenX(camera, x)
  const y2 = to ? to.y + to.height / 2 : screenY(camera, y)
  const middle = x2 > x1 + 24 ? x1 + 16 : (x1 + x2) / 2
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(middle, y1)
  pen.lineTo(middle, y2)
  pen.lineTo(x2, y2)
  pen.strokeStyle = color.accent
  pen.lineWidth = 2
  pen.setLineDash(to ? [] : [5, 4])
  pen.stroke()
  pen.setLineDash([])
  if (to)
    roundBox(brush, to.x - 4, to.y - 4, to.width + 8, to.height + 8, 11, { line: color.accent, lineWidth: 2 })
}

/** Draws the whole map at 100 %, as a picture on its own. @param margin beside the map, @param lines most lines of a title */
export function drawWhole(brush: Brush, scene: Scene, frame: Frame, margin: number, lines: number): void {
  const { pen, color } = brush
  const camera = { x: -margin, y: 0, zoom: 1 }
  const box = seenBox(camera, frame)
  pen.fillStyle = color.app
  pen.fillRect(0, 0, frame.width, frame.height)
  paintBands(brush, scene, camera, frame)
  paintEdges(brush, scene, camera, box, 'full')
  eachNode(scene, box, (task) => {
    pen.globalAlpha = opacityOf(scene, task, emptyHand)
    paintNode(brush, scene, task, placeOf(scene, camera, task), 'full', 1, lines)
  })
  pen.globalAlpha = 1
  paintHeads(brush, scene, camera, frame)
}

/** Whether any of a node is in sight. */
export function isSeen(scene: Pick<Scene, 'geometry' | 'measures'>, box: Box, task: number): boolean {
  const x = scene.geometry.x[task]!
  const y = scene.geometry.y[task]!
  return (
    x + scene.measures.nodeWidth > box.x &&
    x < box.x + box.width &&
    y + scene.measures.nodeHeight > box.y &&
    y < box.y + box.height
  )
}
