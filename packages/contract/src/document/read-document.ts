import type { Body, DocumentBody, Endpoint } from '../endpoint.ts'
import { AppError, ENTRIES_AT_MOST, IMPORT_ENTRIES_AT_MOST, type Problem, problem } from '../errors/index.ts'
import { readItems, type WrittenItem } from './read-items.ts'
import { readMeta } from './read-meta.ts'
import {
  isObject,
  type Members,
  readAttributes,
  readResource,
  unknownMembers,
  type WrittenResource,
} from './read-resource.ts'

/** A whole write. */
export interface WriteDocument extends WrittenResource {
  readonly meta: Readonly<Record<string, unknown>>
  /** Those of a bulk write. */
  readonly items: readonly WrittenItem[]
}

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
  const { data } = document
  if (body.kind === 'document' && !isObject(data) && !isBare(body, document)) throw wrong('data', '/data')
  if (body.kind === 'documents' && !Array.isArray(data))
    throw new AppError(
      problem('invalid_document', { name: 'data', expected: 'a list' }, { pointer: '/data' }),
    )
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
  if (body?.kind === 'document' && isBare(body, whole)) return readBare(endpoint, body, whole)
  let written: WrittenResource = { attributes: {}, relationships: {} }
  let items: readonly WrittenItem[] = []
  unknownMembers(whole, membersOf(body), '', problems)
  const { data } = whole
  if (body?.kind === 'document' && isObject(data))
    written = readResource(resource, data, { write: body.write, at: '/data', id }, problems)
  if (body?.kind === 'documents' && Array.isArray(data)) items = readItems(resource, body, data, problems)
  const schema = body && 'meta' in body ? body.meta : undefined
  const meta = body?.kind === 'documents' ? {} : readMeta(schema, whole['meta'], '/meta', problems)
  if (problems.length > 0) throw new AppError(problems, { limit: limitOf(body) })
  return { ...written, items, meta }
}

/** True for a body that has attributes where `data` belongs, and may. */
function isBare({ bare = [] }: DocumentBody, document: Members): boolean {
  return !Object.hasOwn(document, 'data') && bare.some((name) => Object.hasOwn(document, name))
}

/** Reads attributes that stand in the body itself. @throws {AppError} 422 with every problem found */
function readBare({ resource }: Endpoint, { write, bare = [] }: DocumentBody, whole: Members): WriteDocument {
  const problems: Problem[] = []
  const declared = Object.entries(resource.attributes).filter(([name]) => bare.includes(name))
  const attributes = readAttributes(Object.fromEntries(declared), whole, write, '', problems)
  if (problems.length > 0) throw new AppError(problems)
  return { attributes, relationships: {}, items: [], meta: {} }
}

const membersOf = (body: Body | undefined) =>
  body?.kind === 'documents' ? ['data'] : body?.kind === 'document' ? ['data', 'meta'] : ['meta']

const limitOf = (body: Body | undefined) =>
  body?.kind === 'documents' ? IMPORT_ENTRIES_AT_MOST : ENTRIES_AT_MOST
