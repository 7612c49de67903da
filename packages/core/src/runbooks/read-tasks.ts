import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Party, Task, TaskLink } from './snapshot.ts'

/**
 * The tasks of versions, in their order.
 *
 * @param runIds the runs whose facts are told with the tasks, at most one of each version
 */
export async function readTasks(
  db: Trx,
  versionIds: readonly number[],
  runIds: readonly number[],
): Promise<Map<number, Task[]>> {
  const ofVersions = sql<boolean>`version_id = any(${versionIds})`
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where(ofVersions)
    .orderBy('version_id')
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('dependency')
    .select([
      'version_id',
      'successor_id',
      sql<number[]>`array_agg(predecessor_id order by predecessor_id)`.as('predecessors'),
    ])
    .where(ofVersions)
    .groupBy(['version_id', 'successor_id'])
    .execute()
  const assignments = await db
    .selectFrom('assignment')
    .selectAll()
    .where(ofVersions)
    .orderBy('task_id')
    .orderBy('position')
    .execute()
  const taskLinks = await db
    .selectFrom('task_link')
    .selectAll()
    .where(ofVersions)
    .orderBy('task_id')
    .orderBy('position')
    .execute()
  const facts =
    runIds.length === 0
      ? []
      : await db
          .selectFrom('run_task')
          .innerJoin('run', 'run.id', 'run_task.run_id')
          .selectAll('run_task')
          .select('run.version_id')
          .where(sql<boolean>`run_id = any(${runIds})`)
          .execute()

  const predecessors = perVersion<readonly number[]>()
  for (const row of links) predecessors(row.version_id).set(row.successor_id, row.predecessors)
  const happened = perVersion<(typeof facts)[number]>()
  for (const row of facts) happened(row.version_id).set(row.task_id, row)
  const parties = { assignee: perVersion<Party[]>(), recipient: perVersion<Party[]>() }
  for (const { version_id, task_id, kind, user_id, runbook_team_id } of assignments) {
    const party: Party =
      user_id === null ? { type: 'runbook_team', id: runbook_team_id ?? 0 } : { type: 'user', id: user_id }
    append(parties[kind](version_id), task_id, party)
  }
  const linked = perVersion<TaskLink[]>()
  for (const { version_id, task_id, runbook_id, link_type } of taskLinks)
    append(linked(version_id), task_id, { runbook_id, link_type })

  const tasks = new Map<number, Task[]>()
  for (const { version_id, ...row } of rows) {
    const fact = happened(version_id).get(row.id)
    append(tasks, version_id, {
      ...row,
      changed_seq: Math.max(row.changed_seq, fact?.changed_seq ?? 0),
      updated_at: Math.max(row.updated_at, fact?.updated_at ?? 0),
      stage: fact?.stage ?? 'not_startable',
      completion_type: fact?.completion_type ?? null,
      start_ready: fact?.start_ready ?? null,
      start_actual: fact?.start_actual ?? null,
      end_actual: fact?.end_actual ?? null,
      started_by: fact?.started_by ?? null,
      completed_by: fact?.completed_by ?? null,
      starters: fact?.starters.map(Number) ?? NONE_YET,
      finishers: fact?.finishers.map(Number) ?? NONE_YET,
      start_baseline: fact?.start_planned ?? null,
      end_baseline: fact?.end_planned ?? null,
      predecessors: predecessors(version_id).get(row.id) ?? NONE,
      assignees: parties.assignee(version_id).get(row.id) ?? NONE,
      recipients: parties.recipient(version_id).get(row.id) ?? NONE,
      links: linked(version_id).get(row.id) ?? NONE,
    })
  }
  return tasks
}

/** Something of tasks: by their version, then by their number in it. */
function perVersion<T>(): (versionId: number) => Map<number, T> {
  const versions = new Map<number, Map<number, T>>()
  return (versionId) => {
    let tasks = versions.get(versionId)
    if (!tasks) versions.set(versionId, (tasks = new Map<number, T>()))
    return tasks
  }
}

const NONE: readonly never[] = []
const NONE_YET: number[] = []

/** Adds to a list in a map. */
export function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
