import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { workspaceSeen } from './seen.ts'

/** Workspaces by id, those that may be seen. */
export function findWorkspaces(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<Row<'workspace'>[]> {
  return db
    .selectFrom('workspace')
    .selectAll()
    .where(sql<boolean>`id = any(${ids})`)
    .where(workspaceSeen(visible, 'id'))
    .orderBy('id')
    .execute()
}
