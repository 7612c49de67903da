import { type Expected, type Problem, problem } from '../errors/index.ts'
import { isUuid, LAST_INSTANT_MS } from '../schema/formats.ts'
import { MAX_ID } from '../schema/limits.ts'

/**
 * One query parameter: how its text becomes a value.
 *
 * `parse` gets every value of the parameter, lists by comma, by repetition and by `name[]` already joined, and returns
 * the value or one problem. What is not understood is a problem, never skipped.
 */
export interface Parameter<T = unknown> {
  readonly schema: Readonly<Record<string, unknown>>
  readonly summary: string
  /** Takes several values. */
  readonly list: boolean
  /** The endpoint does nothing without it. */
  readonly required?: boolean
  /** Other spellings of the same parameter. */
  readonly aliases?: readonly string[]
  parse(values: readonly string[], name: string): { readonly value: T } | { readonly problem: Problem }
}

export type ParameterValue<P> = P extends Parameter<infer T> ? T : never

interface Options {
  readonly aliases?: readonly string[]
  readonly required?: boolean
}

const invalid = (parameter: string, expected: Expected) => ({
  problem: problem('invalid_parameter', { parameter, expected }, { parameter }),
})

function single<T>(
  schema: object,
  summary: string,
  read: (value: string, name: string) => { value: T } | { problem: Problem },
  options: Options = {},
): Parameter<T> {
  return {
    schema: schema as Readonly<Record<string, unknown>>,
    summary,
    list: false,
    ...options,
    parse: (values, name) =>
      values.length === 1 ? read(values[0] ?? '', name) : invalid(name, 'given only once'),
  }
}

/** True for text that is an id: decimal, and within 64 bits. */
export function isId(text: string): boolean {
  return /^[0-9]{1,19}$/.test(text) && BigInt(text) <= MAX_ID
}

/** One id. */
export function idParameter(summary: string, options: Options = {}): Parameter<string> {
  return single(
    { type: 'string', pattern: '^[0-9]{1,19}$' },
    summary,
    (value, name) => (isId(value) ? { value } : invalid(name, 'an id')),
    options,
  )
}

/** One UUID. */
export function uuidParameter(summary: string): Parameter<string> {
  return single({ type: 'string', format: 'uuid' }, summary, (value, name) =>
    isUuid(value) ? { value } : invalid(name, 'one of the documented forms'),
  )
}

/** Several ids. */
export function idsParameter(
  summary: string,
  options: Pick<Parameter, 'required'> = {},
): Parameter<string[]> {
  return {
    schema: { type: 'array', items: { type: 'string', pattern: '^[0-9]{1,19}$' } },
    summary,
    list: true,
    ...options,
    parse(values, name) {
      const wrong = values.find((value) => !isId(value))
      return wrong === undefined ? { value: [...values] } : invalid(name, 'a list of ids')
    },
  }
}

/** `true` or `false`, in lower case. */
export function flagParameter(summary: string, options: Options = {}): Parameter<boolean> {
  return single(
    { type: 'boolean' },
    summary,
    (value, name) =>
      value === 'true'
        ? { value: true }
        : value === 'false'
          ? { value: false }
          : invalid(name, 'true or false'),
    options,
  )
}

/** Free text that is searched for. */
export function textParameter(summary: string): Parameter<string> {
  return single({ type: 'string', maxLength: 200 }, summary, (value, name) =>
    value.length <= 200 ? { value } : invalid(name, 'one of the documented forms'),
  )
}

/** One line of text without which the endpoint does nothing. */
export function lineParameter(summary: string, maxLength: number): Parameter<string> {
  return single(
    { type: 'string', minLength: 1, maxLength },
    summary,
    (value, name) =>
      value.trim() !== '' && value.length <= maxLength && value.isWellFormed() && !/\p{Cc}/u.test(value)
        ? { value }
        : invalid(name, 'one of the documented forms'),
    { required: true },
  )
}

/** The longest JSON that a parameter may hold, in characters. */
const MAX_JSON = 20_000

/** A JSON object that gives each of some names, each named once, a text or null. */
export function mapParameter(summary: string): Parameter<Readonly<Record<string, string | null>>> {
  return single(
    { type: 'string', contentMediaType: 'application/json', maxLength: MAX_JSON },
    summary,
    (value, name) => {
      const map = value.length <= MAX_JSON ? readMap(value) : undefined
      return map ? { value: map } : invalid(name, 'a JSON object')
    },
  )
}

function readMap(text: string): Record<string, string | null> | undefined {
  let map: unknown
  try {
    map = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined
  const isMap = Object.values(map).every((value) => value === null || typeof value === 'string')
  return isMap && namesIn(text) === Object.keys(map).length
    ? (map as Record<string, string | null>)
    : undefined
}

/** How many members the text of a flat JSON object names; more than it has, when it names one twice. */
function namesIn(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)].filter(([, colon]) => colon === ':').length
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The year 1: before it the calendar of the database counts otherwise. */
const FIRST_INSTANT_MS = Date.parse('0001-01-01T00:00:00Z')

/** A date, or a date with a time; without a zone it is UTC. The value is in milliseconds since the epoch. */
export function dateParameter(summary: string): Parameter<number> {
  return single({ type: 'string', format: 'date-time' }, summary, (value, name) => {
    const text = value.replace(' ', DATE.test(value.replace(' ', '+')) ? '+' : 'T')
    if (!DATE.test(text)) return invalid(name, 'a date')
    const zoned =
      text.length <= 10
        ? `${text}T00:00:00Z`
        : /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10))
          ? text
          : `${text}Z`
    const instant = Date.parse(zoned)
    const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
    const exists = !Number.isNaN(day) && new Date(day).toISOString().startsWith(text.slice(0, 10))
    const isKnown = instant >= FIRST_INSTANT_MS && instant <= LAST_INSTANT_MS
    return isKnown && exists ? { value: instant } : invalid(name, 'a date')
  })
}

/** Words of a closed list. Hyphens and spaces are taken for underscores; `synonyms` maps older spellings. */
export function wordsParameter<const V extends readonly string[]>(
  summary: string,
  allowed: V,
  synonyms: Readonly<Record<string, V[number]>> = {},
): Parameter<V[number][]> {
  return {
    schema: { type: 'array', items: { type: 'string', enum: [...allowed] } },
    summary,
    list: true,
    parse(values, name) {
      const words: V[number][] = []
      for (const value of values) {
        const spelled = value.replaceAll(/[- ]/g, '_')
        const synonym = Object.hasOwn(synonyms, spelled) ? synonyms[spelled] : undefined
        const word = synonym ?? allowed.find((candidate) => candidate === spelled)
        if (word === undefined) {
          return {
            problem: problem(
              'invalid_filter_value',
              { parameter: name, value, allowed },
              { parameter: name, meta: { allowed } },
            ),
          }
        }
        words.push(word)
      }
      return { value: words }
    },
  }
}

/** One word of a closed list. */
export function wordParameter<const V extends readonly string[]>(
  summary: string,
  allowed: V,
): Parameter<V[number]> {
  const words = wordsParameter(summary, allowed)
  return single({ type: 'string', enum: [...allowed] }, summary, (value, name) => {
    const parsed = words.parse([value], name)
    return 'problem' in parsed ? parsed : { value: parsed.value[0] as V[number] }
  })
}
