import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Directory } from '../directory/directory.ts'
import { append, readTasks } from './read-tasks.ts'
import { positionsOf, type RunbookTeam, type Snapshot, type Stream } from './snapshot.ts'

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
  const one = async (trx: Trx) => (await loadSnapshots(trx, [id], directory))[0]
  return db.isTransaction
    ? one(db as Trx)
    : db.transaction().setIsolationLevel('repeatable read').execute(one)
}

/**
 * Reads several runbooks whole, in as many statements as one.
 *
 * @param trx sees one state, or has the runbooks locked
 * @returns those that there are
 */
export async function loadSnapshots(
  trx: Trx,
  ids: readonly number[],
  directory: Directory,
): Promise<Snapshot[]> {
  const found = await trx
    .selectFrom('runbook')
    .selectAll()
    .where(sql<boolean>`id = any(${ids})`)
    .orderBy('id')
    .execute()
  const runbooks = found.filter(({ current_version_id }) => current_version_id !== null)
  if (runbooks.length === 0) return []
  const versionIds = runbooks.map(({ current_version_id }) => current_version_id ?? 0)
  const versions = byId(
    await trx
      .selectFrom('runbook_version')
      .selectAll()
      .where(sql<boolean>`id = any(${versionIds})`)
      .execute(),
  )
  const runIds = runbooks.flatMap(({ current_run_id }) => current_run_id ?? [])
  const runs = byId(
    runIds.length === 0
      ? []
      : await trx.selectFrom('run').selectAll().where(sql<boolean>`id = any(${runIds})`).execute(),
  )
  const streams = await readStreams(trx, versionIds)
  // A run of an earlier version tells nothing about the tasks of this one.
  const current = runbooks.flatMap(({ current_run_id, current_version_id }) => {
    const run = runs.get(current_run_id ?? 0)
    return run && run.version_id === current_version_id ? [run.id] : []
  })
  const tasks = await readTasks(trx, versionIds, current)
  const teams = await readTeams(trx, ids)
  const users = await trx
    .selectFrom('runbook_user')
    .selectAll()
    .where(sql<boolean>`runbook_id = any(${ids})`)
    .orderBy('id')
    .execute()
  const usersOf = Map.groupBy(users, ({ runbook_id }) => runbook_id)
  return runbooks.map((runbook): Snapshot => {
    const versionId = runbook.current_version_id ?? 0
    const version = versions.get(versionId)
    if (!version) throw new Error(`there is no version ${versionId}`)
    const own = tasks.get(versionId) ?? []
    return {
      runbook,
      version,
      run: runs.get(runbook.current_run_id ?? 0) ?? null,
      streams: streams.get(versionId) ?? [],
      tasks: own,
      positions: positionsOf(own),
      teams: teams.get(runbook.id) ?? [],
      users: usersOf.get(runbook.id) ?? [],
      directory,
      computed: {},
    }
  })
}

const byId = <T extends { readonly id: number }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]))

async function readStreams(trx: Trx, versionIds: readonly number[]): Promise<Map<number, Stream[]>> {
  const rows = await trx
    .selectFrom('stream')
    .selectAll()
    .where(sql<boolean>`version_id = any(${versionIds})`)
    .orderBy('id')
    .execute()
  const streams = new Map<number, Stream[]>()
  for (const { version_id, ...stream } of rows) append(streams, version_id, stream)
  return streams
}

async function readTeams(trx: Trx, runbookIds: readonly number[]): Promise<Map<number, RunbookTeam[]>> {
  const rows = await trx
    .selectFrom('runbook_team as t')
    .leftJoin('runbook_team_user as u', 'u.runbook_team_id', 't.id')
    .select([
      't.id',
      't.runbook_id',
      't.name',
      't.team_id',
      't.changed_seq',
      sql<
        number[]
      >`coalesce(array_agg(u.user_id order by u.user_id) filter (where u.user_id is not null), '{}')`.as(
        'users',
      ),
    ])
    .where(sql<boolean>`t.runbook_id = any(${runbookIds})`)
    .where('t.removed_at', 'is', null)
    .groupBy('t.id')
    .orderBy('t.id')
    .execute()
  const teams = new Map<number, RunbookTeam[]>()
  for (const { runbook_id, ...team } of rows) append(teams, runbook_id, team)
  return teams
}
