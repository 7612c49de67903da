import { readId } from '../json-api/read-id.ts'
import { one, type RelationshipObject } from '../json-api/wire.ts'

/** Something of the directory that is there for the whole instance, or for one workspace. */
export interface Scoped {
  readonly workspace_id: number | null
}

/**
 * What the filters `workspace_id` and `global` let through: a workspace alone, its own; with `global=true`, the global
 * ones as well; `global` alone, only global or only local ones.
 */
export function inScope(values: {
  readonly workspace_id?: string | undefined
  readonly global?: boolean | undefined
}): (entry: Scoped) => boolean {
  const { workspace_id, global } = values
  if (workspace_id === undefined)
    return (entry) => global === undefined || global === (entry.workspace_id === null)
  const wanted = readId(workspace_id)
  return (entry) => (entry.workspace_id === null ? global === true : entry.workspace_id === wanted)
}

/** The workspace of an entry as documents show it; null for one of the whole instance. */
export function workspaceLink({ workspace_id: id }: Scoped): RelationshipObject {
  return id === null ? one('workspace', null) : one('workspace', id, `/core/workspaces/${id}`)
}

/** True for what holds in a workspace: what is global, and its own. */
export function holdsIn(workspaceId: number): (entry: Scoped) => boolean {
  return ({ workspace_id: id }) => id === null || id === workspaceId
}

/** That text is part of one of some values, whatever the case. */
export function mentions(text: string | undefined, ...values: readonly (string | null)[]): boolean {
  if (text === undefined) return true
  const wanted = text.toLowerCase()
  return values.some((value) => value?.toLowerCase().includes(wanted) ?? false)
}

/** The default one first; the others as they are. */
export function defaultFirst<T extends { readonly is_default: boolean }>(types: readonly T[]): T[] {
  return [...types].sort((a, b) => Number(b.is_default) - Number(a.is_default))
}
