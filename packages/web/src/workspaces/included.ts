import type { AnyResource } from '@runsheet/client'

/** Names of what came along with a list, by `type-id`. */
export function namesOf(included: readonly AnyResource[] | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { type, id, attributes } of included ?? []) {
    const { name } = attributes as { readonly name?: unknown }
    if (typeof name === 'string') names.set(`${type}-${id}`, name)
  }
  return names
}
