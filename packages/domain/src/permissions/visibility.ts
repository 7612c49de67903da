import type { Permission } from '@runsheet/contract'
import { type Access, creatorIn, isOwner } from './access.ts'
import { policy } from './policy.ts'
import type { RoleKey } from './roles.ts'

/** What part of all runbooks or workspaces a person sees: everything, or what lies in these. For lists, as SQL. */
export type Visibility =
  | 'all'
  | {
      readonly workspaces: readonly number[]
      readonly folders: readonly number[]
      readonly teams: readonly number[]
      readonly runbooks: readonly number[]
      /** Workspaces whose approved templates are seen. */
      readonly offers: readonly number[]
    }

/** What a person holds a permission on, for lists that must not show the rest. */
export function visibility(access: Access, permission: Permission): Visibility {
  const { anyone, instance, workspace, folder, team, runbook, inside, offered } = policy[permission]
  if (isOwner(access) || anyone || instance?.some((role) => access.instance.has(role))) return 'all'
  const scopes = (held: ReadonlyMap<number, ReadonlySet<RoleKey>>, roles: readonly RoleKey[] | undefined) =>
    [...held].flatMap(([id, own]) => (roles?.some((role) => own.has(role)) ? [id] : []))
  return {
    workspaces: inside ? [...access.reach] : scopes(access.workspaces, workspace),
    folders: scopes(access.folders, folder),
    teams: scopes(access.teams, team),
    runbooks: [...access.runbooks].flatMap(([id, { role }]) => (runbook?.includes(role) ? [id] : [])),
    offers: offered ? [...creatorIn(access)] : [],
  }
}
