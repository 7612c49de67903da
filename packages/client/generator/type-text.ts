/** A JSON Schema, as far as the declarations use it. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly description?: string
  readonly format?: string
  readonly $ref?: string
}

/**
 * The TypeScript type of what a JSON Schema allows.
 *
 * @param absent what an optional member may be besides left out: ` | undefined` where a caller gives it
 * @throws {TypeError} for a schema that no declaration has had so far
 */
export function typeText(schema: Schema, absent: '' | ' | undefined' = ''): string {
  const inner = (part: Schema) => typeText(part, absent)
  const { type, const: constant, enum: words, anyOf, $ref } = schema
  if ($ref !== undefined) return nameIn($ref)
  if (constant !== undefined) return literal(constant)
  if (words) return union(words.map(literal))
  if (anyOf) return union(anyOf.map(inner))
  if (Array.isArray(type)) return union(type.map((one: string) => inner({ ...schema, type: one })))
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `readonly ${atom(inner(schema.items ?? {}))}[]`
    case 'object':
      return objectText(schema, inner, absent)
    case undefined:
      return 'unknown'
    default:
      throw new TypeError(`no type is known for the schema ${JSON.stringify(schema)}`)
  }
}

/** `'a' | 'b'`, each alternative once. */
export function union(types: readonly string[]): string {
  return types.length === 0 ? 'never' : [...new Set(types)].join(' | ')
}

/** A type that a `[]` may follow. */
export function atom(type: string): string {
  return /^\w+$|^\{[^{}]*\}$/.test(type) ? type : `(${type})`
}

export function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replaceAll(/[\\']/g, String.raw`\$&`)}'`
    : JSON.stringify(value)
}

/** A member's name as it is written, in quotation marks where it is no word. */
export function memberName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : literal(name)
}

function objectText(
  { properties, required = [], additionalProperties, patternProperties }: Schema,
  inner: (part: Schema) => string,
  absent: string,
): string {
  const others = Object.values(patternProperties ?? {})[0] ?? additionalProperties
  if (!properties)
    return `Readonly<Record<string, ${typeof others === 'object' ? inner(others) : 'unknown'}>>`
  const members = Object.entries(properties).map(([name, member]) =>
    required.includes(name)
      ? `readonly ${memberName(name)}: ${inner(member)}`
      : `readonly ${memberName(name)}?: ${inner(member)}${absent}`,
  )
  return members.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${members.join('; ')} }`
}

/** The component that a reference names; ids are strings like any other. */
function nameIn(reference: string): string {
  const name = reference.split('/').at(-1) ?? ''
  return name === 'Id' ? 'string' : name
}
