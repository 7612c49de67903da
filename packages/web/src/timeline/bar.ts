import { type Look, taskLook } from '../room/look.ts'
import type { Instant, Plan } from '../room/plan.ts'
import { plannedDuration, type Schedule } from '../room/schedule.ts'
import { shownMinute } from '../time/format.ts'

/** What a bar shows. `plan` while nothing runs: then plan and forecast are one. */
export type BarKind = 'done' | 'running' | 'startable' | 'forecast' | 'plan'

/** Where the parts of a task lie on the axis. Instants in seconds; NaN where there is none. */
export interface Bar {
  readonly kind: BarKind
  readonly look: Look
  readonly start: Instant
  readonly end: Instant
  /** A task without length: one point. */
  readonly isDiamond: boolean
  readonly isCritical: boolean
  /** Until here a running bar is filled: now, or where its planned length was used up. */
  readonly filledUntil: Instant
  /** From here to now it is over its length. */
  readonly overFrom: Instant
  readonly railStart: Instant
  readonly railEnd: Instant
  readonly fixedStart: Instant
  /** Until here it may end without harm to the end of the runbook. */
  readonly floatUntil: Instant
}

/**
 * The bar of a task.
 *
 * @param at position of the task
 * @param now seconds since the epoch; of an ended run the end
 */
export function barOf(plan: Plan, schedule: Schedule, at: number, now: Instant): Bar {
  const task = plan.tasks[at]
  const { times, plannedStart, plannedEnd } = schedule
  const of = taskLook(plan, schedule, at, now)
  const isRun = plan.run !== null
  const start = task?.start_actual ?? times.start[at] ?? Number.NaN
  const expectedEnd = task?.end_actual ?? times.end[at] ?? Number.NaN
  const isRunning = of.look === 'progress'
  const takesNoTime = task === undefined || plannedDuration(task, plan.taskTypes) === 0
  const end = isRunning ? Math.max(expectedEnd, now) : expectedEnd
  const kind = kindOf(of.look, isRun)
  const begun = kind === 'startable' ? Math.max(start, now) : start
  const isOpen = kind !== 'done'
  return {
    kind,
    look: of.look,
    start: begun,
    end: kind === 'startable' ? begun + (end - start) : end,
    isDiamond: of.isMilestone || (takesNoTime && !(end - start >= 60 || isRunning)),
    isCritical: of.isCritical && isOpen,
    filledUntil: isRunning ? now - of.over : Number.NaN,
    overFrom: isRunning && of.over > 0 ? now - of.over : Number.NaN,
    railStart: isRun ? (plannedStart[at] ?? Number.NaN) : Number.NaN,
    railEnd: isRun ? (plannedEnd[at] ?? Number.NaN) : Number.NaN,
    fixedStart: task?.start_fixed ?? Number.NaN,
    floatUntil: isOpen ? (times.latestEnd[at] ?? Number.NaN) : Number.NaN,
  }
}

function kindOf(look: Look, isRun: boolean): BarKind {
  if (!isRun) return 'plan'
  switch (look) {
    case 'progress':
      return 'running'
    case 'startable':
      return 'startable'
    case 'waiting':
      return 'forecast'
    default:
      return 'done'
  }
}

/** What was said beside a bar. */
export interface Label {
  readonly text: string
  readonly tone: 'late' | 'accent' | 'quiet'
}

/** Words that stand beside bars; from the catalogue. */
export interface LabelWords {
  readonly over: (seconds: number) => string
  readonly ready: (minutes: number, isMine: boolean) => string
  readonly waitsFor: (id: number) => string
  readonly fixedStart: (instant: Instant) => string
  readonly tookMore: (minutes: number) => string
  readonly length: (seconds: number) => string
}

export interface LabelFacts {
  readonly isMine: boolean
  /** It is chosen or pointed at: says more. */
  readonly isInHand: boolean
  /** The first task of its stream whose delay should be said. */
  readonly isFirstShifted: boolean
  /** Minutes by which the shown end differs from the planned one. */
  readonly delta: number
}

/** What is worth saying beside a bar; undefined for the common case. The loud words are those of a delay made here. */
export function labelOf(
  plan: Plan,
  at: number,
  bar: Bar,
  now: Instant,
  facts: LabelFacts,
  words: LabelWords,
): Label | undefined {
  const task = plan.tasks[at]
  if (!task) return undefined
  const shift = facts.delta === 0 ? undefined : `${facts.delta > 0 ? '+' : '−'}${Math.abs(facts.delta)}`
  switch (bar.kind) {
    case 'running':
      if (now - bar.overFrom >= 60) return { text: words.over(now - bar.overFrom), tone: 'late' }
      return facts.isInHand && shift ? { text: shift, tone: 'quiet' } : undefined
    case 'startable': {
      const minutes = Math.floor((now - (task.start_ready ?? now)) / 60)
      if (facts.isMine) return { text: words.ready(minutes, true), tone: 'accent' }
      return minutes > 0 ? { text: words.ready(minutes, false), tone: 'quiet' } : undefined
    }
    case 'forecast': {
      const waiting = bar.isCritical ? runningBefore(plan, at, now) : undefined
      if (waiting !== undefined) return { text: words.waitsFor(waiting), tone: 'quiet' }
      if (!Number.isNaN(bar.fixedStart)) return { text: words.fixedStart(bar.fixedStart), tone: 'quiet' }
      return shift && (facts.isFirstShifted || facts.isInHand) ? { text: shift, tone: 'quiet' } : undefined
    }
    case 'done': {
      const more = shownMinute(bar.end - bar.start) - shownMinute(task.duration ?? 0)
      if (more > 0 && bar.look === 'complete' && !bar.isDiamond && (facts.isInHand || plan.run?.end_actual))
        return { text: words.tookMore(more), tone: 'quiet' }
      return facts.isInHand && shift ? { text: shift, tone: 'quiet' } : undefined
    }
    default:
      if (!Number.isNaN(bar.fixedStart)) return { text: words.fixedStart(bar.fixedStart), tone: 'quiet' }
      return facts.isInHand && !bar.isDiamond
        ? { text: words.length(bar.end - bar.start), tone: 'quiet' }
        : undefined
  }
}

/** A predecessor that runs over its time. */
function runningBefore(plan: Plan, at: number, now: Instant): number | undefined {
  return plan.tasks[at]?.predecessors.find((id) => {
    const before = plan.tasks[plan.positions.get(id) ?? -1]
    return (
      before?.stage === 'in_progress' &&
      before.start_actual !== null &&
      now - before.start_actual > (before.duration ?? 0)
    )
  })
}

/** Of each stream the first task, by the rows' order, whose delay on the critical path is inherited: one says it for all. */
export function firstShifted(
  positions: Iterable<number>,
  plan: Plan,
  critical: Uint8Array,
  delta: (at: number) => number,
): ReadonlySet<number> {
  const seen = new Set<number>()
  const found = new Set<number>()
  for (const at of positions) {
    const task = plan.tasks[at]
    if (!task || task.stage !== 'not_startable' || critical[at] !== 1 || delta(at) === 0) continue
    if (seen.has(task.stream_id)) continue
    seen.add(task.stream_id)
    found.add(at)
  }
  return found
}
