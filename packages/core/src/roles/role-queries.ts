import type { ParsedQuery } from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { sqlTime } from '../json-api/wire.ts'
import { roleSeen } from '../users/person-seen.ts'

export type Role = Row<'role'>

export interface RoleFilter {
  readonly userId: number | undefined
  readonly roleTypeIds: readonly number[] | undefined
  readonly workspaceId: number | undefined
  readonly scopeType: 'workspace' | 'folder' | 'team' | undefined
  readonly scopeId: number | undefined
}

/** One page of roles that may be seen, and the number of all. */
export async function listRoles(
  db: Db,
  access: Access,
  filter: RoleFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<Role>> {
  const { userId, roleTypeIds, workspaceId, scopeType, scopeId } = filter
  let query = db.selectFrom('role').where(roleSeen(access))
  if (userId !== undefined) query = query.where('user_id', '=', userId)
  if (roleTypeIds) query = query.where(sql<boolean>`role_type_id = any(${roleTypeIds})`)
  if (scopeType !== undefined) query = query.where('scope_type', '=', scopeType)
  if (scopeId !== undefined) query = query.where('scope_id', '=', scopeId)
  if (workspaceId !== undefined)
    query = query.where(sql<boolean>`case scope_type
      when 'workspace' then scope_id
      when 'folder' then (select workspace_id from folder where id = scope_id)
      when 'team' then (select workspace_id from team where id = scope_id) end = ${workspaceId}`)
  const id = { column: 'role.id', descending: false }
  return listPage(query, { order: ordersOf('role', sort), id, page }, (roles) => roles.selectAll())
}

/** A role that may be seen. */
export function findSeenRole(db: Db | Trx, id: number, access: Access): Promise<Role | undefined> {
  return db.selectFrom('role').selectAll().where('id', '=', id).where(roleSeen(access)).executeTakeFirst()
}

/** The roles of a person, all but those on runbooks. */
export function rolesOf(trx: Trx, userId: number): Promise<Role[]> {
  return trx.selectFrom('role').selectAll().where('user_id', '=', userId).orderBy('id').execute()
}

/** What roles are granted on, by kind and id: the workspaces in which they lie. What is not there is left out. */
export interface ScopePlace {
  readonly type: 'workspace' | 'folder' | 'team'
  readonly id: number
  readonly workspace_id: number
  readonly name: string
  readonly is_archived: boolean
}

export async function findScopes(
  db: Db | Trx,
  wanted: readonly { readonly type: string; readonly id: number }[],
): Promise<ScopePlace[]> {
  const ids = (type: string) => wanted.flatMap((scope) => (scope.type === type ? [scope.id] : []))
  const { rows } = await sql<ScopePlace>`
    select 'workspace' as type, id, id as workspace_id, name, archived_at is not null as is_archived
    from workspace where id = any(${ids('workspace')}::bigint[])
    union all
    select 'folder', f.id, f.workspace_id, f.name, w.archived_at is not null
    from folder f join workspace w on w.id = f.workspace_id where f.id = any(${ids('folder')}::bigint[])
    union all
    select 'team', t.id, t.workspace_id, t.name, t.archived_at is not null or w.archived_at is not null
    from team t join workspace w on w.id = t.workspace_id where t.id = any(${ids('team')}::bigint[])`.execute(
    db,
  )
  return rows
}

/** Stores roles of a person. Breaks `role_granted_once` when one is held already. */
export async function insertRoles(
  trx: Trx,
  userId: number,
  roles: readonly Pick<Role, 'role_type_id' | 'scope_type' | 'scope_id'>[],
  { seq, at }: { seq: number; at: number },
): Promise<Role[]> {
  if (roles.length === 0) return []
  return trx
    .insertInto('role')
    .values(
      roles.map(({ role_type_id, scope_type, scope_id }) => ({
        user_id: userId,
        role_type_id,
        scope_type,
        scope_id,
        created_at: sqlTime(at),
        changed_seq: seq,
      })),
    )
    .returningAll()
    .execute()
}

export async function deleteRoles(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('role').where(sql<boolean>`id = any(${ids})`).execute()
}

/** Takes what was granted on something that goes. @returns the roles that were held */
export async function deleteRolesOn(
  trx: Trx,
  type: 'workspace' | 'folder' | 'team',
  id: number,
): Promise<Role[]> {
  const gone = await trx
    .deleteFrom('role')
    .where('scope_type', '=', type)
    .where('scope_id', '=', id)
    .returningAll()
    .execute()
  await movePermissions(
    trx,
    gone.map(({ user_id }) => user_id),
  )
  return gone
}

/**
 * People may do something else from now on: every process reads what. Their roles are part of them, so that their ETag
 * moves with the next event of the instance, whose row is locked.
 */
export async function movePermissions(trx: Trx, userIds: readonly number[]): Promise<void> {
  if (userIds.length === 0) return
  await sql`
    update app_user set permission_revision = permission_revision + 1, changed_seq = (select seq + 1 from instance)
    where id = any(${[...userIds]}::bigint[])`.execute(trx)
}

/** Number of Owners who are not archived. */
export async function countOwners(trx: Trx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct r.user_id) as count from role r
    join role_type t on t.id = r.role_type_id and t.key = 'owner'
    join app_user u on u.id = r.user_id and u.archived_at is null and not u.non_interactive`.execute(trx)
  return rows[0]?.count ?? 0
}
