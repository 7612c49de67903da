import { AppError, type AuthType, problem, refuse } from '@runsheet/contract'
import type { Secrets } from './secrets.ts'

const POINTER = '/data/attributes/token'

/** How requests to another server authenticate, as it is kept. */
interface Kept {
  readonly auth_type: AuthType
  readonly has_token: boolean
}

/**
 * What a write says of the secret of a connection: the columns that change.
 *
 * Without authentication nothing is kept; with it there must be a token.
 *
 * @throws {AppError} 422 `missing_attribute`, or `validation_failed` for a token that would be used for nothing
 */
export function readStoredToken(
  secrets: Secrets,
  before: Kept,
  sent: { readonly auth_type?: AuthType; readonly token?: string | null },
): { auth_type?: AuthType; token?: Buffer | null } {
  const auth_type = sent.auth_type ?? before.auth_type
  const { token } = sent
  const isKept = token === undefined ? before.has_token : token !== null
  if (auth_type === 'none') {
    if (typeof token === 'string')
      throw new AppError(
        problem('validation_failed', {}, { pointer: POINTER, meta: { reason: 'token_without_auth_type' } }),
      )
    return { auth_type, token: null }
  }
  if (!isKept) throw refuse('missing_attribute', { name: 'token' }, { pointer: POINTER })
  return { auth_type, ...(typeof token === 'string' ? { token: secrets.seal(token) } : {}) }
}

/** What the log tells of a secret: that it is there, that it is another, that it is gone. */
export function toldSecret(
  name: string,
  hadOne: boolean,
  patch: Buffer | null | undefined,
): Readonly<Record<string, readonly [string | null, string | null]>> {
  if (patch === undefined || (patch === null && !hadOne)) return {}
  return { [name]: [hadOne ? 'set' : null, patch === null ? null : hadOne ? 'set anew' : 'set'] }
}
