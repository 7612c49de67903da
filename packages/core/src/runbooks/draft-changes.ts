import type { Row } from '../db/tables.ts'
import {
  positionsOf,
  type Run,
  type Runbook,
  type RunbookTeam,
  type RunbookUser,
  type Snapshot,
  type Stream,
  type Task,
} from './snapshot.ts'

/** The tables over which a task is spread. */
export type Section = 'plan' | 'run' | 'predecessors' | 'parties' | 'links'

/** Which table holds a member of a task. */
export const sections: Partial<Record<keyof Task, Section>> = {
  stage: 'run',
  completion_type: 'run',
  start_ready: 'run',
  start_actual: 'run',
  end_actual: 'run',
  started_by: 'run',
  completed_by: 'run',
  starters: 'run',
  finishers: 'run',
  start_baseline: 'run',
  end_baseline: 'run',
  predecessors: 'predecessors',
  assignees: 'parties',
  recipients: 'parties',
  links: 'links',
}

export interface NewComment {
  readonly id: number
  readonly task_id: number | null
  readonly content: string
  readonly featured: boolean
}

/** A comment as it is kept. */
export type Comment = Row<'comment'>

export interface NewTaskAction {
  readonly task_id: number
  readonly action: 'start' | 'finish' | 'skip'
  readonly user_id: number
}

/** What an action has changed so far, beside the base that it started from. Null stands for what is gone. */
export interface DraftChanges {
  readonly base: Snapshot
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly actorId: number
  runbook: Runbook
  run: Run | null
  version: Snapshot['version']
  users: readonly RunbookUser[]
  teams: readonly RunbookTeam[]
  readonly tasks: Map<number, Task | null>
  readonly streams: Map<number, Stream | null>
  /** Numbers of the tasks that are new. */
  readonly added: number[]
  /** Tasks whose rows of a table differ. */
  readonly touched: Record<Section, Set<number>>
  /** New ones, and those that differ. */
  readonly comments: Comment[]
  /** Ids of those that are gone. */
  readonly commentsRemoved: number[]
  readonly actions: NewTaskAction[]
  /** Something on which the schedule depends differs. */
  isReplanned: boolean
  /** The version may not change any more. */
  freezes: boolean
}

/** Nothing changed yet. */
export function noChanges(base: Snapshot, at: number, actorId: number): DraftChanges {
  const { runbook, run, version, users, teams } = base
  return {
    base,
    at,
    actorId,
    runbook,
    run,
    version,
    users,
    teams,
    tasks: new Map(),
    streams: new Map(),
    added: [],
    touched: {
      plan: new Set(),
      run: new Set(),
      predecessors: new Set(),
      parties: new Set(),
      links: new Set(),
    },
    comments: [],
    commentsRemoved: [],
    actions: [],
    isReplanned: false,
    freezes: false,
  }
}

/** What stands after the changes, ascending by id. @param base ascending by id */
export function merged<T extends { readonly id: number }>(
  base: readonly T[],
  changed: ReadonlyMap<number, T | null>,
): T[] {
  const positions = positionsOf(base)
  const list: (T | null)[] = [...base]
  const added: T[] = []
  for (const [id, item] of changed) {
    const at = positions.get(id)
    if (at !== undefined) list[at] = item
    else if (item) added.push(item)
  }
  const standing = list.filter((item) => item !== null)
  return added.length === 0 ? standing : standing.concat(added).sort((a, b) => a.id - b.id)
}
