import type { Trx } from '../db/database.ts'
import type { Grant } from './read-grants.ts'
import { deleteRoles, insertRoles, movePermissions, type Role, rolesOf } from './role-queries.ts'

/** When, and with which event. */
interface By {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
}

type RoleColumns = Pick<Role, 'role_type_id' | 'scope_type' | 'scope_id'>

const columnsOf = ({ roleType, scope }: Grant): RoleColumns => ({
  role_type_id: roleType.id,
  scope_type: scope?.type ?? null,
  scope_id: scope?.id ?? null,
})

const keyOf = ({ role_type_id, scope_type, scope_id }: RoleColumns) =>
  `${role_type_id} ${scope_type} ${scope_id}`

/** Gives somebody roles. Breaks `role_granted_once` when one of them is held already. */
export async function grantRoles(
  trx: Trx,
  userId: number,
  grants: readonly Grant[],
  by: By,
): Promise<Role[]> {
  const granted = await insertRoles(trx, userId, grants.map(columnsOf), by)
  if (granted.length > 0) await movePermissions(trx, [userId])
  return granted
}

/** Makes the roles of somebody these and no others; those that stay are not touched. */
export async function replaceRoles(
  trx: Trx,
  userId: number,
  grants: readonly Grant[],
  by: By,
): Promise<{ before: Role[]; after: Role[] }> {
  const before = await rolesOf(trx, userId)
  const wanted = grants.map(columnsOf)
  const own = new Set(before.map(keyOf))
  const asked = new Set(wanted.map(keyOf))
  const kept = before.filter((role) => asked.has(keyOf(role)))
  await deleteRoles(
    trx,
    before.filter((role) => !asked.has(keyOf(role))).map(({ id }) => id),
  )
  const missing = wanted.filter((role) => !own.has(keyOf(role)))
  const granted = await insertRoles(trx, userId, missing, by)
  if (granted.length > 0 || kept.length < before.length) await movePermissions(trx, [userId])
  return { before, after: [...kept, ...granted] }
}
