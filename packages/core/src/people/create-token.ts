import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { sqlTimeOrNull, wireTime } from '../json-api/wire.ts'
import { RUNSHEET } from './built-in-user.ts'
import { makeToken } from './create-owner.ts'
import { hashToken } from './hashed-credential.ts'
import { tokenExpiry } from './token-expiry.ts'

/** A token of a person, shown once. */
export interface MadeToken {
  readonly email: string
  /** 48 hexadecimal characters. */
  readonly token: string
}

/**
 * Makes a user app token. For whoever holds the machine: nobody's permission is asked.
 *
 * @param email whose; the first Owner's when absent
 * @param days after how many it ends; never when absent
 * @param now milliseconds since the epoch; the event is never before the one before it
 * @returns undefined when there is no such person, or the person is archived
 */
export async function createToken(
  database: Database,
  { email, label, days }: { email: string | undefined; label: string; days?: number | undefined },
  now: number = Date.now(),
): Promise<MadeToken | undefined> {
  return database.writes.transaction().execute(async (trx) => {
    const { last_event_at } = await lockInstance(trx)
    const person = await (email === undefined ? findFirstOwner(trx) : findByEmail(trx, email))
    if (!person) return undefined
    const token = makeToken()
    const expires_at = days === undefined ? null : tokenExpiry(days, now)
    const { id } = await trx
      .insertInto('user_app_token')
      .values({
        user_id: person.id,
        label,
        hash: hashToken(token),
        last_four: token.slice(-4),
        expires_at: sqlTimeOrNull(expires_at),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const created = {
      name: 'user_app_token.created' as const,
      workspaceId: null,
      resource: { type: 'user', id: String(person.id), name: person.email },
      things: [
        {
          type: 'user_app_token',
          id: String(id),
          changes: {
            label: [null, label] as const,
            ...(expires_at === null ? {} : { expires_at: [null, wireTime(expires_at)] as const }),
          },
        },
      ],
    }
    const at = Math.max(now, last_event_at)
    await commitInstance(trx, { actorId: RUNSHEET, requestId: 'command-line', at }, [created], null)
    return { email: person.email, token }
  })
}

/** Somebody who is not archived, by the e-mail address. */
export function findByEmail(trx: Trx, email: string) {
  return trx
    .selectFrom('app_user')
    .select(['id', 'email', 'non_interactive'])
    .where('id', '>', 0)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
}

function findFirstOwner(trx: Trx) {
  return trx
    .selectFrom('app_user as u')
    .innerJoin('role as r', 'r.user_id', 'u.id')
    .innerJoin('role_type as t', 't.id', 'r.role_type_id')
    .select(['u.id', 'u.email'])
    .where('t.key', '=', 'owner')
    .where('u.archived_at', 'is', null)
    .orderBy('u.id')
    .limit(1)
    .executeTakeFirst()
}
