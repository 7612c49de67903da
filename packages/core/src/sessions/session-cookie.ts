import { type CoreCall, SESSION_COOKIE } from '@runsheet/contract'

/**
 * `Set-Cookie` (RFC 6265) for the secret of a session: no script reads it, no other site sends it, and once it came over TLS
 * it never leaves without.
 *
 * @param seconds 0 makes the browser forget it
 */
export function sessionCookie(
  { baseUrl }: Pick<CoreCall, 'baseUrl'>,
  secret: string,
  seconds: number,
): string {
  const { protocol, pathname } = new URL(baseUrl)
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`
  const secure = protocol === 'https:' ? '; Secure' : ''
  return `${SESSION_COOKIE}=${secret}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}
