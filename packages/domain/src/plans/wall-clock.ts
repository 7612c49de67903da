/** A day of the calendar as written; whether it exists is seen when it becomes an instant. */
export interface WrittenDate {
  year: number
  month: number
  day: number
}

export interface WrittenTime {
  hour: number
  minute: number
  second: number
  /** What follows the time, such as `Europe/London`; empty when nothing does. */
  zone: string
}

/** How `01/03/2026` is meant: the first of March, or the third of January. */
export type DateOrder = 'day_first' | 'month_first'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/
const EITHER_ORDER = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?:\D|$)/
const DAY_AND_NAME = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]+${MONTH}\.?,?[\s-]+(\d{4})$`)
const NAME_AND_DAY = new RegExp(String.raw`^${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$`)

const TIME = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,]0+)?)?\s*(?:([ap])\.?m\b\.?)?\s*(\D.*)?$/i
const DATE_AND_TIME = /^(.*?\d)(?:T|,?\s+)(\d{1,2}(?::\d{2}|\s*[ap]\.?m\b).*)$/i

/**
 * How a file writes days with slashes. One day above the twelfth tells for the whole file (`25/03/2026`,
 * `03/25/2026`); without one the day stands first.
 */
export function dateOrderOf(cells: Iterable<string>): DateOrder {
  return tellingDateOrder(cells) ?? 'day_first'
}

/** The order that the first day above the twelfth tells; undefined where none does. */
export function tellingDateOrder(cells: Iterable<string>): DateOrder | undefined {
  for (const cell of cells) {
    const [, first, , second] = EITHER_ORDER.exec(cell.trim()) ?? []
    if (Number(first) > 12) return 'day_first'
    if (Number(second) > 12) return 'month_first'
  }
  return undefined
}

/** Whether the cell begins with a date that is another day when day and month change places. */
export function isOrderOpen(cell: string): boolean {
  const [, first, , second] = EITHER_ORDER.exec(cell.trim()) ?? []
  return (
    first !== undefined && Number(first) !== Number(second) && Number(first) <= 12 && Number(second) <= 12
  )
}

/** The cell with such a date at its beginning written as `2026-03-01`, read in the given order. */
export function writeOrderOut(cell: string, order: DateOrder): string {
  const written = cell.trim()
  if (!isOrderOpen(written)) return cell
  const [, first = '', , second = '', year = ''] = EITHER_ORDER.exec(written) ?? []
  const [day, month] = order === 'day_first' ? [first, second] : [second, first]
  const rest = written.slice(first.length + second.length + year.length + 2)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`
}

/**
 * Reads a date: `2026-03-31` or `2026/03/31`; `31.3.2026`, the day first; `31/03/2026` or `31-03-2026`, in the given
 * order; `31 Mar 2026`, `31-Mar-2026`, `March 31, 2026` in English. Years have four digits.
 */
export function readDate(text: string, order: DateOrder): WrittenDate | undefined {
  const written = text.trim().toLowerCase()

  const iso = YEAR_FIRST.exec(written)
  if (iso) return dateOf(iso[1], iso[3], iso[4])
  const dotted = DOTTED.exec(written)
  if (dotted) return dateOf(dotted[3], dotted[2], dotted[1])
  const either = EITHER_ORDER.exec(written)
  if (either && either[0].length === written.length) {
    const [, first, , second, year] = either
    return order === 'day_first' ? dateOf(year, second, first) : dateOf(year, first, second)
  }
  const named = DAY_AND_NAME.exec(written)
  if (named) return dateOf(named[3], monthNumber(named[2]), named[1])
  const american = NAME_AND_DAY.exec(written)
  if (american) return dateOf(american[3], monthNumber(american[1]), american[2])
  return undefined
}

/** Reads a time of day and the zone that may follow it: `22:30`, `22:30:00 UTC`, `10:30 pm (Europe/London)`, `22:30Z`. */
export function readTime(text: string): WrittenTime | undefined {
  const match = TIME.exec(text.trim())
  if (!match) return undefined
  const [, hours, minutes, seconds, half, rest = ''] = match
  if (minutes === undefined && half === undefined) return undefined
  const hour = hourOf(Number(hours), half)
  const minute = Number(minutes ?? 0)
  const second = Number(seconds ?? 0)
  if (hour === undefined || minute > 59 || second > 59) return undefined
  return { hour, minute, second, zone: rest.trim().replace(/^\((.*)\)$/, '$1') }
}

/** A date and a time that stand in one cell, as in ISO 8601 or as a spreadsheet writes them. */
export function splitDateTime(text: string): { date: string; time: string } | undefined {
  const [, date, time] = DATE_AND_TIME.exec(text.trim()) ?? []
  return date === undefined || time === undefined ? undefined : { date, time }
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function dateOf(year?: string, month?: string | number, day?: string): WrittenDate {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function monthNumber(name: string | undefined): number {
  return months.indexOf(name?.slice(0, 3) ?? '') + 1
}
