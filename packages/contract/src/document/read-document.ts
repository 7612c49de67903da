import type { Body, Endpoint, MetaSchema } from '../endpoint.ts'
import { AppError, type Problem, problem } from '../errors/index.ts'
import { type Attribute, type Identifier, mayWrite, type Relationship, type Resource } from '../resource.ts'
import { formats } from '../schema/formats.ts'
import { escapePointer, validateValue } from './validate-value.ts'

type Members = Readonly<Record<string, unknown>>

/** A write as its endpoint declares it; what is absent was not sent. */
export interface WriteDocument {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly relationships: Readonly<Record<string, Identifier | null | readonly Identifier[]>>
  readonly meta: Readonly<Record<string, unknown>>
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Holds the form of a body against its endpoint: that it is there, and has a `data` of the right kind.
 *
 * This is syntax, judged before anybody asks who the caller is.
 *
 * @throws {AppError} 400 `missing_body` or `invalid_document`
 */
export function checkForm(body: Body, document: unknown): void {
  if (body.kind === 'csv') return
  if (document === undefined) {
    if (body.kind === 'meta') return
    throw new AppError(problem('missing_body', {}))
  }
  const wrong = (name: string, pointer: string) =>
    new AppError(problem('invalid_document', { name, expected: 'a JSON object' }, { pointer }))
  if (!isObject(document)) throw wrong('body', '')
  if (body.kind === 'document' && !isObject(document['data'])) throw wrong('data', '/data')
}

/**
 * Reads a body that has the right form by the rules of its endpoint.
 *
 * @param id the id in the path, which `data.id` must repeat where it is sent
 * @throws {AppError} 422 with every problem found, each with its pointer
 */
export function readDocument(endpoint: Endpoint, document: unknown, id?: string): WriteDocument {
  const { body, resource } = endpoint
  const problems: Problem[] = []
  const whole = isObject(document) ? document : {}
  let written: Omit<WriteDocument, 'meta'> = { attributes: {}, relationships: {} }
  const members = body?.kind === 'document' ? ['data', 'meta'] : ['meta']
  unknownMembers(whole, members, '', problems)
  if (body?.kind === 'document' && isObject(whole['data'])) {
    written = readResource(resource, whole['data'], body.write, '/data', problems, id)
  }
  const meta = readMeta(body && 'meta' in body ? body.meta : undefined, whole['meta'], problems)
  if (problems.length > 0) throw new AppError(problems)
  return { ...written, meta }
}

/** Reads one resource object of a write; problems are added to the list. */
export function readResource(
  resource: Resource,
  data: Members,
  write: 'create' | 'update',
  at: string,
  problems: Problem[],
  id?: string,
): Omit<WriteDocument, 'meta'> {
  unknownMembers(data, ['type', 'id', 'attributes', 'relationships'], at, problems)
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
    write,
    `${at}/relationships`,
    problems,
  )
  return { attributes, relationships }
}

function unknownMembers(object: Members, known: readonly string[], at: string, problems: Problem[]) {
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
  else if (id !== undefined && sent !== id)
    problems.push(problem('id_mismatch', { expected: id, actual: sent }, { pointer }))
}

function readAttributes(
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
  write: 'create' | 'update',
  at: string,
  problems: Problem[],
) {
  const relationships: Record<string, Identifier | null | readonly Identifier[]> = {}
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
      const read = readRelationship(relationship, value, name, pointer, problems)
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

/** An empty to-one may be sent as `{"data": null}` or as a bare `null`. */
function readRelationship(
  { many, types }: Relationship,
  sent: unknown,
  name: string,
  pointer: string,
  problems: Problem[],
): Identifier | null | readonly Identifier[] | undefined {
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
      (item: unknown, index) => readIdentifier(types, item, name, `${at}/${index}`, problems) ?? [],
    )
  }
  return data === null ? null : readIdentifier(types, data, name, at, problems)
}

function readIdentifier(
  types: readonly string[],
  data: unknown,
  name: string,
  pointer: string,
  problems: Problem[],
): Identifier | undefined {
  if (!isObject(data)) {
    problems.push(problem('invalid_type', { name, expected: 'a resource identifier' }, { pointer }))
    return undefined
  }
  const { type, id } = data
  const before = problems.length
  unknownMembers(data, ['type', 'id'], pointer, problems)
  if (typeof type !== 'string')
    problems.push(
      problem('invalid_type', { name: 'type', expected: 'a string' }, { pointer: `${pointer}/type` }),
    )
  else if (!types.includes(type))
    problems.push(
      problem('type_mismatch', { expected: types.join(', '), actual: type }, { pointer: `${pointer}/type` }),
    )
  if (typeof id !== 'string')
    problems.push(problem('invalid_type', { name: 'id', expected: 'a string' }, { pointer: `${pointer}/id` }))
  else if (!formats.id.test(id))
    problems.push(problem('invalid_format', { name: 'id', expected: 'an id' }, { pointer: `${pointer}/id` }))
  return problems.length === before ? { type: type as string, id: String(BigInt(id as string)) } : undefined
}

function readMeta(declared: MetaSchema | undefined, sent: unknown, problems: Problem[]): Members {
  const meta: Record<string, unknown> = {}
  if (sent !== undefined && sent !== null && !isObject(sent)) {
    problems.push(problem('invalid_type', { name: 'meta', expected: 'an object' }, { pointer: '/meta' }))
    return meta
  }
  const members = declared?.members ?? {}
  for (const [name, value] of Object.entries(sent ?? {})) {
    const pointer = `/meta/${escapePointer(name)}`
    const schema = Object.hasOwn(members, name) ? members[name] : undefined
    if (!schema)
      problems.push(problem('unknown_attribute', { name, allowed: Object.keys(members) }, { pointer }))
    else {
      validateValue(value, schema, name, pointer, problems)
      meta[name] = value
    }
  }
  for (const name of declared?.required ?? []) {
    if (!Object.hasOwn(meta, name))
      problems.push(problem('missing_meta', { name }, { pointer: `/meta/${name}` }))
  }
  return meta
}
