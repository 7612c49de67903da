import { DateTime, IANAZone } from 'luxon'

/** Writes instants (ISO 8601) as the local times of one zone; null as an empty cell. */
export interface TimeCells {
  /** The day, `2026-03-31`. */
  date(instant: string | null): string
  /**
   * The time with its zone, `22:30:00 Europe/London`; beside the day it makes one instant again. The offset stands
   * instead (`01:30:00 +00:00`) in the second of two hours of the same name, when the clocks go back, and for zones
   * whose names are read as abbreviations, such as `CET`.
   */
  time(instant: string | null): string
  /** Both, for the columns that are not read back: `2026-03-31 22:30:00 Europe/London`. */
  dateTime(instant: string | null): string
}

const QUARTER_HOUR = 900_000

/** Makes the writer for one file. */
export function timeCells(timezone: string): TimeCells {
  const zone = IANAZone.create(timezone)
  const isReadAsZone = timezone.includes('/') || timezone === 'UTC'
  // Clocks change at full quarters of an hour, so the zone is asked once for each quarter. An export of 10 000 tasks
  // with eight times each took 0.8 s when every time asked, and takes 0.5 s like this.
  const offsets = new Map<number, number>()
  const offsetAt = (ms: number) => {
    const quarter = Math.floor(ms / QUARTER_HOUR)
    let offset = offsets.get(quarter)
    if (offset === undefined) offsets.set(quarter, (offset = zone.offset(quarter * QUARTER_HOUR)))
    return offset
  }
  const local = (instant: string) => {
    const ms = Date.parse(instant)
    return new Date(ms + offsetAt(ms) * 60_000).toISOString()
  }

  return {
    date: (instant) => (instant === null ? '' : local(instant).slice(0, 10)),
    time(instant) {
      if (instant === null) return ''
      const time = DateTime.fromISO(instant, { zone })
      const first = time.getPossibleOffsets()[0] ?? time
      return time.toFormat(isReadAsZone && first.offset === time.offset ? 'HH:mm:ss z' : 'HH:mm:ss ZZ')
    },
    dateTime(instant) {
      if (instant === null) return ''
      const text = local(instant)
      return `${text.slice(0, 10)} ${text.slice(11, 19)} ${timezone}`
    },
  }
}
