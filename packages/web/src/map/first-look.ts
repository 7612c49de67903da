import { type Box, fitted } from './camera.ts'
import type { MapStage } from './map-stage.ts'
import { nodeBox, type Scene } from './scene.ts'

/** The box around some tasks. */
export function boxAround(
  scene: Pick<Scene, 'geometry' | 'measures'>,
  tasks: readonly number[],
): Box | undefined {
  if (tasks.length === 0) return undefined
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const task of tasks) {
    const { x, y, width, height } = nodeBox(scene, task)
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** What a run is about now: what runs and can start; before and after it, its first or last tasks. */
function presentTasks({ plan, looks, layout }: Scene): number[] {
  const at = [...plan.tasks.keys()]
  const present = at.filter((task) => looks[task]?.look === 'progress' || looks[task]?.look === 'startable')
  if (present.length > 0) return present
  const isOver = plan.run !== null && plan.run.end_actual !== null
  const layer = isOver ? layout.layerCount - 1 : 0
  return at.filter((task) => layout.layers[task] === layer)
}

/** Moves to what runs now, near enough to be read; where not all of it fits, to what comes first in the lanes. */
export function toNow(stage: MapStage, isSmooth: boolean): void {
  stage.measure()
  const { scene, frame } = stage
  if (!scene) return
  const present = presentTasks(scene)
  const box = boxAround(scene, present)
  if (!box) return
  const whole = fitted(box, frame, 72)
  if (whole.zoom >= 0.7) {
    stage.moveTo(whole, isSmooth)
    return
  }
  const first = present.toSorted(
    (a, b) =>
      Number(scene.schedule.times.critical[b]) - Number(scene.schedule.times.critical[a]) ||
      scene.geometry.y[a]! - scene.geometry.y[b]!,
  )[0]
  if (first !== undefined) stage.centre(nodeBox(scene, first), 0.92, isSmooth)
}

/** Where a map opens: in a run at what runs now; a plan whole where it can be read so, else at its beginning. */
export function firstLook(stage: MapStage): void {
  const { scene, frame } = stage
  if (!scene) return
  if (scene.plan.run) {
    toNow(stage, false)
    return
  }
  const { width, height } = scene.geometry
  const whole = fitted({ x: 0, y: 0, width, height }, frame, 16)
  stage.moveTo(whole.zoom >= 0.55 ? whole : { x: -24, y: 0, zoom: 1 })
}
