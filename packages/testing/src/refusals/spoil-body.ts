import {
  type Attribute,
  type Endpoint,
  mayWrite,
  type PlainSchema,
  type Relationship,
  writableAttributes,
} from '@runsheet/contract'
import type { ExampleRequest } from '../examples/send-example.ts'
import type { SpoiltRequest } from './spoilt-request.ts'
import { wrongValues } from './wrong-values.ts'

type Members = Readonly<Record<string, unknown>>
type Code = SpoiltRequest['code']

/** An id of nothing. */
export const NO_ID = '987654321'

/** The request with everything wrong in its body, one thing at a time, that follows from what its endpoint declares. */
export function spoilBody(endpoint: Endpoint, request: ExampleRequest): SpoiltRequest[] {
  const { body } = endpoint
  if (!body) return []
  const typed = (type: string, text: string) => ({ body: text, headers: { 'content-type': type } })
  const own = body.kind === 'csv' ? 'text/csv' : 'application/json'
  const all: SpoiltRequest[] = [{ ...request, code: 'unsupported_media_type', ...typed('image/png', '{}') }]
  if (body.kind === 'csv') return all
  const sent = (code: Code, document: unknown): SpoiltRequest => ({ ...request, code, body: document })
  const whole = (request.body ?? {}) as Members
  all.push(
    { ...request, code: 'invalid_json', ...typed(own, '{') },
    sent('invalid_document', []),
    sent('unknown_attribute', { ...whole, nothing: 1 }),
    ...(body.kind === 'documents' ? [] : [sent('invalid_type', { ...whole, meta: 7 })]),
    ...spoilMeta(endpoint, whole).map(([code, document]) => sent(code, document)),
  )
  if (body.kind === 'meta') return all
  all.push({ ...request, code: 'missing_body', body: undefined })
  return [
    ...all,
    ...spoilData(endpoint, whole).map(([code, data]) => ({
      ...sent(code, { ...whole, data }),
      ...(code === 'related_not_found' ? ({ mayBeOther: true } as const) : {}),
    })),
  ]
}

function spoilMeta({ body }: Endpoint, whole: Members): (readonly [Code, Members])[] {
  if (!body || !('meta' in body) || !body.meta) return []
  const { members, required } = body.meta
  const meta = (whole['meta'] ?? {}) as Members
  const wrong = Object.entries(members).flatMap(([name, schema]) =>
    wrongValues(schema as PlainSchema).map(([code, value]) => [code, { [name]: value }] as const),
  )
  return [
    ...wrong.map(([code, member]) => [code, { ...whole, meta: { ...meta, ...member } }] as const),
    ...(required ? [['missing_meta', { ...whole, meta: {} }] as const] : []),
  ]
}

function spoilData(endpoint: Endpoint, whole: Members): (readonly [Code, unknown])[] {
  const { body, resource } = endpoint
  if (body?.kind === 'documents') return spoilItems(endpoint, whole['data'] as readonly Members[])
  if (body?.kind !== 'document') return []
  const data = whole['data'] as Members
  const own: (readonly [Code, Members])[] =
    body.write === 'create'
      ? [['read_only', { ...data, id: '1' }]]
      : [['id_mismatch', { ...data, id: NO_ID }]]
  return [...own, ...spoilResource(resource, data, body.write, endpoint)]
}

/** Each resource of a bulk write spoilt in turn, beside the others as they are. */
function spoilItems(endpoint: Endpoint, items: readonly Members[]): (readonly [Code, unknown])[] {
  return items.flatMap((item, at) =>
    spoilResource(endpoint.resource, item, 'id' in item ? 'update' : 'create', endpoint).map(
      ([code, spoilt]) => [code, items.with(at, spoilt)] as const,
    ),
  )
}

function spoilResource(
  resource: Endpoint['resource'],
  data: Members,
  write: 'create' | 'update',
  endpoint: Endpoint,
): (readonly [Code, Members])[] {
  const attributes = (data['attributes'] ?? {}) as Members
  const own: (readonly [Code, Members])[] = [
    ['type_mismatch', { ...data, type: 'nothing' }],
    ['missing_attribute', { ...data, type: undefined }],
  ]
  const written = writableAttributes(resource, write).flatMap(({ name, attribute }) =>
    wrongValues((attribute.write ?? attribute.schema) as PlainSchema).map(
      ([code, value]) => [code, { ...data, attributes: { ...attributes, [name]: value } }] as const,
    ),
  )
  const readOnly = firstReadOnly(resource.attributes, write)
  if (readOnly !== undefined)
    own.push(['read_only', { ...data, attributes: { ...attributes, [readOnly]: null } }])
  return [...own, ...written, ...spoilLinks(endpoint, data, write)]
}

const firstReadOnly = (
  members: Readonly<Record<string, Attribute | Relationship>>,
  write: 'create' | 'update',
) => Object.keys(members).find((name) => !mayWrite(members[name]?.access ?? 'read', write))

function spoilLinks(
  { resource }: Endpoint,
  data: Members,
  write: 'create' | 'update',
): (readonly [Code, Members])[] {
  const links = (data['relationships'] ?? {}) as Members
  const spoilt = (name: string, held: unknown): Members => ({
    ...data,
    relationships: { ...links, [name]: { data: held } },
  })
  const open = Object.entries<Relationship>(resource.relationships).filter(([, { access }]) =>
    mayWrite(access, write),
  )
  const readOnly = firstReadOnly(resource.relationships, write)
  const all: (readonly [Code, Members])[] =
    readOnly === undefined ? [] : [['read_only', spoilt(readOnly, null)]]
  const written = open.flatMap(
    ([
      name,
      {
        many,
        types: [type = ''],
        required,
      },
    ]) => {
      const one = (id: string) => ({ type, id })
      const held = (id: string) => (many ? [one(id)] : one(id))
      const wrong: (readonly [Code, Members])[] = [
        ['invalid_format', spoilt(name, held('x'))],
        ['related_not_found', spoilt(name, held(NO_ID))],
      ]
      if (many)
        wrong.push([
          'too_long',
          spoilt(
            name,
            Array.from({ length: 10_001 }, () => one('1')),
          ),
        ])
      if (required && write === 'create') wrong.push(['missing_relationship', { ...data, relationships: {} }])
      return wrong
    },
  )
  return [...all, ...written]
}
