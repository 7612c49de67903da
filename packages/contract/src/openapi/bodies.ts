import type { DocumentsBody, Endpoint, MetaSchema } from '../endpoint.ts'
import type { Resource } from '../resource.ts'
import { exampleRequest } from './examples/compose.ts'
import { closed, type Json, pascal, published, ref } from './json-schema.ts'
import { writeSchema } from './resource-schemas.ts'

export const JSON_TYPES = ['application/json', 'application/vnd.api+json'] as const

/** True when an endpoint takes a body that can say something. */
export function takesBody({ body }: Endpoint): boolean {
  return body !== undefined && (body.kind !== 'meta' || Object.keys(body.meta.members).length > 0)
}

/** The request body of an endpoint; undefined where it has none, or where an empty `meta` is all that it could say. */
export function requestBody(name: string, endpoint: Endpoint): Json | undefined {
  const { body } = endpoint
  if (!body || !takesBody(endpoint)) return undefined
  const example = exampleRequest(name, endpoint)
  if (body.kind === 'csv') {
    const schema = { type: 'string', description: 'UTF-8, with a header line; columns as in the export.' }
    return { required: true, content: { 'text/csv': { schema, example } } }
  }
  const optional = body.kind === 'meta' && !body.meta.required
  const schema = ref(`${pascal(name)}Request`)
  return {
    required: !optional,
    ...(optional ? { description: 'May be left out.' } : {}),
    content: Object.fromEntries(
      JSON_TYPES.map((type, at) => [type, at === 0 && example ? { schema, example } : { schema }]),
    ),
  }
}

/** The component that `requestBody` refers to; undefined for files and endpoints without a body. */
export function requestSchema(endpoint: Endpoint): Json | undefined {
  const { body, resource } = endpoint
  if (!body || body.kind === 'csv' || !takesBody(endpoint)) return undefined
  const name = pascal(resource.type)
  const meta = 'meta' in body && body.meta ? metaSchema(body.meta) : undefined
  const needed = 'meta' in body && body.meta?.required ? ['meta'] : []
  if (body.kind === 'meta') return closed(meta ? { meta } : {}, needed)
  if (body.kind === 'documents') return closed({ data: itemsSchema(resource, body) }, ['data'])
  const whole = closed({ data: ref(name + pascal(body.write)), ...(meta ? { meta } : {}) }, [
    'data',
    ...needed,
  ])
  return body.bare ? { anyOf: [whole, bareSchema(resource, body.bare)] } : whole
}

function bareSchema({ attributes }: Resource, names: readonly string[]): Json {
  const members = names.flatMap((name) => {
    const attribute = attributes[name]
    return attribute ? [[name, published(attribute.write ?? attribute.schema)] as const] : []
  })
  return { ...closed(Object.fromEntries(members), []), minProperties: 1 }
}

/** Resources that are changed and resources that are made; which is which, says their id. */
function itemsSchema(resource: Resource, { max, each }: DocumentsBody): Json {
  const items = (['update', 'create'] as const).map((write) =>
    writeSchema(resource, write, { meta: metaSchema(each) }),
  )
  return { type: 'array', maxItems: max, items: { anyOf: items } }
}

function metaSchema({ members, required }: MetaSchema): Json {
  return closed(
    Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, published(schema)])),
    required,
  )
}
