import { type Endpoint, readsOne, takesIfMatch } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import { type ErrorCode, type ErrorStatus, errorDocument } from '../errors/index.ts'
import type { Resource } from '../resource.ts'
import { JSON_TYPES } from './bodies.ts'
import { errorExample } from './error-examples.ts'
import { exampleAnswer } from './examples/compose.ts'
import { closed, type Json, pascal, ref } from './json-schema.ts'
import { possibleErrors } from './possible-errors.ts'

const headerRef = (name: string) => ({ $ref: `#/components/headers/${name}` })

/** The headers of answers, as components. */
export const answerHeaders: Readonly<Record<string, Json>> = {
  ETag: {
    description: 'The state of the resource, for `If-Match` of a later change.',
    schema: { type: 'string' },
  },
  'Api-Version': {
    description: 'The version of the contract that the answer follows.',
    schema: { type: 'string', format: 'date' },
  },
  'X-Request-Id': { description: 'The id of the request, as in the log.', schema: { type: 'string' } },
  'RateLimit-Limit': {
    description: 'Requests that the token may send at once; they come back evenly.',
    schema: { type: 'integer' },
  },
  'RateLimit-Remaining': {
    description: 'Requests that the token may still send at once.',
    schema: { type: 'integer' },
  },
  'RateLimit-Reset': {
    description: 'Seconds until the whole limit is there again.',
    schema: { type: 'integer' },
  },
  'Retry-After': {
    description: 'Seconds to wait before the next attempt, at least.',
    schema: { type: 'integer', minimum: 0 },
  },
  'Content-Disposition': { description: 'The name of the file.', schema: { type: 'string' } },
}

const always = ['Api-Version', 'X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']
const headers = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headerRef(name)]))

/** The component of what an endpoint answers; undefined for files, streams and empty answers. */
function answerSchema({ answer, resource }: Endpoint): readonly [name: string, schema: Json] | undefined {
  const name = pascal(resource.type)
  const included = includedSchema(resource)
  const rest = included ? { included } : {}
  switch (answer.kind) {
    case 'resource':
      return [
        `${name}Document`,
        closed({ data: ref(name), ...rest, links: ref('ResourceLinks'), meta: ref('DocumentMeta') }, [
          'data',
        ]),
      ]
    case 'list':
      return [
        `${name}List`,
        closed(
          {
            data: { type: 'array', items: ref(name) },
            ...rest,
            links: ref('PageLinks'),
            meta: ref('ListMeta'),
          },
          ['data', 'links', 'meta'],
        ),
      ]
    case 'resources':
      return [`${name}Resources`, closed({ data: { type: 'array', items: ref(name) } }, ['data'])]
    case 'identifiers':
      return [
        `${name}Identifiers`,
        closed({ data: { type: 'array', items: ref(`${name}Identifier`) }, meta: ref(answer.meta) }, [
          'data',
          'meta',
        ]),
      ]
    default:
      return undefined
  }
}

/** `RunbookDocument`, `RunbookList` and so on, as far as endpoints answer them, as components. */
export function answerSchemas(): Json {
  return Object.fromEntries(
    Object.values<Endpoint>(endpoints).flatMap((endpoint) => {
      const entry = answerSchema(endpoint)
      return entry ? [entry] : []
    }),
  )
}

function includedSchema(resource: Resource): Json | undefined {
  const types = [...new Set(Object.values(resource.relationships).flatMap((link) => link.types))]
  if (types.length === 0) return undefined
  return {
    type: 'array',
    description: 'What `include` asked for; each resource once.',
    items: {
      oneOf: types.map((type) => ref(pascal(type))),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(types.map((type) => [type, `#/components/schemas/${pascal(type)}`])),
      },
    },
  }
}

/**
 * Every answer of an endpoint: its success, and its refusals by status.
 *
 * @param shared gets each refusal under a name of its own; the operations only refer to them
 */
export function responses(
  name: string,
  endpoint: Endpoint,
  serverUrl: string,
  shared: Map<string, Json>,
): Json {
  const refusals = [...possibleErrors(endpoint)].map(([status, codes]) => [
    String(status),
    sharedRefusal(status, codes, shared),
  ])
  return {
    [String(endpoint.answer.status)]: success(name, endpoint, serverUrl),
    ...Object.fromEntries(refusals),
  }
}

function sharedRefusal(status: ErrorStatus, codes: readonly ErrorCode[], shared: Map<string, Json>): Json {
  const same = [...shared].find(
    ([name, answer]) =>
      name.startsWith(`Refusal${status}`) && String(answer['x-error-codes']) === String(codes),
  )
  const before = [...shared.keys()].filter((name) => name.startsWith(`Refusal${status}`)).length
  const name = same?.[0] ?? (before === 0 ? `Refusal${status}` : `Refusal${status}-${before + 1}`)
  if (!same) shared.set(name, refusal(status, codes))
  return { $ref: `#/components/responses/${name}` }
}

function success(name: string, endpoint: Endpoint, serverUrl: string): Json {
  const { answer, resource, summary } = endpoint
  const example = exampleAnswer(name, endpoint, serverUrl)
  const json = (schema: string) => ({ content: inJson(ref(schema), example) })
  const type = pascal(resource.type)
  switch (answer.kind) {
    case 'resource':
      return {
        description: `The ${spoken(resource.type)}.`,
        headers: headers(...(hasEtag(endpoint) ? ['ETag'] : []), ...always),
        ...json(`${type}Document`),
      }
    case 'list':
      return { description: 'A page of the list.', headers: headers(...always), ...json(`${type}List`) }
    case 'resources':
      return {
        description: `The ${spoken(resource.type)}s, in the order in which they were sent.`,
        headers: headers(...always),
        ...json(`${type}Resources`),
      }
    case 'identifiers':
      return { description: `${summary}.`, headers: headers(...always), ...json(`${type}Identifiers`) }
    case 'empty':
      return { description: 'Done; the body is empty.', headers: headers(...always) }
    case 'file':
      return {
        description: 'The file.',
        headers: headers('Content-Disposition', ...always),
        content: Object.fromEntries(answer.types.map((media) => [media, file(media, example)])),
      }
    default:
      return {
        description: 'Events, as they happen, until the caller leaves (`text/event-stream`).',
        headers: headers('X-Request-Id'),
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      }
  }
}

/** A document under both of its media types; one shows what it looks like. */
function inJson(schema: Json, example: unknown): Json {
  const [plain, jsonApi] = JSON_TYPES
  return { [plain]: { schema, ...(example === undefined ? {} : { example }) }, [jsonApi]: { schema } }
}

function file(media: string, example: unknown): Json {
  return media === 'text/csv' ? { schema: { type: 'string' }, example } : { schema: {} }
}

/** True for a read of one resource, and for a write of one that can be changed: then its state has a name. */
const hasEtag = (endpoint: Endpoint): boolean => readsOne(endpoint) || isChangeable(endpoint.resource)

const isChangeable = (resource: Resource): boolean =>
  Object.values<Endpoint>(endpoints).some(
    (endpoint) => endpoint.resource === resource && takesIfMatch(endpoint),
  )

const spoken = (type: string) => type.replaceAll('_', ' ')

/** The answer of one status: which codes it can carry, and what the first of them looks like. */
function refusal(status: ErrorStatus, codes: readonly ErrorCode[]): Json {
  const [first] = codes
  const example = first && errorDocument([errorExample(first)], 'en', '01JQ8Z5T4N6Y')
  const waits = status === 429 || status === 503 ? ['Retry-After'] : []
  return {
    description: `${example?.errors[0]?.title ?? ''}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    'x-error-codes': codes,
    headers: headers('X-Request-Id', ...waits),
    content: inJson(ref('Errors'), example),
  }
}
