import { hash } from 'node:crypto'

/** RFC 6750, section 2.1; the name of the scheme has no case (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i

/** The bearer token of an `Authorization` header, or undefined when there is none or it is malformed. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : BEARER.exec(authorization)?.[1]
}

/** What stands for a token in memory. */
export function tokenKey(token: string): string {
  return hash('sha256', token, 'base64url')
}
