import { theWords } from '../language/language.ts'
import type { TaskLook } from '../room/look.ts'
import { drawGlyph, pathOf } from '../signs/draw-signs.ts'
import { bubblePath } from '../signs/sign-paths.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { clockTime, lengthOf } from '../time/format.ts'
import type { Level } from './measures.ts'
import { type Brush, fontOf, mixed, roundBox, write } from './paint.ts'
import { isEnded, paintFacts, paintRight } from './paint-facts.ts'
import type { Scene } from './scene.ts'

/** Where a node is drawn: pixels. */
export interface NodePlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a title leaves free of the width of a node at 100 %. */
export const TITLE_INSET = 42

/** From this zoom on a whole node is drawn as at 100 % and scaled; below it the type stays at its least size. */
const SCALED_FROM = 0.92

/** Draws a node that is more than a dot. @param lines most lines of the title, for pictures that show all of it */
export function paintNode(
  brush: Brush,
  scene: Scene,
  task: number,
  place: NodePlace,
  level: Exclude<Level, 'dots'>,
  zoom: number,
  lines = 2,
): void {
  if (level === 'chips') {
    paintChip(brush, scene, task, place)
    return
  }
  const { pen } = brush
  const scale = level === 'rich' ? zoom / 1.4 : zoom < SCALED_FROM ? 1 : zoom
  pen.save()
  pen.translate(place.x, place.y)
  if (scale !== 1) pen.scale(scale, scale)
  const width = place.width / scale
  const height = place.height / scale
  if (level === 'rich') paintRich(brush, scene, task, width, height)
  else if (zoom < SCALED_FROM) paintSmall(brush, scene, task, width, height)
  else paintFull(brush, scene, task, width, height, lines)
  pen.restore()
}

/** The ground, the border by stage and the bar of the stream. */
function paintBody(
  brush: Brush,
  scene: Scene,
  task: number,
  width: number,
  height: number,
  radius: number,
): void {
  const { pen, color, theme } = brush
  const look = scene.looks[task]!
  const isOver = look.look === 'progress' && look.over > 0
  const isStrong = look.look === 'startable' || look.look === 'progress'
  const isPink =
    look.isCritical && (scene.lit.kind === 'critical' || (scene.plan.run !== null && !isEnded(look)))
  const ground = isEnded(look) ? mixed(color.surface, color.app, 0.5) : color.raised
  const tint = isOver
    ? color.lateSoft
    : look.look === 'startable'
      ? color.accentSoft
      : look.look === 'progress'
        ? color.progressSoft
        : undefined
  const line = isOver
    ? color.lateMark
    : look.look === 'startable'
      ? color.accent
      : look.look === 'progress'
        ? color.progressMark
        : isPink
          ? mixed(color.line, color.criticalMark, 0.55)
          : isEnded(look)
            ? color.line
            : color.strong
  roundBox(brush, 0, 0, width, height, radius, { fill: ground })
  if (look.look === 'waiting') pen.setLineDash([4, 3])
  roundBox(brush, 0, 0, width, height, radius, { fill: tint, line, lineWidth: isStrong ? 1.6 : 1 })
  if (look.look === 'waiting') pen.setLineDash([])
  paintStreamBar(brush, scene, task, height, theme)
}

function paintStreamBar(
  { pen, color }: Brush,
  scene: Scene,
  task: number,
  height: number,
  theme: Scene['theme'],
): void {
  const sign = streamSigns(scene.plan.streams).get(scene.plan.tasks[task]!.stream_id)
  if (!sign) return
  const inset = Math.min(10, height * 0.18)
  pen.fillStyle = sign.color[theme]
  pen.beginPath()
  pen.roundRect(0, inset, 3, height - 2 * inset, 1.5)
  pen.fill()
  if (!sign.isTwoTone) return
  pen.fillStyle = color.t3
  pen.fillRect(0, height / 2, 3, height / 2 - inset - 1)
}

/** As at 100 %: glyph, two lines of the title, id, time and ±, type, first owner. */
function paintFull(
  brush: Brush,
  scene: Scene,
  task: number,
  width: number,
  height: number,
  most: number,
): void {
  const { pen, color, fit } = brush
  const look = scene.looks[task]!
  const entry = scene.plan.tasks[task]!
  const ended = isEnded(look)
  const before = pen.globalAlpha
  paintBody(brush, scene, task, width, height, 8)
  if (ended) pen.globalAlpha = before * 0.72
  drawGlyph(pen, look, 10, 8, 18, brush.theme)
  const font = fontOf(12, ended ? 400 : 600)
  for (const [at, line] of fit.lines(entry.name, font, width - TITLE_INSET, most).entries())
    write(brush, line, 34, 17.5 + at * 14, font, ended ? color.t2 : color.t1)
  paintFacts(brush, scene, task, 34, height - 7.5, fontOf(11, 400))
  paintRight(brush, scene, task, width - 6, height - 18, 1)
  pen.globalAlpha = before
}

/** Between 55 % and 92 %: the same in the space there is, type at its least size. */
function paintSmall(brush: Brush, scene: Scene, task: number, width: number, height: number): void {
  const { pen, color, fit } = brush
  const look = scene.looks[task]!
  const ended = isEnded(look)
  const before = pen.globalAlpha
  paintBody(brush, scene, task, width, height, 6)
  if (ended) pen.globalAlpha = before * 0.72
  drawGlyph(pen, look, 7, 4, 14, brush.theme)
  const font = fontOf(11, ended ? 400 : 600)
  const lines = height >= 43 ? 2 : 1
  const room = Math.floor((width - 30) / 6) * 6
  for (const [at, line] of fit.lines(scene.plan.tasks[task]!.name, font, room, lines).entries())
    write(brush, line, 25, 14.5 + at * 12.5, font, ended ? color.t2 : color.t1)
  paintFacts(brush, scene, task, 25, height - 5, fontOf(11, 400))
  if (width > 128) paintRight(brush, scene, task, width - 5, height - 17, 1)
  pen.globalAlpha = before
}

/** Above 140 %: comments, the planned time, all owners. */
function paintRich(brush: Brush, scene: Scene, task: number, width: number, height: number): void {
  const { pen, color, fit } = brush
  const look = scene.looks[task]!
  const entry = scene.plan.tasks[task]!
  const ended = isEnded(look)
  const before = pen.globalAlpha
  paintBody(brush, scene, task, width, height, 9)
  if (ended) pen.globalAlpha = before * 0.72
  drawGlyph(pen, look, 10, 8, 18, brush.theme)
  const font = fontOf(13, ended ? 400 : 600)
  const lines = fit.lines(entry.name, font, width - 46, 2)
  for (const [at, line] of lines.entries())
    write(brush, line, 36, 19 + at * 15.5, font, ended ? color.t2 : color.t1)
  const facts = fontOf(11, 400)
  let x = paintFacts(brush, scene, task, 36, height - 25, facts)
  const planned = scene.schedule.plannedStart[task] ?? Number.NaN
  if (scene.plan.run && !Number.isNaN(planned))
    x = write(
      brush,
      theWords().map.planned(clockTime(planned, scene.plan.runbook.timezone)),
      x + 8,
      height - 25,
      facts,
      color.t3,
    )
  else x = write(brush, lengthOf(entry.duration), x + 8, height - 25, facts, color.t3)
  if (entry.comments_count > 0) {
    pen.save()
    pen.translate(width - 34, height - 34.5)
    pen.scale(0.75, 0.75)
    pen.strokeStyle = color.t3
    pen.lineWidth = 1.5
    pen.stroke(pathOf(bubblePath))
    pen.restore()
    write(brush, String(entry.comments_count), width - 19, height - 25, facts, color.t2)
  }
  paintRight(brush, scene, task, width - 9, height - 19, 8)
  pen.globalAlpha = before
}

/** 18 to 55 %: a chip with glyph and id, and the title where it fits. */
function paintChip(brush: Brush, scene: Scene, at: number, place: NodePlace): void {
  const { pen, color, fit } = brush
  const look = scene.looks[at]!
  const task = scene.plan.tasks[at]!
  const ended = isEnded(look)
  const before = pen.globalAlpha
  const width = Math.min(place.width, 98)
  const height = Math.min(place.height, 20)
  pen.save()
  pen.translate(place.x, place.y + (place.height - height) / 2)
  if (ended) pen.globalAlpha = before * 0.72
  paintBody(brush, scene, at, width, height, Math.min(5, height / 3))
  if (height >= 9) {
    const glyph = Math.min(width < 64 ? 11 : 14, height - 3)
    drawGlyph(pen, look, 5, (height - glyph) / 2, glyph, brush.theme)
    const font = fontOf(11, ended ? 400 : 500)
    const id = `#${task.id}`
    const start = 5 + glyph + 3
    const idWidth = fit.width(id, font)
    if (height >= 13 && start + idWidth <= width - 2) {
      const base = height / 2 + 4
      const end = write(brush, id, start, base, font, color.t2)
      const room = width - end - 9
      if (room > 22)
        write(
          brush,
          fit.cut(task.name, font, Math.floor(room / 4) * 4),
          end + 5,
          base,
          font,
          ended ? color.t2 : color.t1,
        )
    }
  }
  pen.restore()
}

/** The colour that says a task's stage, as dots and mini map show it. */
export function dotColor(brush: Brush, look: TaskLook): string {
  const { color } = brush
  if (look.look === 'progress' && look.over > 0) return color.lateMark
  return {
    waiting: mixed(color.waitingMark, color.app, 0.35),
    startable: color.startableMark,
    progress: color.progressMark,
    complete: color.completeMark,
    skipped: color.skippedMark,
    abandoned: color.abandonedMark,
  }[look.look]
}
