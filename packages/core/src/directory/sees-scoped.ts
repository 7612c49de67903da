import { type Access, isAllowed, visibility } from '@runsheet/domain'
import type { RequestBase } from '../dispatch/request.ts'
import type { Scoped } from './scoped.ts'

/** Tells of a type or field whether the caller may see it: global ones, those of visible workspaces and of the place itself. */
export function seesScoped(request: RequestBase): (entry: Scoped) => boolean {
  const seen = visibility(request.caller.access, 'workspace.read')
  return ({ workspace_id: id }) =>
    id === null || seen === 'all' || seen.workspaces.includes(id) || id === request.scope.workspace_id
}

/** The same for what a body names. */
export function isSeenBy(access: Access): (entry: Scoped) => boolean {
  return ({ workspace_id }) => workspace_id === null || isAllowed(access, 'workspace.read', { workspace_id })
}
