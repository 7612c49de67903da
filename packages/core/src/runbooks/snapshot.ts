import type { Access, Forecast, Network, Plan, RunFacts, Times } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import type { Directory } from '../directory/directory.ts'

/** Somebody who can be assigned: a person, or a team of the runbook. */
export interface Party {
  readonly type: 'user' | 'runbook_team'
  readonly id: number
}

export interface TaskLink {
  readonly runbook_id: number
  readonly link_type: 'runbook' | 'snippet'
}

type PlanColumns = Omit<Row<'task'>, 'version_id'>
type RunColumns = Pick<
  Row<'run_task'>,
  | 'stage'
  | 'completion_type'
  | 'start_ready'
  | 'start_actual'
  | 'end_actual'
  | 'started_by'
  | 'completed_by'
  | 'starters'
  | 'finishers'
>

/**
 * One task: what the plan says of it and, during and after a run, what happened to it. Never changed: a change makes a
 * new record, so that a record is also the key of everything computed from it.
 */
export interface Task extends PlanColumns, RunColumns {
  /** Baseline of the run, milliseconds; null while planning. */
  readonly start_baseline: number | null
  readonly end_baseline: number | null
  /** Ascending ids. */
  readonly predecessors: readonly number[]
  readonly assignees: readonly Party[]
  readonly recipients: readonly Party[]
  readonly links: readonly TaskLink[]
}

export type Stream = Omit<Row<'stream'>, 'version_id'>
export type Runbook = Row<'runbook'>
export type Run = Row<'run'>
export type RunbookUser = Row<'runbook_user'>

export interface RunbookTeam {
  readonly id: number
  readonly name: string
  /** The central team that it is linked to, whose members it has. */
  readonly team_id: number | null
  readonly users: readonly number[]
  readonly changed_seq: number
}

/**
 * A runbook at one sequence: everything that its documents and rules need, in memory. Never changed; an action makes the
 * next one, sharing what it did not touch.
 */
export interface Snapshot {
  readonly runbook: Runbook
  readonly version: Row<'runbook_version'>
  readonly run: Run | null
  /** Ascending by id. */
  readonly streams: readonly Stream[]
  /** Ascending by id. */
  readonly tasks: readonly Task[]
  /** Task id → index in `tasks`. */
  readonly positions: Positions
  readonly teams: readonly RunbookTeam[]
  readonly users: readonly RunbookUser[]
  readonly directory: Directory
  /** What was computed from it; filled when first needed. */
  readonly computed: Computed
}

export interface Computed {
  network?: Network
  plan?: Plan
  facts?: RunFacts
  forecast?: { readonly at: number; readonly times: Forecast; readonly late: Uint8Array }
  /** Rendered tasks by position. */
  pieces?: (TaskPiece | undefined)[]
  /** What people may do with the tasks, by what they hold. */
  abilities?: WeakMap<Access, TaskAbilities>
  /** Whole answers about tasks by what was asked, with the times that they show. */
  pages?: Map<string, KeptPage>
}

export interface KeptPage {
  readonly times: Times
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What somebody may do with each task of a runbook, as the text of its `meta`. */
export interface TaskAbilities {
  readonly metaOf: (task: Task) => string
  /** Equal for all who are told the same of every task. */
  readonly key: string
}

/** The text of a task up to the value of `is_late`, and after its attributes. */
export interface TaskPiece {
  readonly task: Task
  readonly head: string
  readonly tail: string
}

/** Where tasks stand, by id. */
export type Positions = Pick<ReadonlyMap<number, number>, 'get' | 'has'>

/**
 * Task id → index, for tasks ascending by id. It is looked up in the list itself: numbers of tasks have few gaps, so that
 * there is little to search, and a plan that gets a task needs no map made anew.
 */
export function positionsOf(tasks: readonly { readonly id: number }[]): Positions {
  const find = (id: number): number | undefined => {
    // Ids are whole numbers from 1 on: a task cannot stand further back than its id says, nor further from the last.
    let high = Math.min(id, tasks.length) - 1
    let low = Math.max(0, tasks.length - 1 - ((tasks.at(-1)?.id ?? 0) - id))
    while (low <= high) {
      const at = (low + high) >>> 1
      const found = tasks[at]!.id
      if (found === id) return at
      if (found < id) low = at + 1
      else high = at - 1
    }
    return undefined
  }
  return { get: find, has: (id) => find(id) !== undefined }
}

/** Bytes that a snapshot is taken to hold, for the budget of the store: measured over plans of 100 to 10 000 tasks. */
export function weigh(snapshot: Snapshot): number {
  return 4_000 + snapshot.tasks.length * 3_500
}
