import type { Permission } from '@runsheet/contract'
import { type Access, creatorIn, isOwner, type Membership } from './access.ts'
import { policy, type Rule } from './policy.ts'
import type { RoleKey } from './roles.ts'

/** What a request is about. A permission on the instance needs none of it. */
export interface Scope {
  readonly workspace_id?: number | undefined
  /** Null outside of any; absent where it may be any folder of the workspace. */
  readonly folder_id?: number | null | undefined
  readonly team_id?: number | undefined
  readonly runbook_id?: number | undefined
  /** The stream, then the one above it; absent where it may be any stream of the runbook. */
  readonly stream_ids?: readonly number[] | undefined
  /** Whether the person is assigned to the task; absent where it may be any task of the runbook. */
  readonly is_assignee?: boolean | undefined
  /** Whether the person made the thing; absent where it may be anything of the runbook. */
  readonly is_author?: boolean | undefined
  /** The runbook is a template that others may be created from. */
  readonly is_offered?: boolean | undefined
}

/** What would do, as it is told: the roles, being assigned to the task, and having made the thing. */
export type Requirement = RoleKey | 'assignee' | 'author'

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly visible: boolean; readonly required: readonly Requirement[] }

/**
 * The one place where it is decided what a person may do.
 *
 * @returns allowed; or whether the thing may be seen (403) or not (404), with the roles that would do
 */
export function decide(access: Access, permission: Permission, scope: Scope): Decision {
  if (isAllowed(access, permission, scope)) return { allowed: true }
  const { seenWith } = policy[permission]
  return {
    allowed: false,
    visible: seenWith !== undefined && isAllowed(access, seenWith, scope),
    required: requiredFor(permission),
  }
}

/** The same as a yes or no. */
export function isAllowed(access: Access, permission: Permission, scope: Scope): boolean {
  if (isOwner(access)) return true
  const rule = policy[permission]
  return (
    rule.anyone === true ||
    holdsOne(access.instance, rule.instance) ||
    isAllowedInWorkspace(access, rule, scope) ||
    isAllowedInRunbook(access, rule, scope)
  )
}

/** Whether a person may do it somewhere, whatever the place: what a body names is judged when it is read. */
export function isAllowedSomewhere(access: Access, permission: Permission): boolean {
  if (isOwner(access)) return true
  const { anyone, instance, workspace, folder, team, runbook, inside, stream, assignee, author } =
    policy[permission]
  const inAny = (scopes: ReadonlyMap<number, ReadonlySet<RoleKey>>, roles: readonly RoleKey[] | undefined) =>
    roles !== undefined && [...scopes.values()].some((held) => holdsOne(held, roles))
  return (
    anyone === true ||
    holdsOne(access.instance, instance) ||
    inAny(access.workspaces, workspace) ||
    inAny(access.folders, folder) ||
    inAny(access.teams, team) ||
    (inside === true && access.reach.size > 0) ||
    [...access.runbooks.values()].some(
      ({ role }) =>
        runbook?.includes(role) ||
        (stream !== undefined && role === 'stream_editor') ||
        assignee === true ||
        author === true,
    )
  )
}

/** What would do, the nearest first. */
export function requiredFor(permission: Permission): readonly Requirement[] {
  const {
    assignee,
    author,
    stream,
    runbook = [],
    team = [],
    folder = [],
    workspace = [],
    instance = [],
  } = policy[permission]
  const own = runbook.map((role): RoleKey => (role === 'participant' ? 'runbook_team_member' : role))
  return [
    ...new Set<Requirement>([
      ...(assignee ? (['assignee'] as const) : []),
      ...(author ? (['author'] as const) : []),
      ...(stream ? (['stream_editor'] as const) : []),
      ...own,
      ...team,
      ...folder,
      ...workspace,
      ...instance,
      'owner',
    ]),
  ]
}

function holdsOne(held: ReadonlySet<RoleKey> | undefined, wanted: readonly RoleKey[] | undefined): boolean {
  return held !== undefined && wanted !== undefined && wanted.some((role) => held.has(role))
}

function isAllowedInWorkspace(
  access: Access,
  rule: Rule,
  { workspace_id, folder_id, team_id }: Scope,
): boolean {
  const here = workspace_id ?? -1
  return (
    holdsOne(access.workspaces.get(here), rule.workspace) ||
    (rule.inside === true && access.reach.has(here)) ||
    holdsOne(
      folder_id === undefined ? access.foldersIn.get(here) : access.folders.get(folder_id ?? -1),
      rule.folder,
    ) ||
    holdsOne(access.teams.get(team_id ?? -1), rule.team)
  )
}

function isAllowedInRunbook(access: Access, rule: Rule, scope: Scope): boolean {
  if (scope.runbook_id === undefined) return false
  const membership = access.runbooks.get(scope.runbook_id)
  if (membership && isAllowedMember(membership, rule, scope)) return true
  return rule.offered === true && scope.is_offered === true && creatorIn(access).has(scope.workspace_id ?? -1)
}

function isAllowedMember(
  membership: Membership,
  rule: Rule,
  { stream_ids, is_assignee = true, is_author = true }: Scope,
): boolean {
  const { role, streams } = membership
  if (rule.runbook?.includes(role)) return true
  if (rule.assignee && is_assignee) return true
  if (rule.author && is_author) return true
  if (rule.stream === undefined || role !== 'stream_editor') return false
  const counted = rule.stream === 'own' ? stream_ids : stream_ids?.slice(1)
  return counted === undefined || counted.some((id) => streams.includes(id))
}
