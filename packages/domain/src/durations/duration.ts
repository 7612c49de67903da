import { MAX_DURATION_SECONDS } from '@runsheet/contract'

const units = { w: 604_800, d: 86_400, h: 3_600, m: 60, s: 1 } as const
type Unit = keyof typeof units

/** What people and spreadsheets call the units; the first letter decides. */
const UNIT_WORD = /^(?:w|weeks?|d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)$/

// A decimal comma takes one or two digits: `1,500` could as well be fifteen hundred, so it is not a number here.
const NUMBER = String.raw`\d{1,9}(?:\.\d{1,9}|,\d{1,2})?`
const PART = new RegExp(String.raw`(${NUMBER})(?![\d.,])\s*([a-z]*)\s*`, 'y')
const CLOCK = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/
const ISO = new RegExp(
  String.raw`^p(?:(${NUMBER})w)?(?:(${NUMBER})d)?(t(?:(${NUMBER})h)?(?:(${NUMBER})m)?(?:(${NUMBER})s)?)?$`,
)

/**
 * Reads a duration as people, spreadsheets and programs write it, in any case and with any spaces:
 * `90` and `1.5` (minutes), `90m`, `1h 30m`, `1h30`, `2d 4h`, `1.5 hours`, `45s`; `01:30:00` and `1:30`, which are
 * hours, minutes and seconds as in a spreadsheet; ISO 8601 without years and months (`PT1H30M`, `P1D`, `P2W`).
 * Units stand in descending order, each at most once.
 *
 * @returns whole seconds, fractions rounded; undefined for anything else, for a negative one, and for one longer
 *   than {@link MAX_DURATION_SECONDS}
 */
export function parseDuration(text: string): number | undefined {
  const written = text.normalize('NFKC').trim().toLowerCase()
  const seconds = clockSeconds(written) ?? isoSeconds(written) ?? unitSeconds(written)
  if (seconds === undefined) return undefined
  const whole = Math.round(seconds)
  return whole <= MAX_DURATION_SECONDS ? whole : undefined
}

/** Writes whole seconds, not negative, as `1d 2h`, `1h 30m`, `45s` or `0m`; {@link parseDuration} reads the same back. */
export function formatDuration(seconds: number): string {
  let rest = seconds
  const parts: string[] = []
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const count = Math.floor(rest / units[unit])
    rest -= count * units[unit]
    if (count > 0) parts.push(`${count}${unit}`)
  }
  return parts.join(' ') || '0m'
}

function clockSeconds(text: string): number | undefined {
  const [whole, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? []
  return whole === undefined ? undefined : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

function isoSeconds(text: string): number | undefined {
  const match = ISO.exec(text)
  if (!match || match[3] === 't') return undefined
  const [, weeks, days, , hours, minutes, seconds] = match
  const given = [weeks, days, hours, minutes, seconds]
  if (given.every((part) => part === undefined)) return undefined
  const scale = [units.w, units.d, units.h, units.m, units.s]
  return given.reduce((sum, part, index) => sum + numberOf(part ?? '0') * scale[index]!, 0)
}

function unitSeconds(text: string): number | undefined {
  let total = 0
  let previous: Unit | undefined
  PART.lastIndex = 0
  for (let at = 0; at < text.length; at = PART.lastIndex) {
    const [, amount, word] = PART.exec(text) ?? []
    if (amount === undefined || word === undefined) return undefined
    const unit = unitOf(word, previous, PART.lastIndex === text.length)
    if (!unit || (previous && units[unit] >= units[previous])) return undefined
    total += numberOf(amount) * units[unit]
    previous = unit
  }
  return previous && total
}

/** A number without a unit is minutes: alone, and at the end after hours (`1h30`). */
function unitOf(word: string, previous: Unit | undefined, isLast: boolean): Unit | undefined {
  if (word !== '') return UNIT_WORD.test(word) ? (word.charAt(0) as Unit) : undefined
  return isLast && (previous === undefined || previous === 'h') ? 'm' : undefined
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}
