import { refuse } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import { isPassword } from '../people/password.ts'
import { countAttempt, forgiveAttempt } from '../sessions/sign-in-delay.ts'
import { getUser } from '../users/user-queries.ts'
import { findPasswordHash } from './me-queries.ts'

/**
 * Lets on only whoever knows the password of the caller, where there is one; guesses wait as those of signing in do.
 *
 * @param current_password as it was sent; a password that there is not cannot be proven
 * @throws {AppError} 422 `missing_meta`, `wrong_password`, 429 `rate_limited`
 */
export async function provePassword(
  { caller, call, services }: RequestBase,
  current_password: string | undefined,
): Promise<void> {
  const { db, writes } = services.database
  const stored = await findPasswordHash(db, caller.userId)
  if (stored === null && current_password === undefined) return
  if (current_password === undefined)
    throw refuse('missing_meta', { name: 'current_password' }, { pointer: '/meta/current_password' })
  const { email } = await getUser(db, caller.userId)
  const attempt = { email, address: call.address, isKnownAddress: true }
  await countAttempt(writes, attempt)
  if (!(await isPassword(stored, current_password)))
    throw refuse('wrong_password', {}, { pointer: '/meta/current_password' })
  await forgiveAttempt(writes, attempt)
}
