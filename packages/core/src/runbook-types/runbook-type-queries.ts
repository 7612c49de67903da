import { type Insertable, sql, type Updateable } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'

/** Breaks `runbook_type_key_taken` when the key is in use. */
export function insertRunbookType(
  trx: Trx,
  type: Insertable<Tables['runbook_type']>,
): Promise<Row<'runbook_type'>> {
  return trx.insertInto('runbook_type').values(type).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `runbook_type_key_taken` when the key is in use. */
export async function changeRunbookType(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['runbook_type']>,
): Promise<void> {
  await trx.updateTable('runbook_type').set(patch).where('id', '=', id).execute()
}

/** Takes the default from the type that has it. */
export async function dropDefaultRunbookType(trx: Trx, seq: number): Promise<void> {
  await trx
    .updateTable('runbook_type')
    .set({ is_default: false, changed_seq: seq })
    .where('is_default', '=', true)
    .execute()
}

/** Number of runbooks of a type that are being run. */
export async function countRunning(trx: Trx, typeId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('runbook')
    .select(sql<number>`count(*)`.as('count'))
    .where('runbook_type_id', '=', typeId)
    .where('stage', 'in', ['active', 'paused'])
    .executeTakeFirstOrThrow()
  return count
}
