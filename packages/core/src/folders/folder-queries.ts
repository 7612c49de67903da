import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type Insertable, sql, type Updateable } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { workspaceSeen } from '../json-api/seen.ts'

/** One page of the folders of a workspace and the number of all. */
export async function listFolders(
  db: Db,
  filter: { workspaceId: number; query: string | undefined },
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<Row<'folder'>>> {
  let query = db.selectFrom('folder').where('workspace_id', '=', filter.workspaceId)
  if (filter.query !== undefined) query = query.where(contains('name', filter.query))
  const id = { column: 'folder.id', descending: false }
  return listPage(query, { order: ordersOf('folder', sort), id, page }, (folders) => folders.selectAll())
}

export function findFolder(db: Db | Trx, id: number): Promise<Row<'folder'> | undefined> {
  return db.selectFrom('folder').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The folder that every workspace has, where runbooks go that name none. */
export function findDefaultFolder(db: Db | Trx, workspaceId: number): Promise<Row<'folder'> | undefined> {
  return db
    .selectFrom('folder')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('is_default', '=', true)
    .executeTakeFirst()
}

/** Folders by id, those in workspaces that may be seen. */
export function findFolders(db: Db, ids: readonly number[], visible: Visibility): Promise<Row<'folder'>[]> {
  return db
    .selectFrom('folder')
    .selectAll()
    .where(sql<boolean>`id = any(${ids})`)
    .where(workspaceSeen(visible, 'workspace_id'))
    .orderBy('id')
    .execute()
}

/** A folder and those above it, from the inside out. */
export async function folderAndAncestors(trx: Trx, id: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    with recursive up as (
      select id, name, parent_id, 1 as height from folder where id = ${id}
      union all
      select f.id, f.name, f.parent_id, up.height + 1 from folder f join up on f.id = up.parent_id
    )
    select id, name from up order by height`.execute(trx)
  return rows
}

export function insertFolder(trx: Trx, values: Insertable<Tables['folder']>): Promise<Row<'folder'>> {
  return trx.insertInto('folder').values(values).returningAll().executeTakeFirstOrThrow()
}

export function changeFolder(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['folder']>,
): Promise<Row<'folder'>> {
  return trx.updateTable('folder').set(patch).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** What lies directly in a folder; archived runbooks count, since they may be restored into it. */
export async function countInFolder(trx: Trx, id: number): Promise<{ runbooks: number; folders: number }> {
  const { rows } = await sql<{ runbooks: number; folders: number }>`
    select
      (select count(*) from runbook where folder_id = ${id}) as runbooks,
      (select count(*) from folder where parent_id = ${id}) as folders`.execute(trx)
  return rows[0] ?? { runbooks: 0, folders: 0 }
}

/** Breaks `runbook_folder_id_fkey` when a runbook was moved into it meanwhile. */
export async function deleteFolder(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('folder').where('id', '=', id).execute()
}

/** The tree of folders changed: whoever holds a role on one of them may do something else now. */
export async function moveFolderRevisions(trx: Trx, workspaceId: number): Promise<void> {
  await sql`update app_user set permission_revision = permission_revision + 1
    where id in (select r.user_id from role r join folder f on f.id = r.scope_id
      where r.scope_type = 'folder' and f.workspace_id = ${workspaceId})`.execute(trx)
}
