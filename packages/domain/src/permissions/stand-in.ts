import type { Permission } from '@runsheet/contract'
import { type Access, type HeldRole, isOwner, type Membership } from './access.ts'
import { isAllowed, type Requirement, requiredFor, type Scope } from './decide.ts'

/** Everything that somebody was granted. */
export interface Held {
  readonly roles: readonly HeldRole[]
  readonly runbooks: ReadonlyMap<number, Membership>
}

/** What it takes to grant one thing: the permission, and where it has to be held. */
interface Grant {
  readonly permission: Permission
  readonly scope: Scope
}

/** What it takes to grant a role on something; that of the Owner only Owners grant. */
function grantOf({ scope_type, scope_id, workspace_id }: HeldRole): Grant {
  if (scope_type === null) return { permission: 'people.manage', scope: {} }
  return {
    permission: 'role.grant',
    scope: {
      workspace_id: workspace_id ?? undefined,
      folder_id: scope_type === 'folder' ? scope_id : null,
    },
  }
}

/**
 * Whether one person gains nothing by getting in as another: whoever holds something that they may not grant is not theirs
 * to stand in for. What decides how somebody signs in is held to it, so that nobody climbs by it.
 *
 * @returns nothing when it may be; else the roles that would do
 */
export function requiredToStandIn(access: Access, { roles, runbooks }: Held): readonly Requirement[] {
  if (isOwner(access)) return []
  if (roles.some(({ key }) => key === 'owner')) return ['owner']
  const grants: Grant[] = [
    ...roles.map(grantOf),
    ...[...runbooks].map(
      ([runbook_id, { workspace_id }]): Grant => ({
        permission: 'runbook.people',
        scope: { workspace_id, runbook_id },
      }),
    ),
  ]
  const missing = grants.filter(({ permission, scope }) => !isAllowed(access, permission, scope))
  return [...new Set(missing.flatMap(({ permission }) => requiredFor(permission)))]
}
