import { createHash } from 'node:crypto'
import { AppError, type Credential, type Problem, problem } from '@runsheet/contract'
import type { PipelinedReads, Statement } from '../db/pipelined-reads.ts'
import { SECRET_LIFE_SECONDS, SECRET_LOST_SECONDS } from '../sessions/session-life.ts'

/** What one statement tells about a request: who calls, and where the runbook that it is about stands. */
export interface HotRead {
  /** Of the token or the session, whichever was shown. */
  readonly credential_id: number
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
  /** The runbook is a template that others may be created from. */
  readonly is_offered: boolean | null
  readonly archived_at: number | null
  readonly workspace_archived_at: number | null
  /**
   * What is to be done about the secret of a session: it is `due` for a new one, or the new one has `arrived` at the
   * browser, so that the one before may end.
   */
  readonly renewal: 'due' | 'arrived' | null
}

/** Which secret opens a row, and what is to be done about it. */
interface Key {
  readonly opens: string
  readonly renewal: string
}

const hotReadOf = (name: string, table: string, lastUsed: string, { opens, renewal }: Key): Statement => ({
  name,
  text: `select c.id as credential_id, c.user_id, c.expires_at, c.revoked_at, c.${lastUsed} as last_used_at,
    u.archived_at as user_archived_at, u.permission_revision,
    i.revision as instance_revision, clock_timestamp() as now,
    r.seq, r.folder_id, r.is_template and r.template_status = 'approved' as is_offered, r.archived_at, w.id as workspace_id, w.archived_at as workspace_archived_at,
    ${renewal} as renewal
  from ${table} c
  join app_user u on u.id = c.user_id
  cross join instance i
  left join runbook r on r.id = $2
  left join workspace w on w.id = coalesce(r.workspace_id, $3)
  where ${opens}`,
})

const tokenKey: Key = { opens: 'c.hash = $1', renewal: 'null' }

/** The secret before the present one works on for a while: see `renewSession`. */
const sessionKey: Key = {
  opens: '(c.hash = $1 or c.previous_hash = $1 and (c.previous_until is null or c.previous_until > now()))',
  renewal: `case
      when c.previous_hash is not null and c.previous_until is null then
        case when c.hash = $1 then 'arrived' when c.renewed_at < now() - interval '${SECRET_LOST_SECONDS} seconds' then 'due' end
      when c.hash = $1 and c.renewed_at < now() - interval '${SECRET_LIFE_SECONDS} seconds' then 'due'
    end`,
}

const hotReads: Readonly<Record<Credential['kind'], Statement>> = {
  token: hotReadOf('hot_read', 'user_app_token', 'last_used_at', tokenKey),
  session: hotReadOf('hot_read_session', 'session', 'last_seen_at', sessionKey),
}

/** The form in which a token or the secret of a session is stored. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

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
  reads: PipelinedReads,
  { kind, secret }: Credential,
  about: { runbookId: number | null; workspaceId: number | null },
): Promise<HotRead> {
  const [row] = await reads.query<HotRead & Record<string, unknown>>(hotReads[kind], [
    hashToken(secret),
    about.runbookId,
    about.workspaceId,
  ])
  if (!row) throw unauthorized(problem('invalid_token'))
  if (row.revoked_at !== null) throw unauthorized(ended[kind].revoked())
  if (row.expires_at !== null && row.expires_at <= row.now)
    throw unauthorized(ended[kind].expired(new Date(row.expires_at).toISOString()))
  if (row.user_archived_at !== null) throw unauthorized(problem('user_archived'))
  return row
}
