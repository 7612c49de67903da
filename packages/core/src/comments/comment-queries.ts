import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { runbookSeen } from '../json-api/seen.ts'
import { sqlTime } from '../json-api/wire.ts'

export interface CommentFilter {
  readonly runbookId: number
  readonly taskId: number | undefined
  readonly featured: boolean | undefined
  /** Milliseconds since the epoch, itself included. */
  readonly createdAfter: number | undefined
  /** Milliseconds since the epoch, itself left out. */
  readonly createdBefore: number | undefined
}

/** One page of the comments of a runbook, the newest first unless sorted, and the number of all. */
export async function listComments(
  db: Db,
  filter: CommentFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<Row<'comment'>>> {
  const { taskId, featured, createdAfter, createdBefore } = filter
  let query = db.selectFrom('comment').where('runbook_id', '=', filter.runbookId)
  if (taskId !== undefined) query = query.where('task_id', '=', taskId)
  if (featured !== undefined) query = query.where('featured', '=', featured)
  if (createdAfter !== undefined)
    query = query.where(sql<boolean>`created_at >= ${sqlTime(createdAfter)}::timestamptz`)
  if (createdBefore !== undefined)
    query = query.where(sql<boolean>`created_at < ${sqlTime(createdBefore)}::timestamptz`)
  const descending = sort[0]?.descending !== false
  const id = { column: 'comment.id', descending }
  return listPage(query, { order: ordersOf('comment', sort), id, page }, (comments) => comments.selectAll())
}

export function findComment(db: Db, runbookId: number, id: number): Promise<Row<'comment'> | undefined> {
  return db
    .selectFrom('comment')
    .selectAll()
    .where('runbook_id', '=', runbookId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Comments by id, those of runbooks that may be seen. */
export function findComments(db: Db, ids: readonly number[], visible: Visibility): Promise<Row<'comment'>[]> {
  return db
    .selectFrom('comment')
    .innerJoin('runbook', 'runbook.id', 'comment.runbook_id')
    .selectAll('comment')
    .where(sql<boolean>`comment.id = any(${ids})`)
    .where(runbookSeen(visible))
    .orderBy('comment.id')
    .execute()
}
