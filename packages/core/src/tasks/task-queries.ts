import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** The actions on each of some tasks in a run, by task: ids, oldest first. */
export async function listActionIds(
  db: Db,
  runId: number,
  taskIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('task_action')
    .select(['task_id', sql<number[]>`array_agg(id order by id)`.as('ids')])
    .where('run_id', '=', runId)
    .where(sql<boolean>`task_id = any(${taskIds})`)
    .groupBy('task_id')
    .execute()
  return new Map(rows.map(({ task_id, ids }) => [task_id, ids.map(Number)]))
}
