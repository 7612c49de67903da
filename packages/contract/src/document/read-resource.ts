import { type Problem, problem } from '../errors/index.ts'
import {
  type Attribute,
  type Identifier,
  type LocalIdentifier,
  mayWrite,
  type Relationship,
  type Resource,
} from '../resource.ts'
import { formats } from '../schema/formats.ts'
import { escapePointer, validateValue } from './validate-value.ts'

export type Members = Readonly<Record<string, unknown>>
type Linked = Identifier | LocalIdentifier

/** One resource of a write as its endpoint declares it; what is absent was not sent. */
export interface WrittenResource {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly relationships: Readonly<Record<string, Linked | null | readonly Linked[]>>
}

/** What is known of a resource beside its declaration while it is read. */
export interface ResourcePlace {
  readonly write: 'create' | 'update'
  /** Where it stands in the body: `/data`, or `/data/3`. */
  readonly at: string
  /** The id that it must repeat where it names one. */
  readonly id?: string | undefined
  /** In a bulk write: those that are made with it, at which it may point. */
  readonly locals?: Locals | undefined
}

/** The new resources of a bulk write: their type, and what they are called. */
export interface Locals {
  readonly type: string
  readonly lids: ReadonlySet<string>
}

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads one resource object of a write; problems are added to the list. */
export function readResource(
  resource: Resource,
  data: Members,
  place: ResourcePlace,
  problems: Problem[],
): WrittenResource {
  const { write, at, id, locals } = place
  const own = locals ? ['lid', 'meta'] : []
  unknownMembers(data, ['type', 'id', ...own, 'attributes', 'relationships'], at, problems)
  checkIdentity(resource, data, write, at, problems, id)
  const attributes = readAttributes(
    resource.attributes,
    data['attributes'],
    write,
    `${at}/attributes`,
    problems,
  )
  const relationships = readRelationships(
    resource.relationships,
    data['relationships'],
    { ...place, at: `${at}/relationships` },
    problems,
  )
  return { attributes, relationships }
}

/** An id without leading zeros, which the wire never has; what is no id is left as it is. */
export const plainId = (id: string) => (formats.id.test(id) ? String(BigInt(id)) : id)

export function unknownMembers(object: Members, known: readonly string[], at: string, problems: Problem[]) {
  for (const member of Object.keys(object)) {
    if (!known.includes(member))
      problems.push(
        problem(
          'unknown_attribute',
          { name: member, allowed: known },
          { pointer: `${at}/${escapePointer(member)}` },
        ),
      )
  }
}

function checkIdentity(
  resource: Resource,
  data: Members,
  write: 'create' | 'update',
  at: string,
  problems: Problem[],
  id?: string,
) {
  const type = data['type']
  if (type === undefined)
    problems.push(problem('missing_attribute', { name: 'type' }, { pointer: `${at}/type` }))
  else if (typeof type !== 'string')
    problems.push(problem('invalid_type', { name: 'type', expected: 'a string' }, { pointer: `${at}/type` }))
  else if (type !== resource.type)
    problems.push(
      problem('type_mismatch', { expected: resource.type, actual: type }, { pointer: `${at}/type` }),
    )

  const sent = data['id']
  if (sent === undefined) return
  const pointer = `${at}/id`
  if (write === 'create') problems.push(problem('read_only', { name: 'id' }, { pointer }))
  else if (typeof sent !== 'string')
    problems.push(problem('invalid_type', { name: 'id', expected: 'a string' }, { pointer }))
  else if (id !== undefined && plainId(sent) !== plainId(id))
    problems.push(problem('id_mismatch', { expected: id, actual: sent }, { pointer }))
}

/** Reads the attributes of a write; problems are added to the list. */
export function readAttributes(
  declared: Readonly<Record<string, Attribute>>,
  sent: unknown,
  write: 'create' | 'update',
  at: string,
  problems: Problem[],
) {
  const attributes: Record<string, unknown> = {}
  if (sent !== undefined && !isObject(sent)) {
    problems.push(problem('invalid_type', { name: 'attributes', expected: 'an object' }, { pointer: at }))
    return attributes
  }
  for (const [name, value] of Object.entries(sent ?? {})) {
    const pointer = `${at}/${escapePointer(name)}`
    const attribute = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!attribute) {
      problems.push(
        problem('unknown_attribute', { name, allowed: writableNames(declared, write) }, { pointer }),
      )
    } else if (!mayWrite(attribute.access, write)) {
      problems.push(problem('read_only', { name }, { pointer }))
    } else {
      validateValue(value, attribute.write ?? attribute.schema, name, pointer, problems)
      attributes[name] = value
    }
  }
  if (write === 'create') {
    for (const [name, { required }] of Object.entries(declared)) {
      if (required && !Object.hasOwn(attributes, name))
        problems.push(problem('missing_attribute', { name }, { pointer: `${at}/${name}` }))
    }
  }
  return attributes
}

function writableNames(
  declared: Readonly<Record<string, { access: Attribute['access'] }>>,
  write: 'create' | 'update',
) {
  return Object.keys(declared).filter((name) => mayWrite(declared[name]?.access ?? 'read', write))
}

function readRelationships(
  declared: Readonly<Record<string, Relationship>>,
  sent: unknown,
  { write, at, locals }: ResourcePlace,
  problems: Problem[],
) {
  const relationships: Record<string, Linked | null | readonly Linked[]> = {}
  if (sent !== undefined && !isObject(sent)) {
    problems.push(problem('invalid_type', { name: 'relationships', expected: 'an object' }, { pointer: at }))
    return relationships
  }
  for (const [name, value] of Object.entries(sent ?? {})) {
    const pointer = `${at}/${escapePointer(name)}`
    const relationship = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!relationship)
      problems.push(
        problem('unknown_attribute', { name, allowed: writableNames(declared, write) }, { pointer }),
      )
    else if (!mayWrite(relationship.access, write)) problems.push(problem('read_only', { name }, { pointer }))
    else {
      const read = readRelationship(relationship, value, { name, pointer, locals }, problems)
      if (read !== undefined) relationships[name] = read
    }
  }
  if (write === 'create') {
    for (const [name, { required }] of Object.entries(declared)) {
      if (required && !relationships[name])
        problems.push(problem('missing_relationship', { name }, { pointer: `${at}/${name}/data` }))
    }
  }
  return relationships
}

interface LinkPlace {
  readonly name: string
  readonly pointer: string
  readonly locals: Locals | undefined
}

/** An empty to-one may be sent as `{"data": null}` or as a bare `null`. */
function readRelationship(
  { many, types }: Relationship,
  sent: unknown,
  { name, pointer, locals }: LinkPlace,
  problems: Problem[],
): Linked | null | readonly Linked[] | undefined {
  const data = isObject(sent) ? sent['data'] : sent
  const at = `${pointer}/data`
  if (isObject(sent)) unknownMembers(sent, ['data'], pointer, problems)
  if (many) {
    if (!Array.isArray(data)) {
      problems.push(
        problem('invalid_type', { name, expected: 'a list of resource identifiers' }, { pointer: at }),
      )
      return undefined
    }
    if (data.length > 10_000) {
      problems.push(problem('too_long', { name, limit: 10_000, unit: 'items' }, { pointer: at }))
      return undefined
    }
    return data.flatMap(
      (item: unknown, index) =>
        readIdentifier(types, item, { name, pointer: `${at}/${index}`, locals }, problems) ?? [],
    )
  }
  return data === null ? null : readIdentifier(types, data, { name, pointer: at, locals }, problems)
}

function readIdentifier(
  types: readonly string[],
  data: unknown,
  { name, pointer, locals }: LinkPlace,
  problems: Problem[],
): Linked | undefined {
  if (!isObject(data)) {
    problems.push(problem('invalid_type', { name, expected: 'a resource identifier' }, { pointer }))
    return undefined
  }
  const { type, id, lid } = data
  const isLocal = locals !== undefined && types.includes(locals.type) && lid !== undefined
  const before = problems.length
  unknownMembers(data, ['type', isLocal ? 'lid' : 'id'], pointer, problems)
  if (typeof type !== 'string')
    problems.push(
      problem('invalid_type', { name: 'type', expected: 'a string' }, { pointer: `${pointer}/type` }),
    )
  else if (isLocal ? type !== locals.type : !types.includes(type)) {
    const expected = isLocal ? locals.type : types.join(', ')
    problems.push(problem('type_mismatch', { expected, actual: type }, { pointer: `${pointer}/type` }))
  }
  if (isLocal) {
    checkLocal(lid, locals, `${pointer}/lid`, problems)
    return problems.length === before ? { type: locals.type, lid: lid as string } : undefined
  }
  if (typeof id !== 'string')
    problems.push(problem('invalid_type', { name: 'id', expected: 'a string' }, { pointer: `${pointer}/id` }))
  else if (!formats.id.test(id))
    problems.push(problem('invalid_format', { name: 'id', expected: 'an id' }, { pointer: `${pointer}/id` }))
  return problems.length === before ? { type: type as string, id: String(BigInt(id as string)) } : undefined
}

function checkLocal(lid: unknown, { type, lids }: Locals, pointer: string, problems: Problem[]): void {
  if (typeof lid !== 'string')
    problems.push(problem('invalid_type', { name: 'lid', expected: 'a string' }, { pointer }))
  else if (!lids.has(lid)) problems.push(problem('related_not_found', { type, id: lid }, { pointer }))
}
