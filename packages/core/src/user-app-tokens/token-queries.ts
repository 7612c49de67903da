import type { ParsedQuery } from '@runsheet/contract'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import { hashToken } from '../people/hashed-credential.ts'

/** A token without what it is made of. */
export type UserAppToken = Omit<Row<'user_app_token'>, 'hash'>

const columns = [
  'id',
  'user_id',
  'label',
  'last_four',
  'created_at',
  'last_used_at',
  'expires_at',
  'revoked_at',
  'changed_seq',
] as const

/** One page of the tokens of a person that are not revoked, the newest first unless sorted, and the number of all. */
export async function listTokens(
  db: Db,
  userId: number,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<UserAppToken>> {
  const query = db.selectFrom('user_app_token').where('user_id', '=', userId).where('revoked_at', 'is', null)
  const order = ordersOf('user_app_token', sort, ['last_used_at'])
  const id = { column: 'user_app_token.id', descending: true }
  return listPage(query, { order, id, page }, (tokens) => tokens.select(columns))
}

/** Stores a token: its hash, and what it is recognised by. */
export function insertUserAppToken(
  trx: Trx,
  made: {
    user_id: number
    token: string
    label: string
    expires_at: number | null
    changed_seq: number
    at: number
  },
): Promise<UserAppToken> {
  const { token, expires_at, at, ...values } = made
  return trx
    .insertInto('user_app_token')
    .values({
      ...values,
      hash: hashToken(token),
      last_four: token.slice(-4),
      created_at: sqlTime(at),
      expires_at: sqlTimeOrNull(expires_at),
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** A token of a person that is not revoked. */
export function findToken(trx: Trx, userId: number, id: number): Promise<UserAppToken | undefined> {
  return trx
    .selectFrom('user_app_token')
    .select(columns)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function revokeToken(trx: Trx, id: number, at: number): Promise<void> {
  await trx
    .updateTable('user_app_token')
    .set({ revoked_at: sqlTime(at) })
    .where('id', '=', id)
    .execute()
}
