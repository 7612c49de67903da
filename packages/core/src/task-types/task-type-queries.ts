import type { RunbookStage } from '@runsheet/contract'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'

/** Breaks `task_type_key_taken` when the key is in use. */
export function insertTaskType(trx: Trx, type: Insertable<Tables['task_type']>): Promise<Row<'task_type'>> {
  return trx.insertInto('task_type').values(type).returningAll().executeTakeFirstOrThrow()
}

/** Breaks `task_type_key_taken` when the key is in use. */
export async function changeTaskType(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['task_type']>,
): Promise<void> {
  await trx.updateTable('task_type').set(patch).where('id', '=', id).execute()
}

/** Takes the default from the type that has it. */
export async function dropDefaultTaskType(trx: Trx, seq: number): Promise<void> {
  await trx
    .updateTable('task_type')
    .set({ is_default: false, changed_seq: seq })
    .where('is_default', '=', true)
    .execute()
}

/** Number of runbooks in some stages whose plan has tasks of a type. */
export async function countPlansWith(
  trx: Trx,
  typeId: number,
  stages: readonly RunbookStage[],
): Promise<number> {
  const { count } = await trx
    .selectFrom('runbook')
    .select(sql<number>`count(*)`.as('count'))
    .where('stage', 'in', [...stages])
    .where(
      sql<boolean>`exists (select from task where task.version_id = runbook.current_version_id and task.task_type_id = ${typeId})`,
    )
    .executeTakeFirstOrThrow()
  return count
}
