import type { ParsedQuery } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'

/** One page of the records of a data source, in the order of its file, and the number of all. */
export function listRecords(
  db: Db,
  sourceId: number,
  text: string | undefined,
  page: ParsedQuery['page'],
): Promise<Listed<Row<'data_source_record'>>> {
  let query = db.selectFrom('data_source_record').where('data_source_id', '=', sourceId)
  if (text !== undefined) query = query.where(sql<boolean>`strpos(searched, lower(${text})) > 0`)
  const id = { column: 'data_source_record.id', descending: false }
  return listPage(query, { order: [], id, page }, (records) => records.selectAll())
}

export async function deleteRecords(trx: Trx, sourceId: number): Promise<void> {
  await trx.deleteFrom('data_source_record').where('data_source_id', '=', sourceId).execute()
}

/** @param rows the cells of each record, in the order of the columns */
export async function insertRecords(
  trx: Trx,
  sourceId: number,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await sql`
    insert into data_source_record (data_source_id, cells, searched)
    select ${sourceId}, line.cells,
      (select coalesce(string_agg(lower(cell), E'\n'), '') from jsonb_array_elements_text(line.cells) cell)
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as line (cells, place)
    order by line.place`.execute(trx)
}
