import type { Endpoint } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import { type Attribute, isAnswered, mayWrite, type Relationship, type Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { closed, type Json, orNull, pascal, published, ref } from './json-schema.ts'

export type Write = 'create' | 'update'

const all: readonly Resource[] = Object.values(resources)

/** Every type that a relationship may point at. */
const identifiedTypes: readonly string[] = [
  ...new Set(all.flatMap(({ relationships }) => Object.values(relationships).flatMap(({ types }) => types))),
]

export const isResourceType = (type: string): boolean => Object.hasOwn(resources, type)

/** The components of every resource: read, create, update, identifier. */
export function resourceSchemas(): Json {
  const schemas: Record<string, Json> = {}
  for (const type of identifiedTypes) schemas[`${pascal(type)}Identifier`] = identifier(type)
  for (const resource of all) {
    const name = pascal(resource.type)
    if (isTold(resource)) {
      schemas[name] = resourceObject(resource)
      schemas[`${name}Attributes`] = attributes(resource)
      schemas[`${name}Relationships`] = relationships(resource)
    }
    for (const write of ['create', 'update'] as const) {
      if (isSent(resource, write)) schemas[`${name}${pascal(write)}`] = writeSchema(resource, write)
    }
  }
  return schemas
}

/** False for what is sent and never answered. */
export const isTold = (resource: Resource): boolean => {
  const own = Object.values<Endpoint>(endpoints).filter((endpoint) => endpoint.resource === resource)
  return own.length === 0 || own.some(({ answer }) => answer.kind !== 'empty')
}

/** True when an endpoint takes such a write. */
const isSent = (resource: Resource, write: Write): boolean =>
  Object.values<Endpoint>(endpoints).some(
    ({ resource: own, body }) => own === resource && body?.kind === 'document' && body.write === write,
  )

/** True when anything of the resource may be written that way. */
export function writes(resource: Resource, write: Write): boolean {
  return [...Object.values(resource.attributes), ...Object.values(resource.relationships)].some(
    ({ access }) => mayWrite(access, write),
  )
}

function identifier(type: string): Json {
  return closed({ type: { const: type }, id: ref('Id') }, ['type', 'id'])
}

function localIdentifier(type: string): Json {
  return closed({ type: { const: type }, lid: { type: 'string' } }, ['type', 'lid'])
}

function resourceObject({ type, summary }: Resource): Json {
  const name = pascal(type)
  return closed(
    {
      type: { const: type },
      id: ref('Id'),
      attributes: ref(`${name}Attributes`),
      relationships: ref(`${name}Relationships`),
      links: ref('ResourceLinks'),
      meta: ref('ResourceMeta'),
    },
    ['type', 'id', 'attributes'],
    { description: `${summary}.` },
  )
}

/** No member is required: `fields[…]` selects, so a reader can only rely on what it did not leave out. */
function attributes({ type, attributes }: Resource): Json {
  const members = Object.entries(attributes)
    .filter(([, attribute]) => isAnswered(attribute))
    .map(([name, attribute]) => [
      name,
      described(published(attribute.schema), sentence(attribute), attribute.access === 'read'),
    ])
  return closed(Object.fromEntries(members), [], {
    description: `All of them are present, but for those of other modes, unless \`fields[${type}]\` selects fewer.`,
  })
}

function sentence({ note, access }: Attribute | Relationship): string | undefined {
  const once = access === 'create' ? 'Set when the resource is made, and never after.' : undefined
  return [note, once].filter((part) => part !== undefined).join(' ') || undefined
}

function described(schema: Json, description: string | undefined, readOnly: boolean): Json {
  return { ...schema, ...(description ? { description } : {}), ...(readOnly ? { readOnly: true } : {}) }
}

function relationships({ type, relationships }: Resource): Json {
  const members = Object.entries(relationships).map(([name, relationship]) => {
    const included = relationship.onInclude ? 'Present only when `include` asks for it.' : undefined
    const description = [sentence(relationship), included].filter(Boolean).join(' ') || undefined
    const object = closed({ data: linkage(relationship), links: ref('RelationshipLinks') }, ['data'])
    return [name, described(object, description, relationship.access === 'read')]
  })
  return closed(Object.fromEntries(members), [], {
    description: `What the ${type} points at; the whole resources come in \`included\` when \`include\` names the relationship.`,
  })
}

/** @param local the type that may also be named by `lid` */
function linkage({ types, many }: Relationship, local?: string): Json {
  const named = types.map((type) => ref(`${pascal(type)}Identifier`))
  const all = local !== undefined && types.includes(local) ? [...named, localIdentifier(local)] : named
  const target = all.length === 1 ? (all[0] as Json) : { anyOf: all }
  return many ? { type: 'array', items: target, maxItems: 10_000 } : orNull(target)
}

/**
 * The `data` of a create or update: only members that may be written, and those that must be.
 *
 * @param item what a resource of a bulk write has beside: then its id says that it is to change, and it may be called by a
 * `lid` while it has none
 */
export function writeSchema(resource: Resource, write: Write, item?: { readonly meta: Json }): Json {
  const attributes = writableAttributes(resource, write)
  const links = Object.entries(resource.relationships).filter(([, { access }]) => mayWrite(access, write))
  const needed = write === 'create' ? links.filter(([, { required }]) => required).map(([name]) => name) : []
  const required = attributes.filter(({ required }) => required).map(({ name }) => name)
  const members: Record<string, Json> = { type: { const: resource.type } }
  if (write === 'update')
    members['id'] = { ...ref('Id'), ...(item ? {} : { description: 'The id of the path, if it is sent.' }) }
  if (item && write === 'create') members['lid'] = { type: 'string', minLength: 1, maxLength: 255 }
  // An empty object is taken also where there is nothing to say.
  members['attributes'] = closed(
    Object.fromEntries(attributes.map(({ name, schema }) => [name, schema])),
    required,
  )
  if (links.length > 0) {
    members['relationships'] = closed(
      Object.fromEntries(
        links.map(([name, relationship]) => [
          name,
          writtenLink(relationship, needed.includes(name), item ? resource.type : undefined),
        ]),
      ),
      needed,
    )
  }
  if (item && write === 'update') members['meta'] = item.meta
  return closed(members, [
    'type',
    ...(item && write === 'update' ? ['id'] : []),
    ...(required.length > 0 ? ['attributes'] : []),
    ...(needed.length > 0 ? ['relationships'] : []),
  ])
}

/** The attributes that a write may carry, with the schema of the write. */
export function writableAttributes(resource: Resource, write: Write) {
  return Object.entries(resource.attributes)
    .filter(([, { access }]) => mayWrite(access, write))
    .map(([name, attribute]) => ({
      name,
      attribute,
      required: write === 'create' && attribute.required === true,
      schema: described(published(attribute.write ?? attribute.schema), attribute.note, false),
    }))
}

function writtenLink(relationship: Relationship, required: boolean, local?: string): Json {
  const data = linkage(relationship, local)
  const target = relationship.many || !required ? data : ((data['anyOf'] as readonly Json[])[0] ?? data)
  const object = closed({ data: target }, ['data'])
  const link = relationship.many || required ? object : orNull(object)
  return described(link, relationship.note, false)
}
