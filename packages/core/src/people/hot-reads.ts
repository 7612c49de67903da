import type { Credential } from '@runsheet/contract'
import { GatheredReads } from '../db/gathered-reads.ts'
import type { PipelinedReads, Statement } from '../db/pipelined-reads.ts'
import { SECRET_LIFE_SECONDS, SECRET_LOST_SECONDS } from '../sessions/session-life.ts'
import type { HashedCredential } from './hashed-credential.ts'

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

/** Statements under way at once, one on each connection; what is asked meanwhile goes together in the next. */
const AT_ONCE = 2

interface Question {
  readonly hash: Buffer
  readonly runbookId: number | null
  readonly workspaceId: number | null
}

/** Finds out who calls and where what they ask about stands: under load by one statement for many requests. */
export class HotReads {
  readonly #of: Readonly<Record<Credential['kind'], GatheredReads<Question, HotRead>>>

  constructor(reads: PipelinedReads) {
    const gathered = (statement: Statement) =>
      new GatheredReads((questions: readonly Question[]) => read(reads, statement, questions), AT_ONCE)
    this.#of = { token: gathered(statements.token), session: gathered(statements.session) }
  }

  /** Undefined when nobody is known by this credential. */
  of(
    { kind, hash, key }: HashedCredential,
    { runbookId, workspaceId }: Omit<Question, 'hash'>,
  ): Promise<HotRead | undefined> {
    return this.#of[kind].ask(`${key} ${runbookId} ${workspaceId}`, { hash, runbookId, workspaceId })
  }
}

async function read(
  reads: PipelinedReads,
  statement: Statement,
  questions: readonly Question[],
): Promise<(HotRead | undefined)[]> {
  const answers: (HotRead | undefined)[] = Array.from({ length: questions.length })
  for (const row of await reads.query<HotRead & { question: number }>(statement, [
    questions.map(({ hash }) => hash),
    questions.map(({ runbookId }) => runbookId),
    questions.map(({ workspaceId }) => workspaceId),
  ]))
    answers[row.question - 1] = row
  return answers
}

/** Which secret opens a row, and what is to be done about it. */
interface Key {
  readonly opens: string
  readonly renewal: string
}

/** One row of the subquery is found by indexes for each question, whatever their number: as a join, it is planned anew each time. */
const statementOf = (name: string, table: string, lastUsed: string, { opens, renewal }: Key): Statement => ({
  name,
  text: `select q.question, found.*
  from unnest($1::bytea[], $2::bigint[], $3::bigint[]) with ordinality as q (hash, runbook_id, workspace_id, question)
  cross join lateral (
    select c.id as credential_id, c.user_id, c.expires_at, c.revoked_at, c.${lastUsed} as last_used_at,
      u.archived_at as user_archived_at, u.permission_revision,
      i.revision as instance_revision, clock_timestamp() as now,
      r.seq, r.folder_id, r.is_template and r.template_status = 'approved' as is_offered, r.archived_at, w.id as workspace_id, w.archived_at as workspace_archived_at,
      ${renewal} as renewal
    from ${table} c
    join app_user u on u.id = c.user_id
    cross join instance i
    left join runbook r on r.id = q.runbook_id
    left join workspace w on w.id = coalesce(r.workspace_id, q.workspace_id)
    where ${opens}
    limit 1
  ) as found`,
})

const tokenKey: Key = { opens: 'c.hash = q.hash', renewal: 'null' }

/** The secret before the present one works on for a while: see `renewSession`. */
const sessionKey: Key = {
  opens:
    '(c.hash = q.hash or c.previous_hash = q.hash and (c.previous_until is null or c.previous_until > now()))',
  renewal: `case
      when c.previous_hash is not null and c.previous_until is null then
        case when c.hash = q.hash then 'arrived' when c.renewed_at < now() - interval '${SECRET_LOST_SECONDS} seconds' then 'due' end
      when c.hash = q.hash and c.renewed_at < now() - interval '${SECRET_LIFE_SECONDS} seconds' then 'due'
    end`,
}

const statements: Readonly<Record<Credential['kind'], Statement>> = {
  token: statementOf('hot_read', 'user_app_token', 'last_used_at', tokenKey),
  session: statementOf('hot_read_session', 'session', 'last_seen_at', sessionKey),
}
