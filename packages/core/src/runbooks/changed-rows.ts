import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import type { DraftChanges } from './draft-changes.ts'
import { assignmentRows, linkRows, runRow, runTaskRow, streamRow, taskRow, teamRow, userRow } from './rows.ts'
import type { Runbook, Snapshot, Task } from './snapshot.ts'

/** The rows that differ, as the `commit_runbook` function takes them. @param next the snapshot after the action */
export function changedRows(changes: DraftChanges, next: Snapshot): Record<string, unknown> {
  const {
    base,
    at,
    run,
    tasks,
    streams: changedStreams,
    touched,
    comments,
    commentsRemoved,
    actions,
    freezes,
  } = changes
  const versionId = next.version.id
  const taskOf = (id: number) => next.tasks[next.positions.get(id) ?? -1] as Task
  const change: Record<string, unknown> = { runbook: runbookPatch(base.runbook, next.runbook) }
  const rows = <T>(ids: Iterable<number>, row: (task: Task) => T) => Array.from(ids, (id) => row(taskOf(id)))
  const plan = new Set([...touched.plan, ...touched.predecessors, ...touched.parties, ...touched.links])
  if (plan.size > 0) change['tasks'] = rows(plan, (task) => taskRow(task, versionId))
  const { run: runAfter } = next
  if (touched.run.size > 0 && runAfter)
    change['run_tasks'] = rows(touched.run, (task) => runTaskRow(task, runAfter.id))
  // The rows of a list are replaced whole; a task that is new has none to delete.
  const replace = (
    of: string,
    name: string,
    ids: ReadonlySet<number>,
    row: (task: Task) => readonly unknown[],
  ) => {
    if (ids.size === 0) return
    const old = [...ids].filter((id) => base.positions.has(id))
    if (old.length > 0) change[of] = old
    change[name] = [...ids].flatMap((id) => row(taskOf(id)))
  }
  replace('dependencies_of', 'dependencies', touched.predecessors, ({ id, predecessors }) =>
    predecessors.map((predecessor) => [id, predecessor]),
  )
  replace('assignments_of', 'assignments', touched.parties, (task) => assignmentRows(task, versionId))
  replace('links_of', 'links', touched.links, (task) => linkRows(task, versionId))
  const removed = [...tasks].flatMap(([id, task]) => (task === null && base.positions.has(id) ? [id] : []))
  if (removed.length > 0) {
    change['tasks_deleted'] = removed
    if (run) change['run_tasks_deleted'] = removed
  }
  const streams = [...changedStreams.values()].flatMap((stream) =>
    stream ? [streamRow(stream, versionId)] : [],
  )
  if (streams.length > 0) change['streams'] = streams
  const streamsRemoved = [...changedStreams].flatMap(([id, stream]) => (stream === null ? [id] : []))
  if (streamsRemoved.length > 0) change['streams_deleted'] = streamsRemoved
  if (run && run !== base.run) change['run'] = runRow(run)
  if (actions.length > 0)
    change['task_actions'] = actions.map((action) => ({
      ...action,
      run_id: run?.id,
      created_at: sqlTime(at),
    }))
  if (comments.length > 0) {
    change['comments'] = comments.map((comment) => ({
      ...comment,
      created_at: sqlTime(comment.created_at),
      updated_at: sqlTime(comment.updated_at),
    }))
  }
  if (commentsRemoved.length > 0) change['comments_deleted'] = commentsRemoved
  if (freezes) change['version_frozen'] = sqlTime(at)
  return { ...change, ...peopleRows(changes) }
}

/** Who takes part, where that differs. The members of a team are replaced whole. */
function peopleRows({ base, runbook, users, teams }: DraftChanges): Record<string, unknown> {
  const change: Record<string, unknown> = {}
  const set = (name: string, rows: readonly unknown[]) => {
    if (rows.length > 0) change[name] = rows
  }
  const isGone = <T extends { readonly id: number }>(after: readonly T[]) => {
    const ids = new Set(after.map(({ id }) => id))
    return ({ id }: T) => !ids.has(id)
  }
  const changedUsers = new Set(users).difference(new Set(base.users))
  set('users', [...changedUsers].map(userRow))
  set(
    'users_removed',
    base.users.filter(isGone(users)).map(({ user_id }) => user_id),
  )
  const changedTeams = [...new Set(teams).difference(new Set(base.teams))]
  set(
    'teams',
    changedTeams.map((team) => teamRow(team, runbook.id)),
  )
  set(
    'teams_deleted',
    base.teams.filter(isGone(teams)).map(({ id }) => id),
  )
  set(
    'team_users_of',
    changedTeams.map(({ id }) => id),
  )
  set(
    'team_users',
    changedTeams.flatMap(({ id, users: members }) =>
      members.map((user_id) => ({ runbook_team_id: id, user_id })),
    ),
  )
  return change
}

const instants: readonly (keyof Runbook)[] = [
  'start_scheduled',
  'end_scheduled',
  'start_planned',
  'end_planned',
  'start_actual',
  'end_actual',
  'wake_at',
  'end_forecast',
  'end_moves_from',
  'archived_at',
  'updated_at',
]
const ownColumns: readonly (keyof Runbook)[] = ['seq', 'last_event_at', 'last_hash', 'touched_at']

/** The columns of the runbook that differ. */
function runbookPatch(before: Runbook, after: Runbook): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const column of Object.keys(after) as (keyof Runbook)[]) {
    if (after[column] === before[column] || ownColumns.includes(column)) continue
    patch[column] = instants.includes(column) ? sqlTimeOrNull(after[column] as number | null) : after[column]
  }
  return patch
}
