import type { Permission, ScopeType } from '@runsheet/contract'
import { type Access, isOwner } from './access.ts'
import { isAllowed, type Scope } from './decide.ts'
import { policy } from './policy.ts'
import type { RoleKey } from './roles.ts'

/** By what somebody may do something: a role and what it is held on, being assigned to the task, or having made the thing. */
export interface Reason {
  readonly role: RoleKey | 'assignee' | 'author'
  /** Null for the whole instance. */
  readonly on: { readonly type: ScopeType; readonly id: number } | null
}

/**
 * Everything by which a person may do something here. Nothing where anybody may, or where this person may not.
 */
export function reasonsFor(access: Access, permission: Permission, scope: Scope): readonly Reason[] {
  if (isOwner(access)) return [{ role: 'owner', on: null }]
  if (!isAllowed(access, permission, scope)) return []
  const { instance, workspace, folder, team, inside } = policy[permission]
  const held = (
    roles: ReadonlySet<RoleKey> | undefined,
    wanted: readonly RoleKey[] | undefined,
    on: Reason['on'],
  ): Reason[] => [...(roles ?? [])].flatMap((role) => (wanted?.includes(role) ? [{ role, on }] : []))
  const { workspace_id = -1, folder_id, team_id = -1 } = scope
  const here = { type: 'workspace', id: workspace_id } as const
  const own = access.workspaces.get(workspace_id)
  return [
    ...held(access.instance, instance, null),
    ...held(own, inside ? [...(own ?? [])] : workspace, here),
    ...(folder_id === undefined || folder_id === null
      ? []
      : held(access.folders.get(folder_id), folder, { type: 'folder', id: folder_id })),
    ...held(access.teams.get(team_id), team, { type: 'team', id: team_id }),
    ...reasonsInRunbook(access, permission, scope),
  ]
}

function reasonsInRunbook(access: Access, permission: Permission, scope: Scope): Reason[] {
  const { runbook_id = -1, stream_ids = [], is_assignee, is_author } = scope
  const membership = access.runbooks.get(runbook_id)
  if (!membership) return []
  const { runbook, stream, assignee, author } = policy[permission]
  const { role, streams } = membership
  const here = { type: 'runbook', id: runbook_id } as const
  const counted = stream === 'above' ? stream_ids.slice(1) : stream_ids
  return [
    ...(runbook?.includes(role)
      ? [{ role: role === 'participant' ? ('runbook_team_member' as const) : role, on: here }]
      : []),
    ...(stream && role === 'stream_editor'
      ? counted.flatMap((id) => (streams.includes(id) ? [{ role, on: { type: 'stream' as const, id } }] : []))
      : []),
    ...(assignee && is_assignee === true ? [{ role: 'assignee' as const, on: here }] : []),
    ...(author && is_author === true ? [{ role: 'author' as const, on: here }] : []),
  ]
}
