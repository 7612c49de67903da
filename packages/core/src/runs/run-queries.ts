import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { runbookSeen } from '../json-api/seen.ts'

/** One page of the runs of a runbook, the newest first, and the number of all. */
export async function listRuns(
  db: Db,
  runbookId: number,
  page: ParsedQuery['page'],
): Promise<Listed<Row<'run'>>> {
  const query = db.selectFrom('run').where('runbook_id', '=', runbookId)
  const id = { column: 'run.id', descending: true }
  return listPage(query, { order: [], id, page }, (runs) => runs.selectAll())
}

/** Ids of the runs of runbooks, the oldest first. */
export async function listRunIds(
  db: Db,
  runbookIds: readonly number[],
): Promise<ReadonlyMap<number, number[]>> {
  const rows = await db
    .selectFrom('run')
    .select(['runbook_id', sql<string[]>`array_agg(id order by id)`.as('ids')])
    .where(sql<boolean>`runbook_id = any(${runbookIds})`)
    .groupBy('runbook_id')
    .execute()
  return new Map(rows.map(({ runbook_id, ids }) => [runbook_id, ids.map(Number)]))
}

export function findRun(db: Db, runbookId: number, id: number): Promise<Row<'run'> | undefined> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('runbook_id', '=', runbookId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Runs by id, those of runbooks that may be seen. */
export function findRuns(db: Db, ids: readonly number[], visible: Visibility): Promise<Row<'run'>[]> {
  return db
    .selectFrom('run')
    .innerJoin('runbook', 'runbook.id', 'run.runbook_id')
    .selectAll('run')
    .where(sql<boolean>`run.id = any(${ids})`)
    .where(runbookSeen(visible))
    .orderBy('run.id')
    .execute()
}

/** A version, whether it is the one that is worked on, and the last run that was bound to it. */
export type VersionWithRun = Row<'runbook_version'> & {
  readonly current: boolean
  readonly run_id: number | null
}

const versionsOfRunbooks = (db: Db) =>
  db.selectFrom('runbook_version').innerJoin('runbook', 'runbook.id', 'runbook_version.runbook_id')

const isCurrent = sql<boolean>`runbook.current_version_id = runbook_version.id`

function withRun(versions: ReturnType<typeof versionsOfRunbooks>) {
  return versions
    .selectAll('runbook_version')
    .select([
      isCurrent.as('current'),
      sql<
        number | null
      >`(select max(run.id) from run where run.runbook_id = runbook.id and run.version_id = runbook_version.id)`.as(
        'run_id',
      ),
    ])
}

/** One page of the versions of a runbook, the newest first, and the number of all. */
export function listVersions(
  db: Db,
  filter: { runbookId: number; current: boolean | undefined },
  page: ParsedQuery['page'],
): Promise<Listed<VersionWithRun>> {
  let query = versionsOfRunbooks(db).where('runbook_version.runbook_id', '=', filter.runbookId)
  if (filter.current !== undefined) query = query.where(sql<boolean>`(${isCurrent}) = ${filter.current}`)
  const id = { column: 'runbook_version.id', descending: true }
  return listPage(query, { order: [], id, page }, withRun)
}

export function findVersion(db: Db, runbookId: number, id: number): Promise<VersionWithRun | undefined> {
  return withRun(versionsOfRunbooks(db))
    .where('runbook_version.runbook_id', '=', runbookId)
    .where('runbook_version.id', '=', id)
    .executeTakeFirst()
}

/** Versions by id, those of runbooks that may be seen. */
export function findVersions(db: Db, ids: readonly number[], visible: Visibility): Promise<VersionWithRun[]> {
  return withRun(versionsOfRunbooks(db))
    .where(sql<boolean>`runbook_version.id = any(${ids})`)
    .where(runbookSeen(visible))
    .orderBy('runbook_version.id')
    .execute()
}

/** Who did what to tasks, by id, in runbooks that may be seen. */
export function findTaskActions(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<(Row<'task_action'> & { readonly runbook_id: number })[]> {
  return db
    .selectFrom('task_action')
    .innerJoin('run', 'run.id', 'task_action.run_id')
    .innerJoin('runbook', 'runbook.id', 'run.runbook_id')
    .selectAll('task_action')
    .select('run.runbook_id')
    .where(sql<boolean>`task_action.id = any(${ids})`)
    .where(runbookSeen(visible))
    .orderBy('task_action.id')
    .execute()
}
