import type { DocumentsBody } from '../endpoint.ts'
import { AppError, type Problem, problem } from '../errors/index.ts'
import type { Resource } from '../resource.ts'
import { formats } from '../schema/formats.ts'
import { Name } from '../schema/scalars.ts'
import { readMeta } from './read-meta.ts'
import { isObject, plainId, readResource, type WrittenResource } from './read-resource.ts'
import { validateValue } from './validate-value.ts'

/** A resource of a bulk write: with an id it is changed, without it is made. */
export interface WrittenItem extends WrittenResource {
  readonly id?: string
  readonly lid?: string
  readonly meta: Readonly<Record<string, unknown>>
}

/**
 * Reads the resources of a bulk write; problems are added to the list, each with the place of its resource.
 *
 * @throws {AppError} 422 `too_long` at once, when there are more than the endpoint takes
 */
export function readItems(
  resource: Resource,
  { max, each }: DocumentsBody,
  data: readonly unknown[],
  problems: Problem[],
): WrittenItem[] {
  if (data.length > max)
    throw new AppError(
      problem(
        'too_long',
        { name: 'data', limit: max, unit: 'items' },
        { pointer: '/data', meta: { limit: max } },
      ),
    )
  const locals = { type: resource.type, lids: readNames(data, problems) }
  return data.flatMap((item, index): WrittenItem[] => {
    const at = `/data/${index}`
    if (!isObject(item)) {
      problems.push(problem('invalid_type', { name: 'data', expected: 'an object' }, { pointer: at }))
      return []
    }
    const { id, lid } = item
    const write = id === undefined ? 'create' : 'update'
    const written = readResource(resource, item, { write, at, locals }, problems)
    const meta = readMeta(id === undefined ? undefined : each, item['meta'], `${at}/meta`, problems)
    return [
      {
        ...written,
        ...(typeof id === 'string' ? { id: plainId(id) } : {}),
        ...(typeof lid === 'string' ? { lid } : {}),
        meta,
      },
    ]
  })
}

/** What the new resources are called, and that nothing is named twice. */
function readNames(data: readonly unknown[], problems: Problem[]): ReadonlySet<string> {
  const names = { id: new Set<string>(), lid: new Set<string>() }
  for (const [index, item] of data.entries()) {
    if (!isObject(item)) continue
    const pointer = `/data/${index}`
    for (const name of ['id', 'lid'] as const) {
      const sent = item[name]
      if (sent === undefined) continue
      const value = name === 'id' && typeof sent === 'string' ? plainId(sent) : sent
      const at = `${pointer}/${name}`
      if (name === 'id' && typeof value === 'string' && !formats.id.test(value))
        problems.push(problem('invalid_format', { name, expected: 'an id' }, { pointer: at }))
      if (name === 'lid') readName(value, item['id'] !== undefined, at, problems)
      if (typeof value !== 'string') continue
      if (names[name].has(value)) problems.push(problem('taken', { name, value }, { pointer: at }))
      names[name].add(value)
    }
  }
  return names.lid
}

/** A name is for what has no id yet. */
function readName(lid: unknown, hasId: boolean, pointer: string, problems: Problem[]): void {
  if (hasId) problems.push(problem('read_only', { name: 'lid' }, { pointer }))
  else validateValue(lid, Name, 'lid', pointer, problems)
}
