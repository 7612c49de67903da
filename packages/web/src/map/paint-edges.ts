import type { Pen } from '../signs/pen.ts'
import { type Box, type Camera, screenX, screenY } from './camera.ts'
import { type Level, levelOf } from './measures.ts'
import { type Brush, mixed } from './paint.ts'
import { eachEdge, isCriticalEdge, type Scene } from './scene.ts'

/** How an edge is drawn; edges of one kind are drawn in one stroke. */
type Kind = 'done' | 'open' | 'critical' | 'lit' | 'before' | 'after'

const kinds: readonly Kind[] = ['done', 'open', 'critical', 'before', 'after', 'lit']

const CORNER = 8
/** Below this zoom corners are too small to be seen. */
const ROUND_FROM = 0.3

/** Draws the edges that may be seen in a box of the map. */
export function paintEdges(brush: Brush, scene: Scene, camera: Camera, box: Box, level: Level): void {
  const groups: Record<Kind, number[]> = { done: [], open: [], critical: [], lit: [], before: [], after: [] }
  eachEdge(scene, box, (edge) => {
    const kind = kindOf(scene, edge)
    if (level === 'dots' && (kind === 'done' || kind === 'open')) return
    groups[kind].push(edge)
  })
  const { pen, color } = brush
  const isDimmed = scene.lit.kind !== 'nothing'
  const before = pen.globalAlpha
  const plain = mixed(color.control, color.app, 0.25)
  const thin = level === 'chips' ? 1 : 1.3
  pen.lineJoin = 'round'
  for (const kind of kinds) {
    const edges = groups[kind]
    if (edges.length === 0) continue
    const isLit = kind === 'lit' || kind === 'before' || kind === 'after'
    pen.globalAlpha = before * (isDimmed && !isLit ? 0.45 : 1)
    const stroke = strokes(brush, kind, plain)
    pen.beginPath()
    for (const edge of edges) trace(pen, scene, camera, edge)
    if (kind === 'lit') {
      pen.globalAlpha = before * 0.14
      pen.strokeStyle = color.criticalMark
      pen.lineWidth = level === 'dots' ? 4 : 7
      pen.stroke()
      pen.globalAlpha = before
    }
    pen.strokeStyle = stroke.color
    pen.lineWidth = level === 'dots' ? Math.min(stroke.width ?? thin, 1.6) : (stroke.width ?? thin)
    if (kind === 'after') pen.setLineDash([1.6, 4])
    if (kind === 'after') pen.lineCap = 'round'
    pen.stroke()
    pen.setLineDash([])
    pen.lineCap = 'butt'
    if (camera.zoom >= 0.55) {
      pen.beginPath()
      for (const edge of edges) traceHead(pen, scene, camera, edge)
      pen.stroke()
    }
  }
  pen.globalAlpha = before
}

function strokes({ color }: Brush, kind: Kind, plain: string): { color: string; width?: number } {
  switch (kind) {
    case 'done':
      return { color: mixed(plain, color.app, 0.45) }
    case 'open':
      return { color: plain }
    case 'critical':
      return { color: mixed(color.criticalMark, color.app, 0.35), width: 1.5 }
    case 'lit':
      return { color: color.criticalMark, width: 2.2 }
    default:
      return { color: color.t1, width: 1.8 }
  }
}

function kindOf(scene: Scene, edge: number): Kind {
  const { lit, geometry, looks } = scene
  const source = geometry.edges.sources[edge]!
  const target = geometry.edges.targets[edge]!
  if (lit.kind === 'path') {
    const isAt = (side: Uint8Array, task: number) => side[task] === 1 || task === lit.of
    if (isAt(lit.before, source) && isAt(lit.before, target)) return 'before'
    if (isAt(lit.after, source) && isAt(lit.after, target)) return 'after'
  }
  const isDone = looks[source]!.look === 'complete'
  if (lit.kind === 'critical' && isCriticalEdge(scene, edge)) return 'lit'
  if (isDone && scene.plan.tasks[target]!.stage === 'complete') return 'done'
  return lit.kind === 'nothing' && isCriticalEdge(scene, edge) ? 'critical' : isDone ? 'done' : 'open'
}

/** Adds the line of an edge to the path, with round corners. @param corner pixels at 100 % */
export function trace(
  pen: Pen,
  { geometry, measures }: Pick<Scene, 'geometry' | 'measures'>,
  camera: Camera,
  edge: number,
): void {
  const { points, pointOffsets } = geometry.edges
  const first = pointOffsets[edge]!
  const last = pointOffsets[edge + 1]! - 1
  const { zoom } = camera
  // Nodes that are dots stand in the middle of their places: edges reach to there.
  const inward = levelOf(zoom) === 'dots' ? measures.nodeWidth / 2 : 0
  const px = (at: number) =>
    screenX(camera, points[2 * at]! - (at === first ? inward : at === last ? -inward : 0))
  const py = (at: number) => screenY(camera, points[2 * at + 1]!)
  pen.moveTo(px(first), py(first))
  if (zoom < ROUND_FROM) {
    for (let at = first + 1; at <= last; at += 1) pen.lineTo(px(at), py(at))
    return
  }
  let ax = px(first)
  let ay = py(first)
  for (let at = first + 1; at < last; at += 1) {
    const bx = px(at)
    const by = py(at)
    const cx = px(at + 1)
    const cy = py(at + 1)
    const inLength = Math.abs(bx - ax) + Math.abs(by - ay)
    const outLength = Math.abs(cx - bx) + Math.abs(cy - by)
    const radius = Math.min(CORNER * zoom, inLength / 2, outLength / 2)
    pen.lineTo(bx - Math.sign(bx - ax) * radius, by - Math.sign(by - ay) * radius)
    pen.quadraticCurveTo(bx, by, bx + Math.sign(cx - bx) * radius, by + Math.sign(cy - by) * radius)
    ax = bx
    ay = by
  }
  pen.lineTo(px(last), py(last))
}

function traceHead(pen: Pen, { geometry }: Scene, camera: Camera, edge: number): void {
  const { points, pointOffsets } = geometry.edges
  const last = pointOffsets[edge + 1]! - 1
  const x = screenX(camera, points[2 * last]!)
  const y = screenY(camera, points[2 * last + 1]!)
  const size = Math.max(0.8, Math.min(1.2, camera.zoom))
  pen.moveTo(x - 5.5 * size, y - 3.5 * size)
  pen.lineTo(x - 0.5, y)
  pen.lineTo(x - 5.5 * size, y + 3.5 * size)
}
