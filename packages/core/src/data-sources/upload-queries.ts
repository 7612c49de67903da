import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'

/** An upload that nobody put to use. */
interface Waiting {
  readonly filename: string
  readonly content: Buffer
}

/** @returns false when something was put there already */
export async function insertUpload(
  db: Db,
  upload: { id: number; user_id: number; filename: string; content: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('upload')
    .values(upload)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes what a person uploaded: once, and only that person. The row stays, so that its address stays used. */
export async function takeUpload(trx: Trx, id: number, userId: number): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    with waiting as (
      select id, filename, content from upload where id = ${id} and user_id = ${userId} and content is not null for update
    )
    update upload set content = null from waiting
    where upload.id = waiting.id returning waiting.filename, waiting.content`.execute(trx)
  return rows[0]
}

/** Forgets what nobody put to use within a day, and which addresses were used. */
export async function forgetUploads(db: Db): Promise<void> {
  await db.deleteFrom('upload').where('created_at', '<', sql<number>`now() - interval '24 hours'`).execute()
}
