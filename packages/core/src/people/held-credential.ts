import type { Credential } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { OutOfDate, type Witness } from './known-callers.ts'

/** The token or session by which somebody is known, by its row. */
export interface HeldCredential {
  readonly kind: Credential['kind']
  readonly id: number
}

/** What tells two of them apart, as text. */
export function keyOfHeld({ kind, id }: HeldCredential): string {
  return `${kind} ${id}`
}

/**
 * Which of some credentials still stand.
 *
 * @returns the permission revision of its person, by `keyOfHeld`; what is revoked, expired or of an archived person is not in it
 */
export async function listStanding(
  db: Db | Trx,
  held: readonly HeldCredential[],
): Promise<ReadonlyMap<string, number>> {
  const ids = (kind: HeldCredential['kind']) => [
    ...new Set(held.flatMap((one) => (one.kind === kind ? [one.id] : []))),
  ]
  const { rows } = await sql<{ kind: Credential['kind']; id: number; permission_revision: number }>`
    select c.kind, c.id, u.permission_revision
    from (
      select 'token' as kind, id, user_id from user_app_token
      where id = any(${ids('token')}::bigint[]) and revoked_at is null and (expires_at is null or expires_at > now())
      union all
      select 'session', id, user_id from session
      where id = any(${ids('session')}::bigint[]) and revoked_at is null and expires_at > now()
    ) c
    join app_user u on u.id = c.user_id and u.archived_at is null`.execute(db)
  return new Map(rows.map((row) => [keyOfHeld(row), row.permission_revision]))
}

/**
 * Looks once more, where an action has waited for others to end, whether its caller may still do what it was let in for.
 *
 * @throws {OutOfDate} when the credential has ended, or the person may do something else by now
 */
export async function checkStillJudged(trx: Trx, witness: Witness): Promise<void> {
  const held: HeldCredential =
    'token_id' in witness
      ? { kind: 'token', id: witness.token_id }
      : { kind: 'session', id: witness.session_id }
  const standing = await listStanding(trx, [held])
  if (standing.get(keyOfHeld(held)) !== witness.permission_revision) throw new OutOfDate()
}
