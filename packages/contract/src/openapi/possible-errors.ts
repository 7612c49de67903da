import type { TSchema } from 'typebox'
import { type Endpoint, isOfOne, takesIfMatch } from '../endpoint.ts'
import { type ErrorCode, type ErrorStatus, errorCatalogue, errorCodes } from '../errors/index.ts'
import { includesOf } from '../query/parse-query.ts'
import { mayWrite, type Resource } from '../resource.ts'
import { writableAttributes, writes } from './resource-schemas.ts'

/**
 * Every code that an endpoint can answer with, by status, in the order of the catalogue: what it declares, and what
 * follows from its method, parameters and body. 405 is of paths and verbs that are no endpoint.
 */
export function possibleErrors(endpoint: Endpoint): ReadonlyMap<ErrorStatus, readonly ErrorCode[]> {
  const codes = new Set<ErrorCode>([
    ...request(endpoint),
    ...access(endpoint),
    ...(endpoint.method === 'GET' ? [] : change(endpoint)),
    ...bodyCodes(endpoint),
    ...endpoint.errors,
    ...service(endpoint),
  ])
  return Map.groupBy(
    errorCodes.filter((code) => codes.has(code)),
    (code) => errorCatalogue[code].status,
  )
}

function request(endpoint: Endpoint): ErrorCode[] {
  const { query, answer, body } = endpoint
  const codes: ErrorCode[] = [
    'bad_request',
    'unknown_parameter',
    'invalid_header',
    'invalid_core_url',
    'invalid_api_version',
    'not_acceptable',
  ]
  const schemas = Object.values(query).map(({ schema, list }) => ({
    list,
    words: 'enum' in schema || (list && 'enum' in (schema['items'] as object)),
  }))
  // Every page parameter may come once only.
  if (answer.kind === 'list' || schemas.some(({ words, list }) => !words || !list))
    codes.push('invalid_parameter')
  if (schemas.some(({ words }) => words)) codes.push('invalid_filter_value')
  if (answer.kind === 'list') codes.push('invalid_page')
  if (answer.kind === 'list' && answer.sort) codes.push('invalid_sort')
  if (answer.kind === 'resource' || answer.kind === 'list' || answer.kind === 'resources')
    codes.push('invalid_fields')
  if (includesOf(endpoint).length > 0) codes.push('invalid_include')
  if (!body) return codes
  codes.push('payload_too_large', 'unsupported_media_type')
  if (body.kind !== 'csv') codes.push('invalid_json', 'invalid_document')
  if (body.kind !== 'csv' && body.kind !== 'meta') codes.push('missing_body')
  return codes
}

/** What everybody may do who sees what it is done to: those who may not are told that it is not there. */
export const withSight: readonly Endpoint['permission'][] = [
  'instance.read',
  'account.read',
  'account.update',
  'log.read',
  'people.read',
  'workspace.read',
  'data_source.read',
  'integration.read',
  'runbook.read',
]

/** True where somebody may see what they may not do. Lists that lie in no place show what may be seen. */
const isRefusedByRole = ({ permission, answer, path }: Endpoint) =>
  !withSight.includes(permission) && (answer.kind !== 'list' || path.includes(':'))

function access(endpoint: Endpoint): ErrorCode[] {
  const { path, method, permission } = endpoint
  const origin: ErrorCode[] = method === 'GET' ? [] : ['origin_not_allowed']
  if (permission === 'public') return [...origin, 'rate_limited']
  return [
    'unauthorized',
    'invalid_token',
    'token_expired',
    'token_revoked',
    'session_expired',
    ...origin,
    'user_archived',
    'developer_role_required',
    ...(isRefusedByRole(endpoint) ? (['insufficient_role'] as const) : []),
    ...(path.includes(':') ? (['not_found'] as const) : []),
    'rate_limited',
  ]
}

function change(endpoint: Endpoint): ErrorCode[] {
  if (endpoint.permission === 'public') return []
  return ['idempotency_key_conflict', ...(takesIfMatch(endpoint) ? (['stale_resource'] as const) : [])]
}

function service({ method, answer }: Endpoint): ErrorCode[] {
  return [
    'internal_error',
    'core_outdated',
    'core_unavailable',
    ...(method === 'GET' ? [] : (['storage_full'] as const)),
    // Streams have no deadline.
    ...(answer.kind === 'stream' ? [] : (['core_timeout'] as const)),
  ]
}

function bodyCodes(endpoint: Endpoint): ErrorCode[] {
  const { resource, body } = endpoint
  if (!body || body.kind === 'csv') return []
  const codes: ErrorCode[] = ['unknown_attribute', 'invalid_type']
  if ('meta' in body && body.meta) {
    codes.push(...Object.values(body.meta.members).flatMap(schemaCodes))
    if (body.meta.required) codes.push('missing_meta')
  }
  if (body.kind === 'meta') return codes
  if (body.kind === 'documents') {
    const each = Object.values(body.each.members).flatMap(schemaCodes)
    const kinds = (['create', 'update'] as const).flatMap((write) => writeCodes(resource, write))
    return [...codes, ...each, ...kinds, 'taken', 'too_long', 'related_not_found']
  }
  // Only an id that the path or the caller says can be contradicted.
  if (body.write === 'update' && isOfOne(endpoint)) codes.push('id_mismatch')
  return [...codes, ...writeCodes(resource, body.write)]
}

function writeCodes(resource: Resource, write: 'create' | 'update'): ErrorCode[] {
  const codes: ErrorCode[] = []
  if (!writes(resource, write)) return codes
  codes.push('type_mismatch', 'missing_attribute')
  // A new resource has no id to send.
  if (write === 'create' || hasReadOnly(resource, write)) codes.push('read_only')
  for (const { attribute } of writableAttributes(resource, write))
    codes.push(...schemaCodes(attribute.write ?? attribute.schema))
  const links = Object.values(resource.relationships).filter(({ access }) => mayWrite(access, write))
  if (links.length > 0) codes.push('related_not_found', 'invalid_format')
  if (links.some(({ many }) => many)) codes.push('too_long')
  if (write === 'create' && links.some(({ required }) => required)) codes.push('missing_relationship')
  return codes
}

/** True when something of the resource is not for a write of that kind. */
const hasReadOnly = ({ attributes, relationships }: Resource, write: 'create' | 'update') =>
  [...Object.values(attributes), ...Object.values(relationships)].some(
    ({ access }) => !mayWrite(access, write),
  )

/** The codes of `validateValue` that a schema can lead to. */
function schemaCodes(schema: TSchema): ErrorCode[] {
  const plain = schema as {
    type?: string
    enum?: unknown
    anyOf?: readonly TSchema[]
    items?: TSchema
    properties?: Readonly<Record<string, TSchema>>
    minLength?: number
    maxLength?: number
    minItems?: number
    maxItems?: number
    minimum?: number
    format?: string
    required?: unknown
  }
  const codes: ErrorCode[] = []
  if (plain.type === 'string' && !plain.enum) codes.push('invalid_format')
  if (plain.enum) codes.push('invalid_enum')
  if (plain.maxLength !== undefined || plain.maxItems !== undefined) codes.push('too_long')
  if ((plain.minLength ?? plain.minItems ?? 0) > 0) codes.push('blank')
  if ((plain.minLength ?? 0) > 1) codes.push('too_short')
  if (plain.minimum !== undefined) codes.push('out_of_range')
  if (plain.required) codes.push('missing_attribute')
  const inner = [...(plain.anyOf ?? []), ...(plain.items ? [plain.items] : [])]
  return [...codes, ...[...inner, ...Object.values(plain.properties ?? {})].flatMap(schemaCodes)]
}
