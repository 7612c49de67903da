import type { TSchema } from 'typebox'

/** A JSON Schema (draft 2020-12) or another part of the document, as plain JSON. */
export type Json = { readonly [member: string]: unknown }

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** An object with these members and no others. */
export function closed(properties: Json, required: readonly string[] = [], extra: Json = {}): Json {
  return {
    type: 'object',
    ...extra,
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

/** `runbook_type` → `RunbookType`, `listTasks` → `ListTasks`. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}

/** The type or null, in the short spelling where JSON Schema has one. */
export function orNull(schema: Json): Json {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const { enum: words } = schema
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(Array.isArray(words) ? { enum: [...(words as readonly unknown[]), null] } : {}),
  }
}

/** ASCII without letters, digits, and the signs `-`, `.` and `_`. */
const NO_SIGN_OF_KEYS = '\\u0000-\\u002c\\u002f\\u003a-\\u0040\\u005b-\\u005e\\u0060\\u007b-\\u00a0'

/**
 * Patterns of the formats whose values a pattern can describe; a format itself only annotates. Not every reader of JSON
 * Schema knows classes such as `\p{L}` (its section 6.4), so a pattern of keys looks at their ASCII only.
 */
const patterns: Readonly<Record<string, string>> = {
  color:
    '^(?:#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})|rgb\\(\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*\\))$',
  line: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$',
  key: `^[^${NO_SIGN_OF_KEYS}\\u002d._][^${NO_SIGN_OF_KEYS}]*$`,
}

/**
 * The schema of a declaration as it is published. Objects are closed: unknown members are refused on write and never
 * sent on read.
 */
export function published(schema: TSchema): Json {
  return publish(schema as Json)
}

function publish(schema: Json): Json {
  if (Array.isArray(schema['anyOf'])) return publishUnion(schema['anyOf'] as readonly Json[])
  const { type, properties, required, items, format } = schema
  if (type === 'object' && properties) {
    const members = Object.entries(properties as Readonly<Record<string, Json>>)
    return closed(
      Object.fromEntries(members.map(([name, member]) => [name, publish(member)])),
      required as readonly string[] | undefined,
    )
  }
  if (type === 'object') return { type: 'object', additionalProperties: true }
  if (type === 'array') return { ...schema, ...(items ? { items: publish(items as Json) } : {}) }
  const pattern = typeof format === 'string' ? patterns[format] : undefined
  return { ...schema, ...(pattern === undefined ? {} : { pattern }) }
}

function publishUnion(branches: readonly Json[]): Json {
  const others = branches.filter(({ type }) => type !== 'null').map(publish)
  const [only] = others
  const whole = others.length === 1 && only ? only : { anyOf: others }
  return others.length === branches.length ? whole : orNull(whole)
}
