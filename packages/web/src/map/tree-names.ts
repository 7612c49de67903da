import { theWords } from '../language/language.ts'
import { deltaMinutes } from '../room/look.ts'
import { clockTime, lengthOf } from '../time/format.ts'
import type { Scene } from './scene.ts'

/** Up to here the tree holds every task, above it a window around the cursor. */
const WHOLE_UP_TO = 500
const AROUND_CURSOR = 60

export interface TreeItem {
  readonly task: number
  readonly lane: number
  readonly inLane: number
}

/** `#22 Break the mirror, Can start, waits for #17, forecast 02:23, 4 minutes late, critical`. */
export function nodeName(scene: Scene, at: number): string {
  const { map, task: words } = theWords()
  const { plan, schedule, looks } = scene
  const task = plan.tasks[at]!
  const look = looks[at]!
  const zone = plan.runbook.timezone
  const hasEnded = task.end_actual !== null
  const start = schedule.times.start[at]!
  const time = hasEnded
    ? map.ended(clockTime(task.end_actual ?? 0, zone))
    : !scene.hasTimes || Number.isNaN(start)
      ? map.takes(lengthOf(task.duration))
      : plan.run
        ? map.forecast(clockTime(start, zone))
        : map.planned(clockTime(start, zone))
  const delta = plan.run ? deltaMinutes(schedule, at) : 0
  const stage = look.look === 'skipped' || look.look === 'abandoned' ? look.look : task.stage
  return [
    `#${task.id} ${task.name}`,
    plan.run ? words.stages[stage] : undefined,
    task.predecessors.length > 0
      ? map.waitsFor(task.predecessors.map((id) => `#${id}`).join(', '))
      : undefined,
    time,
    delta > 0 ? words.lateBy(delta) : delta < 0 ? words.earlyBy(-delta) : undefined,
    look.isCritical ? words.critical : undefined,
    task.comments_count > 0 ? words.comments(task.comments_count) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** The tasks that the tree holds, by lane and from left to right, with their place in it. */
export function treeWindow(
  scene: Pick<Scene, 'plan' | 'layout' | 'lanes'> | undefined,
  cursor: number | undefined,
): { readonly items: readonly TreeItem[]; readonly ofLane: readonly number[] } {
  if (!scene) return { items: [], ofLane: [] }
  const byLane: number[][] = scene.plan.streams.map(() => [])
  for (const task of scene.layout.byLayer) byLane[scene.lanes[task]!]?.push(task)
  const ofLane = byLane.map(({ length }) => length)
  const all = byLane.flatMap((tasks, lane) => tasks.map((task, inLane) => ({ task, lane, inLane })))
  if (all.length <= WHOLE_UP_TO) return { items: all, ofLane }
  const at = Math.max(
    0,
    all.findIndex(({ task }) => task === cursor),
  )
  return { items: all.slice(Math.max(0, at - AROUND_CURSOR), at + AROUND_CURSOR), ofLane }
}
