import { type meEndpoints, refuse } from '@runsheet/contract'
import type { CoreRequest } from '../dispatch/request.ts'
import { hashPassword } from '../people/password.ts'
import { provePassword } from './prove-password.ts'

/**
 * What to store for the new password, if one is wanted. Whoever has a password has to know it.
 *
 * @throws {AppError} 422 `missing_meta`, `wrong_password`, 429 `rate_limited`
 */
export async function newPasswordHash(
  request: CoreRequest<typeof meEndpoints.updateMe>,
): Promise<string | undefined> {
  const { password, current_password } = request.write.meta
  if (password === undefined) {
    if (current_password !== undefined)
      throw refuse('missing_meta', { name: 'password' }, { pointer: '/meta/password' })
    return undefined
  }
  await provePassword(request, current_password)
  return hashPassword(password)
}
