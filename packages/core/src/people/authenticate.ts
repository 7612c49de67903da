import { AppError, type Problem, problem } from '@runsheet/contract'
import type { HashedCredential } from './hashed-credential.ts'
import type { HotRead, HotReads } from './hot-reads.ts'

const unauthorized = (told: Problem) =>
  new AppError(told, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })

/** Why a credential that was valid once is no longer. */
const ended = {
  token: {
    revoked: () => problem('token_revoked'),
    expired: (expires_at: string) => problem('token_expired', { expires_at }),
  },
  session: {
    revoked: () => problem('invalid_token'),
    expired: (expires_at: string) => problem('session_expired', { expires_at }),
  },
} as const

/**
 * Finds out who calls.
 *
 * @throws {AppError} 401 `invalid_token`, `token_revoked`, `token_expired`, `session_expired` or `user_archived`
 */
export async function authenticate(
  hotReads: HotReads,
  credential: HashedCredential,
  about: { runbookId: number | null; workspaceId: number | null },
): Promise<HotRead> {
  const { kind } = credential
  const row = await hotReads.of(credential, about)
  if (!row) throw unauthorized(problem('invalid_token'))
  if (row.revoked_at !== null) throw unauthorized(ended[kind].revoked())
  if (row.expires_at !== null && row.expires_at <= row.now)
    throw unauthorized(ended[kind].expired(new Date(row.expires_at).toISOString()))
  if (row.user_archived_at !== null) throw unauthorized(problem('user_archived'))
  return row
}
