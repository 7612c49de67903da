import { instantOfText } from '../time/zone.ts'

export const expiries = ['never', 'd7', 'd30', 'd90', 'd365', 'date'] as const
export type Expiry = (typeof expiries)[number]

const DAY_MS = 86_400_000

/** The choices where a token may live so many days. @param atMost null without a limit */
export function expiriesWithin(atMost: number | null): readonly Expiry[] {
  if (atMost === null) return expiries
  return expiries.filter(
    (expiry) => expiry === 'date' || (expiry !== 'never' && Number(expiry.slice(1)) <= atMost),
  )
}

/** When a token expires that is made now; null for never. @param now milliseconds since the epoch */
export function expiryAt(expiry: Exclude<Expiry, 'date'>, now: number): string | null {
  return expiry === 'never' ? null : new Date(now + Number(expiry.slice(1)) * DAY_MS).toISOString()
}

/**
 * The end of a last day, when its last minute begins; undefined for a text that is no day, and for a day that is over.
 * @param day `2026-11-29` @param now milliseconds since the epoch
 */
export function expiryOnDay(day: string, zone: string, now: number): string | undefined {
  const end = /^\d{4}-\d\d-\d\d$/.test(day) ? instantOfText(`${day}T23:59`, zone) : undefined
  return end === undefined || end * 1000 <= now ? undefined : new Date(end * 1000).toISOString()
}
