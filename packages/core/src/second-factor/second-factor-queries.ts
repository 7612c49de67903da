import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { sqlTime } from '../json-api/wire.ts'

/** The second factor of a person, with its secret as it is kept, and how many recovery codes were not used yet. */
export type SecondFactor = Row<'second_factor'> & { readonly recovery_codes_left: number }

/** Also one that is not confirmed yet. */
export function findSecondFactor(db: Db | Trx, userId: number): Promise<SecondFactor | undefined> {
  return db
    .selectFrom('second_factor as f')
    .selectAll()
    .select(
      sql<number>`(select count(*) from recovery_code c where c.user_id = f.user_id and c.used_at is null)`.as(
        'recovery_codes_left',
      ),
    )
    .where('user_id', '=', userId)
    .executeTakeFirst()
}

/** Keeps a secret that is not confirmed yet, in place of an earlier one; false when there is one that is. */
export async function savePendingFactor(
  trx: Trx,
  made: { user_id: number; secret: string; changed_seq: number },
): Promise<boolean> {
  const values = { ...made, last_step: 0, confirmed_at: null }
  const saved = await trx
    .insertInto('second_factor')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(values).where('second_factor.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function confirmFactor(
  trx: Trx,
  userId: number,
  { at, step, changed_seq }: { at: number; step: number; changed_seq: number },
): Promise<void> {
  await trx
    .updateTable('second_factor')
    .set({ confirmed_at: sqlTime(at), last_step: step, changed_seq })
    .where('user_id', '=', userId)
    .execute()
}

export async function touchFactor(trx: Trx, userId: number, changed_seq: number): Promise<void> {
  await trx.updateTable('second_factor').set({ changed_seq }).where('user_id', '=', userId).execute()
}

/** Uses the code of a time step up; false when it, or a later one, was used before. */
export async function useStep(trx: Trx, userId: number, step: number): Promise<boolean> {
  const used = await trx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

/** Uses a recovery code up; false when there is none such that was not used before. */
export async function useRecoveryCode(trx: Trx, userId: number, hash: Buffer, at: number): Promise<boolean> {
  const used = await trx
    .updateTable('recovery_code')
    .set({ used_at: sqlTime(at) })
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

/** Puts recovery codes in the place of those that there were. */
export async function replaceRecoveryCodes(
  trx: Trx,
  userId: number,
  hashes: readonly Buffer[],
): Promise<void> {
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ user_id: userId, hash, used_at: null })))
    .execute()
}

/** Forgets the second factor of a person with its recovery codes; false when none was confirmed. */
export async function deleteFactor(trx: Trx, userId: number): Promise<boolean> {
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  const gone = await trx
    .deleteFrom('second_factor')
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .executeTakeFirst()
  return gone !== undefined && gone.confirmed_at !== null
}
