import type { CsvFault, Expected, Finding, HeaderFault, JsonFault, RequestPart } from '../about.ts'
import type { ErrorStatus } from '../catalogue/entry.ts'
import type { About, ErrorCode } from '../catalogue.ts'

/** One language: a title for each status and a sentence for each code. Particulars arrive cleaned and shortened. */
export interface Texts {
  readonly titles: Readonly<Record<ErrorStatus, string>>
  readonly details: { readonly [C in ErrorCode]: (about: About<C>) => string }
}

/** The words of one language that sentences put in. */
export interface Words {
  /** Resource types of the contract, in French and Spanish with their articles. */
  readonly types: Readonly<Record<string, string>>
  /** Completes "must be …". */
  readonly expected: Readonly<Record<Expected, string>>
  /** Whole sentences. */
  readonly parts: Readonly<Record<RequestPart, string>>
  /** Completes "the header …". */
  readonly headers: Readonly<Record<HeaderFault, string>>
  /** Whole sentences, but for the place. */
  readonly json: Readonly<{ [F in JsonFault['fault']]: (fault: Extract<JsonFault, { fault: F }>) => string }>
  /** Completes "line 3: …". */
  readonly csv: Readonly<Record<CsvFault, string>>
  /** Whole sentences about a runbook or, where one is named, about a task of it. */
  readonly findings: Readonly<Record<Finding, string>>
}

const LISTED_AT_MOST = 20

/** The word for a resource type; a type that is not of the contract is shown as it is. */
export function noun(words: Words, type: string): string {
  return Object.hasOwn(words.types, type) ? (words.types[type] ?? type) : type
}

/** What is wrong with a JSON body. */
export function jsonFault(words: Words, about: JsonFault): string {
  // Each entry takes the particulars of its own fault, which a union cannot show to the compiler.
  const say = words.json[about.fault] as (about: JsonFault) => string
  return say(about)
}

/** The same text after a colon, where the language goes on in small letters. */
export function continuing(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The same text as the beginning of a sentence. */
export function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The values one after another, the first 20 of them. */
export function list(values: readonly string[], separator = ', '): string {
  const shown = values.slice(0, LISTED_AT_MOST)
  return shown.join(separator) + (values.length > shown.length ? `${separator}…` : '')
}

/** The tasks of a circle in their order; of a long one its beginning and its end. */
export function chain(path: readonly string[]): string {
  const shown =
    path.length > LISTED_AT_MOST ? [...path.slice(0, LISTED_AT_MOST - 2), '…', ...path.slice(-1)] : path
  return shown.join(' → ')
}

/** A number of bytes as people read it, in the units of IEC 80000-13. */
export function bytes(limit: number): string {
  if (limit >= 1024 * 1024) return `${Math.round((limit / 1024 / 1024) * 10) / 10} MiB`
  if (limit >= 1024) return `${Math.round((limit / 1024) * 10) / 10} KiB`
  return `${limit} B`
}

/** Puts a range into one of three sentences, or into none when it has no ends. */
export function range(
  { minimum, maximum }: { minimum?: number | string; maximum?: number | string },
  say: {
    between: (minimum: number | string, maximum: number | string) => string
    from: (minimum: number | string) => string
    upTo: (maximum: number | string) => string
    outside: string
  },
): string {
  if (minimum !== undefined && maximum !== undefined) return say.between(minimum, maximum)
  if (minimum !== undefined) return say.from(minimum)
  return maximum === undefined ? say.outside : say.upTo(maximum)
}
