import { deltaMinutes } from '../room/look.ts'
import { clockTime } from '../time/format.ts'
import { type Bar, type Label, labelOf } from './bar.ts'
import { drawBar } from './draw-bar.ts'
import { linkStretches } from './draw-links.ts'
import { drawStreamRow } from './draw-stream-row.ts'
import { placeLabel, type Taken } from './place-label.ts'
import type { TaskRow } from './rows.ts'
import { xOf } from './scale.ts'
import { BAR_HEIGHT, barIn, barPlace, barSpan, fontOf, paintsOf, type Scene, textWidth } from './scene.ts'

const DIMMED = 0.32
const noLinks: ReadonlyMap<number, Taken> = new Map()

/** Draws the rows from `first` up to, not including, `last`. */
export function drawRows(context: CanvasRenderingContext2D, scene: Scene, first: number, last: number): void {
  const chosen = scene.rows.list[scene.chosenRow]
  const links = chosen?.kind === 'task' ? linkStretches(scene, chosen.at) : noLinks
  for (let index = first; index < last; index += 1) {
    const row = scene.rows.list[index]
    if (!row) return
    const top = index * scene.rowHeight
    if (row.kind === 'stream') {
      drawStreamRow(context, scene, row, top, index === scene.chosenRow)
      continue
    }
    context.globalAlpha = scene.lit && scene.lit[row.at] !== 1 ? DIMMED : 1
    drawTask(context, scene, row, index, top, links.get(index))
    context.globalAlpha = 1
  }
}

/** Tints the rows that are chosen or pointed at; lies under the grid. */
export function drawRowGrounds(context: CanvasRenderingContext2D, scene: Scene): void {
  const paints = paintsOf(scene)
  const ground = (row: number, color: string) => {
    if (row < 0) return
    context.fillStyle = color
    context.fillRect(0, row * scene.rowHeight, scene.width, scene.rowHeight)
  }
  if (scene.hoveredRow !== scene.chosenRow) ground(scene.hoveredRow, `${paints.hover}99`)
  ground(scene.chosenRow, paints.accentSoft)
}

function drawTask(
  context: CanvasRenderingContext2D,
  scene: Scene,
  row: TaskRow,
  index: number,
  top: number,
  link: Taken | undefined,
): void {
  const bar = barIn(scene, row.at)
  const isInHand = index === scene.chosenRow || index === scene.hoveredRow
  const { x, width } = barSpan(scene, bar)
  const end = bar.isDiamond ? x + 8 : x + width
  const showsFloat =
    scene.showsFloat || index === scene.chosenRow || bar.kind === 'running' || bar.kind === 'startable'
  const whisker = showsFloat ? drawWhisker(context, scene, bar, end, top) : end
  drawBar(context, scene, bar, top)
  const delta = scene.plan.run ? deltaMinutes(scene.schedule, row.at) : 0
  const label = labelOf(
    scene.plan,
    row.at,
    bar,
    scene.now,
    { isMine: scene.isMine(row.at), isInHand, isFirstShifted: scene.shifted.has(row.at), delta },
    scene.words,
  )
  if (label) drawLabel(context, scene, bar, label, { x, end, whisker, link }, top)
  if (isInHand) drawHint(context, scene, bar, x, end, top)
}

/** The dotted line to the last moment without harm. @returns its right end */
function drawWhisker(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  from: number,
  top: number,
): number {
  const until = xOf(scene.scale, bar.floatUntil)
  if (!(until > from + 4) || from > scene.width) return from
  const y = top + barPlace(scene).bar + BAR_HEIGHT / 2
  const right = Math.min(until, scene.width + 4)
  context.strokeStyle = paintsOf(scene).control
  context.lineWidth = 1.2
  context.lineCap = 'round'
  context.setLineDash([1, 3])
  context.beginPath()
  context.moveTo(Math.max(from, -4) + 1, y)
  context.lineTo(right, y)
  context.stroke()
  context.setLineDash([])
  context.lineCap = 'butt'
  context.beginPath()
  context.moveTo(right, y - 4)
  context.lineTo(right, y + 4)
  context.stroke()
  return until
}

/** What is drawn in the row of a label: bar, whisker, and a link that leaves it; pixels. */
interface Around {
  readonly x: number
  readonly end: number
  readonly whisker: number
  readonly link: Taken | undefined
}

function drawLabel(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  label: Label,
  { x, end, whisker, link }: Around,
  top: number,
): void {
  const paints = paintsOf(scene)
  context.font = fontOf(11, label.tone === 'late' ? 600 : 400, scene)
  const width = textWidth(context, label.text)
  const left = bar.isDiamond ? x - 8 : x
  const taken: Taken[] = [[left, end]]
  if (scene.isLive) taken.push([xOf(scene.scale, scene.now) - 1, xOf(scene.scale, scene.now) + 1])
  if (link) taken.push([link[0], link[1] + 3])
  const beside = Math.max(end, link ? link[1] + 3 : end) + 8
  const places = whisker > end ? [Math.max(whisker + 8, beside), beside] : [beside]
  const place = placeLabel(width, [...places, left - width - 8], taken, [4, scene.width - 4])
  if (place === undefined) return
  const y = top + barPlace(scene).bar + BAR_HEIGHT / 2
  if (place < whisker && place > x) {
    context.fillStyle = paints.surface
    context.fillRect(place - 4, y - 7, width + 8, 14)
  }
  context.fillStyle =
    label.tone === 'late' ? paints.late : label.tone === 'accent' ? paints.accent : paints.t3
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillText(label.text, place, y + 0.5)
}

/** Where the bar of the row in hand lies when it is out of sight. */
function drawHint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  bar: Bar,
  x: number,
  end: number,
  top: number,
): void {
  const isBefore = end < 0
  if (Number.isNaN(x) || (!isBefore && x <= scene.width)) return
  context.font = fontOf(11, 500, scene)
  context.fillStyle = paintsOf(scene).t3
  context.textBaseline = 'middle'
  context.textAlign = isBefore ? 'left' : 'right'
  const time = clockTime(bar.start, scene.zone)
  const y = top + barPlace(scene).bar + BAR_HEIGHT / 2
  context.fillText(isBefore ? `← ${time}` : `${time} →`, isBefore ? 8 : scene.width - 8, y)
  context.textAlign = 'left'
}
