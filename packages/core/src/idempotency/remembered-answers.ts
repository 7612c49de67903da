import { createHash } from 'node:crypto'
import { AppError, type CoreAnswer, type CoreCall, endpointNamed, problem } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { openBody, sealBody } from './sealed-body.ts'

/** An answer as the database keeps it, to be given again to a repeat of the request. */
export interface RememberedAnswer {
  readonly user_id: number
  readonly key: string
  readonly fingerprint: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** The secret of the caller, where the request or its answer holds one; else undefined. */
function sealOf(call: CoreCall): string | undefined {
  return endpointNamed(call.endpoint)?.holdsSecret ? call.credential?.secret : undefined
}

/**
 * Tells a repeat from another request under the same key. Of a body with a password no hash is kept that could be guessed
 * at: what only the caller has goes into it.
 */
export function fingerprintOf(call: CoreCall): string {
  return createHash('sha256')
    .update(sealOf(call) ?? '')
    .update(`${call.endpoint}\n${call.path}\n${JSON.stringify(call.query)}\n${call.ifMatch ?? ''}\n`)
    .update(call.body)
    .digest('hex')
}

/** The answer that a commit keeps of each request under way. */
const committed = new WeakMap<CoreCall, CoreAnswer>()

/**
 * What a commit has to keep of a request with an Idempotency-Key, or null without one. Only successes are remembered. An
 * answer of which no commit asks this is kept by itself, after it.
 */
export function remember(call: CoreCall, userId: number, answer: CoreAnswer): RememberedAnswer | null {
  committed.set(call, answer)
  return rememberedOf(call, userId, answer)
}

function rememberedOf(call: CoreCall, userId: number, answer: CoreAnswer): RememberedAnswer | null {
  if (call.idempotencyKey === undefined) return null
  if (answer.body !== null && typeof answer.body !== 'string') return null
  const seal = sealOf(call)
  // The secret of a session is kept nowhere; a repeat comes with the one before, which works on for a while.
  const { 'set-cookie': _cookie, ...headers } = answer.headers
  return {
    user_id: userId,
    key: call.idempotencyKey,
    fingerprint: fingerprintOf(call),
    status: answer.status,
    headers,
    body: seal === undefined || answer.body === null ? answer.body : sealBody(answer.body, seal),
  }
}

/**
 * Makes writes with an Idempotency-Key safe to repeat: within this process a repeat waits for the first; between
 * processes the unique key of the table lets only one commit, and the other reads what was answered.
 */
export class RememberedAnswers {
  readonly #database: Database
  readonly #underWay = new Map<string, Promise<unknown>>()

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * @param act does it, and commits the answer together with its effect; an answer that it has told to no commit is
   * kept after it
   * @throws {AppError} 422 `idempotency_key_conflict` when the key was used for another request
   */
  async once(call: CoreCall, userId: number, act: () => Promise<CoreAnswer>): Promise<CoreAnswer> {
    const { idempotencyKey: key } = call
    if (key === undefined) return act()
    const slot = `${userId}\n${key}`
    for (let first = this.#underWay.get(slot); first; first = this.#underWay.get(slot))
      await first.catch(() => undefined)
    const work = this.#actOrRepeat(call, userId, key, act)
    this.#underWay.set(slot, work)
    try {
      return await work
    } finally {
      if (this.#underWay.get(slot) === work) this.#underWay.delete(slot)
    }
  }

  /** Forgets answers of more than a day ago. */
  async forgetOld(): Promise<void> {
    await this.#database.writes
      .deleteFrom('idempotency_key')
      .where('created_at', '<', sql<number>`now() - interval '24 hours'`)
      .execute()
  }

  async #actOrRepeat(
    call: CoreCall,
    userId: number,
    key: string,
    act: () => Promise<CoreAnswer>,
  ): Promise<CoreAnswer> {
    const before = await this.#find(call, userId, key)
    if (before) return before
    try {
      const answer = await act()
      if (committed.get(call) !== answer) await this.#keep(call, userId, answer)
      return answer
    } catch (error) {
      const isRepeat = brokenConstraint(error) === 'idempotency_key_once'
      if (!isRepeat && !(error instanceof AppError)) throw error
      // Another process may have done it in the meantime: what it answered is then the answer, not what is refused now.
      const other = await this.#find(call, userId, key)
      if (other) return other
      throw error
    }
  }

  /** Keeps the answer to a request that found nothing to change, and so committed nothing. */
  async #keep(call: CoreCall, userId: number, answer: CoreAnswer): Promise<void> {
    const remembered = rememberedOf(call, userId, answer)
    if (remembered)
      await sql`select remember_answer(${JSON.stringify(remembered)}::jsonb)`.execute(this.#database.writes)
  }

  async #find(call: CoreCall, userId: number, key: string): Promise<CoreAnswer | undefined> {
    const row = await this.#database.db
      .selectFrom('idempotency_key')
      .select([
        'fingerprint',
        'status',
        'headers',
        'body',
        sql<boolean>`created_at < now() - interval '24 hours'`.as('is_old'),
      ])
      .where('user_id', '=', userId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!row) return undefined
    if (row.is_old) {
      await this.forgetOld()
      return undefined
    }
    if (row.fingerprint.toString('hex') !== fingerprintOf(call)) {
      throw new AppError(problem('idempotency_key_conflict', { key }, { header: 'Idempotency-Key' }))
    }
    const seal = sealOf(call)
    const body = seal === undefined || row.body === null ? row.body : openBody(row.body, seal)
    return { status: row.status, headers: { ...row.headers, 'idempotency-replayed': 'true' }, body }
  }
}
