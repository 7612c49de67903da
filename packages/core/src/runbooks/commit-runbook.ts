import { type CompiledQuery, sql } from 'kysely'
import type pg from 'pg'
import type { Trx } from '../db/database.ts'
import type { NewEvent } from '../events/event.ts'
import type { RememberedAnswer } from '../idempotency/remembered-answers.ts'
import type { Witness } from '../people/known-callers.ts'

export interface Commit {
  readonly runbookId: number
  /** The sequence that was computed on. */
  readonly seq: number
  readonly change: Readonly<Record<string, unknown>>
  readonly events: readonly NewEvent[]
  readonly answer: RememberedAnswer | null
  /** What was remembered of the caller, to be held against the database. */
  readonly witness?: Witness | undefined
}

const text = 'select commit_runbook($1, $2, $3, $4, $5, $6) as seq'

function values({ runbookId, seq, change, events, answer, witness }: Commit): unknown[] {
  const text = (value: unknown) => value && JSON.stringify(value)
  return [runbookId, seq, text(change), text(events), text(answer), text(witness ?? null)]
}

/**
 * One action, one statement.
 *
 * @returns the new sequence, or null when the runbook had moved on, or the witness does not hold: then nothing was done
 */
export async function commitRunbook(pool: pg.Pool, commit: Commit): Promise<number | null> {
  const { rows } = await pool.query<{ seq: number | null }>({
    name: 'commit_runbook',
    text,
    values: values(commit),
  })
  return rows[0]?.seq ?? null
}

/** The same within a transaction that does more. */
export async function commitRunbookIn(
  trx: Trx,
  { runbookId, seq, change, events, answer }: Commit,
): Promise<number | null> {
  const query: CompiledQuery<{ seq: number | null }> = sql<{
    seq: number | null
  }>`select commit_runbook(${runbookId}, ${seq}, ${JSON.stringify(change)}::jsonb, ${JSON.stringify(events)}::jsonb, ${answer && JSON.stringify(answer)}::jsonb, null) as seq`.compile(
    trx,
  )
  const { rows } = await trx.executeQuery(query)
  return rows[0]?.seq ?? null
}

/** Several of them in one statement, in a transaction that has the runbooks locked. */
export async function commitRunbooksIn(trx: Trx, commits: readonly Commit[]): Promise<void> {
  if (commits.length === 0) return
  const rows = commits.map(({ runbookId, seq, change, events }) => ({ id: runbookId, seq, change, events }))
  const { rows: committed } = await sql<{ id: number; seq: number | null }>`
    select c.id, commit_runbook(c.id, c.seq, c.change, c.events, null, null) as seq
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id bigint, seq bigint, change jsonb, events jsonb)`.execute(
    trx,
  )
  const lost = committed.find(({ seq }) => seq === null)
  if (lost) throw new Error(`runbook ${lost.id} moved on although it was locked`)
}
