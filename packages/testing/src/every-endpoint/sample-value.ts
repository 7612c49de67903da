import { randomBytes } from 'node:crypto'
import type { PlainSchema } from '@runsheet/contract'

/** A word that nothing else is called; it is a name, a key and a password alike. */
export const unused = (): string => `w${randomBytes(8).toString('hex')}`

/** A value that a schema takes; of two calls for a text, each is another. */
export function sampleValue(schema: PlainSchema): unknown {
  const { enum: words, anyOf, type, format, minimum = 1, items, properties = {}, required = [] } = schema
  if (words) return words[0]
  if (anyOf) return sampleValue(anyOf[0] as PlainSchema)
  switch (type) {
    case 'string':
      return sampleText(format)
    case 'integer':
    case 'number':
      return minimum
    case 'boolean':
      return false
    case 'array':
      return items && (schema.minItems ?? 0) > 0 ? [sampleValue(items)] : []
    default:
      return Object.fromEntries(required.map((name) => [name, sampleValue(properties[name] ?? {})]))
  }
}

function sampleText(format: string | undefined): string {
  switch (format) {
    case 'uuid':
      return crypto.randomUUID()
    case 'date-time':
      return '2030-01-01T00:00:00Z'
    case 'id':
      return '1'
    case 'email':
      return `${unused()}@example.com`
    case 'timezone':
      return 'Europe/Berlin'
    case 'http-url':
      return `https://${unused()}.example.com/`
    case 'color':
      return '#3b6fd4'
    default:
      return unused()
  }
}
