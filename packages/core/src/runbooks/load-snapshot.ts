import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Directory } from '../directory/directory.ts'
import { type Party, positionsOf, type Snapshot, type Task, type TaskLink } from './snapshot.ts'

/**
 * Reads a runbook whole: a fixed number of statements, whatever its size, in one consistent view.
 *
 * @param db a transaction that sees one state, or any connection: then a transaction is made
 * @returns undefined when there is no such runbook
 */
export async function loadSnapshot(
  db: Db | Trx,
  id: number,
  directory: Directory,
): Promise<Snapshot | undefined> {
  return db.isTransaction
    ? readSnapshot(db as Trx, id, directory)
    : db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((trx) => readSnapshot(trx, id, directory))
}

async function readSnapshot(db: Trx, id: number, directory: Directory): Promise<Snapshot | undefined> {
  const runbook = await db.selectFrom('runbook').selectAll().where('id', '=', id).executeTakeFirst()
  if (!runbook?.current_version_id) return undefined
  const versionId = runbook.current_version_id
  const version = await db
    .selectFrom('runbook_version')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  const run =
    runbook.current_run_id === null
      ? undefined
      : await db.selectFrom('run').selectAll().where('id', '=', runbook.current_run_id).executeTakeFirst()
  const streams = await db
    .selectFrom('stream')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('id')
    .execute()
  const tasks = await readTasks(db, versionId, run?.version_id === versionId ? run.id : null)
  const teams = await db
    .selectFrom('runbook_team as t')
    .leftJoin('runbook_team_user as u', 'u.runbook_team_id', 't.id')
    .select([
      't.id',
      't.name',
      't.team_id',
      't.changed_seq',
      sql<
        number[]
      >`coalesce(array_agg(u.user_id order by u.user_id) filter (where u.user_id is not null), '{}')`.as(
        'users',
      ),
    ])
    .where('t.runbook_id', '=', id)
    .where('t.removed_at', 'is', null)
    .groupBy('t.id')
    .orderBy('t.id')
    .execute()
  const users = await db
    .selectFrom('runbook_user')
    .selectAll()
    .where('runbook_id', '=', id)
    .orderBy('id')
    .execute()
  return {
    runbook,
    version,
    run: run ?? null,
    streams: streams.map(({ version_id: _, ...stream }) => stream),
    tasks,
    positions: positionsOf(tasks),
    teams,
    users,
    directory,
    computed: {},
  }
}

async function readTasks(db: Trx, versionId: number, runId: number | null): Promise<Task[]> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('dependency')
    .select([
      'successor_id',
      sql<number[]>`array_agg(predecessor_id order by predecessor_id)`.as('predecessors'),
    ])
    .where('version_id', '=', versionId)
    .groupBy('successor_id')
    .execute()
  const assignments = await db
    .selectFrom('assignment')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('task_id')
    .orderBy('position')
    .execute()
  const taskLinks = await db
    .selectFrom('task_link')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('task_id')
    .orderBy('position')
    .execute()
  const facts =
    runId === null ? [] : await db.selectFrom('run_task').selectAll().where('run_id', '=', runId).execute()

  const predecessors = new Map(links.map((row) => [row.successor_id, row.predecessors]))
  const happened = new Map(facts.map((row) => [row.task_id, row]))
  const parties = { assignee: new Map<number, Party[]>(), recipient: new Map<number, Party[]>() }
  for (const { task_id, kind, user_id, runbook_team_id } of assignments) {
    const party: Party =
      user_id === null ? { type: 'runbook_team', id: runbook_team_id ?? 0 } : { type: 'user', id: user_id }
    append(parties[kind], task_id, party)
  }
  const linked = new Map<number, TaskLink[]>()
  for (const { task_id, runbook_id, link_type } of taskLinks)
    append(linked, task_id, { runbook_id, link_type })

  return rows.map(({ version_id: _, ...row }) => {
    const fact = happened.get(row.id)
    return {
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
      predecessors: predecessors.get(row.id) ?? NONE,
      assignees: parties.assignee.get(row.id) ?? NONE,
      recipients: parties.recipient.get(row.id) ?? NONE,
      links: linked.get(row.id) ?? NONE,
    }
  })
}

const NONE: readonly never[] = []
const NONE_YET: number[] = []

function append<T>(map: Map<number, T[]>, key: number, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
