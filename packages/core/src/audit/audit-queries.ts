import type { ParsedQuery } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Listed } from '../json-api/listed.ts'

/** The chains of one page, as the range of their ids, and the number of all; those whose log is gone altogether included. */
export async function listChains(
  db: Db,
  { offset, size, after }: ParsedQuery['page'],
): Promise<Listed<number>> {
  const begin = after === undefined ? sql`true` : sql`id > ${after}::bigint`
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
    select (select array_agg(id::float8 order by id) from (select id from chain where ${begin} order by id limit ${size + 1} offset ${after === undefined ? offset : 0}) page) as ids,
      (select count(*) from chain) as total`.execute(db)
  const ids = rows[0]?.ids ?? []
  return { rows: ids.slice(0, size), total: rows[0]?.total ?? 0, isLast: ids.length <= size }
}
