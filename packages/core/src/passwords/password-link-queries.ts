import type { LinkPurpose } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Row } from '../db/tables.ts'
import { sqlTime } from '../json-api/wire.ts'
import { hashToken } from '../people/hashed-credential.ts'

/** A link, whose it is, and what has to be known of the person to sign in with it. */
export type FoundLink = Omit<Row<'password_link'>, 'hash'> & {
  readonly email: string
  readonly has_password: boolean
  /** As it is kept; null without a confirmed second factor. */
  readonly factor_secret: string | null
  /** There was a session of theirs from this address in the last weeks. */
  readonly isKnownAddress: boolean
  /** Milliseconds since the epoch, by the database. */
  readonly now: number
}

/** The link with a secret, unless its person is archived. @param address of the caller */
export async function findLink(db: Db, secret: string, address: string): Promise<FoundLink | undefined> {
  const { rows } = await sql<FoundLink>`
    select l.id, l.user_id, l.purpose, l.created_at, l.expires_at, l.used_at, l.superseded_at,
      u.email, u.password_hash is not null as has_password, f.secret as factor_secret,
      exists (select from session s where s.user_id = u.id and s.address = ${address}) as "isKnownAddress",
      clock_timestamp() as now
    from password_link l
    join app_user u on u.id = l.user_id and u.archived_at is null and not u.non_interactive
    left join second_factor f on f.user_id = u.id and f.confirmed_at is not null
    where l.hash = ${hashToken(secret)}`.execute(db)
  return rows[0]
}

export async function insertLink(
  trx: Trx,
  made: { user_id: number; secret: string; purpose: LinkPurpose; at: number; expires_at: number },
): Promise<number> {
  const { secret, at, expires_at, ...values } = made
  const { id } = await trx
    .insertInto('password_link')
    .values({
      ...values,
      hash: hashToken(secret),
      created_at: sqlTime(at),
      expires_at: sqlTime(expires_at),
      used_at: null,
      superseded_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Uses a link up; false when somebody was first, a later one has taken its place, or its person is archived by now. */
export async function useLink(trx: Trx, id: number, at: number): Promise<boolean> {
  const used = await trx
    .updateTable('password_link')
    .set({ used_at: sqlTime(at) })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .where(
      sql<boolean>`exists (select from app_user u where u.id = password_link.user_id and u.archived_at is null)`,
    )
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Makes every link of a person that still holds worthless. */
export async function supersedeLinks(trx: Trx, userId: number, at: number): Promise<void> {
  await trx
    .updateTable('password_link')
    .set({ superseded_at: sqlTime(at) })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Forgets links that ended more than a month ago; until then it can be told why one does not hold. */
export async function forgetLinks(db: Db): Promise<void> {
  await db
    .deleteFrom('password_link')
    .where('expires_at', '<', sql<number>`now() - interval '31 days'`)
    .execute()
}

/** Who has an e-mail address and may be sent a link: nobody who is archived, and no program. */
export function findAddressee(trx: Trx, email: string): Promise<{ id: number; email: string } | undefined> {
  return trx
    .selectFrom('app_user')
    .select(['id', 'email'])
    .where('id', '>', 0)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('archived_at', 'is', null)
    .where('non_interactive', '=', false)
    .executeTakeFirst()
}
