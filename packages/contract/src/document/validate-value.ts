import type { TSchema } from 'typebox'
import { type Expected, type Problem, problem } from '../errors/index.ts'
import { isBlank } from '../schema/blank.ts'
import { type Format, formats } from '../schema/formats.ts'

/** The part of JSON Schema that our declarations use. */
export interface PlainSchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object'
  readonly enum?: readonly string[]
  readonly anyOf?: readonly PlainSchema[]
  readonly items?: PlainSchema
  readonly properties?: Readonly<Record<string, PlainSchema>>
  readonly required?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

const expectedWords: Record<NonNullable<PlainSchema['type']>, Expected> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
}

/**
 * Holds a value against the schema of a declaration.
 *
 * @param name the member's own name, for the sentence
 * @param pointer where it stands in the body (RFC 6901)
 * @param problems gets every problem found: `invalid_type`, `invalid_enum`, `blank`, `too_long`, `too_short`,
 * `out_of_range`, `invalid_format`, `missing_attribute`, `unknown_attribute`
 */
export function validateValue(
  value: unknown,
  schema: TSchema | PlainSchema,
  name: string,
  pointer: string,
  problems: Problem[],
): void {
  const plain = schema as PlainSchema
  const wrongType = (expected: Expected) =>
    problems.push(problem('invalid_type', { name, expected }, { pointer }))
  if (plain.anyOf) return validateUnion(value, plain.anyOf, name, pointer, problems)
  switch (plain.type) {
    case undefined:
      return
    case 'null':
      if (value !== null) wrongType('null')
      return
    case 'boolean':
      if (typeof value !== 'boolean') wrongType('true or false')
      return
    case 'integer':
    case 'number': {
      if (typeof value !== 'number' || (plain.type === 'integer' && !Number.isInteger(value))) {
        wrongType(expectedWords[plain.type])
        return
      }
      const { minimum, maximum } = plain
      if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
        const bounds = {
          ...(minimum === undefined ? {} : { minimum }),
          ...(maximum === undefined ? {} : { maximum }),
        }
        problems.push(problem('out_of_range', { name, ...bounds }, { pointer, meta: bounds }))
      }
      return
    }
    case 'string':
      if (typeof value !== 'string') wrongType('a string')
      else validateString(value, plain, name, pointer, problems)
      return
    case 'array': {
      if (!Array.isArray(value)) {
        wrongType('a list')
        return
      }
      if (value.length === 0 && (plain.minItems ?? 0) > 0) {
        problems.push(problem('blank', { name }, { pointer }))
        return
      }
      if (plain.maxItems !== undefined && value.length > plain.maxItems) {
        problems.push(
          problem(
            'too_long',
            { name, limit: plain.maxItems, unit: 'items' },
            { pointer, meta: { limit: plain.maxItems } },
          ),
        )
        return
      }
      for (const [at, item] of value.entries())
        if (plain.items) validateValue(item, plain.items, name, `${pointer}/${at}`, problems)
      return
    }
    case 'object':
      validateObject(value, plain, name, pointer, problems)
  }
}

function validateUnion(
  value: unknown,
  branches: readonly PlainSchema[],
  name: string,
  pointer: string,
  problems: Problem[],
) {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const branch = branches.find(({ type }) => type === kind || (kind === 'number' && type === 'integer'))
  // The branch of the value's own type gives the useful message; without one, the first names what was expected.
  validateValue(value, branch ?? branches[0] ?? {}, name, pointer, problems)
}

function validateString(
  value: string,
  schema: PlainSchema,
  name: string,
  pointer: string,
  problems: Problem[],
) {
  if (schema.enum) {
    const allowed = schema.enum
    if (!allowed.includes(value))
      problems.push(problem('invalid_enum', { name, allowed }, { pointer, meta: { allowed } }))
    return
  }
  if (value.includes('\0') || !value.isWellFormed()) {
    problems.push(problem('invalid_format', { name, expected: 'a string' }, { pointer }))
    return
  }
  const { minLength = 0, maxLength } = schema
  if (minLength > 0 && isBlank(value)) problems.push(problem('blank', { name }, { pointer }))
  else if (value.length < minLength)
    problems.push(
      problem(
        'too_short',
        { name, limit: minLength, unit: 'characters' },
        { pointer, meta: { limit: minLength } },
      ),
    )
  else if (maxLength !== undefined && isLonger(value, maxLength)) {
    problems.push(
      problem(
        'too_long',
        { name, limit: maxLength, unit: 'characters' },
        { pointer, meta: { limit: maxLength } },
      ),
    )
  } else if (schema.format && Object.hasOwn(formats, schema.format)) {
    const format = formats[schema.format as keyof typeof formats] as Format
    if (!format.test(value))
      problems.push(
        problem(
          'invalid_format',
          { name, expected: format.expected, ...(format.example ? { example: format.example } : {}) },
          { pointer },
        ),
      )
  }
}

/** True for text of more characters, as JSON Schema counts them, than the limit. */
export function isLonger(value: string, limit: number): boolean {
  // A string is never shorter in UTF-16 units.
  return value.length > limit && Array.from(value).length > limit
}

function validateObject(
  value: unknown,
  schema: PlainSchema,
  name: string,
  pointer: string,
  problems: Problem[],
) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(problem('invalid_type', { name, expected: 'an object' }, { pointer }))
    return
  }
  const properties = schema.properties ?? {}
  for (const [member, held] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(member)}`
    if (!Object.hasOwn(properties, member))
      problems.push(
        problem('unknown_attribute', { name: member, allowed: Object.keys(properties) }, { pointer: at }),
      )
    else validateValue(held, properties[member] ?? {}, member, at, problems)
  }
  for (const member of schema.required ?? []) {
    if (!Object.hasOwn(value, member))
      problems.push(problem('missing_attribute', { name: member }, { pointer: `${pointer}/${member}` }))
  }
}

/** A member name as one step of a JSON pointer (RFC 6901, section 3). */
export function escapePointer(member: string): string {
  return member.replaceAll('~', '~0').replaceAll('/', '~1')
}
