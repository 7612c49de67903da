import {
  type Attribute,
  type Endpoint,
  EntityTag,
  endpoints,
  Flag,
  mayWrite,
  type PlainSchema,
} from '@runsheet/contract'
import fc from 'fast-check'
import { anyId, anyValue, hostileValues } from './any-value.ts'

/** A request whose places `@kind:1` a world has yet to fill in. */
export interface DrawnRequest {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

type Members = Readonly<Record<string, unknown>>

const rarely = <T>(arbitrary: fc.Arbitrary<T>, freq = 5) => fc.option(arbitrary, { nil: undefined, freq })
/** Present once in so many requests. */
const oddly = <T>(arbitrary: fc.Arbitrary<T>, oneIn: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: oneIn }), arbitrary)
    .map(([drawn, value]) => (drawn === 1 ? value : undefined))

const strangeNames = ['__proto__', 'constructor', 'stage', 'id', 'nothing', 'created_at', 'a/b~c', '\ud800']

/** Every endpoint that answers with a whole document: all but streams. */
export const drawnEndpoints: readonly (readonly [string, Endpoint])[] = Object.entries<Endpoint>(
  endpoints,
).filter(([, { answer }]) => answer.kind !== 'stream')

/** Requests to an endpoint, made from its declaration. */
export function anyRequestTo(name: string, endpoint: Endpoint): fc.Arbitrary<DrawnRequest> {
  return fc.record({
    name: fc.constant(name),
    method: fc.constant(endpoint.method),
    path: anyPath(endpoint),
    query: anyQuery(endpoint),
    headers: anyHeaders(endpoint),
    body: anyBody(endpoint),
  })
}

/** Requests to any of them. */
export const anyRequest: fc.Arbitrary<DrawnRequest> = fc
  .constantFrom(...drawnEndpoints)
  .chain(([name, endpoint]) => anyRequestTo(name, endpoint))

/** The same with a method that the path may not have; what has no body with GET keeps none. */
export function withAnyMethod(request: fc.Arbitrary<DrawnRequest>): fc.Arbitrary<DrawnRequest> {
  return fc
    .tuple(
      request,
      oddly(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'), 12),
    )
    .map(([drawn, method = drawn.method]) =>
      method === 'GET' ? { ...drawn, method, body: undefined } : { ...drawn, method },
    )
}

function anyPath({ path, resource }: Endpoint): fc.Arbitrary<string> {
  const words = path.split('/').map((word) => {
    if (!word.startsWith(':')) return fc.constant(word)
    return anyId(word === ':id' ? resource.type : word.slice(1, -'_id'.length))
  })
  return fc.tuple(...words).map((parts) => parts.join('/'))
}

function anyQuery(endpoint: Endpoint): fc.Arbitrary<(readonly [string, string])[]> {
  const declared = Object.entries(endpoint.query).map(([name, { schema }]) =>
    fc.tuple(fc.constantFrom(name, name, name, `filter[${name}]`, `${name}[]`), anyText(name, schema)),
  )
  const shape = fc.tuple(
    fc.constantFrom('include', 'sort', `fields[${endpoint.resource.type}]`, 'page[size]', 'page', 'cursor'),
    fc.constantFrom(
      ...Object.keys(endpoint.resource.relationships),
      ...Object.keys(endpoint.resource.attributes),
      '-created_at',
      '1',
      '2',
      '100000',
      '',
      ',',
      'bzUueg',
    ),
  )
  const strange = fc.tuple(fc.constantFrom(...strangeNames.slice(0, -1)), fc.constant('1'))
  const entry = fc.oneof(
    ...(declared.length > 0 ? [{ weight: 4, arbitrary: fc.oneof(...declared) }] : []),
    { weight: 2, arbitrary: shape },
    { weight: 1, arbitrary: strange },
  )
  const isNeeded = Object.values(endpoint.query).some(({ required }) => required)
  if (endpoint.method === 'GET') return fc.array(entry, { maxLength: 3 })
  // Hardly any write takes parameters, and with one it is a refusal.
  return isNeeded
    ? fc.array(fc.oneof(...declared), { minLength: 1, maxLength: 2 })
    : oddly(entry, 12).map((odd) => (odd ? [odd] : []))
}

function anyText(name: string, schema: Members): fc.Arbitrary<string> {
  const own = (schema['items'] ?? schema) as PlainSchema & { contentMediaType?: string }
  const texts = own.pattern?.startsWith('^[0-9]')
    ? anyId(name.replace(/_ids?$/, ''))
    : own.type === 'boolean'
      ? fc.constantFrom('true', 'false')
      : anyValue(own).map((value) => String(value).toWellFormed())
  const several =
    schema['type'] === 'array'
      ? fc.array(texts, { minLength: 1, maxLength: 3 }).map((all) => all.join(','))
      : texts
  return fc.oneof(
    { weight: 6, arbitrary: several },
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues).map((value) => String(value).toWellFormed()) },
  )
}

function anyHeaders({ method }: Endpoint): fc.Arbitrary<Readonly<Record<string, string>>> {
  const tags = fc.constantFrom('*', '"1"', '"2", "3"', 'W/"1"', '1', '""')
  return fc
    .record({
      'if-match': method === 'GET' ? fc.constant(undefined) : oddly(tags, 12),
      'idempotency-key': oddly(fc.constantFrom('@key:0', '@key:1'), 12),
      'accept-language': oddly(fc.constantFrom('de', 'ja;q=0.5, xx', ';;;'), 6),
      accept: oddly(fc.constantFrom('application/vnd.api+json', 'text/html', '*/*;q=0', 'text/csv'), 40),
    })
    .map((all) =>
      Object.fromEntries(
        Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
      ),
    )
}

const malformed = ['', 'null', '[]', '{', '{"data":null}', '{"data":[]}', '{"a":1,"a":2}', '"\u0000"']

function anyBody(endpoint: Endpoint): fc.Arbitrary<string | undefined> {
  const { body } = endpoint
  if (!body) return fc.constant(undefined)
  if (body.kind === 'csv') return anyCsv
  const meta = anyMembers(
    'meta' in body ? (body.meta?.members ?? {}) : {},
    'meta' in body ? (body.meta?.required ?? []) : [],
  )
  const document =
    body.kind === 'meta'
      ? meta.map((members): Members => ({ meta: members }))
      : body.kind === 'documents'
        ? fc.array(anyItem(endpoint), { maxLength: 4 }).map((data): Members => ({ data }))
        : fc
            .record({ data: anyResource(endpoint, body.write), meta: rarely(meta, 1) })
            .map((members): Members => members)
  return fc.oneof(
    { weight: 15, arbitrary: document.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed) },
  )
}

/** A resource of a bulk write: new, with a name for the others, or with an id. */
function anyItem(endpoint: Endpoint): fc.Arbitrary<Members> {
  const lid = fc.constantFrom('a', 'b')
  const make = fc.record({ made: anyResource(endpoint, 'create'), lid: rarely(lid, 1) })
  const change = fc.record({ changed: anyResource(endpoint, 'update'), id: anyId(endpoint.resource.type) })
  const meta = oddly(anyMembers({ if_match: EntityTag, delete_excluded_assignees: Flag }, []), 4)
  return fc
    .tuple(
      fc.oneof(
        make.map(({ made, lid: name }) => ({ ...made, ...(name === undefined ? {} : { lid: name }) })),
        change.map(({ changed, id }) => ({ ...changed, id })),
      ),
      meta,
    )
    .map(([item, own]) => (own === undefined ? item : { ...item, meta: own }))
}

function anyResource({ resource }: Endpoint, write: 'create' | 'update'): fc.Arbitrary<Members> {
  const isOpen = ({ access }: Pick<Attribute, 'access'>) => mayWrite(access, write)
  const attributes = Object.entries(resource.attributes).filter(([, attribute]) => isOpen(attribute))
  const required = attributes.flatMap(([name, attribute]) =>
    attribute.required && write === 'create' ? [name] : [],
  )
  const schemas = attributes.map(([name, { write: sent, schema }]) => [name, sent ?? schema] as const)
  const relationships = Object.entries(resource.relationships)
    .filter(([, relationship]) => isOpen(relationship))
    .map(([name, { types, many }]) => {
      const identifier = fc.oneof(
        {
          weight: 12,
          arbitrary: fc
            .constantFrom(...Array.from({ length: 12 }, () => types).flat(), 'task')
            .chain((type) => anyId(type).map((id): Members => ({ type, id }))),
        },
        { weight: 1, arbitrary: fc.constantFrom('a', 'b').map((lid): Members => ({ type: 'task', lid })) },
      )
      const data = many ? fc.array(identifier, { maxLength: 3 }) : fc.option(identifier, { freq: 4 })
      const freq = name === 'workspace' || name === 'user' ? 10 : 1
      return fc
        .option(
          fc.oneof(
            data.map((held) => ({ data: held })),
            data,
          ),
          { nil: undefined, freq },
        )
        .map((value): [string, unknown] => [name, value])
    })
  return fc.record({
    type: fc.oneof(
      { weight: 20, arbitrary: fc.constant(resource.type) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>('task', 7, null) },
    ),
    id: oddly(anyId(resource.type), 10),
    attributes: anyMembers(Object.fromEntries(schemas), required),
    relationships: fc.tuple(...relationships).map((entries) => Object.fromEntries(entries) as Members),
  })
}

/** Some of the declared members, those that are required nearly always, and now and then a strange one. */
function anyMembers(
  declared: Readonly<Record<string, unknown>>,
  required: readonly string[],
): fc.Arbitrary<Members> {
  const entries = Object.entries(declared).map(([name, schema]) =>
    required.includes(name)
      ? fc.tuple(fc.constant(name), rarely(anyValue(schema as PlainSchema), 20))
      : fc.tuple(fc.constant(name), oddly(anyValue(schema as PlainSchema), 4)),
  )
  const strange = oddly(fc.tuple(fc.constantFrom(...strangeNames), fc.constantFrom(...hostileValues)), 25)
  // Not an object literal: `__proto__` has to become a member of its own.
  return fc
    .tuple(fc.tuple(...entries), strange)
    .map(([own, odd]) => Object.fromEntries(odd ? [...own, odd] : own) as Members)
}

const anyCell = fc.oneof(
  fc.constantFrom(
    '1',
    '2',
    '3',
    '5m',
    '1h 30m',
    'level_1',
    '2026-03-01',
    '10:00',
    '"a;b"',
    '"x\ny"',
    '',
    '=',
  ),
  fc.constantFrom(...hostileValues).map((value) => String(value)),
)

const anyCsv = fc
  .uniqueArray(
    fc.constantFrom('name', 'id', 'duration', 'predecessors', 'stream', 'level', 'team', '__proto__', 'x'),
    { minLength: 1, maxLength: 5 },
  )
  .chain((header) =>
    fc
      .array(fc.array(anyCell, { maxLength: header.length + 1 }), { maxLength: 4 })
      .map((rows) => [header, ...rows].map((cells) => cells.join(',')).join('\n')),
  )
