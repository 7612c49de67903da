import { clockSeconds, clockTime, shortDate } from '../time/format.ts'
import { hatch } from './draw-bar.ts'
import { drawLinks } from './draw-links.ts'
import { drawRowGrounds, drawRows } from './draw-rows.ts'
import { xOf } from './scale.ts'
import { fontOf, paintsOf, type Scene, sharp, textWidth } from './scene.ts'

/**
 * Draws the part of the chart from `top` on, `height` high. Only the rows in it are looked at.
 *
 * @param density device pixels per CSS pixel
 */
export function paintChart(
  context: CanvasRenderingContext2D,
  scene: Scene,
  top: number,
  height: number,
  density: number,
): void {
  context.setTransform(density, 0, 0, density, 0, -top * density)
  context.clearRect(0, top, scene.width, height)
  const first = Math.max(0, Math.floor(top / scene.rowHeight))
  const last = Math.min(scene.rows.list.length, Math.ceil((top + height) / scene.rowHeight))
  drawRowGrounds(context, scene)
  drawPauses(context, scene, top, height)
  drawGrid(context, scene, top, height)
  drawRows(context, scene, first, last)
  const chosen = scene.rows.list[scene.chosenRow]
  if (chosen?.kind === 'task') drawLinks(context, scene, chosen.at)
  drawObjective(context, scene, top, height)
  if (scene.isLive) {
    context.fillStyle = paintsOf(scene).accent
    context.fillRect(Math.round(xOf(scene.scale, scene.now)) - 1, top, 2, height)
  }
}

function drawGrid(context: CanvasRenderingContext2D, scene: Scene, top: number, height: number): void {
  context.lineWidth = 1
  context.strokeStyle = paintsOf(scene).line
  for (const { at, weight } of scene.ticks) {
    const x = sharp(xOf(scene.scale, at))
    context.globalAlpha = weight === 0 ? 0.55 : 1
    context.beginPath()
    context.moveTo(x, top)
    context.lineTo(x, top + height)
    context.stroke()
  }
  context.globalAlpha = 1
}

/** Time in which the run stood still. */
function drawPauses(context: CanvasRenderingContext2D, scene: Scene, top: number, height: number): void {
  const paints = paintsOf(scene)
  for (const [from, until] of scene.plan.run?.pauses ?? []) {
    const left = Math.max(-8, xOf(scene.scale, from))
    const right = Math.min(scene.width + 8, xOf(scene.scale, until ?? scene.now))
    if (right - left < 0.5) continue
    context.globalAlpha = 0.5
    context.fillStyle = paints.hover
    context.fillRect(left, top, right - left, height)
    context.globalAlpha = 1
    // Whole periods of the hatching from the top of all, so that pieces painted one after the other meet.
    const begin = Math.floor(top / 8) * 8
    hatch(context, paints.line, left, begin, right - left, Math.ceil((height + 8) / 8) * 8, 0, 1, 8)
  }
}

/** The recovery objective: what has to be back has to be back here. */
function drawObjective(context: CanvasRenderingContext2D, scene: Scene, top: number, height: number): void {
  if (Number.isNaN(scene.objective)) return
  const x = sharp(xOf(scene.scale, scene.objective))
  if (x < 0 || x > scene.width) return
  context.strokeStyle = paintsOf(scene).t2
  context.lineWidth = 1.25
  context.setLineDash([5, 3])
  context.lineDashOffset = top % 8
  context.beginPath()
  context.moveTo(x, top)
  context.lineTo(x, top + height)
  context.stroke()
  context.setLineDash([])
  context.lineDashOffset = 0
}

export const AXIS_HEIGHT = 30

/** Draws the axis: times in the runbook's zone, the objective's flag, and now. */
export function paintAxis(context: CanvasRenderingContext2D, scene: Scene, density: number): void {
  const paints = paintsOf(scene)
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, scene.width, AXIS_HEIGHT)
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  const nowX = scene.isLive ? xOf(scene.scale, scene.now) : Number.NaN
  context.font = fontOf(11, 600, scene)
  const nowText = clockSeconds(scene.now, scene.zone)
  const nowHalf = textWidth(context, '00:00:00') / 2 + 5
  const flagX = xOf(scene.scale, scene.objective)
  const flagText = Number.isNaN(scene.objective) ? '' : clockTime(scene.objective, scene.zone)
  const flagEnd = flagX + FLAG + textWidth(context, flagText) + 4
  let reached = Number.NEGATIVE_INFINITY
  for (const { at, weight, hasLabel, isDay } of scene.ticks) {
    if (!hasLabel) continue
    const x = xOf(scene.scale, at)
    context.font = fontOf(11, weight === 2 ? 600 : 400, scene)
    const text = isDay ? shortDate(at, scene.zone) : clockTime(at, scene.zone)
    const half = textWidth(context, text) / 2
    const meetsNow = Math.abs(x - nowX) < half + nowHalf + 4
    const meetsFlag = x + half > flagX - 4 && x - half < flagEnd + 2
    if (x - half < reached + 6 || x - half < 2 || meetsNow || meetsFlag) continue
    context.fillStyle = weight === 2 ? paints.t1 : weight === 1 ? paints.t2 : paints.t3
    context.fillText(text, x, AXIS_HEIGHT / 2 + 1)
    reached = x + half
  }
  drawFlag(context, scene, flagX, Math.abs(flagX + FLAG + 16 - nowX) < nowHalf + 22 ? '' : flagText)
  if (!scene.isLive) return
  context.fillStyle = paints.accent
  context.beginPath()
  context.roundRect(nowX - nowHalf, 5, 2 * nowHalf, 20, 5)
  context.fill()
  context.fillRect(Math.round(nowX) - 1, 24, 2, AXIS_HEIGHT - 24)
  context.font = fontOf(11, 600, scene)
  context.fillStyle = paints.onAccent
  context.fillText(nowText, nowX, AXIS_HEIGHT / 2 + 0.5)
}

/** Room of the flag before its time, pixels. */
const FLAG = 15

function drawFlag(context: CanvasRenderingContext2D, scene: Scene, x: number, text: string): void {
  if (Number.isNaN(x)) return
  context.strokeStyle = paintsOf(scene).t2
  context.lineWidth = 1.5
  context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(x, AXIS_HEIGHT)
  context.lineTo(x, 8)
  context.lineTo(x + 10, 8)
  context.lineTo(x + 7, 11.5)
  context.lineTo(x + 10, 15)
  context.lineTo(x, 15)
  context.stroke()
  context.font = fontOf(11, 600, scene)
  context.fillStyle = paintsOf(scene).t2
  context.textAlign = 'left'
  context.fillText(text, x + FLAG, AXIS_HEIGHT / 2 + 1)
  context.textAlign = 'center'
}
