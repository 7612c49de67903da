import {
  buildNetwork,
  COMPLETE,
  forecastTasks,
  IN_PROGRESS,
  isLate,
  lateFlags,
  type Network,
  NOT_STARTABLE,
  planTasks,
  type RunFacts,
  STARTABLE,
  type Times,
} from '@runsheet/domain'
import { shownMinute } from '../time/format.ts'
import { type Instant, type Plan, pauseTimes, type Task, type TaskType } from './plan.ts'

const stageCodes = {
  not_startable: NOT_STARTABLE,
  startable: STARTABLE,
  in_progress: IN_PROGRESS,
  complete: COMPLETE,
} as const

/** What follows from a plan and the clock; one entry per position of `plan.tasks`. Instants in seconds, NaN = none. */
export interface Schedule {
  readonly network: Network
  /** Forecast of a run, with actual times where there are any; while planning, the plan. */
  readonly times: Times & { readonly runbookEnd: number }
  /** What the forecast is held against: the baseline of the run; while planning, the plan itself. */
  readonly plannedStart: Float64Array
  readonly plannedEnd: Float64Array
  /** Planned start and end of the whole. */
  readonly start: Instant
  readonly end: Instant
  /** Flags of lateness of `@runsheet/domain`, all 0 while planning. */
  readonly late: Uint8Array
  readonly asOf: Instant
  /** The next instant at which the clock changes anything; Infinity while planning and after the end. */
  readonly validUntil: number
}

const orNone = (value: number | null) => value ?? Number.NaN

/** Seconds that a task is planned to take: none where its type takes none. */
export function plannedDuration(task: Task, types: ReadonlyMap<number, TaskType>): number {
  return types.get(task.task_type_id)?.zero_duration ? 0 : (task.duration ?? 0)
}

const networks = new WeakMap<Plan['tasks'], Network>()

/** The links of a plan; kept for as long as the tasks are the same. Links to tasks that are gone are passed over. */
function networkOf({ tasks, positions }: Plan): Network {
  const kept = networks.get(tasks)
  if (kept) return kept
  const offsets = new Int32Array(tasks.length + 1)
  const targets: number[] = []
  for (const [at, { predecessors }] of tasks.entries()) {
    for (const id of predecessors) {
      const position = positions.get(id)
      if (position !== undefined) targets.push(position)
    }
    offsets[at + 1] = targets.length
  }
  const built = buildNetwork(tasks.length, offsets, Int32Array.from(targets))
  // The server admits no cycle; what is shown between two messages must still be drawn.
  const network =
    'network' in built
      ? built.network
      : (
          buildNetwork(tasks.length, new Int32Array(tasks.length + 1), new Int32Array()) as {
            network: Network
          }
        ).network
  networks.set(tasks, network)
  return network
}

/**
 * The schedule at an instant, by the same rules as the server's.
 *
 * @param now seconds since the epoch, by the server's clock
 */
export function scheduleAt(plan: Plan, now: Instant): Schedule {
  const { tasks, runbook, run, taskTypes } = plan
  const size = tasks.length
  const network = networkOf(plan)
  const column = (value: (task: Task) => number) => Float64Array.from(tasks, value)
  const offEnd = Uint8Array.from(tasks, (task) => (taskTypes.get(task.task_type_id)?.off_end ? 1 : 0))
  const facts = {
    network,
    origin: run?.start_planned ?? runbook.start_scheduled ?? runbook.created_at,
    durations: column((task) => plannedDuration(task, taskTypes)),
    startFixed: column((task) => orNone(task.start_fixed)),
    endFixed: column((task) => orNone(task.end_fixed)),
    offEnd,
  }
  if (!run) {
    const planned = planTasks(facts)
    return {
      network,
      times: planned,
      plannedStart: planned.start,
      plannedEnd: planned.end,
      start: planned.runbookStart,
      end: planned.runbookEnd,
      late: new Uint8Array(size),
      asOf: now,
      validUntil: Number.POSITIVE_INFINITY,
    }
  }
  const asOf = run.end_actual ?? Math.max(now, run.start_actual)
  const runFacts: RunFacts = {
    ...facts,
    origin: run.start_actual,
    stage: Uint8Array.from(tasks, ({ stage }) => stageCodes[stage]),
    startActual: column(({ start_actual }) => orNone(start_actual)),
    endActual: column(({ end_actual }) => orNone(end_actual)),
    abandoned: Uint8Array.from(tasks, ({ completion_type }) =>
      completion_type === 'complete_abandoned' ? 1 : 0,
    ),
    pauses: pauseTimes(run),
    enforceFixed: run.run_type === 'live',
    plannedStart: column(({ start_planned }) => orNone(start_planned)),
    plannedEnd: column(({ end_planned }) => orNone(end_planned)),
  }
  const times = forecastTasks(runFacts, asOf)
  return {
    network,
    times,
    plannedStart: runFacts.plannedStart,
    plannedEnd: runFacts.plannedEnd,
    start: run.start_planned,
    end: plannedEndOf(runFacts, offEnd, run.start_planned),
    late: lateFlags(runFacts, times, asOf),
    asOf,
    validUntil: run.end_actual === null ? times.validUntil : Number.POSITIVE_INFINITY,
  }
}

function plannedEndOf(facts: RunFacts, offEnd: Uint8Array, start: Instant): Instant {
  let end = start
  for (let at = 0; at < offEnd.length; at += 1) {
    const planned = facts.plannedEnd[at] ?? Number.NaN
    if (planned > end && offEnd[at] !== 1) end = planned
  }
  return end
}

/**
 * Whether a task is late, as `is_late` of the contract and by the minutes that are shown: under a minute is on time.
 */
export function isLateAt({ late, times, plannedStart, plannedEnd }: Schedule, at: number): boolean {
  const isAfter = (time: number | undefined, planned: number | undefined) =>
    shownMinute(time ?? 0) > shownMinute(planned ?? 0)
  return (
    isLate(late, at) && (isAfter(times.end[at], plannedEnd[at]) || isAfter(times.start[at], plannedStart[at]))
  )
}
