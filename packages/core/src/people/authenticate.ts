import { createHash } from 'node:crypto'
import { AppError, problem } from '@runsheet/contract'
import type { PipelinedReads, Statement } from '../db/pipelined-reads.ts'

/** What one statement tells about a request: who calls, and where the runbook that it is about stands. */
export interface HotRead {
  readonly token_id: number
  readonly user_id: number
  readonly expires_at: number | null
  readonly revoked_at: number | null
  readonly last_used_at: number | null
  readonly user_archived_at: number | null
  readonly permission_revision: number
  readonly instance_revision: number
  /** Milliseconds since the epoch, by the database: the instant of the request. */
  readonly now: number
  readonly seq: number | null
  readonly workspace_id: number | null
  readonly folder_id: number | null
  readonly archived_at: number | null
  readonly workspace_archived_at: number | null
}

const hotRead: Statement = {
  name: 'hot_read',
  text: `select t.id as token_id, t.user_id, t.expires_at, t.revoked_at, t.last_used_at, u.archived_at as user_archived_at, u.permission_revision,
    i.revision as instance_revision, clock_timestamp() as now,
    r.seq, r.folder_id, r.archived_at, w.id as workspace_id, w.archived_at as workspace_archived_at
  from user_app_token t
  join app_user u on u.id = t.user_id
  cross join instance i
  left join runbook r on r.id = $2
  left join workspace w on w.id = coalesce(r.workspace_id, $3)
  where t.hash = $1`,
}

/** The form in which a token is stored. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

const unauthorized = (code: 'invalid_token' | 'token_revoked' | 'user_archived') =>
  new AppError(problem(code), { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })

/**
 * Finds out who calls.
 *
 * @throws {AppError} 401 `invalid_token`, `token_revoked`, `token_expired` or `user_archived`
 */
export async function authenticate(
  reads: PipelinedReads,
  token: string,
  about: { runbookId: number | null; workspaceId: number | null },
): Promise<HotRead> {
  const [row] = await reads.query<HotRead & Record<string, unknown>>(hotRead, [
    hashToken(token),
    about.runbookId,
    about.workspaceId,
  ])
  if (!row) throw unauthorized('invalid_token')
  if (row.revoked_at !== null) throw unauthorized('token_revoked')
  if (row.expires_at !== null && row.expires_at <= row.now) {
    throw new AppError(problem('token_expired', { expires_at: new Date(row.expires_at).toISOString() }), {
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    })
  }
  if (row.user_archived_at !== null) throw unauthorized('user_archived')
  return row
}
