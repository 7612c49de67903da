import { AppError, type Identifier, type Permission, type Problem, problem } from '@runsheet/contract'
import { type Access, isAllowed } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import type { Scoped } from '../directory/scoped.ts'
import { isSeenBy } from '../directory/sees-scoped.ts'
import { authorise } from '../dispatch/authorise.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readId } from '../json-api/read-id.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'

const WORKSPACE = '/data/relationships/workspace/data'

export type Link = Identifier | null | readonly Identifier[] | undefined

/**
 * Where something new of the directory is to be: the workspace that the body names, or null for the whole instance.
 *
 * @throws {AppError} 422 `related_not_found` for a workspace that is not there; 403 where the caller may not do it
 */
export async function readNewScope(
  db: Db | Trx,
  request: RequestBase,
  sent: Link,
  permission: Permission,
): Promise<number | null> {
  const named = sent && 'id' in sent ? sent.id : null
  const workspace_id = named === null ? null : readId(named)
  if (named !== null && workspace_id !== null) {
    const workspace = await findWorkspace(db, workspace_id)
    const isSeen = isAllowed(request.caller.access, 'workspace.read', { workspace_id })
    if (!workspace || workspace.archived_at !== null || !isSeen)
      throw new AppError(
        problem('related_not_found', { type: 'workspace', id: named }, { pointer: WORKSPACE }),
      )
  }
  authorise(request, permission, { workspace_id: workspace_id ?? undefined })
  return workspace_id
}

interface Listed extends Scoped {
  readonly id: number
  readonly archived_at: number | null
}

/**
 * The ids of a relationship to entries of the directory: they have to be there, and to hold wherever that does which names
 * them. Archived ones stay where they are named already.
 *
 * @param within workspace of what names them, null for the whole instance; what lies in a workspace that the caller does not
 * see is not there
 * @param problems gets `related_not_found` and `related_not_in_scope`
 * @returns ascending ids; undefined when the write does not name the relationship
 */
export function readEntries(
  sent: Link,
  name: string,
  entries: ReadonlyMap<number, Listed>,
  { within, before, access }: { within: number | null; before: readonly number[]; access: Access },
  problems: Problem[],
): number[] | undefined {
  if (!Array.isArray(sent)) return undefined
  const ids = new Set<number>()
  for (const [index, { type, id: text }] of (sent as readonly Identifier[]).entries()) {
    const id = readId(text)
    const pointer = `/data/relationships/${name}/data/${index}`
    const entry = entries.get(id)
    const isHere = entry !== undefined && (entry.workspace_id === null || entry.workspace_id === within)
    if (
      !entry ||
      (entry.archived_at !== null && !before.includes(id)) ||
      !(isHere || isSeenBy(access)(entry))
    )
      problems.push(problem('related_not_found', { type, id: text }, { pointer }))
    else if (!isHere)
      problems.push(problem('related_not_in_scope', { type, id: text, scope: 'workspace' }, { pointer }))
    else ids.add(id)
  }
  return [...ids].sort((a, b) => a - b)
}
