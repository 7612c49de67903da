import type { LinkPurpose } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { InstanceEvent } from '../instance/commit-instance.ts'
import { wireTime } from '../json-api/wire.ts'
import { makeToken } from '../people/create-owner.ts'
import { insertLink, supersedeLinks } from './password-link-queries.ts'

/** How long a link holds. */
export const linkSeconds: Readonly<Record<LinkPurpose, number>> = { reset: 3600, invitation: 7 * 24 * 3600 }

/** A link by which somebody sets a password: its secret is in no row. */
export interface MadeLink {
  readonly id: number
  /** Milliseconds since the epoch. */
  readonly expires_at: number
  readonly secret: string
  readonly event: InstanceEvent
}

/**
 * Makes a link by which a person sets a password, in the place of those that there were.
 *
 * @param at milliseconds since the epoch
 * @returns the secret, for `linkAddress`, and the event, to be committed with it
 */
export async function makeLink(
  trx: Trx,
  person: { id: number; email: string },
  purpose: LinkPurpose,
  at: number,
): Promise<MadeLink> {
  const secret = makeToken()
  const expires_at = at + linkSeconds[purpose] * 1_000
  await supersedeLinks(trx, person.id, at)
  const id = await insertLink(trx, { user_id: person.id, secret, purpose, at, expires_at })
  const changes = { purpose: [null, purpose], expires_at: [null, wireTime(expires_at)] } as const
  return {
    id,
    expires_at,
    secret,
    event: {
      name: 'password_link.made',
      workspaceId: null,
      resource: { type: 'user', id: String(person.id), name: person.email },
      things: [{ type: 'password_link', id: String(id), changes }],
    },
  }
}

/**
 * Where a link leads. The secret stands behind the `#`, which browsers send to no server, so that it is in no log.
 *
 * @param publicUrl under which people reach the server, without a slash at its end
 */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, secret: string): string {
  return `${publicUrl}/${purpose === 'reset' ? 'reset-password' : 'invitation'}#${secret}`
}
