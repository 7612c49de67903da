import { type Look, lookOf } from '../room/look.ts'
import type { Instant, Plan, Stream } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'

/** How a stream, its sub-streams included, stands. Positions are those of `plan.tasks`. */
export interface StreamFigures {
  readonly stream: Stream
  /** Ended first, then what runs, what can start, and what waits; in each the earliest first. */
  readonly order: readonly number[]
  readonly counts: Readonly<Record<Look, number>>
  readonly done: number
  /** Ended tasks less those that should have ended by now: negative is behind the plan. */
  readonly ahead: number
  /** Planned seconds from its first start to its last end. */
  readonly from: Instant
  readonly until: Instant
}

/** What the dashboard shows of a run, at one schedule and one minute. */
export interface Figures {
  readonly streams: readonly StreamFigures[]
  readonly total: number
  readonly done: number
  /** Tasks whose planned end is past. */
  readonly plannedDone: number
  /** Those that run over come first, then by expected end. */
  readonly running: readonly number[]
  /** By the instant since which they wait for somebody. */
  readonly startable: readonly number[]
  /** Open tasks of the critical path that have not begun, in the order of their expected starts. */
  readonly critical: readonly number[]
  /** The open task at which somebody decides next; a validation where the plan has no other. */
  readonly nextDecision: number | undefined
  readonly skipped: readonly number[]
  readonly abandoned: number
}

const looks: readonly Look[] = ['complete', 'skipped', 'abandoned', 'progress', 'startable', 'waiting']
const rank = new Map(looks.map((look, at) => [look, at]))

/** Types of tasks at which somebody decides how it goes on. */
const decisions: ReadonlySet<string> = new Set(['approval', 'branching', 'milestone'])

interface Bin {
  readonly positions: number[]
  readonly counts: Record<Look, number>
  planned: number
  from: number
  until: number
}

const emptyBin = (): Bin => ({
  positions: [],
  counts: { waiting: 0, startable: 0, progress: 0, complete: 0, skipped: 0, abandoned: 0 },
  planned: 0,
  from: Number.POSITIVE_INFINITY,
  until: Number.NEGATIVE_INFINITY,
})

/**
 * Counts a run. One pass over the tasks, then each list is sorted.
 *
 * @param now seconds since the epoch, by the server's clock
 */
export function figuresOf(plan: Plan, schedule: Schedule, now: Instant): Figures {
  const { tasks, taskTypes, streams, run } = plan
  const { times, plannedStart, plannedEnd } = schedule
  const topOf = new Map(streams.map(({ id, parent_id }) => [id, parent_id ?? id]))
  const bins = new Map<number, Bin>()
  const running: number[] = []
  const startable: number[] = []
  const critical: number[] = []
  const skipped: number[] = []
  let done = 0
  let plannedDone = 0
  let nextDecision: number | undefined
  let nextValidation: number | undefined
  const ends = Array.from(tasks, (_, at) => times.end[at] ?? Number.NaN)
  for (const [at, task] of tasks.entries()) {
    const look = lookOf(task)
    const key = topOf.get(task.stream_id) ?? task.stream_id
    const bin = bins.get(key) ?? emptyBin()
    bins.set(key, bin)
    bin.positions.push(at)
    bin.counts[look] += 1
    bin.from = Math.min(bin.from, orElse(plannedStart[at], bin.from))
    bin.until = Math.max(bin.until, orElse(plannedEnd[at], bin.until))
    const isPlannedDone = run !== null && (plannedEnd[at] ?? Number.NaN) <= now
    if (isPlannedDone) {
      bin.planned += 1
      plannedDone += 1
    }
    if (task.stage === 'complete') done += 1
    if (look === 'skipped') skipped.push(at)
    if (look === 'progress') running.push(at)
    if (look === 'startable') startable.push(at)
    if (task.stage === 'complete') continue
    if (times.critical[at] === 1 && look !== 'progress') critical.push(at)
    const type = taskTypes.get(task.task_type_id)?.key ?? ''
    if (decisions.has(type)) nextDecision = sooner(ends, at, nextDecision)
    else if (type === 'validation') nextValidation = sooner(ends, at, nextValidation)
  }
  const startOf = (at: number) => orElse(times.start[at], Number.POSITIVE_INFINITY)
  const byStart = (one: number, other: number) => startOf(one) - startOf(other) || one - other
  const overBy = (at: number) => Math.max(0, now - startOf(at) - (tasks[at]?.duration ?? 0))
  return {
    streams: streams.flatMap((stream) => {
      const bin = bins.get(stream.id)
      return bin ? [streamFigures(stream, bin, tasks, ends, byStart)] : []
    }),
    total: tasks.length,
    done,
    plannedDone,
    running: running.sort(
      (one, other) => overBy(other) - overBy(one) || endOf(ends, one) - endOf(ends, other) || one - other,
    ),
    startable: startable.sort(
      (one, other) => orElse(times.ready[one], 0) - orElse(times.ready[other], 0) || byStart(one, other),
    ),
    critical: critical.sort(byStart),
    nextDecision: nextDecision ?? nextValidation,
    skipped,
    abandoned: tasks.reduce((sum, task) => sum + (lookOf(task) === 'abandoned' ? 1 : 0), 0),
  }
}

function orElse(value: number | undefined, other: number): number {
  return value === undefined || Number.isNaN(value) ? other : value
}

const endOf = (ends: readonly number[], at: number) => orElse(ends[at], Number.POSITIVE_INFINITY)

const sooner = (ends: readonly number[], at: number, other: number | undefined) =>
  other === undefined || endOf(ends, at) < endOf(ends, other) ? at : other

function streamFigures(
  stream: Stream,
  bin: Bin,
  tasks: Plan['tasks'],
  ends: readonly number[],
  byStart: (one: number, other: number) => number,
): StreamFigures {
  const lookRank = (at: number) => {
    const task = tasks[at]
    return task ? (rank.get(lookOf(task)) ?? 0) : 0
  }
  // Ended tasks stand in the order in which they ended, whatever became of them.
  const group = (at: number) => Math.max(2, lookRank(at))
  const inGroup = (one: number, other: number) =>
    group(one) === 2 ? endOf(ends, one) - endOf(ends, other) || one - other : byStart(one, other)
  const { counts } = bin
  const done = counts.complete + counts.skipped + counts.abandoned
  return {
    stream,
    order: bin.positions.sort((one, other) => group(one) - group(other) || inGroup(one, other)),
    counts,
    done,
    ahead: done - bin.planned,
    from: bin.from,
    until: bin.until,
  }
}
