import {
  type DocumentsBody,
  type Endpoint,
  includesOf,
  type Json,
  pathParameters,
  published,
  typeOfParameter,
  writableAttributes,
} from '@runsheet/contract'
import { type Html, html, prose } from './html.ts'
import { allowedWords, limits, typeWords } from './schema-words.ts'

type Resource = Endpoint['resource']

interface Row {
  readonly name: string
  readonly type: string
  readonly mark?: string | undefined
  readonly note?: string | undefined
  readonly words?: readonly string[]
}

function table(caption: string, rows: readonly Row[]): Html | undefined {
  if (rows.length === 0) return undefined
  return html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.map(
    ({ name, type, mark, note, words = [] }) =>
      html`<tr><th scope="row"><code>${name}</code>${mark && html` <em>${mark}</em>`}</th><td>${type}</td><td>${note && prose(note)}${words.length > 0 && html`<span class="words">${words.map((word) => html`<code>${word}</code> `)}</span>`}</td></tr>
`,
  )}</tbody></table>`
}

/** Path and query of an endpoint. */
export function parameterTable(endpoint: Endpoint): Html | undefined {
  const { answer } = endpoint
  const path = pathParameters(endpoint).map((name) => ({
    name,
    type: 'id',
    mark: 'in the path',
    note: `Of the ${typeOfParameter(endpoint, name).replaceAll('_', ' ')}.`,
  }))
  const query = Object.entries(endpoint.query).map(([name, { schema, summary, list, aliases = [] }]) => ({
    name,
    type: list ? `${typeWords((schema['items'] ?? {}) as Json)}, one or several` : typeWords(schema),
    note: `${summary}.${aliases.length > 0 ? ` Older spelling: \`${aliases.join('`, `')}\`.` : ''}`,
    words: allowedWords(schema),
  }))
  const sort = answer.kind === 'list' && answer.sort ? [{ name: 'sort', words: answer.sort }] : []
  const include = includesOf(endpoint)
  const shape = include.length > 0 ? [{ name: 'include', words: include }] : []
  return table('Parameters', [
    ...path,
    ...query,
    ...[...sort, ...shape].map((row) => ({ ...row, type: 'word, one or several' })),
  ])
}

/** The members of the body of an endpoint, by their place in it. */
export function bodyTables({ body, resource }: Endpoint): readonly (Html | undefined)[] {
  if (!body || body.kind === 'csv') return []
  const meta = 'meta' in body && body.meta ? body.meta : { members: {}, required: [] }
  const options = Object.entries(meta.members).map(([name, schema]) => ({
    ...valueRow(name, published(schema), undefined),
    mark: meta.required?.includes(name) ? 'required' : undefined,
  }))
  if (body.kind === 'documents') return itemTables(resource, body)
  const written = body.kind === 'meta' ? [] : writtenTables(resource, body.write)
  return [...written, table('Body: meta', options)]
}

/** Of a bulk write: what is required of a resource is so only where it is made. */
function itemTables(resource: Resource, { each }: DocumentsBody) {
  const options = Object.entries(each.members).map(([name, schema]) =>
    valueRow(name, published(schema), undefined),
  )
  return [...writtenTables(resource, 'create', '[]'), table('Body: data[].meta', options)]
}

function writtenTables(resource: Resource, write: 'create' | 'update', each = '') {
  const attributes = writableAttributes(resource, write).map(({ name, schema, required, attribute }) => ({
    ...valueRow(name, schema, attribute.note),
    mark: required ? 'required' : undefined,
  }))
  const relationships = Object.entries(resource.relationships)
    .filter(([, { access }]) => access === 'write' || access === write)
    .map(([name, { types, many, note, required }]) => ({
      name,
      type: target(types, many),
      mark: required && write === 'create' ? 'required' : undefined,
      note,
    }))
  return [
    table(`Body: data${each}.attributes`, attributes),
    table(`Body: data${each}.relationships`, relationships),
  ]
}

/** Every member of a resource as it is read. */
export function resourceTable({ attributes, relationships }: Resource): Html | undefined {
  const marks = {
    read: undefined,
    create: 'set once',
    write: 'writable',
    secret: 'sent once, never answered',
    hidden: 'sent, never answered',
  } as const
  return table('Members', [
    ...Object.entries(attributes).map(([name, { schema, access, note }]) => ({
      ...valueRow(name, published(schema), note),
      mark: marks[access],
    })),
    ...Object.entries(relationships).map(([name, { types, many, access, note, onInclude }]) => ({
      name,
      type: target(types, many),
      mark: marks[access],
      note: [note, onInclude ? 'Present only when `include` asks for it.' : undefined]
        .filter(Boolean)
        .join(' '),
    })),
  ])
}

function valueRow(name: string, schema: Json, note: string | undefined): Row {
  const range = limits(schema)
  const text = [note, range && `${range.charAt(0).toUpperCase()}${range.slice(1)}.`].filter(Boolean).join(' ')
  return { name, type: typeWords(schema), note: text, words: allowedWords(schema) }
}

function target(types: readonly string[], many: boolean): string {
  const named = types.length > 4 ? 'resource of many types' : types.join(' or ')
  return `→ ${many ? 'list of ' : ''}${named}`
}
