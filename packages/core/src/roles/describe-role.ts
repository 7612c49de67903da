import type { RoleType } from '../directory/directory.ts'
import type { ChangedThing } from '../events/event.ts'
import type { Role } from './role-queries.ts'

/** A role in words of the log: `workspace_manager on workspace 7`. */
function wordsOf({ scope_type, scope_id, role_type_id }: Role, roleTypes: readonly RoleType[]): string {
  const key = roleTypes.find(({ id }) => id === role_type_id)?.key ?? String(role_type_id)
  return scope_type === null ? key : `${key} on ${scope_type} ${scope_id}`
}

/** The roles of a person before and after, for the log. */
export function describeRolesOf(
  userId: number,
  roleTypes: readonly RoleType[],
  before: readonly Role[],
  after: readonly Role[],
): ChangedThing {
  const words = (roles: readonly Role[]) => roles.map((role) => wordsOf(role, roleTypes)).sort()
  return { type: 'user', id: String(userId), changes: { roles: [words(before), words(after)] } }
}

/** Roles of whomever that went with what they were held on, for the log. */
export function describeRevoked(roleTypes: readonly RoleType[], revoked: readonly Role[]): ChangedThing[] {
  return revoked.map((role) => ({
    type: 'role',
    id: String(role.id),
    changes: { user_id: [String(role.user_id), null], role: [wordsOf(role, roleTypes), null] },
  }))
}
