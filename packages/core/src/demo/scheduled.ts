import { DateTime } from 'luxon'

/** In whose clock the people of the example think. */
export const DEMO_ZONE = 'Europe/London'

/**
 * The next such evening that leaves some days to look at the plan.
 *
 * @param now milliseconds since the epoch
 * @param weekday 1 Monday to 7 Sunday (ISO 8601)
 * @returns an instant as ISO 8601, UTC
 */
export function nextEvening(now: number, weekday: number, hour: number): string {
  const earliest = DateTime.fromMillis(now, { zone: DEMO_ZONE }).plus({ days: 3 }).startOf('day')
  const days = (weekday - earliest.weekday + 7) % 7
  return new Date(earliest.plus({ days }).set({ hour }).toMillis()).toISOString()
}
