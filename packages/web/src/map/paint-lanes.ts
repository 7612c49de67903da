import { theWords } from '../language/language.ts'
import type { Plan } from '../room/plan.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { type Camera, type Frame, screenY } from './camera.ts'
import { HEAD_WIDTH } from './measures.ts'
import { type Brush, fontOf, mixed, write } from './paint.ts'
import type { Scene } from './scene.ts'

/** How many tasks of each lane there are and have ended. */
export interface LaneCounts {
  readonly all: Int32Array
  readonly done: Int32Array
}

const counted = new WeakMap<Plan['tasks'], LaneCounts>()

export function laneCounts({
  plan,
  lanes,
  geometry,
}: Pick<Scene, 'plan' | 'lanes' | 'geometry'>): LaneCounts {
  let counts = counted.get(plan.tasks)
  if (!counts || counts.all.length !== geometry.laneTop.length) {
    counts = {
      all: new Int32Array(geometry.laneTop.length),
      done: new Int32Array(geometry.laneTop.length),
    }
    for (const [at, { stage }] of plan.tasks.entries()) {
      counts.all[lanes[at]!]! += 1
      if (stage === 'complete') counts.done[lanes[at]!]! += 1
    }
    counted.set(plan.tasks, counts)
  }
  return counts
}

/** The grounds of the lanes: every second one is a little lighter. */
export function paintBands(brush: Brush, scene: Scene, camera: Camera, frame: Frame): void {
  const { pen } = brush
  const { laneTop, laneHeight } = scene.geometry
  for (let lane = 0; lane < laneTop.length; lane += 1) {
    const y = screenY(camera, laneTop[lane]!)
    const height = laneHeight[lane]! * camera.zoom
    if (y > frame.height || y + height < 0) continue
    pen.fillStyle = bandColor(brush, lane)
    pen.fillRect(0, y, frame.width, height)
  }
}

const bandColor = ({ color }: Brush, lane: number) =>
  lane % 2 === 1 ? mixed(color.app, color.surface, 0.65) : color.app

/** The heads of the lanes, standing still at the left: bar, name, how many are done. */
export function paintHeads(brush: Brush, scene: Scene, camera: Camera, frame: Frame): void {
  const { pen, color, fit, theme } = brush
  const { laneTop, laneHeight } = scene.geometry
  const counts = laneCounts(scene)
  const signs = streamSigns(scene.plan.streams)
  const { map } = theWords()
  const hasRun = scene.plan.run !== null
  pen.fillStyle = color.app
  pen.fillRect(0, 0, HEAD_WIDTH, frame.height)
  for (const [lane, stream] of scene.plan.streams.entries()) {
    const top = screenY(camera, laneTop[lane]!)
    const height = laneHeight[lane]! * camera.zoom
    if (top > frame.height || top + height < 0) continue
    const sign = signs.get(stream.id)
    pen.fillStyle = bandColor(brush, lane)
    pen.fillRect(0, top, HEAD_WIDTH, height)
    pen.fillStyle = sign?.color[theme] ?? color.strong
    const gap = Math.min(7, height * 0.15)
    pen.fillRect(0, top, 4, sign?.isTwoTone ? (height - gap) / 2 : height - gap)
    if (sign?.isTwoTone) {
      pen.fillStyle = color.t3
      pen.fillRect(0, top + (height - gap) / 2, 4, (height - gap) / 2)
    }
    if (height < 13) continue
    const font = fontOf(12, 600)
    const lines = fit.lines(stream.name, font, HEAD_WIDTH - 24, height >= 86 ? 2 : 1)
    const block = 18 + (lines.length - 1) * 15
    const isWhole = height >= block + 38
    // The name stays in sight while any of its lane is.
    const least = isWhole ? block + 38 : block
    const start = height < 30 ? top + height / 2 - 8.5 : Math.max(top + 6, Math.min(0, top + height - least))
    const y = height < 30 ? start : Math.max(start, Math.min(6, top + height - least))
    for (const [at, line] of lines.entries()) write(brush, line, 16, y + 13 + at * 15, font, color.t1)
    const all = counts.all[lane]!
    if (!isWhole || all === 0) continue
    const done = counts.done[lane]!
    const below = y + 13 + (lines.length - 1) * 15
    write(brush, hasRun ? map.done(done, all) : map.laneCount(all), 16, below + 17, fontOf(11, 400), color.t3)
    if (!hasRun) continue
    pen.fillStyle = color.line
    pen.fillRect(16, below + 24, 76, 3)
    pen.fillStyle = color.completeMark
    pen.fillRect(16, below + 24, (76 * done) / all, 3)
  }
  pen.fillStyle = color.line
  pen.fillRect(HEAD_WIDTH - 1, 0, 1, frame.height)
}
