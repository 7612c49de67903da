import type { Instant } from '../room/plan.ts'

export const DAY = 86_400

const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** Zones change their offset at whole quarters of an hour only: one look-up serves all instants between. */
const QUARTER = 900
const OFFSETS_KEPT = 20_000

/** Seconds by which the clocks of a zone are ahead of UTC at an instant; an unknown zone counts as UTC. */
export function offsetAt(instant: Instant, zone: string): number {
  const quarter = Math.floor(instant / QUARTER)
  const key = `${zone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    if (offsets.size > OFFSETS_KEPT) offsets.clear()
    offset = wallClock(quarter * QUARTER, zone) - quarter * QUARTER
    offsets.set(key, offset)
  }
  return offset
}

/** What the clocks of a zone show, as seconds since the epoch of a clock that never changes. */
function wallClock(instant: Instant, zone: string): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = madeFormatter(zone)
    formatters.set(zone, formatter)
  }
  const parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatter.formatToParts(instant * 1000))
    if (Object.hasOwn(parts, type)) parts[type as keyof typeof parts] = Number(value)
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) / 1000
}

function madeFormatter(zone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}

/** What the clocks of a zone show at an instant, in seconds of a clock that never changes. */
export const wallOf = (instant: Instant, zone: string): number => instant + offsetAt(instant, zone)

/**
 * The instant at which the clocks of a zone show a time. Of a time that comes twice the first; a time that is left
 * out in spring is as long after the change as it would have been (02:30 becomes 03:30).
 */
export function instantOfWall(wall: number, zone: string): Instant {
  const before = wall - offsetAt(wall - DAY, zone)
  if (wallOf(before, zone) === wall) return before
  const after = wall - offsetAt(wall + DAY, zone)
  return wallOf(after, zone) === wall ? after : before
}

/** Midnight of the day in which an instant lies, as seconds of the zone's clock. */
export function wallDay(instant: Instant, zone: string): number {
  return Math.floor(wallOf(instant, zone) / DAY) * DAY
}

/** `2026-11-22T02:30`, as fields for a date and time hold it. */
export function wallText(instant: Instant, zone: string): string {
  return new Date(wallOf(instant, zone) * 1000).toISOString().slice(0, 16)
}

/** The instant of such a text; undefined when it is none, and for dates before 1970: a year that is being typed is an early one. */
export function instantOfText(text: string, zone: string): Instant | undefined {
  const wall = Date.parse(`${text}Z`) / 1000
  return Number.isFinite(wall) && wall >= 0 ? instantOfWall(wall, zone) : undefined
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
