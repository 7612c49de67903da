const DAY_MS = 86_400_000

/** When a token of so many days ends. @param now milliseconds since the epoch */
export function tokenExpiry(days: number, now: number): number {
  return now + days * DAY_MS
}
