import type { EndpointRow } from './endpoint-row.ts'

interface AnyItem {
  readonly relationships?: Readonly<Record<string, unknown>> | undefined
  readonly [member: string]: unknown
}

/** What any call may say; the types of each endpoint are in `generated/calls.ts`. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<Record<string, unknown>>
  readonly meta?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** The resources of a bulk write. */
  readonly items?: readonly AnyItem[]
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Path and query of a call.
 *
 * @throws {TypeError} when a path parameter is missing or empty, or the query has a value that no parameter can have
 */
export function addressOf(endpoint: EndpointRow, { params = {}, query = {} }: AnyInput): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_match, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new TypeError(`the parameter "${name}" is missing`)
    return encodeURIComponent(value)
  })
  const pairs = Object.entries(query).flatMap(([name, value]) => pairsOf(name, value))
  const search = new URLSearchParams(pairs).toString()
  return search === '' ? path : `${path}?${search}`
}

/** `page: { size: 10 }` becomes `page[size]=10`, any other map its JSON, a list `a,b`, a `Date` its ISO form. */
function pairsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined) return []
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)) {
    if (name !== 'page' && name !== 'fields') return [[name, JSON.stringify(value)]]
    return Object.entries(value).flatMap(([inner, held]) => pairsOf(`${name}[${inner}]`, held))
  }
  return [[name, Array.isArray(value) ? value.map(textOf).join(',') : textOf(value, name)]]
}

function textOf(value: unknown, name: unknown): string {
  if (value instanceof Date) return value.toISOString()
  // The only parameters outside pages that take numbers are instants.
  if (typeof value === 'number' && typeof name === 'string' && !name.startsWith('page['))
    return new Date(value).toISOString()
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return String(value)
  throw new TypeError(`a query parameter cannot be ${value === null ? 'null' : typeof value}`)
}

export interface WrittenBody {
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** The body of a call, or undefined when there is nothing to say. */
export function bodyOf({ body, type }: EndpointRow, input: AnyInput): WrittenBody | undefined {
  const { meta } = input
  if (body === undefined) return undefined
  if (body === 'csv') return { type: 'text/csv', content: input.body as string | Uint8Array<ArrayBuffer> }
  if (body === 'meta') return meta === undefined ? undefined : json({ meta })
  if (body === 'documents') return json({ data: (input.items ?? []).map((item) => itemOf(type, item)) })
  return json({ data: dataOf(type, body, input), ...(meta ? { meta } : {}) })
}

function itemOf(type: string | undefined, { relationships, ...item }: AnyItem) {
  return { type, ...item, ...(relationships ? { relationships: linked(relationships) } : {}) }
}

function dataOf(
  type: string | undefined,
  write: 'create' | 'update',
  { attributes = {}, relationships, params = {} }: AnyInput,
) {
  return {
    type,
    ...(write === 'update' ? { id: params['id'] } : {}),
    attributes,
    ...(relationships ? { relationships: linked(relationships) } : {}),
  }
}

const json = (value: unknown): WrittenBody => ({ type: 'application/json', content: JSON.stringify(value) })

/** A relationship that is absent by `undefined` is not sent. */
function linked(relationships: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(relationships)
      .filter(([, data]) => data !== undefined)
      .map(([name, data]) => [name, { data }]),
  )
}
