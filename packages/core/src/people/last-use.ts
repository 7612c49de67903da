import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import { SESSION_IDLE_SECONDS } from '../sessions/session-life.ts'
import { type HeldCredential, keyOfHeld } from './held-credential.ts'

const WRITTEN_EVERY_MS = 60_000
const NOTED_AT_MOST = 20_000

/** Keeps when tokens and sessions were last used, to the minute; a session lives on by it. Nobody waits for the writes. */
export class LastUse {
  readonly #writes: Db
  readonly #log: Logger
  /** When a use was last written by this process, by credential. */
  readonly #noted = new Map<string, number>()
  readonly #underWay = new Set<Promise<void>>()

  constructor(writes: Db, log: Logger) {
    this.#writes = writes
    this.#log = log
  }

  /**
   * @param lastUsedAt what the database says, as it was read
   * @param now milliseconds since the epoch
   */
  note(held: HeldCredential, lastUsedAt: number | null, now: number): void {
    if (lastUsedAt !== null && now - lastUsedAt < WRITTEN_EVERY_MS) return
    const key = keyOfHeld(held)
    if (now - (this.#noted.get(key) ?? 0) < WRITTEN_EVERY_MS) return
    if (this.#noted.size >= NOTED_AT_MOST) this.#noted.clear()
    this.#noted.set(key, now)
    const writing = writeUse(this.#writes, held)
      .catch((error: unknown) => this.#log.warn({ err: error }, 'the last use could not be written'))
      .finally(() => this.#underWay.delete(writing))
    this.#underWay.add(writing)
  }

  /** Resolves when everything that was noted is written. */
  async close(): Promise<void> {
    await Promise.all(this.#underWay)
  }
}

/** Another process may have written meanwhile: then nothing is. */
async function writeUse(db: Db, { kind, id }: HeldCredential): Promise<void> {
  const write =
    kind === 'token'
      ? sql`update user_app_token set last_used_at = now()
          where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`
      : sql`update session set last_seen_at = now(), expires_at = least(ends_at, now() + make_interval(secs => ${SESSION_IDLE_SECONDS}))
          where id = ${id} and revoked_at is null and expires_at > now() and last_seen_at < now() - interval '1 minute'`
  await write.execute(db)
}
