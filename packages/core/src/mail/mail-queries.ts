import type { Language } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { sqlTime } from '../json-api/wire.ts'
import type { MailKind } from './mail-kind.ts'

/** A mail whose turn it is. */
export interface DueMail {
  readonly id: number
  readonly kind: MailKind
  readonly email: string
  readonly language: Language | null
  readonly sealed_secret: string | null
  /** What somebody says with it. */
  readonly message: string | null
  readonly created_at: number
  readonly expires_at: number
  /** This attempt included. */
  readonly attempts: number
  readonly now: number
}

/** Whoever has taken a mail has so long to send it; then it is anybody's again. */
const TAKEN_SECONDS = 120

export async function insertMail(
  db: Db | Trx,
  mail: {
    kind: MailKind
    email: string
    language: Language | null
    sealed_secret: string | null
    message?: string | null
    at: number
    expires_at: number
  },
): Promise<void> {
  const { at, expires_at, ...values } = mail
  await db
    .insertInto('mail')
    .values({
      ...values,
      created_at: sqlTime(at),
      next_at: sqlTime(at),
      expires_at: sqlTime(expires_at),
    })
    .execute()
}

/**
 * Takes mails that are due, so that no other process sends them meanwhile. The address is as the person's account has it,
 * not as somebody typed it; the language is that of the person, else that of the request.
 */
export async function takeDueMail(db: Db, atMost: number): Promise<DueMail[]> {
  const { rows } = await sql<DueMail>`
    with due as (
      select d.id, u.email, p.language
      from mail d
      left join app_user u on lower(u.email) = lower(d.email)
      left join user_preference p on p.user_id = u.id
      where d.next_at <= clock_timestamp()
      order by d.next_at limit ${atMost} for update of d skip locked
    )
    update mail m set attempts = m.attempts + 1, next_at = clock_timestamp() + make_interval(secs => ${TAKEN_SECONDS})
    from due where m.id = due.id
    returning m.id, m.kind, coalesce(due.email, m.email) as email, coalesce(due.language, m.language) as language,
      m.sealed_secret, m.message, m.created_at, m.expires_at, m.attempts, clock_timestamp() as now`.execute(
    db,
  )
  return rows
}

/** Keeps the secret of the link that was made for a mail; false when the mail is gone. */
export async function keepSecret(trx: Trx, id: number, sealed_secret: string): Promise<boolean> {
  const kept = await trx
    .updateTable('mail')
    .set({ sealed_secret })
    .where('id', '=', id)
    .where('sealed_secret', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Tries a mail again after some seconds. */
export async function postponeMail(db: Db, id: number, seconds: number): Promise<void> {
  await sql`update mail set next_at = clock_timestamp() + make_interval(secs => ${seconds}) where id = ${id}`.execute(
    db,
  )
}

/** Mail to an address that waits with a link, or with the wish for one, is worth nothing any more. */
export async function forgetLinkMail(trx: Trx, email: string): Promise<void> {
  await sql`delete from mail where kind in ('reset', 'invitation') and lower(email) = lower(${email})`.execute(
    trx,
  )
}

/** The language that a person has chosen; null for that of the browser. */
export async function findLanguage(trx: Trx, userId: number): Promise<Language | null> {
  const chosen = await trx
    .selectFrom('user_preference')
    .select('language')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return chosen?.language ?? null
}

/** It was sent, or is worth nothing any more. */
export async function forgetMail(db: Db | Trx, id: number): Promise<void> {
  await db.deleteFrom('mail').where('id', '=', id).execute()
}
