import { markColor } from '../signs/draw-signs.ts'
import { type Bar, barOf } from './bar.ts'
import { drawDiamond } from './draw-bar.ts'
import type { StreamRow } from './rows.ts'
import { xOf } from './scale.ts'
import { barSpan, paintsOf, type Scene } from './scene.ts'

const SMALL = 8

/** Draws the row of a stream: a bracket over its tasks, or, folded, the tasks themselves as small bars. */
export function drawStreamRow(
  context: CanvasRenderingContext2D,
  scene: Scene,
  row: StreamRow,
  top: number,
  isChosen: boolean,
): void {
  const paints = paintsOf(scene)
  for (const ground of isChosen ? [paints.hover, paints.accentSoft] : [paints.hover]) {
    context.fillStyle = ground
    context.fillRect(0, top, scene.width, scene.rowHeight)
  }
  if (row.isFolded) drawFolded(context, scene, row, top)
  else drawBracket(context, scene, row, top)
}

function drawBracket(context: CanvasRenderingContext2D, scene: Scene, row: StreamRow, top: number): void {
  const { start, end } = scene.schedule.times
  let from = Number.POSITIVE_INFINITY
  let until = Number.NEGATIVE_INFINITY
  for (const at of row.positions) {
    const [begin, finish] = [start[at] ?? Number.NaN, end[at] ?? Number.NaN]
    if (begin < from) from = begin
    if (finish > until) until = finish
  }
  if (!(until >= from)) return
  const y = top + Math.round(scene.rowHeight / 2) + 4
  const left = Math.max(-20, xOf(scene.scale, from))
  const right = Math.min(scene.width + 20, xOf(scene.scale, until))
  if (right < 0 || left > scene.width) return
  context.strokeStyle = paintsOf(scene).t3
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(left, y)
  context.lineTo(left, y - 4)
  context.lineTo(Math.max(left, right), y - 4)
  context.lineTo(Math.max(left, right), y)
  context.stroke()
}

/**
 * The tasks of a folded stream. Thousands may share a few hundred pixels: a bar that lies within the one before it of
 * the same paint is passed over.
 */
function drawFolded(context: CanvasRenderingContext2D, scene: Scene, row: StreamRow, top: number): void {
  const { start, end } = scene.schedule.times
  const { from, perSecond } = scene.scale
  const until = from + scene.width / perSecond
  const y = top + Math.round((scene.rowHeight - SMALL) / 2)
  const reached = new Map<string, number>()
  const diamonds: Bar[] = []
  for (const at of row.positions) {
    const begin = start[at] ?? Number.NaN
    const finish = end[at] ?? Number.NaN
    if (!(begin < until && Math.max(finish, scene.now) > from - 60)) continue
    const bar = barOf(scene.plan, scene.schedule, at, scene.now)
    if (bar.isDiamond) {
      diamonds.push(bar)
      continue
    }
    const paint = smallPaint(scene, bar)
    const { x, width } = barSpan(scene, bar)
    const key = `${paint.fill}${paint.stroke ?? ''}`
    const before = reached.get(key) ?? Number.NEGATIVE_INFINITY
    if (x + width <= before) continue
    reached.set(key, x + width)
    context.beginPath()
    if (width > 4) context.roundRect(x, y, width, SMALL, 2)
    else context.rect(x, y, width, SMALL)
    context.fillStyle = paint.fill
    context.fill()
    if (paint.stroke) {
      context.strokeStyle = paint.stroke
      context.lineWidth = 0.9
      context.stroke()
    }
  }
  for (const bar of diamonds.slice(0, 400))
    drawDiamond(context, scene, bar, xOf(scene.scale, bar.start), y + SMALL / 2, 5.6)
}

function smallPaint(scene: Scene, bar: Bar): { fill: string; stroke?: string } {
  const paints = paintsOf(scene)
  switch (bar.kind) {
    case 'done':
      return { fill: markColor(scene.theme, bar.look, false) }
    case 'running':
      return { fill: Number.isNaN(bar.overFrom) ? paints.progressMark : paints.lateMark }
    case 'startable':
      return { fill: paints.surface, stroke: paints.accent }
    default:
      return bar.isCritical
        ? { fill: paints.surface, stroke: paints.criticalMark }
        : { fill: paints.line, stroke: paints.control }
  }
}
