import {
  type CsvBody,
  type DocumentsBody,
  type Endpoint,
  endpoints,
  fieldTypesOf,
  includesOf,
  type MetaSchema,
  type Parameter,
  takesIfMatch,
} from '@runsheet/contract'
import { comment, given, HEADING, type MemberText, memberText, pascal, sorted } from './source-text.ts'
import { atom, literal, type Schema, typeText, union } from './type-text.ts'
import { type Write, writable, writeName } from './write-resources.ts'

/** The types of what each call says and gets. */
export function writeCalls(): string {
  const calls = sorted<Endpoint>(endpoints).filter(([, { answer }]) => answer.kind !== 'stream')
  const inputs = calls.map(([name, endpoint]) => inputText(name, endpoint)).join('')
  const results = calls.map(([name, endpoint]) => `  ${name}: ${resultText(endpoint)}\n`).join('')
  const lists = calls
    .filter(([, { answer }]) => answer.kind === 'list')
    .map(([name]) => `  | ${literal(name)}\n`)
  return `${HEADING}
import type {
  BulkItem,
  Fields,
  IdentifiersDocument,
  Instant,
  ListDocument,
  Page,
  ResourceDocument,
  ResourcesDocument,
  SentByChange,
  SentByRead,
  SentByWrite,
} from '../documents.ts'
import type * as of from './resources.ts'

/** What each call says. */
export interface Inputs {
${inputs}}

/** What each call answers: a document, the text of a file, or nothing. */
export interface Results {
${results}}

/** Calls that answer page by page. */
export type ListName =
${lists.join('')}`
}

function inputText(name: string, endpoint: Endpoint): string {
  const members = [...paramsOf(endpoint), ...queryOf(endpoint), ...bodyOf(endpoint)]
  const own =
    members.length > 0
      ? ` & {\n${members.map((member) => memberText(given(member), '    ')).join('')}  }`
      : ''
  return `${comment(`${endpoint.summary}.`, '  ')}  ${name}: ${sentBy(endpoint)}${own}\n`
}

/** What may be said around a request of this kind; an endpoint for everybody takes no idempotency key. */
function sentBy(endpoint: Endpoint): string {
  const { method, permission } = endpoint
  if (method === 'GET' || permission === 'public') return 'SentByRead'
  return takesIfMatch(endpoint) ? 'SentByChange' : 'SentByWrite'
}

function paramsOf({ path }: Endpoint): MemberText[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => `readonly ${name}: string`)
  return names.length === 0 ? [] : [{ name: 'params', type: `{ ${names.join('; ')} }` }]
}

function queryOf(endpoint: Endpoint): MemberText[] {
  const own = Object.entries(endpoint.query).map(([name, parameter]) => ({
    name,
    type: parameterText(parameter),
    optional: parameter.required !== true,
    note: `${parameter.summary}.`,
  }))
  const members = [...own, ...shapeOf(endpoint)]
  if (members.length === 0) return []
  const type = `{\n${members.map((member) => memberText(given(member), '      ')).join('')}    }`
  return [{ name: 'query', type, optional: members.every(({ optional }) => optional) }]
}

/** What is common to all lists and all resources: the parts that are shown, their order, the page. */
function shapeOf(endpoint: Endpoint): MemberText[] {
  const { answer } = endpoint
  const includes = union(includesOf(endpoint).map(literal))
  const fields = union(fieldTypesOf(endpoint).map(literal))
  const sort =
    answer.kind === 'list'
      ? union((answer.sort ?? []).flatMap((word) => [literal(word), literal(`-${word}`)]))
      : 'never'
  return [
    { name: 'include', type: includes },
    { name: 'sort', type: sort },
  ]
    .filter(({ type }) => type !== 'never')
    .map(({ name, type }) => ({ name, type: oneOrMore(type), optional: true }))
    .concat(fields === 'never' ? [] : [{ name: 'fields', type: `Fields<${fields}>`, optional: true }])
    .concat(
      answer.kind === 'list'
        ? [
            { name: 'page', type: 'Page', optional: true },
            { name: 'cursor', type: 'string', optional: true },
          ]
        : [],
    )
}

/** @throws {TypeError} for a number, which the client would send as an instant: teach `write-request.ts` first */
function parameterText({ schema, list }: Parameter): string {
  const { type, format, items, contentMediaType } = schema as Schema & { readonly contentMediaType?: string }
  if (contentMediaType === 'application/json') return 'Readonly<Record<string, string | null>>'
  if (format === 'date-time') return 'Instant'
  if (type === 'integer' || type === 'number') throw new TypeError('no query has had a number so far')
  return list && type === 'array' && items ? oneOrMore(typeText(items)) : typeText(schema)
}

const oneOrMore = (type: string) => `${type} | readonly ${atom(type)}[]`

function bodyOf({ body, resource }: Endpoint): MemberText[] {
  if (!body) return []
  if (body.kind === 'document') return [...documentOf(resource, body.write), ...metaOf(body.meta)]
  if (body.kind === 'documents') return itemsOf(resource, body)
  return body.kind === 'meta' ? metaOf(body.meta) : fileOf(body)
}

function fileOf(_body: CsvBody): MemberText[] {
  return [{ name: 'body', type: 'string | Uint8Array<ArrayBuffer>', note: 'CSV in UTF-8.' }]
}

/** Several resources: those with an id are changed, the others made. */
function itemsOf(resource: Endpoint['resource'], { each }: DocumentsBody): MemberText[] {
  const parts = (['Attributes', 'Relationships'] as const).map(
    (part) => `of.${writeName(resource, 'create', part)}`,
  )
  const [meta] = metaOf(each)
  return [
    {
      name: 'items',
      type: `readonly BulkItem<${[...parts, meta?.type ?? 'Record<string, never>'].join(', ')}>[]`,
      note: 'Those with an `id` are changed, the others are made.',
    },
  ]
}

function documentOf(resource: Endpoint['resource'], write: Write): MemberText[] {
  const parts = writable(resource, write)
  return (['Attributes', 'Relationships'] as const).flatMap((part) => {
    const members = part === 'Attributes' ? parts.attributes : parts.relationships
    if (members.length === 0) return []
    const isNeeded = write === 'create' && members.some(([, { required }]) => required)
    return [{ name: part.toLowerCase(), type: `of.${writeName(resource, write, part)}`, optional: !isNeeded }]
  })
}

function metaOf(meta: MetaSchema | undefined): MemberText[] {
  if (!meta || Object.keys(meta.members).length === 0) return []
  const { members, required = [] } = meta
  const properties = members as Readonly<Record<string, Schema>>
  const type = typeText({ type: 'object', properties, required }, ' | undefined')
  return [{ name: 'meta', type, optional: required.length === 0 }]
}

/** What is answered, by the kind of the answer. @param type of the resource */
const results: Readonly<Record<Endpoint['answer']['kind'], (type: string) => string>> = {
  resource: (type) => `ResourceDocument<of.${pascal(type)}>`,
  list: (type) => `ListDocument<of.${pascal(type)}>`,
  resources: (type) => `ResourcesDocument<of.${pascal(type)}>`,
  identifiers: (type) => `IdentifiersDocument<${literal(type)}>`,
  file: () => 'string',
  empty: () => 'undefined',
  stream: () => 'undefined',
}

function resultText({ answer, resource }: Endpoint): string {
  return results[answer.kind](resource.type)
}
