import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { runbookSeen } from '../json-api/seen.ts'

/** People of runbooks by id, those of runbooks that may be seen. */
export function findRunbookUsers(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<Row<'runbook_user'>[]> {
  return db
    .selectFrom('runbook_user')
    .innerJoin('runbook', 'runbook.id', 'runbook_user.runbook_id')
    .selectAll('runbook_user')
    .where(sql<boolean>`runbook_user.id = any(${ids})`)
    .where(runbookSeen(visible))
    .orderBy('runbook_user.id')
    .execute()
}
