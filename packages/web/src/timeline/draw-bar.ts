import { markColor } from '../signs/draw-signs.ts'
import type { Bar } from './bar.ts'
import { xOf } from './scale.ts'
import { BAR_HEIGHT, barPlace, barSpan, paintsOf, type Scene } from './scene.ts'

const RADIUS = 3

/** Draws planned rail, bar and fixed start of a task. @param top upper edge of its row */
export function drawBar(context: CanvasRenderingContext2D, scene: Scene, bar: Bar, top: number): void {
  const paints = paintsOf(scene)
  const place = barPlace(scene)
  const y = top + place.bar
  drawRail(context, scene, bar, top + place.rail)
  if (bar.isDiamond) drawDiamond(context, scene, bar, xOf(scene.scale, bar.start), y + BAR_HEIGHT / 2, 6.4)
  else drawBody(context, scene, bar, y)
  if (!Number.isNaN(bar.fixedStart)) {
    const x = Math.round(xOf(scene.scale, bar.fixedStart))
    context.fillStyle = paints.t1
    context.fillRect(x - 1, y - 4, 2, 20)
  }
}

function drawRail(context: CanvasRenderingContext2D, scene: Scene, bar: Bar, y: number): void {
  if (Number.isNaN(bar.railStart)) return
  context.fillStyle = paintsOf(scene).strong
  const x = xOf(scene.scale, bar.railStart)
  context.beginPath()
  if (bar.railEnd > bar.railStart) {
    context.roundRect(x, y, Math.max(3, (bar.railEnd - bar.railStart) * scene.scale.perSecond - 1), 3, 1.5)
  } else {
    diamond(context, x, y + 1.5, 3.5)
  }
  context.fill()
}

function drawBody(context: CanvasRenderingContext2D, scene: Scene, bar: Bar, y: number): void {
  const paints = paintsOf(scene)
  const { x, width } = barSpan(scene, bar)
  const box = (inset: number) => {
    context.beginPath()
    context.roundRect(x + inset, y + inset, Math.max(1, width - 2 * inset), BAR_HEIGHT - 2 * inset, RADIUS)
  }
  switch (bar.kind) {
    case 'done':
      drawDone(context, scene, bar, x, y, width)
      return
    case 'running':
      drawRunning(context, scene, bar, x, y, width)
      return
    case 'startable':
      box(0.9)
      context.fillStyle = paints.surface
      context.fill()
      context.fillStyle = paints.accentSoft
      context.fill()
      context.lineWidth = 1.8
      context.strokeStyle = paints.accent
      context.stroke()
      return
    default:
      drawExpected(context, scene, bar, box)
  }
}

/** What is to come: critical solid with a tint, else dashed; in a plan without a run solid and plain. */
function drawExpected(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  box: (inset: number) => void,
): void {
  const paints = paintsOf(scene)
  const isPlan = bar.kind === 'plan'
  box(0.6)
  context.fillStyle = isPlan && !bar.isCritical ? paints.hover : paints.surface
  context.fill()
  if (bar.isCritical) {
    context.fillStyle = paints.criticalSoft
    context.fill()
  }
  context.lineWidth = bar.isCritical ? 1.4 : 1.2
  context.strokeStyle = bar.isCritical ? paints.criticalMark : paints.control
  if (!bar.isCritical && !isPlan) context.setLineDash([3, 2])
  context.stroke()
  context.setLineDash([])
}

/** Facts are filled; what was passed over or given up is a line through, for it took no time that counts. */
function drawDone(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  x: number,
  y: number,
  width: number,
): void {
  context.fillStyle = markColor(scene.theme, bar.look, false)
  context.beginPath()
  context.roundRect(x, y, width, BAR_HEIGHT, RADIUS)
  context.fill()
  if (bar.look === 'complete') return
  hatch(context, paintsOf(scene).surface, x, y, width, BAR_HEIGHT, RADIUS, 2)
}

function drawRunning(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  x: number,
  y: number,
  width: number,
): void {
  const paints = paintsOf(scene)
  const { perSecond } = scene.scale
  context.fillStyle = paints.surface
  context.beginPath()
  context.roundRect(x, y, width, BAR_HEIGHT, RADIUS)
  context.fill()
  context.fillStyle = paints.progressSoft
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = paints.progressMark
  context.beginPath()
  context.roundRect(x + 0.5, y + 0.5, Math.max(1, width - 1), BAR_HEIGHT - 1, RADIUS - 0.5)
  context.stroke()
  context.fillStyle = paints.progressMark
  context.beginPath()
  context.roundRect(x, y, Math.max(2, (bar.filledUntil - bar.start) * perSecond), BAR_HEIGHT, RADIUS)
  context.fill()
  if (Number.isNaN(bar.overFrom)) return
  const from = xOf(scene.scale, bar.overFrom)
  const length = Math.max(3, (scene.now - bar.overFrom) * perSecond)
  context.fillStyle = paints.surface
  context.beginPath()
  context.roundRect(from, y - 1, length, BAR_HEIGHT + 2, 2)
  context.fill()
  hatch(context, paints.lateMark, from, y - 1, length, BAR_HEIGHT + 2, 2, 2.6)
  context.lineWidth = 1.5
  context.strokeStyle = paints.lateMark
  context.beginPath()
  context.roundRect(from + 0.75, y - 0.25, Math.max(1.5, length - 1.5), BAR_HEIGHT + 0.5, 2)
  context.stroke()
}

/** Slanted lines within a box. Drawn one by one and not as a pattern, which would blur on dense screens. */
export function hatch(
  context: CanvasRenderingContext2D,
  color: string,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  lineWidth: number,
  gap = 6,
): void {
  context.save()
  context.beginPath()
  context.roundRect(x, y, width, height, radius)
  context.clip()
  context.strokeStyle = color
  context.lineWidth = lineWidth
  context.beginPath()
  for (let at = x - height; at < x + width; at += gap) {
    context.moveTo(at, y + height)
    context.lineTo(at + height, y)
  }
  context.stroke()
  context.restore()
}

/** A milestone: the states of a bar on a diamond. @param reach from its centre to a corner */
export function drawDiamond(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Pick<Bar, 'kind' | 'look' | 'isCritical'>,
  x: number,
  y: number,
  reach: number,
): void {
  const paints = paintsOf(scene)
  const isDone = bar.kind === 'done'
  const color =
    bar.kind === 'startable'
      ? paints.accent
      : isDone || bar.kind === 'running'
        ? markColor(scene.theme, bar.look, false)
        : bar.isCritical
          ? paints.criticalMark
          : paints.t2
  context.beginPath()
  diamond(context, x, y, reach)
  context.fillStyle = isDone ? color : paints.surface
  context.fill()
  context.lineWidth = 1.5
  context.lineJoin = 'round'
  context.strokeStyle = color
  context.stroke()
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number, reach: number): void {
  context.moveTo(x, y - reach)
  context.lineTo(x + reach, y)
  context.lineTo(x, y + reach)
  context.lineTo(x - reach, y)
  context.closePath()
}
