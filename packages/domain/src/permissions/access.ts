import type { RunbookRole } from '@runsheet/contract'
import type { RoleKey } from './roles.ts'

/** How a person takes part in a runbook: by name, or as a member of one of its teams. */
export interface Membership {
  readonly role: RunbookRole
  /** Of a stream editor: the streams whose tasks the person edits, with those below them. */
  readonly streams: readonly number[]
  readonly workspace_id: number
}

/** Everything that decides what a person may do, by what it was granted on. */
export interface Access {
  readonly userId: number
  /** Roles on the whole instance. */
  readonly instance: ReadonlySet<RoleKey>
  readonly workspaces: ReadonlyMap<number, ReadonlySet<RoleKey>>
  /** Roles on folders, each also on every folder below. */
  readonly folders: ReadonlyMap<number, ReadonlySet<RoleKey>>
  readonly teams: ReadonlyMap<number, ReadonlySet<RoleKey>>
  readonly runbooks: ReadonlyMap<number, Membership>
  /** Workspaces in which the person holds anything at all. */
  readonly reach: ReadonlySet<number>
  /** Roles that the person holds on some folder of a workspace. */
  readonly foldersIn: ReadonlyMap<number, ReadonlySet<RoleKey>>
}

/** One role as it is stored. */
export interface HeldRole {
  readonly key: RoleKey
  readonly scope_type: 'workspace' | 'folder' | 'team' | null
  readonly scope_id: number | null
  /** The workspace of the scope; null for the instance. */
  readonly workspace_id: number | null
}

/**
 * Sorts what somebody holds by its scope.
 *
 * @param roles those on folders once for each folder that they hold on
 */
export function accessOf(
  userId: number,
  roles: readonly HeldRole[],
  runbooks: ReadonlyMap<number, Membership>,
): Access {
  const instance = new Set<RoleKey>()
  const scoped = { workspace: newRoles(), folder: newRoles(), team: newRoles() }
  const foldersIn = newRoles()
  const reach = new Set<number>()
  for (const { key, scope_type, scope_id, workspace_id } of roles) {
    if (scope_type === null || scope_id === null) {
      instance.add(key)
      continue
    }
    add(scoped[scope_type], scope_id, key)
    if (workspace_id === null) continue
    reach.add(workspace_id)
    if (scope_type === 'folder') add(foldersIn, workspace_id, key)
  }
  for (const { workspace_id } of runbooks.values()) reach.add(workspace_id)
  const { workspace: workspaces, folder: folders, team: teams } = scoped
  return { userId, instance, workspaces, folders, teams, runbooks, reach, foldersIn }
}

const newRoles = () => new Map<number, Set<RoleKey>>()

function add(roles: Map<number, Set<RoleKey>>, id: number, key: RoleKey): void {
  roles.set(id, (roles.get(id) ?? new Set<RoleKey>()).add(key))
}

/** Roles that let a person create runbooks, if only in one folder. */
const creators = { workspace: 'workspace_runbook_creator', folder: 'folder_runbook_creator' } as const

/** Workspaces in which a person may create runbooks somewhere. */
export function creatorIn({ workspaces, foldersIn }: Access): ReadonlySet<number> {
  const holding = (roles: Access['workspaces'], key: RoleKey) =>
    [...roles].flatMap(([id, held]) => (held.has(key) ? [id] : []))
  return new Set([...holding(workspaces, creators.workspace), ...holding(foldersIn, creators.folder)])
}

/** True for the first user and everybody who was made an equal. */
export function isOwner({ instance }: Pick<Access, 'instance'>): boolean {
  return instance.has('owner')
}
