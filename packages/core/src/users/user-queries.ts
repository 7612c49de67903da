import type { ParsedQuery } from '@runsheet/contract'
import { type Access, isAllowed } from '@runsheet/domain'
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { sqlTime } from '../json-api/wire.ts'
import { hasPlaceIn } from '../workspaces/members.ts'
import { personSeen, roleSeen } from './person-seen.ts'

/** The built-in user under whose name timers act: nobody's account, so lists leave it out. */
export const BUILT_IN = 0

/** What may leave the database of a person: no password. */
const ownColumns = [
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
  'job_title',
  'phone',
  'changed_seq',
  'created_at',
  'updated_at',
] as const

export interface User extends Pick<Row<'app_user'>, (typeof ownColumns)[number]> {
  readonly is_owner: boolean
}

const columns = [
  ...ownColumns,
  sql<boolean>`exists (select from role r join role_type t on t.id = r.role_type_id
    where r.user_id = app_user.id and t.key = 'owner')`.as('is_owner'),
] as const

/** That text is part of the name or e-mail address. */
function isCalled(text: string): RawBuilder<boolean> {
  return sql<boolean>`(strpos(lower(concat_ws(' ', first_name, last_name)), lower(${text})) > 0 or strpos(lower(email), lower(${text})) > 0)`
}

export interface UserFilter {
  readonly query: string | undefined
  readonly archived: boolean
  readonly nonInteractive: boolean | undefined
  /** A role that they hold on anything, as far as the caller sees roles. */
  readonly roleTypeId: number | undefined
  /** A workspace that the caller sees, and in whose runbooks and teams they may take part. */
  readonly workspaceId: number | undefined
}

/** One page of people and the number of all. */
export async function listUsers(
  db: Db,
  access: Access,
  filter: UserFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<User>> {
  let query = db
    .selectFrom('app_user')
    .where('id', '<>', BUILT_IN)
    .where(personSeen(access))
    .where('archived_at', filter.archived ? 'is not' : 'is', null)
  const { query: text, nonInteractive, roleTypeId, workspaceId } = filter
  if (text !== undefined) query = query.where(isCalled(text))
  if (nonInteractive !== undefined) query = query.where('non_interactive', '=', nonInteractive)
  if (roleTypeId !== undefined)
    query = query.where(
      sql<boolean>`exists (select from role where role.user_id = app_user.id and role.role_type_id = ${roleTypeId} and ${roleSeen(access)})`,
    )
  if (workspaceId !== undefined)
    query = query.where(
      isAllowed(access, 'workspace.read', { workspace_id: workspaceId })
        ? hasPlaceIn(workspaceId, sql.ref('app_user.id'))
        : sql<boolean>`false`,
    )
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

/** Which of some people are there for the caller, and not archived. */
export async function listPresent(
  db: Db | Trx,
  ids: readonly number[],
  access: Access,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]})`)
    .where('id', '<>', BUILT_IN)
    .where('archived_at', 'is', null)
    .where(personSeen(access))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Those who have one of some e-mail addresses, are there for the caller, and not archived: ids by address in lower case. */
export async function findByEmails(
  db: Db | Trx,
  emails: readonly string[],
  access: Access,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('app_user')
    .select(['id', 'email'])
    .where(sql<boolean>`lower(email) = any(select lower(e) from unnest(${[...emails]}::text[]) e)`)
    .where('id', '<>', BUILT_IN)
    .where('archived_at', 'is', null)
    .where(personSeen(access))
    .execute()
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]))
}

/** Which of some people are archived. */
export async function listArchived(db: Db, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]})`)
    .where('archived_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
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

/** Which of what nobody else may have is somebody else's already. @param own the person that may have it */
export async function findTaken(
  trx: Trx,
  { email, unique_id }: Pick<User, 'email' | 'unique_id'>,
  own = 0,
): Promise<('email' | 'unique_id')[]> {
  const { rows } = await sql<{ email: boolean | null; unique_id: boolean | null }>`
    select bool_or(lower(email) = lower(${email})) as email, bool_or(unique_id = ${unique_id}) as unique_id
    from app_user where id <> ${own} and (lower(email) = lower(${email}) or unique_id = ${unique_id})`.execute(
    trx,
  )
  const [taken] = rows
  return (['email', 'unique_id'] as const).filter((name) => taken?.[name] === true)
}

/** Adds a person. @returns the id */
export async function insertUser(trx: Trx, values: Insertable<Tables['app_user']>): Promise<number> {
  const { id } = await trx.insertInto('app_user').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Changes the row of a person; what is undefined stays. */
export async function changeUser(trx: Trx, id: number, patch: Updateable<Tables['app_user']>): Promise<void> {
  await trx.updateTable('app_user').set(patch).where('id', '=', id).execute()
}
