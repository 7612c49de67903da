import { type Permission, refuse } from '@runsheet/contract'
import { type Access, decide, isAllowed, type Scope } from '@runsheet/domain'
import { type Found, locators } from '../dispatch/locators.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { findFolder } from '../folders/folder-queries.ts'
import { readId } from '../json-api/read-id.ts'
import { findRunbook } from '../runbooks/runbook-queries.ts'
import { isAssigned, scopeOf, streamIds } from '../runbooks/scope-of.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'

/** The ids by which a place is named. */
export interface Place {
  readonly workspace_id?: string | undefined
  readonly folder_id?: string | undefined
  readonly team_id?: string | undefined
  readonly runbook_id?: string | undefined
  readonly stream_id?: string | undefined
  readonly task_id?: string | undefined
  /** Something that a path of another noun names, and what is asked about it. */
  readonly other?: { readonly noun: string; readonly id: string; readonly permission: Permission } | undefined
}

const missing = (type: string, id: string) => refuse('not_found', { type, id })

/**
 * A place as the policy is asked about it, for one person. The caller must see it; the person need not.
 *
 * @throws {AppError} 404 `not_found`
 */
export async function askedPlace(request: RequestBase, place: Place, person: Access): Promise<Scope> {
  if (place.runbook_id !== undefined) return inRunbook(request, place, place.runbook_id, person)
  const { services, caller, seen } = request
  const { db } = services.database
  if (place.other) {
    const { noun, id, permission } = place.other
    const asking = { services, access: caller.access, instanceRevision: seen.instance_revision }
    const found = await locators[noun]?.(asking, readId(id))
    if (!found || !isSeen(caller.access, found, permission)) throw missing(noun.replace(/s$/, ''), id)
    return scopeIn(found)
  }
  if (place.folder_id !== undefined) {
    const folder = await findFolder(db, readId(place.folder_id))
    if (!folder || !isAllowed(caller.access, 'workspace.read', { workspace_id: folder.workspace_id }))
      throw missing('folder', place.folder_id)
    return { workspace_id: folder.workspace_id, folder_id: folder.id }
  }
  if (place.team_id !== undefined)
    return askedPlace(
      request,
      { other: { noun: 'teams', id: place.team_id, permission: 'team.manage' } },
      person,
    )
  if (place.workspace_id === undefined) return {}
  const workspace = await findWorkspace(db, readId(place.workspace_id))
  if (!workspace || !isAllowed(caller.access, 'workspace.read', { workspace_id: workspace.id }))
    throw missing('workspace', place.workspace_id)
  return { workspace_id: workspace.id }
}

const scopeIn = ({ workspace_id, folder_id, team_id, runbook }: Found): Scope => ({
  workspace_id: workspace_id ?? undefined,
  folder_id,
  team_id,
  ...runbook,
})

/** True where a request about it would be answered by something else than 404. */
function isSeen(access: Access, found: Found, permission: Permission): boolean {
  const { workspace_id, hasOwnReaders } = found
  if (workspace_id !== null && !hasOwnReaders && !isAllowed(access, 'workspace.read', { workspace_id }))
    return false
  const decision = decide(access, permission, scopeIn(found))
  return decision.allowed || decision.visible
}

async function inRunbook(
  { services, caller, standing }: RequestBase,
  { stream_id, task_id }: Place,
  runbook_id: string,
  person: Access,
): Promise<Scope> {
  const runbook = await findRunbook(services.database.db, readId(runbook_id))
  if (!runbook || !isAllowed(caller.access, 'runbook.read', scopeOf(runbook)))
    throw missing('runbook', runbook_id)
  const scope = scopeOf(runbook)
  if (stream_id === undefined && task_id === undefined) return scope
  const snapshot = await services.runbooks.view(runbook.id, { ...standing, seq: runbook.seq })
  const streamOf = (id: number) => snapshot.streams.find((stream) => stream.id === id)
  if (task_id !== undefined) {
    const task = snapshot.tasks[snapshot.positions.get(readId(task_id)) ?? -1]
    if (!task) throw missing('task', task_id)
    const stream = streamOf(task.stream_id)
    return {
      ...scope,
      stream_ids: stream ? streamIds(stream) : [],
      is_assignee: isAssigned(task, snapshot.teams, person.userId),
    }
  }
  const stream = streamOf(readId(stream_id ?? ''))
  if (!stream) throw missing('stream', stream_id ?? '')
  return { ...scope, stream_ids: streamIds(stream) }
}
