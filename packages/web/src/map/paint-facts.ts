import { theWords } from '../language/language.ts'
import { deltaMinutes, type TaskLook } from '../room/look.ts'
import type { Task } from '../room/plan.ts'
import { drawTypeIcon } from '../signs/draw-signs.ts'
import { initialsOf, partyName } from '../signs/owner-stack.tsx'
import { DOT, typeSign } from '../signs/sign-paths.ts'
import { clockTime, lengthOf } from '../time/format.ts'
import { type Brush, fontOf, roundBox, write } from './paint.ts'
import type { Scene } from './scene.ts'

/** Whether a task is over, one way or another: then it is quiet. */
export const isEnded = ({ look }: TaskLook) =>
  look === 'complete' || look === 'skipped' || look === 'abandoned'

/** Id, time, ±, fixed start. @returns where they end */
export function paintFacts(
  brush: Brush,
  scene: Scene,
  at: number,
  x: number,
  y: number,
  font: string,
): number {
  const { color } = brush
  const look = scene.looks[at]!
  const task = scene.plan.tasks[at]!
  const isLoud = look.ownStartLate || look.ownEndLate
  let end = write(brush, `#${task.id}`, x, y, font, color.t3)
  end = write(brush, timeText(scene, at, task, look), end + 6, y, font, isLoud ? color.late : color.t2)
  const delta = scene.plan.run && !isEnded(look) ? deltaMinutes(scene.schedule, at) : 0
  if (delta !== 0)
    end = write(
      brush,
      delta > 0 ? `+${delta}` : `−${-delta}`,
      end + 5,
      y,
      font,
      isLoud && delta > 0 ? color.late : color.t3,
    )
  if (task.start_fixed !== null && !isEnded(look))
    end = write(brush, theWords().map.fixed, end + 6, y, font.replace('400', '600'), color.t2)
  return end
}

/** The end of what has ended, `to 02:23` of what runs, else the start; the length where no time is known yet. */
export function timeText(scene: Scene, at: number, task: Task, look: TaskLook): string {
  const { times } = scene.schedule
  const zone = scene.plan.runbook.timezone
  if (!scene.hasTimes) return lengthOf(task.duration)
  if (isEnded(look)) return task.end_actual === null ? '–' : clock(task.end_actual, zone)
  const instant = look.look === 'progress' ? times.end[at]! : times.start[at]!
  if (Number.isNaN(instant)) return '–'
  return look.look === 'progress' ? theWords().map.until(clock(instant, zone)) : clock(instant, zone)
}

const clocks = new Map<string, string>()

/** `clockTime`, remembered by minute: it costs more than drawing what it says. */
function clock(instant: number, zone: string): string {
  const key = `${Math.floor(instant / 60)} ${zone}`
  let text = clocks.get(key)
  if (text === undefined) {
    if (clocks.size > 20_000) clocks.clear()
    text = clockTime(instant, zone)
    clocks.set(key, text)
  }
  return text
}

/** Owners from the right, then the type. @param right edge, @param y upper edge, @param most how many owners */
export function paintRight(
  brush: Brush,
  scene: Scene,
  at: number,
  right: number,
  y: number,
  most: number,
): void {
  const { pen, color } = brush
  const task = scene.plan.tasks[at]!
  let x = right
  const shown = task.assignees.slice(0, most)
  const font = fontOf(9, 600)
  if (task.assignees.length > most && most > 1)
    x = writeLeft(brush, `+${task.assignees.length - most}`, x, y + 10, fontOf(11, 500), color.t3) - 4
  for (const party of shown.toReversed()) {
    const initials = initialsOf(partyName(scene.plan, party))
    const isMe = party.type === 'user' && party.id === scene.me
    const line = isMe ? color.accent : color.strong
    x -= 22
    roundBox(brush, x, y - 1, 22, 14, party.type === 'user' ? 7 : 4, {
      fill: color.hover,
      line,
      lineWidth: 1,
    })
    pen.font = font
    pen.fillStyle = isMe ? color.accent : color.t2
    pen.textAlign = 'center'
    pen.fillText(initials, x + 11, y + 9.2)
    pen.textAlign = 'left'
    x -= 3
  }
  const sign = typeSign(scene.plan.taskTypes.get(task.task_type_id))
  if (sign !== DOT) drawTypeIcon(pen, sign, x - 15, y - 1, 14, color.t3)
}

function writeLeft(
  brush: Brush,
  text: string,
  right: number,
  y: number,
  font: string,
  color: string,
): number {
  const x = right - brush.fit.width(text, font)
  write(brush, text, x, y, font, color)
  return x
}
