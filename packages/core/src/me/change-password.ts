import { type meEndpoints, refuse } from '@runsheet/contract'
import type { CoreRequest } from '../dispatch/request.ts'
import { hashPassword, isPassword } from '../people/password.ts'
import { countAttempt, forgiveAttempt } from '../sessions/sign-in-delay.ts'
import { getUser } from '../users/user-queries.ts'
import { findPasswordHash } from './me-queries.ts'

/**
 * What to store for the new password, if one is wanted. Whoever has a password has to know it; guesses wait as those of
 * signing in do.
 *
 * @throws {AppError} 422 `missing_meta`, `wrong_password`, 429 `rate_limited`
 */
export async function newPasswordHash({
  write,
  caller,
  call,
  services,
}: CoreRequest<typeof meEndpoints.updateMe>): Promise<string | undefined> {
  const { password, current_password } = write.meta
  const missing = (name: string) => refuse('missing_meta', { name }, { pointer: `/meta/${name}` })
  if (password === undefined) {
    if (current_password !== undefined) throw missing('password')
    return undefined
  }
  const { db, writes } = services.database
  const stored = await findPasswordHash(db, caller.userId)
  if (stored !== null || current_password !== undefined) {
    if (current_password === undefined) throw missing('current_password')
    const { email } = await getUser(db, caller.userId)
    const attempt = { email, address: call.address, isKnownAddress: true }
    await countAttempt(writes, attempt)
    if (!(await isPassword(stored, current_password)))
      throw refuse('wrong_password', {}, { pointer: '/meta/current_password' })
    await forgiveAttempt(writes, attempt)
  }
  return hashPassword(password)
}
