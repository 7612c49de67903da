import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** The chains of one page, as the range of their ids, and the number of all; those whose log is gone altogether included. */
export async function listChains(
  db: Db,
  { offset, size }: { offset: number; size: number },
): Promise<{ ids: readonly number[]; total: number }> {
  // Down the index from chain to chain: reading all of the log takes long.
  const { rows } = await sql<{ ids: number[] | null; total: number }>`
    with recursive logged as (
      (select chain_id from event order by chain_id desc limit 1)
      union all
      select below.* from logged cross join lateral (
        select chain_id from event where event.chain_id < logged.chain_id order by chain_id desc limit 1
      ) below
    ), chain as (
      select chain_id as id from logged
      union select id from runbook where seq > 0
      union select 0 from instance where seq > 0
    )
    select (select array_agg(id::float8 order by id) from (select id from chain order by id limit ${size} offset ${offset}) page) as ids,
      (select count(*) from chain) as total`.execute(db)
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 }
}
