import type { ParsedQuery, ResourceType } from '@runsheet/contract'
import { AppError, problem } from '@runsheet/contract'
import type { RequestBase } from '../dispatch/request.ts'
import { renderResource } from './document.ts'
import type { Rendered } from './wire.ts'

/** Reads resources of one type by id, those that the caller may see; one statement each. */
export type Loader = (
  request: RequestBase,
  ids: readonly number[],
) => Promise<readonly Rendered[]> | readonly Rendered[]

export type Loaders = Partial<Record<ResourceType, Loader>>

/**
 * The resources that `include` asks for: everything that the named relationships of the page point at, once.
 *
 * @param primary the resources of the page, as they are told
 * @returns undefined when nothing was asked for, so that the member is left out
 */
export async function includedFor(
  request: RequestBase,
  loaders: Loaders,
  primary: readonly Pick<Rendered, 'relationships'>[],
): Promise<string[] | undefined> {
  const { include, fields }: ParsedQuery = request.query
  if (include.length === 0) return undefined
  const wanted = new Map<string, Set<number>>()
  for (const { relationships } of primary) {
    for (const name of include) {
      const data = relationships[name]?.data ?? []
      for (const { type, id } of Array.isArray(data) ? data : [data as { type: string; id: string }]) {
        const ids = wanted.get(type) ?? new Set()
        wanted.set(type, ids.add(Number(id)))
      }
    }
  }
  const included: string[] = []
  for (const [type, ids] of wanted) {
    const load = loaders[type as ResourceType]
    if (!load)
      throw new AppError(
        problem('invalid_include', { value: type, allowed: Object.keys(loaders) }, { parameter: 'include' }),
      )
    for (const resource of await load(request, [...ids])) included.push(renderResource(resource, fields))
  }
  return included
}
