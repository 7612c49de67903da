import type { ParsedQuery } from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { personSeen, roleSeen } from './person-seen.ts'

/** The built-in user under whose name timers act: nobody's account, so lists leave it out. */
export const BUILT_IN = 0

/** What may leave the database of a person: no password. */
const columns = [
  'id',
  'email',
  'first_name',
  'last_name',
  'unique_id',
  'provider',
  'non_interactive',
  'invited_at',
  'archived_at',
  'last_sign_in_at',
  'changed_seq',
  'created_at',
  'updated_at',
] as const

export type User = Pick<Row<'app_user'>, (typeof columns)[number]>

/** That text is part of the name or e-mail address. */
function isCalled(text: string): RawBuilder<boolean> {
  return sql<boolean>`(strpos(lower(concat_ws(' ', first_name, last_name)), lower(${text})) > 0 or strpos(lower(email), lower(${text})) > 0)`
}

/** One page of people and the number of all. */
export async function listUsers(
  db: Db,
  access: Access,
  filter: { query: string | undefined; archived: boolean },
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<User>> {
  let query = db
    .selectFrom('app_user')
    .where('id', '<>', BUILT_IN)
    .where(personSeen(access))
    .where('archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.query !== undefined) query = query.where(isCalled(filter.query))
  const id = { column: 'app_user.id', descending: false }
  const order = ordersOf('app_user', sort, ['first_name', 'last_name'])
  return listPage(query, { order, id, page }, (users) => users.select(columns))
}

export function findUser(db: Db | Trx, id: number): Promise<User | undefined> {
  return db.selectFrom('app_user').select(columns).where('id', '=', id).executeTakeFirst()
}

/** A person whom the caller may know of. */
export function findSeenUser(db: Db | Trx, id: number, access: Access): Promise<User | undefined> {
  return db
    .selectFrom('app_user')
    .select(columns)
    .where('id', '=', id)
    .where('id', '<>', BUILT_IN)
    .where(personSeen(access))
    .executeTakeFirst()
}

/** A person who is known to be there, such as the caller. */
export function getUser(db: Db | Trx, id: number): Promise<User> {
  return db.selectFrom('app_user').select(columns).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Keeps when a person has last signed in. */
export async function noteSignIn(trx: Trx, id: number, at: number): Promise<void> {
  await trx
    .updateTable('app_user')
    .set({ last_sign_in_at: sqlTime(at) })
    .where('id', '=', id)
    .execute()
}

export function findUsers(db: Db, ids: readonly number[]): Promise<User[]> {
  return db
    .selectFrom('app_user')
    .select(columns)
    .where(sql<boolean>`id = any(${ids})`)
    .orderBy('id')
    .execute()
}

/** Those of some people whose name or e-mail address contains the text. */
export async function usersCalled(
  db: Db,
  ids: readonly number[],
  text: string,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`id = any(${ids})`)
    .where(isCalled(text))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Ids of the roles that people hold, as far as the caller may see them. */
export async function roleIdsOf(
  db: Db | Trx,
  userIds: readonly number[],
  access: Access,
): Promise<ReadonlyMap<number, number[]>> {
  const rows = await db
    .selectFrom('role')
    .select(['user_id', sql<number[]>`array_agg(id order by id)`.as('ids')])
    .where(sql<boolean>`user_id = any(${userIds})`)
    .where(roleSeen(access))
    .groupBy('user_id')
    .execute()
  return new Map(rows.map(({ user_id, ids }) => [user_id, ids]))
}

export function findRoles(db: Db, ids: readonly number[], access: Access): Promise<Row<'role'>[]> {
  return db
    .selectFrom('role')
    .selectAll()
    .where(sql<boolean>`id = any(${ids})`)
    .where(roleSeen(access))
    .orderBy('id')
    .execute()
}

/** E-mail addresses of people by id. */
export async function listEmails(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('app_user')
    .select(['id', 'email'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]})`)
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}
