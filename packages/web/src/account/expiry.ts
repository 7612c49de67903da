export const expiries = ['never', 'd7', 'd30', 'd90', 'd365'] as const
export type Expiry = (typeof expiries)[number]

const DAY_MS = 86_400_000

/** When a token expires that is made now; null for never. @param now milliseconds since the epoch */
export function expiryAt(expiry: Expiry, now: number): string | null {
  return expiry === 'never' ? null : new Date(now + Number(expiry.slice(1)) * DAY_MS).toISOString()
}
