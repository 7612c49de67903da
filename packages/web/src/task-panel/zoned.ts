import type { Instant } from '../room/plan.ts'

const parts = new Map<string, Intl.DateTimeFormat>()

/** What a clock and a calendar in a zone show at an instant: `2026-11-22` and `02:30`. */
export function wallClock(instant: Instant, zone: string): { readonly date: string; readonly time: string } {
  let format = parts.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    parts.set(zone, format)
  }
  const shown = Object.fromEntries(
    format.formatToParts(instant * 1000).map(({ type, value }) => [type, value]),
  )
  return {
    date: `${shown['year']}-${shown['month']}-${shown['day']}`,
    time: `${shown['hour']}:${shown['minute']}`,
  }
}

/**
 * The instant at which a clock in a zone shows a date and a time. A time that the clock passes twice, when it is put
 * back, means the first; one that it leaves out means as long after midnight as if it had not been put forward.
 *
 * @param date `2026-11-22`
 * @param time `02:30`
 * @returns undefined when either is not in this form, and for dates before 1970
 */
export function instantAt(date: string, time: string, zone: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  const asUtc = Date.parse(`${date}T${time}:00Z`) / 1000
  // A year that is being typed is an early one.
  if (Number.isNaN(asUtc) || asUtc < 0) return undefined
  const offsetAt = (instant: Instant) => {
    const shown = wallClock(instant, zone)
    return Date.parse(`${shown.date}T${shown.time}:00Z`) / 1000 - instant
  }
  // The offset is one of those around: half a day before and after no zone has yet or still the other one.
  const offsets = [offsetAt(asUtc - 43_200), offsetAt(asUtc + 43_200)]
  const matching = offsets
    .map((offset) => asUtc - offset)
    .filter((instant) => offsetAt(instant) === asUtc - instant)
  return matching.length > 0 ? Math.min(...matching) : asUtc - (offsets[0] ?? 0)
}

/** Reads a time as people type it: `2:30`, `0230`, `02.30`, `2`. @returns `02:30`; undefined for anything else */
export function readTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*$/.exec(text)
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
