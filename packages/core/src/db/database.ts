import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { connectionOptions } from './connection.ts'
import { PipelinedReads } from './pipelined-reads.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

/** Every connection of one Core. The numbers add up, over several processes, to what `max_connections` allows. */
export interface Database {
  readonly connectionString: string
  /** Small reads of the hot path. */
  readonly reads: PipelinedReads
  /** Reads that take longer: lists, loads. */
  readonly db: Db
  /** Actions and transactions. */
  readonly writes: Db
  /** The pool behind `writes`, for statements that are sent as they are. */
  readonly writePool: pg.Pool
  close(): Promise<void>
}

/** Opens the pools; connections are made when they are first needed. */
export function openDatabase(connectionString: string): Database {
  const pool = (name: string, max: number) => {
    const made = new pg.Pool({ ...connectionOptions(connectionString, name), max, idleTimeoutMillis: 60_000 })
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    made.on('error', () => undefined)
    return made
  }
  const readPool = pool('list', 8)
  const writePool = pool('write', 8)
  const kysely = (from: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: from }) })
  const reads = new PipelinedReads(connectionString, 2)
  const db = kysely(readPool)
  const writes = kysely(writePool)
  return {
    connectionString,
    reads,
    db,
    writes,
    writePool,
    async close() {
      await Promise.all([reads.close(), db.destroy(), writes.destroy()])
    },
  }
}
