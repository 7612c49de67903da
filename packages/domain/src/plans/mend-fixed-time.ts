import type { FixedTimeReader } from './fixed-time.ts'
import type { MendReason } from './mend.ts'
import { mendNoughts, mendOnes } from './mend-duration.ts'
import { type DateOrder, readDate, readTime, splitDateTime, type WrittenDate } from './wall-clock.ts'

/** A value for a cell, and what was wrong with the written one. */
export interface MendedCell {
  value: string
  reason: MendReason
}

const SHORT_YEAR = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{2})$/
const HOURS_AND_MINUTES = /^(\d{1,2})\s?[h.,]\s?([0-5]\d)$/i
const FOUR_DIGITS = /^(\d{2})([0-5]\d)$/

/** Days before 1970-01-01 in the count of spreadsheets, which begins at 1899-12-30. */
const SPREADSHEET_EPOCH = 25_569
const DAY_MS = 86_400_000

/** The date that an unreadable cell surely means, as `2026-03-31`; a time in the same cell is kept. */
export function mendDate(cell: string, order: DateOrder): MendedCell | undefined {
  const both = splitDateTime(cell)
  const written = both?.date ?? cell.trim()
  const other = order === 'day_first' ? 'month_first' : 'day_first'
  const short = SHORT_YEAR.exec(written)
  const long = short && `${short[1]}${short[2]}${short[3]}${short[2]}20${short[4]}`
  const days = Number(/^\d{5}$/.exec(written)?.[0])
  const candidates: [MendReason, WrittenDate | undefined][] = [
    ['letter_o', readDate(mendNoughts(written), order)],
    ['letter_l', readDate(mendOnes(mendNoughts(written)), order)],
    ['day_and_month', readDate(written, other)],
    ['two_digit_year', long ? readDate(long, order) : undefined],
    ['two_digit_year', long ? readDate(long, other) : undefined],
    ['spreadsheet_number', dateOfDays(days)],
  ]
  for (const [reason, date] of candidates) {
    const iso = date && isoDate(date)
    if (iso) return { value: both ? `${iso} ${both.time}` : iso, reason }
  }
  return undefined
}

/** The time that an unreadable cell surely means, as `22:30`; a date in the same cell is kept. */
export function mendTime(cell: string): MendedCell | undefined {
  const both = splitDateTime(cell)
  const written = both?.time ?? cell.trim()
  const plain = written.replace(/\s*(?:uhr|hrs?|h|o['’]?clock)\.?$/i, '')
  const [, hours, minutes] = HOURS_AND_MINUTES.exec(plain) ?? FOUR_DIGITS.exec(plain) ?? []
  const fraction = /^0?[.,]\d{1,15}$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN
  const candidates: [MendReason, string][] = [
    ['letter_o', mendNoughts(written)],
    ['letter_l', mendOnes(mendNoughts(written))],
    ['spreadsheet_number', Number.isNaN(fraction) ? '' : timeOfDay(fraction)],
    ['punctuation', hours === undefined ? plain : `${hours}:${minutes}`],
  ]
  for (const [reason, value] of candidates) {
    if (value === written || !readTime(value)) continue
    return { value: both ? `${both.date} ${value}` : value, reason }
  }
  return undefined
}

/** The time without what follows it and is no zone. */
export function mendZone(cell: string): MendedCell | undefined {
  const both = splitDateTime(cell)
  const time = readTime(both?.time ?? cell)
  if (!time || time.zone === '') return undefined
  const { hour, minute, second } = time
  const value = [hour, minute, ...(second > 0 ? [second] : [])].map(twoDigits).join(':')
  return { value: both ? `${both.date} ${value}` : value, reason: 'runbook_zone' }
}

/**
 * The day of the first such time that is not before the scheduled start, `2026-11-29`.
 *
 * @param time as the cell has it, perhaps with a zone
 * @param start an instant in ISO 8601
 */
export function dayAfterStart(time: string, start: string, read: FixedTimeReader): string | undefined {
  const from = Date.parse(start)
  // The local day of an instant is that of UTC, the one before or the one after.
  for (const days of [-1, 0, 1, 2]) {
    const date = new Date(from + days * DAY_MS).toISOString().slice(0, 10)
    const fixed = read(date, time)
    if ('instant' in fixed && fixed.instant !== null && Date.parse(fixed.instant) >= from) return date
  }
  return undefined
}

function dateOfDays(days: number): WrittenDate | undefined {
  // From 2000 to 2099: other numbers of five digits mean something else.
  if (!(days >= 36_526 && days < 73_051)) return undefined
  const date = new Date((days - SPREADSHEET_EPOCH) * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function isoDate({ year, month, day }: WrittenDate): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year <= 9999
  return exists ? date.toISOString().slice(0, 10) : undefined
}

function timeOfDay(fraction: number): string {
  return new Date(Math.round(fraction * 86_400) * 1_000).toISOString().slice(11, 19)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
