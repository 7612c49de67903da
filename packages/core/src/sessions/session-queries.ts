import type { ParsedQuery } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { listPage } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { sqlTime } from '../json-api/wire.ts'
import {
  SECRET_GRACE_SECONDS,
  SECRET_LIFE_SECONDS,
  SECRET_LOST_SECONDS,
  SESSION_IDLE_SECONDS,
  SESSION_LIFE_SECONDS,
} from './session-life.ts'

const columns = [
  'id',
  'user_id',
  'address',
  'user_agent',
  'created_at',
  'last_seen_at',
  'expires_at',
  'ends_at',
  'revoked_at',
  'changed_seq',
] as const

/** A session without its secrets. */
export type Session = Pick<Row<'session'>, (typeof columns)[number]>

/** Somebody who tries to sign in. */
export interface SigningIn {
  readonly id: number
  readonly email: string
  readonly password_hash: string | null
  /** As it is kept; null without a confirmed second factor. */
  readonly factor_secret: string | null
  /** There was a session of theirs from this address in the last weeks. */
  readonly isKnownAddress: boolean
}

/** Who may sign in with this e-mail address: nobody who is archived, and no program. @param address of the caller */
export function findSigningIn(db: Db | Trx, email: string, address: string): Promise<SigningIn | undefined> {
  return db
    .selectFrom('app_user')
    .select([
      'id',
      'email',
      'password_hash',
      sql<
        string | null
      >`(select f.secret from second_factor f where f.user_id = app_user.id and f.confirmed_at is not null)`.as(
        'factor_secret',
      ),
      sql<boolean>`exists (select from session s where s.user_id = app_user.id and s.address = ${address})`.as(
        'isKnownAddress',
      ),
    ])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('archived_at', 'is', null)
    .where('non_interactive', '=', false)
    .executeTakeFirst()
}

export function insertSession(
  trx: Trx,
  made: {
    user_id: number
    hash: Buffer
    address: string
    user_agent: string | null
    changed_seq: number
    at: number
  },
): Promise<Session> {
  const { at, ...values } = made
  return trx
    .insertInto('session')
    .values({
      ...values,
      created_at: sqlTime(at),
      last_seen_at: sqlTime(at),
      renewed_at: sqlTime(at),
      expires_at: sqlTime(at + SESSION_IDLE_SECONDS * 1_000),
      ends_at: sqlTime(at + SESSION_LIFE_SECONDS * 1_000),
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** One page of the sessions of a person that are alive, the newest first, and the number of all. */
export async function listSessions(
  db: Db,
  userId: number,
  page: ParsedQuery['page'],
): Promise<Listed<Session>> {
  const query = db
    .selectFrom('session')
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<number>`now()`)
  const id = { column: 'session.id', descending: true }
  return listPage(query, { order: [], id, page }, (sessions) => sessions.select(columns))
}

/** A session of a person, while it is alive. */
export function findSession(trx: Trx, userId: number, id: number): Promise<Session | undefined> {
  return trx
    .selectFrom('session')
    .select(columns)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<number>`now()`)
    .forUpdate()
    .executeTakeFirst()
}

export async function revokeSession(trx: Trx, id: number, at: number): Promise<void> {
  await trx
    .updateTable('session')
    .set({ revoked_at: sqlTime(at) })
    .where('id', '=', id)
    .execute()
}

/**
 * Ends all sessions of a person.
 *
 * @param but the id of one that stays
 * @returns how many were alive
 */
export async function revokeSessions(trx: Trx, userId: number, at: number, but = 0): Promise<number> {
  return (await revokeEverySession(trx, userId, at, but)).length
}

/** The same; answers which ones were alive. */
export function revokeEverySession(
  trx: Trx,
  userId: number,
  at: number,
  but = 0,
): Promise<Pick<Session, 'id' | 'address'>[]> {
  return trx
    .updateTable('session')
    .set({ revoked_at: sqlTime(at) })
    .where('user_id', '=', userId)
    .where('id', '<>', but)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<number>`now()`)
    .returning(['id', 'address'])
    .execute()
}

const secondsLeft = sql<number>`ceil(extract(epoch from ends_at - clock_timestamp()))::integer`

/**
 * Puts a new secret in the place of one that is old, or whose successor never arrived.
 *
 * @param asked hash of the secret that asks
 * @returns how many seconds the session can last, or undefined when there was nothing to do any more
 */
export async function renewSecret(
  db: Db,
  id: number,
  asked: Buffer,
  hash: Buffer,
): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number }>`
    update session set hash = ${hash}, previous_hash = ${asked}, previous_until = null, renewed_at = now()
    where id = ${id} and revoked_at is null and (
      hash = ${asked} and (previous_hash is null or previous_until is not null)
        and renewed_at < now() - make_interval(secs => ${SECRET_LIFE_SECONDS})
      or previous_hash = ${asked} and previous_until is null
        and renewed_at < now() - make_interval(secs => ${SECRET_LOST_SECONDS}))
    returning ${secondsLeft} as seconds`.execute(db)
  return rows[0]?.seconds
}

/** The browser was seen with the new secret: the one before ends soon. */
export async function closePreviousSecret(db: Db, id: number, asked: Buffer): Promise<void> {
  await sql`update session set previous_until = now() + make_interval(secs => ${SECRET_GRACE_SECONDS})
    where id = ${id} and hash = ${asked} and previous_hash is not null and previous_until is null`.execute(db)
}

/** Puts a new secret in the place of the one that asks, which ends soon. @returns as `renewSecret` */
export async function replaceSecret(
  trx: Trx,
  id: number,
  asked: Buffer,
  hash: Buffer,
): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number }>`
    update session set hash = ${hash}, previous_hash = ${asked}, renewed_at = now(),
      previous_until = now() + make_interval(secs => ${SECRET_GRACE_SECONDS})
    where id = ${id} and revoked_at is null
    returning ${secondsLeft} as seconds`.execute(trx)
  return rows[0]?.seconds
}

/** Forgets sessions that ended more than a month ago; the log keeps that they were. */
export async function forgetSessions(db: Db): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', sql<number>`now() - interval '31 days'`).execute()
}
