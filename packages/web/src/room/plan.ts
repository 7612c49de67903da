import type { CompletionType, RunbookRole, RunbookStage, RunType, TaskStage } from '@runsheet/contract'
import type { Access } from '@runsheet/domain'

/** Whole seconds since the epoch. */
export type Instant = number

export type Rag = 'off' | 'red' | 'amber' | 'green'

/** Who a task is given to. */
export interface Party {
  readonly type: 'user' | 'runbook_team'
  readonly id: number
}

/** A task as the room keeps it: facts only. What follows from them and the clock is in `Schedule`. Replaced when it changes, never changed. */
export interface Task {
  /** Its number within the runbook. */
  readonly id: number
  readonly name: string
  readonly stage: TaskStage
  readonly completion_type: CompletionType | null
  /** Planned, seconds. */
  readonly duration: number | null
  readonly level: string
  readonly auto_start: boolean
  readonly auto_finish: boolean
  readonly start_requirements: string
  readonly end_requirements: string
  readonly start_minimum: number | null
  readonly end_minimum: number | null
  /** Of the run's baseline; while planning the schedule knows it. */
  readonly start_planned: Instant | null
  readonly end_planned: Instant | null
  readonly start_actual: Instant | null
  readonly end_actual: Instant | null
  readonly start_fixed: Instant | null
  readonly end_fixed: Instant | null
  readonly start_ready: Instant | null
  readonly comments_count: number
  readonly stream_id: number
  readonly task_type_id: number
  /** Ascending. */
  readonly predecessors: readonly number[]
  readonly assignees: readonly Party[]
  readonly started_by: number | null
  readonly completed_by: number | null
  readonly task_links: readonly { readonly id: string; readonly link_type: string }[]
}

export interface Stream {
  readonly id: number
  readonly name: string
  readonly color: string | null
  readonly is_primary: boolean
  readonly status: Rag
  readonly status_message: string | null
  readonly parent_id: number | null
}

export interface TaskType {
  readonly id: number
  readonly key: string
  readonly name: string
  /** The sign that was chosen for it; without one it has that of its key. */
  readonly icon: string | null
  readonly default: boolean
  readonly zero_duration: boolean
  readonly off_end: boolean
  readonly auto_start: boolean
  readonly auto_finish: boolean
  readonly fixed_start: boolean
}

export interface Person {
  readonly id: number
  readonly name: string
  /** Null for who is only in a team of the runbook. */
  readonly role: RunbookRole | null
  /** Of a stream editor: the streams whose tasks the person edits. */
  readonly streams: readonly number[]
  /** Of the person on this runbook; null for who is only in a team of it. */
  readonly runbookUserId: number | null
  readonly email: string
  /** Invited people have never signed in. */
  readonly status: 'active' | 'invited' | 'archived'
}

export interface Team {
  readonly id: number
  readonly name: string
  /** Name and members are those of a central team. */
  readonly linked: boolean
  readonly members: readonly number[]
}

export interface Runbook {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly stage: RunbookStage
  readonly status: Rag
  readonly run_type: RunType | null
  readonly is_template: boolean
  readonly template_status: string | null
  readonly archived: boolean
  /** Recovery time objective, seconds. */
  readonly rto: number | null
  readonly rto_start_task_id: number | null
  readonly rto_end_task_id: number | null
  readonly timezone: string
  readonly auto_start: boolean
  readonly start_scheduled: Instant | null
  readonly start_actual: Instant | null
  readonly end_actual: Instant | null
  readonly created_at: Instant
  readonly workspace_id: number
  readonly folder_id: number | null
  readonly runbook_type_id: number
  readonly is_dynamic: boolean
  /** What the caller may do here: `update runbook`, `run runbook`, `progress task`, … */
  readonly permissions: ReadonlySet<string>
}

export interface Run {
  readonly id: number
  readonly run_type: RunType
  readonly start_planned: Instant
  readonly start_actual: Instant
  readonly end_actual: Instant | null
  /** From and until of each pause; until is null while it lasts. */
  readonly pauses: readonly (readonly [Instant, Instant | null])[]
}

/** From and until of each pause of a run, one after the other; NaN is the end of one that lasts. */
export function pauseTimes(run: Run | null): Float64Array {
  return Float64Array.from(run?.pauses.flatMap(([from, until]) => [from, until ?? Number.NaN]) ?? [])
}

/** Everything that is known of an open runbook, at one sequence of its log. */
export interface Plan {
  readonly seq: number
  readonly runbook: Runbook
  readonly run: Run | null
  /** Ascending by id. */
  readonly tasks: readonly Task[]
  /** Position of a task in `tasks`, by id. */
  readonly positions: ReadonlyMap<number, number>
  /** In their order; sub-streams after their parent. */
  readonly streams: readonly Stream[]
  readonly taskTypes: ReadonlyMap<number, TaskType>
  readonly people: ReadonlyMap<number, Person>
  readonly teams: ReadonlyMap<number, Team>
  /** What decides what the caller may do here; asked by `rights.ts`. */
  readonly access: Access
}

/** Positions of tasks by id. */
export function positionsOf(tasks: readonly Task[]): ReadonlyMap<number, number> {
  return new Map(tasks.map(({ id }, at) => [id, at]))
}

/** Streams in order of id, each followed by its sub-streams: the order in which hues are dealt and lanes stand. */
export function inStreamOrder(streams: readonly Stream[]): readonly Stream[] {
  const byId = streams.toSorted((a, b) => a.id - b.id)
  return byId
    .filter(({ parent_id }) => parent_id === null)
    .flatMap((parent) => [parent, ...byId.filter(({ parent_id }) => parent_id === parent.id)])
}
