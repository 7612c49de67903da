import { AppError, type Problem, problem, refuse } from '@runsheet/contract'
import {
  buildNetwork,
  COMPLETE,
  endMovesFrom,
  type Forecast,
  forecastTasks,
  IN_PROGRESS,
  isUnderWay,
  lateFlags,
  type Network,
  NOT_STARTABLE,
  type Plan,
  type PlanFacts,
  planTasks,
  type RunFacts,
  STARTABLE,
  type Times,
} from '@runsheet/domain'
import type { Snapshot, Task } from './snapshot.ts'

const stageCodes = {
  not_startable: NOT_STARTABLE,
  startable: STARTABLE,
  in_progress: IN_PROGRESS,
  complete: COMPLETE,
} as const

/** Above this many tasks a forecast is kept for 5 s, below for 1 s, while the clock alone moves it. */
const LARGE_PLAN = 1_000

/** Whole seconds since the epoch. */
export const toSeconds = (ms: number): number => Math.floor(ms / 1_000)
const secondsOrNone = (ms: number | null): number => (ms === null ? Number.NaN : toSeconds(ms))

/**
 * The network of a plan.
 *
 * @throws {AppError} 422 `circular_dependency`, naming the tasks of one cycle
 */
export function networkOf(snapshot: Snapshot): Network {
  if (snapshot.computed.network) return snapshot.computed.network
  const { tasks, positions } = snapshot
  const offsets = new Int32Array(tasks.length + 1)
  let links = 0
  for (let at = 0; at < tasks.length; at += 1) {
    links += tasks[at]!.predecessors.length
    offsets[at + 1] = links
  }
  const predecessors = new Int32Array(links)
  let next = 0
  for (const task of tasks) for (const id of task.predecessors) predecessors[next++] = positions.get(id)!
  const built = buildNetwork(tasks.length, offsets, predecessors)
  if ('cycle' in built) {
    const path = [...built.cycle, built.cycle[0]!].map((at) => String(tasks[at]!.id))
    throw new AppError(
      problem(
        'circular_dependency',
        { path: path.map((id) => `#${id}`) },
        { pointer: '/data/relationships/predecessors/data', meta: { path } },
      ),
    )
  }
  snapshot.computed.network = built.network
  return built.network
}

/** Seconds that a task is planned to take: none where its type takes none. */
export function plannedDuration(snapshot: Snapshot, task: Task): number {
  return snapshot.directory.taskTypes.get(task.task_type_id)?.zero_duration ? 0 : (task.duration ?? 0)
}

/** Seconds since the epoch at which the plan begins: the scheduled start, else the second in which the runbook was made. */
export function originOf({ runbook, run }: Snapshot): number {
  return toSeconds(run?.start_planned ?? runbook.start_scheduled ?? runbook.created_at)
}

function planFacts(snapshot: Snapshot): PlanFacts {
  const { tasks, directory } = snapshot
  const size = tasks.length
  const facts = {
    network: networkOf(snapshot),
    origin: originOf(snapshot),
    durations: new Float64Array(size),
    startFixed: new Float64Array(size),
    endFixed: new Float64Array(size),
    offEnd: new Uint8Array(size),
  }
  for (let at = 0; at < size; at += 1) {
    const task = tasks[at]!
    facts.durations[at] = plannedDuration(snapshot, task)
    facts.startFixed[at] = secondsOrNone(task.start_fixed)
    facts.endFixed[at] = secondsOrNone(task.end_fixed)
    if (directory.taskTypes.get(task.task_type_id)?.off_end) facts.offEnd[at] = 1
  }
  return facts
}

/** Planned and latest times of the plan as it stands. */
export function planOf(snapshot: Snapshot): Plan {
  snapshot.computed.plan ??= planTasks(planFacts(snapshot))
  return snapshot.computed.plan
}

function runFactsOf(snapshot: Snapshot): RunFacts {
  if (snapshot.computed.facts) return snapshot.computed.facts
  const { tasks, run } = snapshot
  const size = tasks.length
  const pauses = (run?.pauses ?? []).flatMap(([from, until]) => [toSeconds(from), secondsOrNone(until)])
  const facts: RunFacts = {
    ...planFacts(snapshot),
    origin: toSeconds(run?.start_actual ?? 0),
    stage: new Uint8Array(size),
    startActual: new Float64Array(size),
    endActual: new Float64Array(size),
    abandoned: new Uint8Array(size),
    pauses: Float64Array.from(pauses),
    enforceFixed: run?.run_type === 'live',
    plannedStart: new Float64Array(size),
    plannedEnd: new Float64Array(size),
  }
  for (let at = 0; at < size; at += 1) setFacts(facts, at, tasks[at]!)
  snapshot.computed.facts = facts
  return facts
}

function setFacts(facts: RunFacts, at: number, task: Task) {
  facts.stage[at] = stageCodes[task.stage]
  facts.startActual[at] = secondsOrNone(task.start_actual)
  facts.endActual[at] = secondsOrNone(task.end_actual)
  facts.abandoned[at] = task.completion_type === 'complete_abandoned' ? 1 : 0
  facts.plannedStart[at] = secondsOrNone(task.start_baseline)
  facts.plannedEnd[at] = secondsOrNone(task.end_baseline)
}

/**
 * Facts of the next snapshot where only what happened to some tasks differs: copies with those entries set, of the columns
 * in which one differs.
 *
 * @param changed positions of the tasks that differ
 */
export function factsAfter(
  before: Snapshot,
  tasks: readonly Task[],
  changed: readonly number[],
): RunFacts | undefined {
  const old = before.computed.facts
  if (!old) return undefined
  const isOther = (member: keyof Task) =>
    changed.some((at) => tasks[at]![member] !== before.tasks[at]![member])
  const facts: RunFacts = {
    ...old,
    stage: isOther('stage') ? old.stage.slice() : old.stage,
    startActual: isOther('start_actual') ? old.startActual.slice() : old.startActual,
    endActual: isOther('end_actual') ? old.endActual.slice() : old.endActual,
    abandoned: isOther('completion_type') ? old.abandoned.slice() : old.abandoned,
  }
  for (const at of changed) setFacts(facts, at, tasks[at]!)
  return facts
}

/** Times of every task at an instant, and who is late. */
export interface TimesAt {
  readonly times: Times & { readonly runbookEnd: number }
  readonly late: Uint8Array | undefined
  /** Seconds since the epoch: the instant that they hold for. */
  readonly asOf: number
}

/**
 * Forecast of a run at an instant; while planning, the plan. What was computed before is used as long as the clock has
 * changed nothing, and for a second (large plans: five) where only the clock has.
 *
 * @param now milliseconds since the epoch
 */
export function timesAt(snapshot: Snapshot, now: number): TimesAt {
  const { run, computed, tasks } = snapshot
  if (!run) return { times: planOf(snapshot), late: undefined, asOf: toSeconds(now) }
  const bucket = tasks.length > LARGE_PLAN ? 5 : 1
  const instant =
    run.end_actual === null ? toSeconds(now) - (toSeconds(now) % bucket) : toSeconds(run.end_actual)
  // Never before what has already happened.
  const at = Math.max(instant, toSeconds(snapshot.runbook.last_event_at))
  const asOf = run.end_actual === null ? at : toSeconds(run.end_actual)
  const kept = computed.forecast
  if (kept && (kept.at === asOf || (asOf > kept.at && asOf < kept.times.validUntil)))
    return { times: kept.times, late: kept.late, asOf }
  const facts = runFactsOf(snapshot)
  const times: Forecast = forecastTasks(facts, asOf)
  const late = lateFlags(facts, times, asOf)
  computed.forecast = { at: asOf, times, late }
  return { times, late, asOf }
}

/**
 * Columns by which lists tell the forecast end of a run under way at any instant, without a schedule; null elsewhere.
 *
 * @param now milliseconds since the epoch, as the columns are
 */
export function movingEndOf(
  snapshot: Snapshot,
  now: number,
): { end_forecast: number | null; end_moves_from: number | null } {
  const { run, runbook } = snapshot
  if (!run || run.end_actual !== null || !isUnderWay(runbook.stage))
    return { end_forecast: null, end_moves_from: null }
  const { times, asOf } = timesAt(snapshot, now)
  const from = endMovesFrom(runFactsOf(snapshot), times.runbookEnd, asOf)
  return {
    end_forecast: times.runbookEnd * 1_000,
    end_moves_from: from === undefined ? null : from * 1_000,
  }
}

/** A year before the last that ISO 8601 can write with four digits, so that what runs late can still be told. */
const HORIZON = '9999-01-01T00:00:00Z'
const HORIZON_SECONDS = Date.parse(HORIZON) / 1_000

/**
 * What is wrong with an instant of a plan; undefined when nothing is.
 *
 * @param ms milliseconds since the epoch
 * @param at where the members of the resource stand in the body
 */
export function horizonProblem(name: string, ms: number | null | undefined, at: string): Problem | undefined {
  if (ms == null || ms <= HORIZON_SECONDS * 1_000) return undefined
  return problem('out_of_range', { name, maximum: HORIZON }, { pointer: `${at}/${name}` })
}

/** @throws {AppError} 422 `out_of_range` when a plan would end in a year that cannot be written */
export function checkHorizon(end: number): void {
  if (end > HORIZON_SECONDS) throw refuse('out_of_range', { name: 'end_planned', maximum: HORIZON })
}
