import { pausedBetween } from '@runsheet/domain'
import { shownMinute } from '../time/format.ts'
import { type Plan, pauseTimes } from './plan.ts'
import { following } from './reach.ts'
import { plannedDuration, type Schedule } from './schedule.ts'

/**
 * How a task adds delay of its own: it runs over, it was started late, it can start and nobody starts it, its fixed
 * start is later than planned, or it is meant to take longer than planned. `took_longer` is of a task that is complete.
 */
export type DelayKind = 'over' | 'started_late' | 'not_started' | 'held' | 'longer' | 'took_longer'

/** Delay that a task adds by itself, apart from what it inherits. */
export interface Delay {
  /** Position of the task. */
  readonly at: number
  readonly kind: DelayKind
  /** Whole seconds, more than 0. */
  readonly seconds: number
}

/** Why a run ends when it does. Positions are those of `plan.tasks`. */
export type Story =
  /** Late, and somebody can do something about it: the worst task first. */
  | { readonly kind: 'late'; readonly delays: readonly Delay[] }
  /** Late by what is past: the run began late, or stood still, or tasks that are complete took longer. */
  | {
      readonly kind: 'lost'
      readonly delay: Delay | null
      readonly beganLate: number
      readonly paused: number
      readonly next: number | null
    }
  | { readonly kind: 'ahead'; readonly since: number | null; readonly next: number | null }
  | { readonly kind: 'held'; readonly at: number }
  | { readonly kind: 'on_time'; readonly next: number | null }

/** A delay below this is nobody's fault yet: it does not show in minutes. */
const NOTABLE_S = 60

/** By how many minutes the shown end differs from the planned one: positive is late. 0 while planning. */
export function minutesLate(schedule: Schedule): number {
  return shownMinute(schedule.times.runbookEnd) - shownMinute(schedule.end)
}

/** Tells why a run is late, ahead or on time, from its forecast alone. One pass over the tasks. */
export function storyOf(plan: Plan, schedule: Schedule): Story {
  const { tasks, run } = plan
  const { times, asOf } = schedule
  const pauses = pauseTimes(run)
  const open: Delay[] = []
  const past: Delay[] = []
  let next: number | null = null
  for (let at = 0; at < tasks.length; at += 1) {
    if (times.critical[at] !== 1) continue
    const task = tasks[at]
    if (!task) continue
    const delay = ownDelay(plan, schedule, at, pauses)
    if (task.stage === 'complete') {
      if (delay) past.push(delay)
      continue
    }
    if (delay) open.push(delay)
    if (next === null || (times.start[at] ?? asOf) < (times.start[next] ?? asOf)) next = at
  }
  const late = minutesLate(schedule)
  if (late < 0) return { kind: 'ahead', since: aheadSince(plan, schedule), next }
  if (late === 0) {
    const first = next === null ? undefined : tasks[next]
    const isHeld = first?.stage === 'not_startable' && first.start_fixed !== null && run?.run_type === 'live'
    return isHeld && next !== null && times.start[next] === first.start_fixed
      ? { kind: 'held', at: next }
      : { kind: 'on_time', next }
  }
  const bySize = (one: Delay, other: Delay) => other.seconds - one.seconds || one.at - other.at
  const notable = open.filter(({ seconds }) => seconds >= NOTABLE_S).sort(bySize)
  if (notable.length > 0) return { kind: 'late', delays: notable }
  const beganLate = run ? Math.max(0, run.start_actual - run.start_planned) : 0
  const paused = run ? pausedBetween(pauses, run.start_actual, asOf) : 0
  const [worst = null] = past.sort(bySize)
  if (worst === null && beganLate < NOTABLE_S && paused < NOTABLE_S && open.length > 0)
    return { kind: 'late', delays: open.sort(bySize) }
  return { kind: 'lost', delay: worst, beganLate, paused, next }
}

/**
 * The delay that a task adds by itself; undefined when it adds none. Pauses are nobody's.
 *
 * @param pauses as `pauseTimes` gives them
 */
export function ownDelay(
  plan: Plan,
  schedule: Schedule,
  at: number,
  pauses: Float64Array,
): Delay | undefined {
  const task = plan.tasks[at]
  const { times, plannedStart, plannedEnd, asOf } = schedule
  const start = times.start[at] ?? Number.NaN
  const end = times.end[at] ?? Number.NaN
  if (!task || task.completion_type === 'complete_abandoned') return undefined
  const duration = plannedDuration(task, plan.taskTypes)
  const inPlan = (plannedEnd[at] ?? Number.NaN) - (plannedStart[at] ?? Number.NaN)
  const allowed = Number.isNaN(inPlan) ? duration : Math.min(duration, inPlan)
  const until = task.stage === 'complete' ? end : Math.min(end, asOf)
  const waited = Math.max(
    0,
    start - (times.ready[at] ?? start) - pausedBetween(pauses, times.ready[at] ?? start, start),
  )
  const worked = Math.max(0, until - start - pausedBetween(pauses, start, until))
  const longer = Math.max(0, duration - allowed)
  const found = (kind: DelayKind, seconds: number) =>
    seconds > 0 ? { at, kind, seconds: Math.round(seconds) } : undefined
  switch (task.stage) {
    case 'complete': {
      const over = task.start_actual === null ? 0 : Math.max(0, worked - allowed)
      return found('took_longer', over + waited)
    }
    case 'in_progress': {
      const expected = Math.max(worked - allowed, longer)
      if (waited > expected) return found('started_late', waited + expected)
      // Running over is told by the task's own duration alone, as wherever its figures stand.
      return worked > duration ? found('over', worked - duration) : found('longer', expected + waited)
    }
    case 'startable':
      return waited >= longer ? found('not_started', waited + longer) : found('longer', waited + longer)
    default: {
      const isFixed = plan.run?.run_type === 'live' && task.start_fixed !== null && start === task.start_fixed
      const held = isFixed ? Math.max(0, start - (plannedStart[at] ?? start)) : 0
      return held > longer ? found('held', held + longer) : found('longer', longer + held)
    }
  }
}

/** The complete task with whose end the run got ahead of its plan, and has been since. */
function aheadSince({ tasks }: Plan, { times, plannedEnd }: Schedule): number | null {
  const done = tasks
    .flatMap(({ stage }, at) => (stage === 'complete' && times.critical[at] === 1 ? [at] : []))
    .sort((one, other) => (times.end[one] ?? 0) - (times.end[other] ?? 0) || one - other)
  let since: number | null = null
  for (const at of done) {
    const isAhead = shownMinute(times.end[at] ?? 0) < shownMinute(plannedEnd[at] ?? 0)
    since = isAhead ? (since ?? at) : null
  }
  return since
}

/** How many tasks that are not complete wait for a task, directly or through others. */
export function countWaiting(
  { tasks }: Pick<Plan, 'tasks'>,
  schedule: Pick<Schedule, 'network'>,
  at: number,
): number {
  return following(schedule, at).filter((position) => tasks[position]?.stage !== 'complete').length
}
