import { AppError, problem, refuse } from '@runsheet/contract'
import { type Access, isOwner } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readAccess } from '../people/access-store.ts'
import { countOwners } from './role-queries.ts'

const ownersOnly = () =>
  new AppError(problem('insufficient_role', { required: ['owner'] }, { meta: { required: ['owner'] } }))

/**
 * What concerns an Owner is for Owners: who manages people could else become one, or lock them out.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export function checkOwnersOnly(access: Access): void {
  if (!isOwner(access)) throw ownersOnly()
}

/** The same, where somebody is to be changed who may be one. */
export async function checkMayManage(
  db: Db | Trx,
  { caller }: Pick<RequestBase, 'caller'>,
  userId: number,
): Promise<void> {
  if (!isOwner(caller.access) && isOwner(await readAccess(db, userId))) throw ownersOnly()
}

/** After a change in its transaction. @throws {AppError} 422 `last_admin` when no Owner is left who can sign in */
export async function checkOwnerLeft(trx: Trx): Promise<void> {
  if ((await countOwners(trx)) === 0) throw refuse('last_admin', { role: 'owner' })
}
