import { type AppError, type CoreCall, type Endpoint, refuse } from '@runsheet/contract'
import { type Access, isAllowed, type Scope } from '@runsheet/domain'
import type { HotRead } from '../people/hot-reads.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'
import { locators } from './locators.ts'
import type { Services } from './services.ts'

/** The noun with which a path begins, and the parameter that says which one. */
interface Place {
  readonly noun: string | undefined
  readonly param: string
}

const places = new Map<string, Place>()

function placeOf(name: string, { path }: Endpoint): Place {
  let place = places.get(name)
  if (!place) {
    const [, noun, param = ''] = /^\/core\/([a-z_]+)\/:(\w+)/.exec(path) ?? []
    place = { noun, param }
    places.set(name, place)
  }
  return place
}

/** Where a request says that it lies: ids of its path, null for what the path does not name. */
export interface Named {
  readonly runbookId: number | null
  readonly workspaceId: number | null
}

/** An id of a path as a number; anything that is none stands for nothing that is there. */
export function readPathId(text: string | undefined): number {
  return text !== undefined && /^[0-9]{1,16}$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : -1
}

/** The runbook and the workspace that a path names. */
export function namedIn(name: string, endpoint: Endpoint, params: Readonly<Record<string, number>>): Named {
  const { noun, param } = placeOf(name, endpoint)
  const id = params[param] ?? -1
  return { runbookId: noun === 'runbooks' ? id : null, workspaceId: noun === 'workspaces' ? id : null }
}

/** Where a request lies, and whether its path names something at all. */
export interface Located {
  readonly scope: Scope
  readonly isPlaced: boolean
}

/**
 * Finds where a request lies. What is archived is not there unless it was asked for, or is to be restored; what lies in a
 * workspace that the caller does not see is not there either.
 *
 * @throws {AppError} 404 `not_found`
 */
export async function locate(
  services: Services,
  call: CoreCall,
  endpoint: Endpoint,
  at: Named & {
    seen: HotRead
    access: Access
    /** Whether it may be about what is archived. */
    seesArchived: boolean
    params: Readonly<Record<string, number>>
  },
): Promise<Located> {
  const { runbookId, workspaceId, seen, access, seesArchived } = at
  const missing = () => notThere(call, endpoint)
  if (runbookId !== null || workspaceId !== null) {
    if (runbookId !== null && seen.seq === null) throw missing()
    if (workspaceId !== null && seen.workspace_id === null) throw missing()
    if (!seesArchived && (seen.archived_at !== null || seen.workspace_archived_at !== null)) throw missing()
    const scope = { workspace_id: seen.workspace_id ?? undefined }
    return {
      isPlaced: true,
      scope:
        runbookId === null
          ? scope
          : {
              ...scope,
              folder_id: seen.folder_id,
              runbook_id: runbookId,
              is_offered: seen.is_offered === true,
            },
    }
  }
  const { noun, param } = placeOf(call.endpoint, endpoint)
  const find = noun === undefined ? undefined : locators[noun]
  if (!find) return { isPlaced: false, scope: {} }
  const found = await find(
    { services, access, instanceRevision: seen.instance_revision },
    at.params[param] ?? -1,
  )
  if (!found) throw missing()
  const isRead = found.staysReadable === true && endpoint.method === 'GET'
  if (found.isArchived && !seesArchived && !isRead) throw missing()
  const workspace_id = found.workspace_id ?? undefined
  if (workspace_id !== undefined) {
    if (!found.hasOwnReaders && !isAllowed(access, 'workspace.read', { workspace_id })) throw missing()
    const around = seesArchived ? undefined : await findWorkspace(services.database.db, workspace_id)
    if (around && around.archived_at !== null) throw missing()
  }
  const { folder_id, team_id, runbook } = found
  return { isPlaced: true, scope: { workspace_id, folder_id, team_id, ...runbook } }
}

/** What is told of what is not there, was deleted, is archived, or may not be seen. */
export function notThere(call: CoreCall, endpoint: Endpoint): AppError {
  const { noun = '', param } = placeOf(call.endpoint, endpoint)
  const type = param === 'id' ? endpoint.resource.type : noun.replace(/s$/, '')
  return refuse('not_found', { type, id: call.params[param] ?? '' })
}
