import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'
import type { Changes } from '../events/event.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { sqlTime, sqlTimeOrNull, wireTime } from '../json-api/wire.ts'
import { supersedeLinks } from '../passwords/password-link-queries.ts'
import { deleteFactor } from '../second-factor/second-factor-queries.ts'
import { revokeSessions } from '../sessions/session-queries.ts'
import { RUNSHEET } from './built-in-user.ts'
import { hashToken } from './hashed-credential.ts'
import { hashPassword } from './password.ts'
import { tokenExpiry } from './token-expiry.ts'

const TOKEN_BYTES = 24

/** What the Owner signs in with. Shown once, stored only as hashes. */
export interface Credentials {
  readonly email: string
  readonly password: string
  /** 48 hexadecimal characters. */
  readonly token: string
}

export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('hex')
}

const makePassword = () => randomBytes(15).toString('base64url')

/**
 * Makes the first user, with every role, when there is none.
 *
 * @returns the credentials, or undefined when there are users already
 */
export async function createOwner(
  database: Database,
  wanted: {
    email: string
    password?: string | undefined
    token?: string | undefined
    tokenDays?: number | undefined
  },
): Promise<Credentials | undefined> {
  const credentials = {
    email: wanted.email,
    password: wanted.password ?? makePassword(),
    token: wanted.token ?? makeToken(),
  }
  const password_hash = await hashPassword(credentials.password)
  return database.writes.transaction().execute(async (trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const others = await trx.selectFrom('app_user').select('id').where('id', '>', 0).limit(1).execute()
    if (others.length > 0) return undefined
    const at = Math.max(await clock(trx), last_event_at)
    const { id } = await trx
      .insertInto('app_user')
      .values({
        email: credentials.email,
        first_name: 'Owner',
        last_name: null,
        unique_id: null,
        password_hash,
        changed_seq: seq + 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const roles = await giveAllRoles(trx, id)
    const tokenId = await insertToken(
      trx,
      id,
      credentials.token,
      'First start',
      expiryOf(wanted.tokenDays, at),
    )
    const person = { type: 'user', id: String(id), name: credentials.email }
    const created = {
      name: 'user.created' as const,
      workspaceId: null,
      resource: person,
      things: [
        {
          type: 'user',
          id: String(id),
          changes: {
            email: [null, credentials.email] as const,
            first_name: [null, 'Owner'] as const,
            password: [null, 'set'] as const,
            roles: [[], roles] as const,
          },
        },
      ],
    }
    const token = {
      name: 'user_app_token.created' as const,
      workspaceId: null,
      resource: person,
      things: [
        { type: 'user_app_token', id: String(tokenId), changes: { label: [null, 'First start'] as const } },
      ],
    }
    await commitInstance(trx, { actorId: RUNSHEET, requestId: 'first-start', at }, [created, token], null)
    return credentials
  })
}

/**
 * Gives the first Owner a new password and a new token, revokes the tokens and sessions there were, and removes the second
 * factor. For whoever holds the machine.
 *
 * @param tokenDays the longest life of a token; without a limit when absent
 * @returns undefined when there is no Owner
 */
export async function resetOwner(database: Database, tokenDays?: number): Promise<Credentials | undefined> {
  const password = makePassword()
  const token = makeToken()
  const password_hash = await hashPassword(password)
  return database.writes.transaction().execute(async (trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const owner = await trx
      .selectFrom('app_user as u')
      .innerJoin('role as r', 'r.user_id', 'u.id')
      .innerJoin('role_type as t', 't.id', 'r.role_type_id')
      .select(['u.id', 'u.email', 'u.archived_at', 'u.password_hash'])
      .where('t.key', '=', 'owner')
      .orderBy('u.id')
      .limit(1)
      .executeTakeFirst()
    if (!owner) return undefined
    const at = Math.max(await clock(trx), last_event_at)
    await trx
      .updateTable('app_user')
      .set({
        password_hash,
        archived_at: null,
        changed_seq: seq + 1,
        updated_at: sqlTime(at),
        permission_revision: sql<number>`permission_revision + 1`,
      })
      .where('id', '=', owner.id)
      .execute()
    const revoked = await trx
      .updateTable('user_app_token')
      .set({ revoked_at: sqlTime(at), changed_seq: seq + 1 })
      .where('user_id', '=', owner.id)
      .where('revoked_at', 'is', null)
      .returning(['id', 'label'])
      .execute()
    const ended = await revokeSessions(trx, owner.id, at)
    await supersedeLinks(trx, owner.id, at)
    const hadFactor = await deleteFactor(trx, owner.id)
    const tokenId = await insertToken(trx, owner.id, token, 'Owner reset', expiryOf(tokenDays, at))
    const ofToken = (id: number, changes: Changes) => ({ type: 'user_app_token', id: String(id), changes })
    const person = { type: 'user', id: String(owner.id), name: owner.email }
    const reset = {
      name: 'user.updated' as const,
      workspaceId: null,
      resource: person,
      things: [
        {
          type: 'user',
          id: String(owner.id),
          changes: {
            password: [owner.password_hash === null ? null : 'set', 'set anew'] as const,
            sessions_ended: [null, ended] as const,
            ...(owner.archived_at === null
              ? {}
              : { archived_at: [wireTime(owner.archived_at), null] as const }),
            ...(hadFactor ? { second_factor: ['authenticator', null] as const } : {}),
          },
        },
        ...revoked.map(({ id, label }) => ofToken(id, { label: [label, null] })),
        ofToken(tokenId, { label: [null, 'Owner reset'] }),
      ],
    }
    await commitInstance(trx, { actorId: RUNSHEET, requestId: 'owner-reset', at }, [reset], null)
    return { email: owner.email, password, token }
  })
}

const expiryOf = (days: number | undefined, at: number) => (days === undefined ? null : tokenExpiry(days, at))

/** Stores a token of a person: its hash, what it is recognised by, and when it ends, if ever. @returns its id */
export async function insertToken(
  trx: Trx,
  userId: number,
  token: string,
  label: string,
  expires_at: number | null = null,
): Promise<number> {
  const { id } = await trx
    .insertInto('user_app_token')
    .values({
      user_id: userId,
      label,
      hash: hashToken(token),
      last_four: token.slice(-4),
      expires_at: sqlTimeOrNull(expires_at),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns the keys of the roles */
async function giveAllRoles(trx: Trx, userId: number): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    with given as (
      insert into role (user_id, role_type_id)
      select ${userId}, id from role_type where context in ('global', 'integrations', 'custom_fields') returning role_type_id
    )
    select key from given join role_type on role_type.id = role_type_id order by role_type.id`.execute(trx)
  return rows.map(({ key }) => key)
}

async function clock(trx: Trx): Promise<number> {
  const { rows } = await sql<{ now: number }>`select clock_timestamp() as now`.execute(trx)
  return rows[0]?.now ?? Date.now()
}
