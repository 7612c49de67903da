import { currentLanguage, theWords } from '../language/language.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLanguage()} ${zone} ${kind}`
  let made = formatters.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : currentLanguage(), {
      timeZone: zone,
      hourCycle: 'h23',
      ...options,
    })
    formatters.set(key, made)
  }
  return made
}

/** The zone of this browser. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** `02:23` of an instant (seconds) in a zone. */
export function clockTime(instant: number, zone: string): string {
  return formatter(zone, 'hm', { hour: '2-digit', minute: '2-digit' }).format(instant * 1000)
}

/** `02:23:17`. */
export function clockSeconds(instant: number, zone: string): string {
  return formatter(zone, 'hms', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    instant * 1000,
  )
}

/** `Sun 22 Nov`. */
export function shortDate(instant: number, zone: string): string {
  return formatter(zone, 'day', { weekday: 'short', day: 'numeric', month: 'short' })
    .format(instant * 1000)
    .replace(',', '')
}

/** `Sunday 22 November`. */
export function longDate(instant: number, zone: string): string {
  return formatter(zone, 'long', { weekday: 'long', day: 'numeric', month: 'long' })
    .format(instant * 1000)
    .replace(',', '')
}

/** `2026-11-22` in a zone: equal for instants of the same day there. */
export function dayKey(instant: number, zone: string): string {
  const parts = formatter(zone, 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    instant * 1000,
  )
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** `02:23`, with the day before it when it is not the day of `today`. */
export function timeWithDay(instant: number, zone: string, today: number): string {
  const time = clockTime(instant, zone)
  return dayKey(instant, zone) === dayKey(today, zone) ? time : `${shortDate(instant, zone)}, ${time}`
}

/** A length as people say it: `11 min`, `1 h 30`, `2 d 4 h`, `45 s` under a minute, `–` for none. */
export function lengthOf(seconds: number | null): string {
  const { time } = theWords()
  if (seconds === null || seconds === 0) return time.none
  if (seconds < 60) return time.seconds(seconds)
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return time.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return time.hours(hours, minutes % 60)
  return time.days(Math.floor(hours / 24), hours % 24)
}

/** A length that has built up (over, ready for, late, float): only minutes that are full count. 6:39 is `6 min`. */
export const lengthPassed = (seconds: number): string =>
  lengthOf(seconds < 60 ? Math.floor(seconds) : Math.floor(seconds / 60) * 60)

/** A length that is still to come (left, starts in): a minute that has begun counts. 6:39 is `7 min`. */
export const lengthLeft = (seconds: number): string =>
  lengthOf(seconds < 60 ? Math.ceil(seconds) : Math.ceil(seconds / 60) * 60)

/** A running clock: `00:23:17`; from a day on `1 d 02:14:09`. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(Math.floor((whole % 86_400) / 3600))}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
  return whole < 86_400 ? clock : theWords().time.dayClock(Math.floor(whole / 86_400), clock)
}

/** A short running figure: `4:17`, `1:04:09`. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours === 0 ? `${minutes}:${two(whole % 60)}` : `${hours}:${two(minutes)}:${two(whole % 60)}`
}

/** A planned time while nobody has said when the run starts: `+2:23`, `+1 d 2:03`. @param seconds after the start */
export function minutesAfterStart(seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60))
  const clock = `${Math.floor((minutes % 1440) / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return `+${minutes < 1440 ? clock : theWords().time.dayClock(Math.floor(minutes / 1440), clock)}`
}

/** The minute on the clock in which an instant lies: differences of these are what the shown times differ by. */
export const shownMinute = (instant: number): number => Math.floor(instant / 60)
