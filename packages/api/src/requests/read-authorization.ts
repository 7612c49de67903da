import { hash } from 'node:crypto'
import { type Credential, SESSION_COOKIE } from '@runsheet/contract'

/** RFC 6750, section 2.1; the name of the scheme has no case (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i

/** What `makeToken` of Core makes: anything else in the cookie is no session. */
const SESSION = new RegExp(`(?:^|;) *${SESSION_COOKIE}=([0-9a-f]{48}) *(?:;|$)`)

/**
 * The bearer token of an `Authorization` header, else the session of a cookie; undefined when there is neither, or both are
 * malformed.
 */
export function readCredential(
  authorization: string | undefined,
  cookie: string | undefined,
): Credential | undefined {
  const token = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1]
  if (token !== undefined) return { kind: 'token', secret: token }
  const session = cookie === undefined ? undefined : SESSION.exec(cookie)?.[1]
  return session === undefined ? undefined : { kind: 'session', secret: session }
}

/** What stands for a credential in memory. */
export function credentialKey({ kind, secret }: Credential): string {
  return hash('sha256', `${kind} ${secret}`, 'base64url')
}
