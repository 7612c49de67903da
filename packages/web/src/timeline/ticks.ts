import type { Instant } from '../room/plan.ts'
import { DAY, instantOfWall, offsetAt, wallDay, wallOf } from '../time/zone.ts'

const MINUTE = 60
const HOUR = 3600
const WEEK = 7 * DAY
/** Monday, the fifth of January 1970, on a clock that never changes. */
const FIRST_MONDAY = 4 * DAY

/** A line of the axis. 0 is a thin line between, 1 a plain one, 2 one that the eye should find. */
export interface Tick {
  readonly at: Instant
  readonly weight: 0 | 1 | 2
  readonly hasLabel: boolean
  /** The label is a day, not a time. */
  readonly isDay: boolean
}

/** The steps between labels, with what makes a line plain and what makes it strong; seconds of the zone's clock. */
const steps: readonly [Step, ...Step[]] = [
  { step: MINUTE, plain: 5 * MINUTE, strong: 15 * MINUTE, room: 58 },
  { step: 5 * MINUTE, plain: 10 * MINUTE, strong: 30 * MINUTE, room: 58 },
  { step: 10 * MINUTE, plain: 30 * MINUTE, strong: HOUR, room: 58 },
  { step: 15 * MINUTE, plain: 30 * MINUTE, strong: HOUR, room: 58 },
  { step: 30 * MINUTE, plain: HOUR, strong: 3 * HOUR, room: 58 },
  { step: HOUR, plain: 3 * HOUR, strong: 6 * HOUR, room: 58 },
  { step: 3 * HOUR, plain: 6 * HOUR, strong: 12 * HOUR, room: 58 },
  { step: 6 * HOUR, plain: 12 * HOUR, strong: DAY, room: 64 },
  { step: 12 * HOUR, plain: DAY, strong: DAY, room: 72 },
  { step: DAY, plain: DAY, strong: WEEK, room: 80 },
  { step: WEEK, plain: WEEK, strong: WEEK, room: 80, fine: DAY },
  { step: 4 * WEEK, plain: 4 * WEEK, strong: 4 * WEEK, room: 80, fine: WEEK },
  { step: 16 * WEEK, plain: 16 * WEEK, strong: 16 * WEEK, room: 80 },
]

interface Step {
  /** Between labels. */
  readonly step: number
  readonly plain: number
  readonly strong: number
  /** Pixels that a label needs. */
  readonly room: number
  /** Lines without labels between. */
  readonly fine?: number
}

/** The finest step whose labels do not touch each other. @param perSecond pixels */
export function stepAt(perSecond: number): Step {
  return steps.find(({ step, room }) => step * perSecond >= room) ?? steps.at(-1) ?? steps[0]
}

/**
 * The lines of an axis between two instants, by the clocks of a zone: hours and days stay whole there when clocks
 * change, so a day may have 23 or 25 hours.
 *
 * @param perSecond pixels per second: decides the step
 */
export function ticksBetween(
  from: Instant,
  until: Instant,
  perSecond: number,
  zone: string,
): readonly Tick[] {
  const { step, plain, strong, fine = step } = stepAt(perSecond)
  const origin = strong % WEEK === 0 ? FIRST_MONDAY : 0
  const instants = step < DAY ? within(from, until, step, zone) : wholeDays(from, until, fine, zone)
  return Array.from(instants, (at) => {
    const wall = wallOf(at, zone)
    const isDay = isMultiple(wall, DAY)
    const isStrong = isMultiple(wall - origin, strong) || (isDay && step < DAY)
    return {
      at,
      weight: isStrong ? 2 : isMultiple(wall - origin, plain) ? 1 : 0,
      hasLabel: isMultiple(wall - origin, step),
      isDay,
    }
  })
}

const isMultiple = (value: number, of: number) => value % of === 0

/** Parts of days: on a day whose clocks change, what falls on a whole step of the clock there. */
function* within(from: Instant, until: Instant, step: number, zone: string): Generator<Instant> {
  for (let day = wallDay(from, zone); ; day += DAY) {
    const start = instantOfWall(day, zone)
    if (start > until) return
    const end = instantOfWall(day + DAY, zone)
    const isPlain = offsetAt(start, zone) === offsetAt(end, zone)
    const unit = isPlain ? step : Math.min(step, HOUR / 2)
    const first = start + Math.max(0, Math.ceil((from - start) / unit)) * unit
    for (let at = first; at < end && at <= until; at += unit)
      if (isPlain || wallOf(at, zone) % step === 0) yield at
  }
}

function* wholeDays(from: Instant, until: Instant, step: number, zone: string): Generator<Instant> {
  const origin = step % WEEK === 0 ? FIRST_MONDAY : 0
  let wall = Math.ceil((wallDay(from, zone) - origin) / step) * step + origin
  for (; ; wall += step) {
    const at = instantOfWall(wall, zone)
    if (at > until) return
    if (at >= from) yield at
  }
}
