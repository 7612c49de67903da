import {
  apiVersions,
  type Endpoint,
  type EndpointName,
  type ErrorEntry,
  endpoints,
  type Format,
  formats,
  NEWEST_API_VERSION,
  openApiDocument,
  possibleErrors,
  type Resource,
  readsOne,
} from '@runsheet/contract'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { checkLinks, checkResources } from './check-resources.ts'

export interface CheckedAnswer {
  readonly method: string
  /** With its query, as it was sent. */
  readonly path: string
  readonly status: number
  readonly headers: Headers
  /** The body as text; empty for 204. */
  readonly text: string
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
for (const [name, { test }] of Object.entries<Format>(formats)) ajv.addFormat(name, test)
for (const name of ['uri', 'uri-reference', 'date', 'html']) ajv.addFormat(name, true)
for (const { date } of apiVersions) {
  const { components } = openApiDocument({ serverUrl: '', version: '1', apiVersion: date })
  const text = JSON.stringify(components).replaceAll('"#/components', `"${date}#/components`)
  ajv.addSchema({ $id: date, components: JSON.parse(text) as object })
}

const validators = new Map<string, ValidateFunction>()

function validatorOf(version: string, component: string): ValidateFunction {
  const place = `${version}#/components/schemas/${component}`
  let validate = validators.get(place)
  if (!validate) {
    validate = ajv.compile({ $ref: place })
    validators.set(place, validate)
  }
  return validate
}

/**
 * Holds an answer below `/core` against what the contract publishes of its version: status, headers, the component schema of its
 * body (members that are not declared are refused), and the rules that a schema cannot say.
 *
 * @returns one sentence for each breach; none for an answer that keeps the contract
 */
export function checkDocument(answer: CheckedAnswer): string[] {
  const url = new URL(answer.path, 'http://host')
  if (!url.pathname.startsWith('/core')) return []
  const endpoint = endpointAt(answer.method, url.pathname)?.endpoint
  if (answer.status >= 400) return checkRefusal(answer, endpoint)
  if (!endpoint)
    return [`${answer.method} ${url.pathname} is no endpoint, but was answered with ${answer.status}`]
  const breaches = answer.status === endpoint.answer.status ? [] : [`status ${answer.status}`]
  switch (endpoint.answer.kind) {
    case 'empty':
      return answer.text === '' ? breaches : [...breaches, 'an empty answer has a body']
    case 'file':
    case 'stream':
      return breaches
    default:
      return [...breaches, ...checkSuccess(answer, endpoint, url)]
  }
}

function checkSuccess({ text, headers }: CheckedAnswer, endpoint: Endpoint, url: URL): string[] {
  const { resource, answer } = endpoint
  const type = pascal(resource.type)
  const suffixes = { resource: 'Document', resources: 'Resources', list: 'List', identifiers: 'Identifiers' }
  const suffix = suffixes[answer.kind as 'list']
  const read = readJson(text, headers)
  if ('breach' in read) return [read.breach]
  const version = headers.get('api-version') ?? NEWEST_API_VERSION
  const breaches = schemaBreaches(version, `${type}${suffix}`, read.document)
  if (breaches.length > 0) return breaches
  if (answer.kind === 'identifiers') return []
  const hasEtag = answer.kind === 'resource' && (readsOne(endpoint) || isChangeable(resource))
  if (hasEtag && !/^"\d+"$/.test(headers.get('etag') ?? ''))
    breaches.push('a resource that can be read or changed has no ETag')
  breaches.push(...checkResources(read.document as never, url, answer.kind !== 'resource'))
  if (answer.kind === 'list') breaches.push(...checkLinks(read.document as never, url))
  return breaches
}

function checkRefusal({ text, status, headers }: CheckedAnswer, endpoint: Endpoint | undefined): string[] {
  const read = readJson(text, headers)
  if ('breach' in read) return [read.breach]
  const breaches = schemaBreaches(NEWEST_API_VERSION, 'Errors', read.document)
  if (breaches.length > 0) return breaches
  const declared = endpoint && possibleErrors(endpoint)
  for (const entry of (read.document as { errors: readonly ErrorEntry[] }).errors) {
    if (entry.status !== String(status))
      breaches.push(`an error of ${entry.status} in an answer of ${status}`)
    if (entry.id !== headers.get('x-request-id'))
      breaches.push('an error does not have the id of its request')
    if (declared && ![...declared.values()].some((codes) => codes.includes(entry.code)))
      breaches.push(`the endpoint does not declare the refusal ${entry.code}`)
    if (entry.detail.trim() === '' || entry.title.trim() === '') breaches.push(`${entry.code} says nothing`)
  }
  return breaches
}

function readJson(text: string, headers: Headers): { document: unknown } | { breach: string } {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/json') && !type.startsWith('application/vnd.api+json'))
    return { breach: `content type ${type}` }
  try {
    return { document: JSON.parse(text) as unknown }
  } catch {
    return { breach: `no JSON: ${text.slice(0, 80)}` }
  }
}

function schemaBreaches(version: string, component: string, document: unknown): string[] {
  const validate = validatorOf(version, component)
  if (validate(document)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${component}${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const pascal = (name: string) =>
  name.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())

const all = Object.values<Endpoint>(endpoints)

/** True when single resources of the type can be changed, so that their state must have a name. */
const isChangeable = (resource: Resource) =>
  all.some(({ resource: of, method, path }) => of === resource && method === 'PATCH' && path.includes('/:id'))

const patterns = (Object.entries(endpoints) as [EndpointName, Endpoint][])
  .map(([name, endpoint]) => ({
    name,
    endpoint,
    pattern: new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '[^/]+')}$`),
    parameters: endpoint.path.split(':').length,
  }))
  .toSorted((a, b) => a.parameters - b.parameters)

/** The endpoint that serves a path, without its query; undefined where there is none. A word in a path goes before an id. */
export function endpointAt(
  method: string,
  path: string,
): { readonly name: EndpointName; readonly endpoint: Endpoint } | undefined {
  const served = patterns.find(({ pattern }) => pattern.test(path))?.endpoint.path
  return patterns.find(({ endpoint }) => endpoint.path === served && endpoint.method === method)
}
