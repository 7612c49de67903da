import type { Permission } from '@runsheet/contract'
import { policy } from '@runsheet/domain'
import type { Me } from '../server/use-me.ts'

/**
 * Whether the roles of a person give a permission on something, wherever that is: what one page alone cannot tell. Roles on
 * runbooks do not count, since settings are above them.
 */
export function maySomewhere({ roles }: Pick<Me, 'roles'>, ...permissions: readonly Permission[]): boolean {
  if (roles.includes('owner')) return true
  return permissions.some((permission) => {
    const { anyone, instance = [], workspace = [], folder = [], team = [] } = policy[permission]
    const giving: readonly string[] = [...instance, ...workspace, ...folder, ...team]
    return anyone === true || roles.some((role) => giving.includes(role))
  })
}
