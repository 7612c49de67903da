import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { runbookSeen } from '../json-api/seen.ts'

export type FieldUser = Row<'custom_field_user'>

export interface FieldUserFilter {
  readonly visible: Visibility
  readonly custom_field_id: number | undefined
  readonly user_id: number | undefined
  readonly runbook_id: number | undefined
}

/** One page of the links of fields to people, of runbooks that may be seen and are not archived, and the number of all. */
export async function listFieldUsers(
  db: Db,
  { visible, ...filter }: FieldUserFilter,
  page: ParsedQuery['page'],
): Promise<Listed<FieldUser>> {
  let query = db
    .selectFrom('custom_field_user')
    .innerJoin('runbook', 'runbook.id', 'custom_field_user.runbook_id')
    .innerJoin('workspace', 'workspace.id', 'runbook.workspace_id')
    .where('runbook.archived_at', 'is', null)
    .where('workspace.archived_at', 'is', null)
    .where(runbookSeen(visible))
  for (const [name, id] of Object.entries(filter) as ['user_id', number | undefined][])
    if (id !== undefined) query = query.where(`custom_field_user.${name}`, '=', id)
  const id = { column: 'custom_field_user.id', descending: false }
  return listPage(query, { order: [], id, page }, (links) => links.selectAll('custom_field_user'))
}

/** A link with where its runbook lies. */
export async function findFieldUser(db: Db, id: number) {
  const found = await db
    .selectFrom('custom_field_user')
    .innerJoin('runbook', 'runbook.id', 'custom_field_user.runbook_id')
    .innerJoin('workspace', 'workspace.id', 'runbook.workspace_id')
    .selectAll('custom_field_user')
    .select([
      'runbook.workspace_id',
      'runbook.folder_id',
      'runbook.is_template',
      'runbook.template_status',
      'runbook.seq',
      sql<boolean>`runbook.archived_at is not null or workspace.archived_at is not null`.as('is_archived'),
    ])
    .where('custom_field_user.id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { workspace_id, folder_id, is_template, template_status, seq, is_archived, ...link } = found
  const runbook = { id: link.runbook_id, workspace_id, folder_id, is_template, template_status, seq }
  return { link, runbook, isArchived: is_archived }
}

/** The link of a field of a runbook, or of one of its tasks, made to name a person. */
export async function putFieldUser(trx: Trx, link: Omit<FieldUser, 'id'>): Promise<FieldUser> {
  return trx
    .insertInto('custom_field_user')
    .values(link)
    .onConflict((conflict) =>
      conflict.constraint('custom_field_user_once').doUpdateSet({ user_id: link.user_id }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}
