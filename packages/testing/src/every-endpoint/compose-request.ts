import type { PlainSchema } from '@runsheet/contract'
import { type Attribute, type Endpoint, type EndpointName, endpoints, mayWrite } from '@runsheet/contract'
import { type Particular, particulars } from './particulars.ts'
import { sampleValue, unused } from './sample-value.ts'
import type { Scene } from './scene.ts'

/** A request that does what its endpoint is for. */
export interface Composed {
  readonly method: string
  readonly path: string
  /** A document, or the text of a file. */
  readonly body: unknown
}

/** Every endpoint that changes something and knows its caller, by name. */
export const writes = Object.entries<Endpoint>(endpoints).filter(
  ([, { method, permission }]) => method !== 'GET' && permission !== 'public',
) as [EndpointName, Endpoint][]

export const particularOf = (name: EndpointName): Particular => particulars[name] ?? {}

/** Type of what a place in a path names: `:id` is of the endpoint's own. */
const typeOf = (place: string, { resource }: Endpoint) =>
  place === 'id' ? resource.type : place.replace(/_id$/, '')

/** Relationships that the request of an endpoint names, with the type that it gives them. */
function linksOf(name: EndpointName): readonly (readonly [link: string, type: string])[] {
  const { body, resource }: Endpoint = endpoints[name]
  if (!body || !('write' in body) || body.write !== 'create') return []
  const { links: named = [] } = particularOf(name)
  return Object.entries(resource.relationships).flatMap(
    ([
      link,
      {
        access,
        required,
        types: [type = ''],
      },
    ]): [string, string][] =>
      mayWrite(access, 'create') && (required || named.includes(link)) ? [[link, type]] : [],
  )
}

/** Types of what there has to be for the request of an endpoint. */
export function typesIn(name: EndpointName): ReadonlySet<string> {
  const endpoint: Endpoint = endpoints[name]
  const places = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, place = '']) => typeOf(place, endpoint))
  return new Set([...places, ...linksOf(name).map(([, type]) => type)])
}

/** Path of an endpoint with the ids of a scene in their places. */
export function pathOf(endpoint: Endpoint, { ids }: Scene): string {
  return endpoint.path.replaceAll(/:(\w+)/g, (_word, place: string) => {
    const type = typeOf(place, endpoint)
    if (ids[type] === undefined) throw new Error(`a scene has no ${type}: make one in scene.ts`)
    return ids[type]
  })
}

/**
 * Makes a request from a declaration: what is required is there, with samples for values. What a declaration cannot
 * say stands in `particulars.ts`. Of two for one endpoint and scene, each has another body where a body can differ.
 *
 * @param withSecrets also those that it need not hold
 */
export function composeRequest(name: EndpointName, scene: Scene, withSecrets = false): Composed {
  const endpoint: Endpoint = endpoints[name]
  const { query, meta: own, secrets } = particularOf(name)
  const meta = { ...own, ...(withSecrets ? secrets?.() : {}) }
  const path = `${pathOf(endpoint, scene)}${query?.(scene) ?? ''}`
  return { method: endpoint.method, path, body: bodyOf(name, endpoint, scene, meta) }
}

function bodyOf(name: EndpointName, { body, resource }: Endpoint, scene: Scene, own?: object): unknown {
  if (!body) return undefined
  if (body.kind === 'csv') return particularOf(name).file?.(scene) ?? `Title\n${unused()}\n`
  if (body.kind === 'documents')
    return { data: [{ type: resource.type, attributes: attributesOf(resource.attributes, 'create') }] }
  const { members = {}, required = [] } = body.meta ?? {}
  const asked = Object.fromEntries(
    required.map((member) => [member, sampleValue((members[member] ?? {}) as PlainSchema)]),
  )
  const meta = { ...asked, ...own }
  const withMeta = Object.keys(meta).length > 0 ? { meta } : {}
  if (body.kind === 'meta') return Object.keys(meta).length > 0 ? withMeta : undefined
  const links = linksOf(name).map(([link, type]) => [link, { data: { type, id: scene.ids[type] } }])
  const relationships = Object.fromEntries(links) as object
  return {
    data: { type: resource.type, attributes: attributesOf(resource.attributes, body.write), relationships },
    ...withMeta,
  }
}

const isLine = ({ write, schema }: Attribute) => {
  const { type, format = 'line', enum: words } = (write ?? schema) as PlainSchema
  return type === 'string' && format === 'line' && !words
}

/** Those that a creation must have; of a change the first that takes any text. */
function attributesOf(declared: Readonly<Record<string, Attribute>>, write: 'create' | 'update') {
  const open = Object.entries(declared).filter(([, { access }]) => mayWrite(access, write))
  const changed = open.find(([, attribute]) => isLine(attribute)) ?? open[0]
  const sent = write === 'create' ? open.filter(([, { required }]) => required) : changed ? [changed] : []
  return Object.fromEntries(
    sent.map(([name, attribute]) => [
      name,
      sampleValue((attribute.write ?? attribute.schema) as PlainSchema),
    ]),
  )
}
