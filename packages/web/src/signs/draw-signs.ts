import { colors, type Theme, type Token } from '../design/tokens.ts'
import type { Look, TaskLook } from '../room/look.ts'
import type { Pen } from './pen.ts'
import { glyphPaths, typePaths } from './sign-paths.ts'

const marks: Record<Look, Token> = {
  waiting: 'waitingMark',
  startable: 'startableMark',
  progress: 'progressMark',
  complete: 'completeMark',
  skipped: 'skippedMark',
  abandoned: 'abandonedMark',
}

/** The colour of a look's marks in a theme. */
export function markColor(theme: Theme, look: Look, isOver: boolean): string {
  return colors[theme][isOver ? 'lateMark' : marks[look]]
}

const paths = new Map<string, Path2D>()
const outlines = new WeakMap<Path2D, string>()
export function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) {
    path = new Path2D(d)
    paths.set(d, path)
    outlines.set(path, d)
  }
  return path
}

/** The outline that a path of `pathOf` was made from. */
export const outlineOf = (path: Path2D): string => outlines.get(path) ?? ''

/**
 * Draws the stage glyph on a canvas: the same shapes as `StageGlyph`.
 *
 * @param x left edge, @param y upper edge, in the units of the context
 */
export function drawGlyph(
  context: Pen,
  of: Pick<TaskLook, 'look' | 'isMilestone' | 'isHeldByFixed' | 'progress' | 'over'>,
  x: number,
  y: number,
  size: number,
  theme: Theme,
): void {
  const isOver = of.look === 'progress' && of.over > 0
  const color = markColor(theme, of.look, isOver)
  context.save()
  context.translate(x, y)
  context.scale(size / 20, size / 20)
  context.strokeStyle = color
  context.fillStyle = color
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const shape = (radius: number) => {
    context.beginPath()
    if (of.isMilestone) {
      const reach = radius * 1.08
      context.moveTo(10, 10 - reach)
      context.lineTo(10 + reach, 10)
      context.lineTo(10, 10 + reach)
      context.lineTo(10 - reach, 10)
      context.closePath()
    } else context.arc(10, 10, radius, 0, 2 * Math.PI)
  }
  const line = (d: string, width: number) => {
    context.lineWidth = width
    context.stroke(pathOf(d))
  }
  switch (of.look) {
    case 'waiting':
      context.lineWidth = 1.4
      context.setLineDash([2.6, 2.2])
      context.lineCap = 'butt'
      shape(7.6)
      context.stroke()
      context.setLineDash([])
      context.lineCap = 'round'
      if (of.isHeldByFixed) line(glyphPaths.hands, 1.5)
      break
    case 'startable':
      context.lineWidth = 1.8
      shape(7.6)
      context.fillStyle = colors[theme].accentSoft
      context.fill()
      context.stroke()
      context.fillStyle = color
      context.translate(10, 10)
      context.scale(0.82, 0.82)
      context.translate(-10.2, -10)
      context.fill(pathOf(glyphPaths.play))
      break
    case 'progress':
      context.lineWidth = 3
      context.lineCap = 'butt'
      context.globalAlpha = 0.26
      context.beginPath()
      context.arc(10, 10, 7.4, 0, 2 * Math.PI)
      context.stroke()
      context.globalAlpha = 1
      context.beginPath()
      context.arc(10, 10, 7.4, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * (isOver ? 1 : of.progress))
      context.stroke()
      context.lineCap = 'round'
      if (isOver) {
        line('M10 6.9v3.6', 1.9)
        context.beginPath()
        context.arc(10, 13, 1.1, 0, 2 * Math.PI)
        context.fill()
      } else context.fillRect(8, 8, 4, 4)
      break
    case 'complete':
      shape(8.2)
      context.fill()
      context.strokeStyle = colors[theme].knock
      line(glyphPaths.check, 1.9)
      break
    case 'skipped':
      context.lineWidth = 1.5
      shape(7.6)
      context.stroke()
      line(glyphPaths.skip, 1.6)
      break
    default:
      context.lineWidth = 1.5
      shape(7.6)
      context.stroke()
      line(glyphPaths.slash, 1.6)
  }
  context.restore()
}

/** Draws the icon of a task type, as `typeSign` names it; normal tasks have a small dot. */
export function drawTypeIcon(
  context: Pen,
  sign: string,
  x: number,
  y: number,
  size: number,
  color: string,
): void {
  const path = typePaths[sign]
  context.save()
  context.translate(x, y)
  context.scale(size / 16, size / 16)
  if (path === undefined) {
    context.fillStyle = color
    context.beginPath()
    context.arc(8, 8, 1.6, 0, 2 * Math.PI)
    context.fill()
  } else {
    context.strokeStyle = color
    context.lineWidth = 1.3
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(pathOf(path))
  }
  context.restore()
}
