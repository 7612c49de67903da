import { refuse } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import { wireTime } from '../json-api/wire.ts'
import { tokenExpiry } from '../people/token-expiry.ts'

/**
 * When a new token ends: at the instant that was sent, else after the longest life that this server allows.
 *
 * @returns null for never
 * @throws {AppError} 422 `out_of_range`
 */
export function tokenEnd(
  { now, services }: Pick<RequestBase, 'now' | 'services'>,
  sent: string | null | undefined,
): number | null {
  const { tokenDays } = services
  const latest = tokenDays === undefined ? null : tokenExpiry(tokenDays, now)
  if (sent === undefined) return latest
  const at = sent === null ? null : Date.parse(sent)
  const isTooLate = latest !== null && (at === null || at > latest)
  if (!isTooLate && (at === null || at > now)) return at
  const range = { minimum: wireTime(now), ...(latest === null ? {} : { maximum: wireTime(latest) }) }
  throw refuse('out_of_range', { name: 'expires_at', ...range }, { pointer: '/data/attributes/expires_at' })
}
