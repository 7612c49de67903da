import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** An api process that has not been heard of for so long is gone. */
const GONE_AFTER_SECONDS = 30

/**
 * Notes that an api process is alive, and counts those that are.
 *
 * @param id of the process, a UUID
 * @returns at least 1
 */
export async function countProcesses(db: Db, id: string): Promise<number> {
  const gone = sql<Date>`now() - make_interval(secs => ${GONE_AFTER_SECONDS})`
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from api_process where seen_at < ${gone} and id <> ${id}::uuid),
    here as (
      insert into api_process (id, seen_at) values (${id}::uuid, now())
      on conflict (id) do update set seen_at = excluded.seen_at
    )
    select 1 + count(*) as count from api_process where id <> ${id}::uuid and seen_at >= ${gone}`.execute(db)
  return rows[0]?.count ?? 1
}
