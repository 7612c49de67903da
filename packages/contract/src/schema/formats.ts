import type { Expected } from '../errors/index.ts'
import { MAX_ID } from './limits.ts'

export interface Format {
  readonly expected: Expected
  readonly example?: string
  readonly test: (text: string) => boolean
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/

/** The last millisecond of the year 9999: later years have no place in ISO 8601 with four digits. */
export const LAST_INSTANT_MS = Date.UTC(10_000, 0, 1) - 1

/** RFC 3339 date-time that exists in the calendar, of an instant in the years 1970 to 9999 of UTC. */
function isTimestamp(text: string): boolean {
  const match = DATE_TIME.exec(text)
  const instant = Date.parse(text)
  if (!match || !(instant >= 0 && instant <= LAST_INSTANT_MS)) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && Number(match[4]) < 24
}

function isTimezone(text: string): boolean {
  try {
    // A bare offset is an instant's zone, not a place's: summer time would be lost.
    return (
      !/^[+-]/.test(text) &&
      new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
    )
  } catch {
    return false
  }
}

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const RGB = new RegExp(`^rgb\\(\\s*${byte}\\s*,\\s*${byte}\\s*,\\s*${byte}\\s*\\)$`)

/** RFC 9562, section 4, whatever its version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

// Node and browsers both have it, and the types of neither are known here.
declare const URL: {
  new (text: string): { readonly username: string; readonly password: string }
  canParse(text: string): boolean
}

/** An absolute address without credentials, which would be shown with it. */
function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

/** Headers that a request has by itself, or that say who sends it. */
const ownHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'transfer-encoding',
])

/** A token (RFC 9110, section 5.6.2) that is nothing that the sender says itself. */
function isHeaderName(text: string): boolean {
  return (
    /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text) &&
    !ownHeaders.has(text.toLowerCase()) &&
    !/^webhook-/i.test(text)
  )
}

/** One `@` between a part without spaces and a domain with a dot: what a mail server will make of it, only sending tells. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>(),;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
    text,
  )
}

/** The formats of our schemas, beside those of JSON Schema. */
export const formats = {
  id: {
    expected: 'an id',
    example: '12',
    test: (text) => /^[0-9]{1,19}$/.test(text) && BigInt(text) <= MAX_ID,
  },
  'date-time': {
    expected: 'a timestamp with a time zone',
    example: '2026-03-28T22:00:00Z',
    test: isTimestamp,
  },
  'date-time-or-now': {
    expected: 'a timestamp with a time zone',
    example: '2026-03-28T22:00:00Z',
    test: (text) => text === 'now' || isTimestamp(text),
  },
  timezone: { expected: 'a time zone', example: 'Europe/Berlin', test: isTimezone },
  color: {
    expected: 'a colour',
    example: '#3b82f6',
    test: (text) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text) || RGB.test(text),
  },
  uuid: {
    expected: 'one of the documented forms',
    example: '3f0b7c1e-8a52-4d0c-9c55-6f1f0e2b7a90',
    test: isUuid,
  },
  etag: {
    expected: 'one of the documented forms',
    example: '"12"',
    test: (text) => /^"[0-9]+"$/.test(text),
  },
  'http-url': { expected: 'an http(s) URL', example: 'https://ops.example.com/events', test: isHttpUrl },
  'header-name': { expected: 'one of the documented forms', example: 'X-Source', test: isHeaderName },
  email: { expected: 'an e-mail address', example: 'ada@example.com', test: isEmail },
  phone: {
    expected: 'one of the documented forms',
    example: '+442079460018',
    test: (text) => /^\+[1-9][0-9]{6,14}$/.test(text),
  },
  line: { expected: 'one of the documented forms', test: (text) => !/[\p{Cc}\u2028\u2029]/u.test(text) },
  key: {
    expected: 'one of the documented forms',
    example: 'dr-programme',
    test: (text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text),
  },
} satisfies Record<string, Format>
