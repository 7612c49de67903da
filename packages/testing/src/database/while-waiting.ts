import type { Core } from '@runsheet/core'
import { sql } from 'kysely'
import { expect } from 'vitest'

/**
 * Lets something happen while a request waits for rows that somebody else has locked: every row of the table.
 *
 * @param happens is done by others, on connections of their own
 * @returns what the request gives, once the rows are free
 */
export async function whileWaiting<T>(
  { core }: { readonly core: Core },
  table: 'instance' | 'runbook',
  request: () => Promise<T>,
  happens: () => Promise<unknown>,
): Promise<T> {
  const { answer } = await core.database.writes.transaction().execute(async (trx) => {
    await sql`select from ${sql.table(table)} for no key update`.execute(trx)
    const sent = request()
    await expect
      .poll(async () => {
        const { rows } = await sql`select from pg_locks
          where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(trx)
        return rows.length
      })
      .toBe(1)
    await happens()
    return { answer: sent }
  })
  return answer
}
