import type { PlainSchema } from '@runsheet/contract'
import fc from 'fast-check'

/** Values that no declaration foresees, each of which has broken a server somewhere. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e21,
  2 ** 31,
  2 ** 53,
  '',
  ' ',
  '\u200b',
  '\u0000',
  '\ud800',
  '\u001b[31m',
  '__proto__',
  'constructor',
  'toString',
  '9223372036854775807',
  '99999999999999999999',
  "'; drop table task; --",
  '<script>alert(1)</script>',
  'x'.repeat(300),
  [],
  [[]],
  {},
  JSON.parse('{"__proto__": 1}'),
]

const instants = [
  '1970-01-01T00:00:00Z',
  '1970-01-01T00:00:00+14:00',
  '2026-03-29T01:59:59.999Z',
  '2099-02-28T12:00:00+05:45',
  '9998-12-31T23:59:59Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-12:00',
  '2026-02-30T00:00:00Z',
  '2026-12-31T23:59:60Z',
  '0001-01-01T00:00:00Z',
]

const formatted: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc.constantFrom(...instants),
  'date-time-or-now': fc.constantFrom('now', ...instants),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Mars/Olympus', '+02:00'),
  etag: fc.integer({ min: 1, max: 12 }).map((seq) => `"${seq}"`),
  color: fc.constantFrom('#3b82f6', '#FFF', 'rgb(0, 255,1)', 'rgb(256,0,0)', 'red'),
  key: fc.uuid().map((id) => `k${id}`),
  html: fc
    .array(fc.constantFrom('<p>', '</p>', '<b>', '<a href="javascript:x">', '&', '<', '"', 'é', '<!--', '\n'))
    .map((parts) => parts.join('')),
}

/**
 * Values that mostly keep a schema.
 *
 * @param kind of the resource that an id in it names, for the places `@kind:1` that a world fills in
 */
export function anyValue(schema: PlainSchema, kind = 'runbook'): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 25, arbitrary: validValue(schema, kind) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues) },
  )
}

function validValue(schema: PlainSchema, kind: string): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((branch) => validValue(branch, kind)))
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 1_000 } = schema
      return fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, 10_000) }), fc.constant(maximum))
    }
    case 'array':
      return fc.array(anyValue(schema.items ?? {}, kind), { maxLength: 3 })
    case 'object':
      return anyObject(schema)
    default:
      return anyText(schema, kind)
  }
}

function anyObject({ properties = {}, required = [] }: PlainSchema): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, schema]) =>
    fc.option(anyValue(schema, name.replace(/_id$/, '')), {
      nil: undefined,
      freq: required.includes(name) ? 20 : 2,
    }),
  )
  return fc
    .tuple(...members)
    .map((values) => Object.fromEntries(Object.keys(properties).map((name, at) => [name, values[at]])))
}

function anyText({ enum: words, format, maxLength = 200 }: PlainSchema, kind: string): fc.Arbitrary<string> {
  if (words) return fc.constantFrom(...words)
  if (format === 'id') return anyId(kind)
  const own = formatted[format ?? '']
  return own ?? fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(40, maxLength) })
}

/** Beyond what a number of JavaScript or of the database holds, or spelled as no id is. */
const strangeIds = [
  '0',
  '-1',
  '00',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999',
  'x',
  '1.5',
  '1e3',
  '0x1',
  '１',
  '1 ',
]

/** An id of something that is there, as `@kind:1`, or of nothing. */
export function anyId(kind: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(`@${kind}:0`, `@${kind}:1`, `@${kind}:2`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...strangeIds),
    },
  )
}
