import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type Insertable, sql } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { runbookSeen } from '../json-api/seen.ts'
import { sqlTime } from '../json-api/wire.ts'
import type { Runbook, Snapshot } from './snapshot.ts'

export interface RunbookFilter {
  readonly visible: Visibility
  readonly archived: boolean
  readonly workspace_id: number | undefined
  readonly folder_id: number | undefined
  readonly source_runbook_id: number | undefined
  readonly runbook_type_id: readonly number[] | undefined
  readonly is_template: boolean | undefined
  readonly template_type: readonly string[] | undefined
  readonly stage: readonly string[] | undefined
  readonly status: readonly string[] | undefined
  readonly run_type: readonly string[] | undefined
  readonly query: string | undefined
  /** Custom fields of which one must have its value. */
  readonly fields: readonly { readonly id: number; readonly value: string }[] | undefined
  readonly created_after: number | undefined
  readonly created_before: number | undefined
  readonly updated_after: number | undefined
}

function filtered(db: Db, filter: RunbookFilter) {
  let query = db
    .selectFrom('runbook')
    .where((where) =>
      where.exists(
        where
          .selectFrom('workspace')
          .select('workspace.id')
          .whereRef('workspace.id', '=', 'runbook.workspace_id')
          .where('workspace.archived_at', 'is', null),
      ),
    )
    .where(runbookSeen(filter.visible))
  query = query.where('runbook.archived_at', filter.archived ? 'is not' : 'is', null)
  for (const column of ['workspace_id', 'folder_id', 'source_runbook_id', 'is_template'] as const) {
    const value = filter[column]
    if (value !== undefined) query = query.where(`runbook.${column}`, '=', value as never)
  }
  for (const column of ['runbook_type_id', 'template_type', 'stage', 'status', 'run_type'] as const) {
    const values = filter[column]
    if (values !== undefined)
      query = query.where(sql<boolean>`${sql.ref(`runbook.${column}`)} = any(${values})`)
  }
  if (filter.query !== undefined) query = query.where(contains('runbook.name', filter.query))
  if (filter.fields) {
    const matches = filter.fields.map(
      ({ id, value }) =>
        sql<boolean>`(runbook.custom_field_values ->> ${String(id)} = ${value} or runbook.custom_field_values -> ${String(id)} ? ${value})`,
    )
    query = query.where(
      matches.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(matches, sql` or `)})`,
    )
  }
  if (filter.created_after !== undefined)
    query = query.where(
      'runbook.created_at',
      '>=',
      sql<number>`${sqlTime(filter.created_after)}::timestamptz`,
    )
  if (filter.created_before !== undefined)
    query = query.where(
      'runbook.created_at',
      '<',
      sql<number>`${sqlTime(filter.created_before)}::timestamptz`,
    )
  if (filter.updated_after !== undefined)
    query = query.where(
      'runbook.touched_at',
      '>=',
      sql<number>`${sqlTime(filter.updated_after)}::timestamptz`,
    )
  return query
}

/** One page of runbooks, and how many there are in all. */
export async function listRunbooks(
  db: Db,
  filter: RunbookFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<Runbook>> {
  const id = { column: 'runbook.id', descending: false }
  return listPage(filtered(db, filter), { order: ordersOf('runbook', sort), id, page }, (runbooks) =>
    runbooks.selectAll('runbook'),
  )
}

/** Runbooks by id, those that the person may see and that are not archived. */
export function findRunbooks(db: Db | Trx, ids: readonly number[], visible: Visibility): Promise<Runbook[]> {
  return db
    .selectFrom('runbook')
    .selectAll()
    .where(sql<boolean>`runbook.id = any(${ids})`)
    .where('archived_at', 'is', null)
    .where(
      sql<boolean>`exists (select from workspace w where w.id = runbook.workspace_id and w.archived_at is null)`,
    )
    .where(runbookSeen(visible))
    .orderBy('id')
    .execute()
}

/** A runbook that is not archived, in a workspace that is not. */
export function findPresentRunbook(db: Db | Trx, id: number): Promise<Runbook | undefined> {
  return db
    .selectFrom('runbook')
    .selectAll()
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where(
      sql<boolean>`exists (select from workspace w where w.id = runbook.workspace_id and w.archived_at is null)`,
    )
    .executeTakeFirst()
}

export function findRunbook(db: Db | Trx, id: number): Promise<Runbook | undefined> {
  return db.selectFrom('runbook').selectAll().where('id', '=', id).executeTakeFirst()
}

export function insertRunbook(trx: Trx, values: Insertable<Tables['runbook']>): Promise<Runbook> {
  return trx.insertInto('runbook').values(values).returningAll().executeTakeFirstOrThrow()
}

/** A new version of a runbook, with the number after its last. */
export function insertVersion(
  trx: Trx,
  id: number,
  runbookId: number,
  at: number,
): Promise<Row<'runbook_version'>> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from runbook_version where runbook_id = ${runbookId})`
  return trx
    .insertInto('runbook_version')
    .values({ id, runbook_id: runbookId, number, created_at: sqlTime(at) })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Makes a version the one that what is written from now on belongs to. */
export async function setCurrentVersion(trx: Trx, runbookId: number, versionId: number): Promise<void> {
  await trx
    .updateTable('runbook')
    .set({ current_version_id: versionId })
    .where('id', '=', runbookId)
    .execute()
}

/** Copies streams, tasks, links and people of a version into another. */
export async function copyVersion(trx: Trx, from: number, to: number): Promise<void> {
  const tables = {
    stream:
      'id, parent_id, name, description, color, is_primary, status, status_message, status_updated_at, status_author_id, changed_seq, created_at, updated_at',
    task: 'id, stream_id, task_type_id, name, description, duration, level, message, auto_start, auto_finish, disable_notify, start_requirements, end_requirements, start_minimum, end_minimum, start_fixed, end_fixed, custom_field_values, source_runbook_id, source_task_id, comments_count, changed_seq, created_at, updated_at',
    dependency: 'successor_id, predecessor_id',
    assignment: 'task_id, kind, position, user_id, runbook_team_id',
    task_link: 'task_id, position, runbook_id, link_type',
  }
  for (const [table, columns] of Object.entries(tables)) {
    await sql`insert into ${sql.table(table)} (version_id, ${sql.raw(columns)}) select ${to}, ${sql.raw(columns)} from ${sql.table(table)} where version_id = ${from}`.execute(
      trx,
    )
  }
}

/** Whether runbooks that tasks link to are archived or templates. */
export async function linkedStates(
  db: Db | Trx,
  ids: readonly number[],
): Promise<Map<number, { archived: boolean; is_template: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('runbook')
    .select(['id', 'archived_at', 'is_template'])
    .where(sql<boolean>`id = any(${ids})`)
    .execute()
  return new Map(
    rows.map(({ id, archived_at, is_template }) => [id, { archived: archived_at !== null, is_template }]),
  )
}

/** The same for all runbooks that the tasks of one link to. */
export function linkedStatesOf(db: Db | Trx, { tasks }: Pick<Snapshot, 'tasks'>) {
  return linkedStates(
    db,
    tasks.flatMap(({ links }) => links.map(({ runbook_id }) => runbook_id)),
  )
}

/** Number of runs that a runbook has had. */
export async function countRuns(trx: Trx, runbookId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('run')
    .select(sql<number>`count(*)`.as('count'))
    .where('runbook_id', '=', runbookId)
    .executeTakeFirstOrThrow()
  return count
}

export async function deleteRunbook(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('runbook').where('id', '=', id).execute()
}
