import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { makeToken } from '../people/create-owner.ts'
import { hashToken } from '../people/hashed-credential.ts'
import { sessionCookie } from './session-cookie.ts'
import { closePreviousSecret, renewSecret, replaceSecret } from './session-queries.ts'

type Headers = Readonly<Record<string, string>>

const nothing: Headers = {}

/**
 * Gives the session that asks a new secret when its own has grown old. The old one goes on to work until the browser has
 * been seen with the new one, and a little longer for requests that are under way: several tabs share one cookie, and an
 * answer may get lost.
 *
 * @returns the headers that tell the browser
 */
export async function renewSession({ caller, seen, services, call }: RequestBase): Promise<Headers> {
  const { credential } = caller
  if (credential.kind !== 'session' || seen.renewal === null || !call.credential) return nothing
  const { writes } = services.database
  const hash = hashToken(call.credential.secret)
  if (seen.renewal === 'arrived') {
    await closePreviousSecret(writes, credential.id, hash)
    return nothing
  }
  const secret = makeToken()
  const seconds = await renewSecret(writes, credential.id, hash, hashToken(secret))
  // Another tab was first, and its answer brings the secret to all of them.
  return seconds === undefined ? nothing : { 'set-cookie': sessionCookie(call, secret, seconds) }
}

/**
 * Gives the session that asks a new secret at once, because something has changed of how its person gets in. Requests that
 * are under way may bring the old one a little longer.
 *
 * @returns the headers that tell the browser; none for a token
 */
export async function rotateSession(
  trx: Trx,
  { caller, call }: Pick<RequestBase, 'caller' | 'call'>,
): Promise<Headers> {
  const { credential } = caller
  if (credential.kind !== 'session' || !call.credential) return nothing
  const secret = makeToken()
  const hash = hashToken(call.credential.secret)
  const seconds = await replaceSecret(trx, credential.id, hash, hashToken(secret))
  return seconds === undefined ? nothing : { 'set-cookie': sessionCookie(call, secret, seconds) }
}
