import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'

export interface WorkspaceFilter {
  readonly query: string | undefined
  readonly archived: boolean
  readonly visible: Visibility
}

/** One page of workspaces and the number of all. */
export async function listWorkspaces(
  db: Db,
  filter: WorkspaceFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<Row<'workspace'>>> {
  let query = db.selectFrom('workspace').where('archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.visible !== 'all') query = query.where('id', 'in', [...filter.visible.workspaces, 0])
  const text = filter.query
  if (text !== undefined)
    query = query.where((where) => where.or([contains('name', text), contains('key', text)]))
  const id = { column: 'workspace.id', descending: false }
  return listPage(query, { order: ordersOf('workspace', sort), id, page }, (workspaces) =>
    workspaces.selectAll(),
  )
}

export function findWorkspace(db: Db | Trx, id: number): Promise<Row<'workspace'> | undefined> {
  return db.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Breaks `workspace_key_taken` when the key is in use. */
export function insertWorkspace(
  trx: Trx,
  workspace: Insertable<Tables['workspace']>,
): Promise<Row<'workspace'>> {
  return trx.insertInto('workspace').values(workspace).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `workspace_key_taken` when the key is in use. */
export function changeWorkspace(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['workspace']>,
): Promise<Row<'workspace'>> {
  return trx
    .updateTable('workspace')
    .set({ ...patch, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Number of runbooks in a workspace that are being run. */
export async function countRunsUnderWay(trx: Trx, workspaceId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('runbook')
    .select(sql<number>`count(*)`.as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('stage', 'in', ['active', 'paused'])
    .executeTakeFirstOrThrow()
  return count
}

/** Workspaces by id, those that may be seen and are not archived. */
export function findWorkspaces(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<Row<'workspace'>[]> {
  const query = db
    .selectFrom('workspace')
    .selectAll()
    .where(sql<boolean>`id = any(${ids})`)
    .where('archived_at', 'is', null)
  return (visible === 'all' ? query : query.where(sql<boolean>`id = any(${visible.workspaces})`))
    .orderBy('id')
    .execute()
}
