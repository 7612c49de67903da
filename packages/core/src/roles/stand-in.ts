import { AppError, problem } from '@runsheet/contract'
import { requiredToStandIn } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readHeld } from '../people/access-store.ts'

/**
 * Lets on only whoever would gain nothing by getting in as a person: by a new address, or by a link that they are shown.
 *
 * @throws {AppError} 403 `insufficient_role` for a person who holds something that the caller may not grant
 */
export async function checkMayStandIn(
  db: Db | Trx,
  { caller }: Pick<RequestBase, 'caller'>,
  userId: number,
): Promise<void> {
  if (userId === caller.userId) return
  const required = requiredToStandIn(caller.access, await readHeld(db, userId))
  if (required.length > 0)
    throw new AppError(problem('insufficient_role', { required }, { meta: { required } }))
}
