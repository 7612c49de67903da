import { sql } from 'kysely'
import type { Db } from './database.ts'

const BLOCK = 64

/** Sequences whose numbers are needed before the row is written: for answers, events and references. */
const sequences = {
  runbook: `pg_get_serial_sequence('runbook', 'id')`,
  runbook_version: `pg_get_serial_sequence('runbook_version', 'id')`,
  stream: `'stream_id'`,
  run: `pg_get_serial_sequence('run', 'id')`,
  comment: `pg_get_serial_sequence('comment', 'id')`,
  runbook_user: `pg_get_serial_sequence('runbook_user', 'id')`,
  runbook_team: `pg_get_serial_sequence('runbook_team', 'id')`,
} as const

/** Hands out ids from sequences, fetched in blocks so that an action does not wait for one. Gaps are harmless. */
export class Ids {
  readonly #db: Db
  readonly #free = new Map<keyof typeof sequences, number[]>()

  constructor(db: Db) {
    this.#db = db
  }

  async next(kind: keyof typeof sequences): Promise<number> {
    const [id] = await this.take(kind, 1)
    return id as number
  }

  async take(kind: keyof typeof sequences, count: number): Promise<number[]> {
    if (count === 0) return []
    const free = this.#free.get(kind) ?? []
    if (free.length < count) {
      const { rows } = await sql<{
        id: number
      }>`select nextval(${sql.raw(sequences[kind])}::regclass) as id from generate_series(1, ${Math.max(BLOCK, count)})`.execute(
        this.#db,
      )
      free.push(...rows.map(({ id }) => id))
      this.#free.set(kind, free)
    }
    return free.splice(0, count)
  }
}
