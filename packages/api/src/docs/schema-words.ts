import type { Json } from '@runsheet/contract'

const formats: Readonly<Record<string, string>> = {
  id: 'id',
  'date-time': 'timestamp',
  'date-time-or-now': 'timestamp, or now',
  timezone: 'time zone',
  color: 'colour',
  line: 'text, one line',
  key: 'key',
  html: 'HTML',
}

/** What a schema takes, in few words: "timestamp or null", "list of ids". */
export function typeWords(schema: Json): string {
  const branches = schema['anyOf'] as readonly Json[] | undefined
  if (branches) return branches.map(typeWords).join(' or ')
  const { type } = schema
  if (Array.isArray(type))
    return type.map((one) => typeWords({ ...schema, type: one as string })).join(' or ')
  switch (type) {
    case 'string':
      return words(schema)
    case 'integer':
      return 'whole number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return `list of ${schema['items'] ? typeWords(schema['items'] as Json) : 'values'}`
    case 'object':
      return members(schema)
    default:
      return typeof type === 'string' ? type : 'any value'
  }
}

function words(schema: Json): string {
  if (schema['enum']) return 'word'
  if (schema['pattern'] === '^[0-9]{1,19}$') return 'id'
  return formats[String(schema['format'])] ?? 'text'
}

function members(schema: Json): string {
  const names = Object.keys(schema['properties'] ?? {})
  return names.length > 0 ? `{ ${names.join(', ')} }` : 'object'
}

/** The words of a closed list, wherever in the schema they stand. */
export function allowedWords(schema: Json): readonly string[] {
  const own = (schema['enum'] ?? []) as readonly (string | null)[]
  const items = schema['items'] ? allowedWords(schema['items'] as Json) : []
  return [...own.filter((word) => word !== null), ...items]
}

const number = (value: unknown) => Number(value).toLocaleString('en').replaceAll(',', ' ')

/** The limits of a value that are worth knowing: "up to 255 characters". */
export function limits(schema: Json): string {
  const { minimum, maximum, maxLength, maxItems } = schema
  if (maximum !== undefined) return `${number(minimum ?? 0)} to ${number(maximum)}`
  if (minimum !== undefined) return `from ${number(minimum)}`
  if (maxLength !== undefined) return `up to ${number(maxLength)} characters`
  return maxItems === undefined ? '' : `up to ${number(maxItems)}`
}
