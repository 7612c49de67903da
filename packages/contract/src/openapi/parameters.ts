import { type Endpoint, takesIfMatch } from '../endpoint.ts'
import { DEFAULT_PAGE } from '../query/page.ts'
import type { Parameter } from '../query/parameter.ts'
import { fieldsOf, fieldTypesOf, includesOf } from '../query/parse-query.ts'
import type { Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { apiVersions, EARLIEST_API_VERSION } from '../versions/api-versions.ts'
import { type Json, pascal, ref } from './json-schema.ts'
import { isTold } from './resource-schemas.ts'

/** Names of the path parameters of an endpoint, in their order. */
export function pathParameters({ path }: Endpoint): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
}

/** What the id in a path belongs to: `runbook_id` to a runbook, `id` to the resource of the endpoint. */
export function typeOfParameter({ resource }: Endpoint, name: string): string {
  return name === 'id' ? resource.type : name.replace(/_id$/, '')
}

/** The headers that any request may carry, as components. */
export const headerParameters: Readonly<Record<string, Json>> = {
  ApiVersion: header('Api-Version', {
    description: `A date from ${EARLIEST_API_VERSION} on: the newest version of the contract that is not after it. Without it the default of the server holds, which is the newest unless its operator says otherwise.`,
    schema: { type: 'string', format: 'date', examples: apiVersions.map(({ date }) => date) },
  }),
  CoreUrl: header('Core-Url', {
    description: 'The absolute address of the instance, where this API serves several.',
    schema: { type: 'string', format: 'uri' },
  }),
  AcceptLanguage: header('Accept-Language', {
    description: 'The language of titles and details of errors: en, de, fr, es or ja.',
    schema: { type: 'string' },
  }),
  RequestId: header('X-Request-Id', {
    description:
      'An id of yours for the request; it comes back, and stands in the log. One is made without it.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,128}$' },
  }),
  IdempotencyKey: header('Idempotency-Key', {
    description:
      'Makes the write safe to repeat: within 24 hours the same key with the same request gets the same answer, and the change happens once.',
    schema: { type: 'string', pattern: '^[ -~]{1,255}$' },
  }),
  IfMatch: header('If-Match', {
    description:
      'The `ETag` that you read: the change is refused (`stale_resource`) when the resource moved.',
    schema: { type: 'string' },
  }),
  LastEventId: header('Last-Event-ID', {
    description: 'The `id` of the last event that you saw: the stream resumes after it.',
    schema: { type: 'string', pattern: '^[ -~]{1,255}$' },
  }),
}

function header(name: string, rest: Json): Json {
  return { name, in: 'header', required: false, ...rest }
}

/** Names of the header components that make sense on an endpoint. */
export function headersOf(endpoint: Endpoint): readonly string[] {
  const { method, answer, permission } = endpoint
  return [
    'ApiVersion',
    'CoreUrl',
    'AcceptLanguage',
    'RequestId',
    ...(method === 'GET' || permission === 'public' ? [] : ['IdempotencyKey']),
    ...(takesIfMatch(endpoint) ? ['IfMatch'] : []),
    ...(answer.kind === 'stream' ? ['LastEventId'] : []),
  ]
}

/** Every parameter of an endpoint: path, query, headers. */
export function parametersOf(endpoint: Endpoint): Json[] {
  return [
    ...pathParameters(endpoint).map((name) => ({
      name,
      in: 'path',
      required: true,
      description: `The id of the ${typeOfParameter(endpoint, name).replaceAll('_', ' ')}.`,
      schema: ref('Id'),
    })),
    ...queryParameters(endpoint),
    ...fieldTypesOf(endpoint).map((type) => ({ $ref: `#/components/parameters/Fields${pascal(type)}` })),
    ...headersOf(endpoint).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
}

/** Every query parameter of an endpoint but `fields[…]`, those of all lists included. */
export function queryParameters(endpoint: Endpoint): Json[] {
  const own = Object.entries(endpoint.query).flatMap(([name, parameter]) => declared(name, parameter))
  const { answer } = endpoint
  if (answer.kind !== 'list' && answer.kind !== 'resource') return own
  return [
    ...own,
    ...(answer.kind === 'list' ? [...sort(answer), ...pages(answer)] : []),
    ...include(endpoint),
  ]
}

/** Instants may be given as dates as well. */
const dateOrTime = { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] } as const

function declared(
  name: string,
  { schema: own, summary, list, required = false, aliases = [] }: Parameter,
): Json[] {
  const schema = own['format'] === 'date-time' ? dateOrTime : own
  const also = [`filter[${name}]`, ...(list ? [`${name}[]`] : [])].map((spelling) => `\`${spelling}\``)
  const several = list ? ' Several by comma or by repetition.' : ''
  return [
    {
      ...query(name, `${summary}.${several} Also spelled ${also.join(' or ')}.`, schema, list),
      required,
    },
    ...aliases.map((alias) => ({
      ...query(alias, `Another spelling of \`${name}\`; not both at once.`, schema, list),
      deprecated: true,
    })),
  ]
}

function query(name: string, description: string, schema: Json, list = false): Json {
  const spread = list ? { style: 'form', explode: false } : {}
  return { name, in: 'query', required: false, description, ...spread, schema }
}

function sort({ sort, sortAliases = {} }: Endpoint['answer'] & { kind: 'list' }): Json[] {
  if (!sort) return []
  const fields = [...sort, ...Object.keys(sortAliases)]
  const words = fields.flatMap((field) => [field, `-${field}`])
  const older = Object.keys(sortAliases).length > 0 ? ' Names with a dot are older spellings.' : ''
  return [
    query(
      'sort',
      `Order of the list, the most important field first; \`-\` for descending.${older}`,
      { type: 'array', items: { type: 'string', enum: words } },
      true,
    ),
  ]
}

function pages({ page = DEFAULT_PAGE }: Endpoint['answer'] & { kind: 'list' }): Json[] {
  const size = { type: 'integer', minimum: 1, maximum: page.max, default: page.size }
  const one = 'One way of paging in a request; the links of the answer keep to it.'
  return [
    query('page[number]', `The page, from 1. ${one}`, { type: 'integer', minimum: 1, default: 1 }),
    query('page[size]', 'Records on a page.', size),
    query('page', 'The same as `page[number]`.', { type: 'integer', minimum: 1 }),
    query('page[limit]', 'Records in the answer, with `page[offset]`.', size),
    query('page[offset]', 'Records to skip, from 0.', { type: 'integer', minimum: 0 }),
    query(
      'page[after]',
      'The id of a record after which the page begins. It comes in links, so that a list that grows meanwhile tells nothing twice.',
      { type: 'string', pattern: '^[0-9]{1,19}$' },
    ),
    query('cursor', 'Opaque; it comes in links and says where the page begins. Empty for the first page.', {
      type: 'string',
    }),
  ]
}

/** `include`; `fields[type]` are components. */
function include(endpoint: Endpoint): Json[] {
  const paths = includesOf(endpoint)
  if (paths.length === 0) return []
  return [
    query(
      'include',
      'Relationships whose resources come along in `included`. Several by comma.',
      { type: 'array', items: { type: 'string', enum: paths } },
      true,
    ),
  ]
}

/** `fields[type]` of every resource type, as components. */
export const fieldsParameters: Readonly<Record<string, Json>> = Object.fromEntries(
  Object.values<Resource>(resources)
    .filter(isTold)
    .map(({ type, attributes, relationships }) => [
      `Fields${pascal(type)}`,
      query(
        `fields[${type}]`,
        `Only these attributes and relationships of each ${type.replaceAll('_', ' ')}.`,
        {
          type: 'array',
          items: { type: 'string', enum: fieldsOf({ attributes, relationships }) },
        },
        true,
      ),
    ]),
)
