import { type CoreCall, type Endpoint, refuse } from '@runsheet/contract'

/**
 * Lets a browser change something only from a page of this server: it sends its session with whatever any page asks of it,
 * and says in `Origin` for which page it speaks (Fetch standard, "Origin header"). Tokens are sent by nobody who was not
 * given them.
 *
 * A public change may come from a program, which has no origin; what a browser sends is judged the same.
 *
 * @throws {AppError} 403 `origin_not_allowed`
 */
export function checkOrigin(
  { credential, origin, isOwnOrigin }: CoreCall,
  { method, permission }: Endpoint,
): void {
  if (method === 'GET' || isOwnOrigin) return
  const isBrowser = permission === 'public' ? origin !== undefined : credential?.kind === 'session'
  if (isBrowser) throw refuse('origin_not_allowed', {}, { header: 'Origin' })
}
