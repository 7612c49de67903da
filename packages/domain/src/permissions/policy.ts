import type { Permission, RunbookRole } from '@runsheet/contract'

/** Everything that decides what a person may do: roles on scopes, and the runbooks that the person takes part in. */
export interface Access {
  readonly userId: number
  readonly roles: readonly {
    readonly key: string
    readonly scope_type: string | null
    readonly scope_id: number | null
  }[]
  readonly runbooks: ReadonlyMap<number, RunbookRole>
}

/** What a request is about. A permission on the instance needs none of it. */
export interface Scope {
  readonly workspace_id?: number | undefined
  readonly folder_id?: number | null | undefined
  readonly runbook_id?: number | undefined
}

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly visible: boolean; readonly required: readonly string[] }

/** The roles that would do, by the scope on which they are held. */
interface Rule {
  readonly global?: readonly string[]
  readonly workspace?: readonly string[]
  readonly folder?: readonly string[]
  readonly runbook?: readonly RunbookRole[]
  /** Any signed-in person may. */
  readonly anyone?: true
  /** Who may know that the thing is there; without it, whoever may not do this does not see it either. */
  readonly seenWith?: Permission
}

const OWNER = 'owner'

/** Who may do what, one sentence per permission: "the plan of a runbook is changed by its administrators". */
export const policy: Readonly<Record<Permission, Rule>> = {
  'instance.read': { anyone: true },
  'people.read': { anyone: true },
  'log.read': { anyone: true },
  'account.read': { anyone: true },
  'account.update': { anyone: true },
  'token.create': { global: ['developer'], seenWith: 'account.read' },
  'workspace.read': {
    global: ['global_stakeholder', 'global_user_admin'],
    workspace: [
      'workspace_manager',
      'workspace_runbook_creator',
      'workspace_stakeholder',
      'workspace_member',
    ],
  },
  'workspace.create': { seenWith: 'instance.read' },
  'workspace.update': { workspace: ['workspace_manager'], seenWith: 'workspace.read' },
  'runbook.create': {
    workspace: ['workspace_runbook_creator'],
    folder: ['folder_runbook_creator'],
    seenWith: 'workspace.read',
  },
  'runbook.read': {
    global: ['global_stakeholder'],
    workspace: ['workspace_manager', 'workspace_stakeholder'],
    folder: ['folder_manager', 'folder_stakeholder'],
    runbook: ['runbook_admin', 'participant'],
  },
  'runbook.comment': { runbook: ['runbook_admin', 'participant'], seenWith: 'runbook.read' },
  'runbook.update': { runbook: ['runbook_admin'], seenWith: 'runbook.read' },
  'runbook.people': { runbook: ['runbook_admin'], seenWith: 'runbook.read' },
  'runbook.archive': { runbook: ['runbook_admin'], seenWith: 'runbook.read' },
  'run.control': { runbook: ['runbook_admin'], seenWith: 'runbook.read' },
  'run.operate': { runbook: ['runbook_admin', 'participant'], seenWith: 'runbook.read' },
}

/** True for the first user and everybody who was made an equal. */
export function isOwner(access: Access): boolean {
  return access.roles.some(({ key, scope_type }) => key === OWNER && scope_type === null)
}

/**
 * The one place where it is decided what a person may do.
 *
 * @returns allowed; or whether the thing may be seen (403) or not (404), with the roles that would do
 */
export function decide(access: Access, permission: Permission, scope: Scope): Decision {
  if (isOwner(access) || holds(access, policy[permission], scope)) return { allowed: true }
  const { seenWith, ...rule } = policy[permission]
  const visible = seenWith !== undefined && decide(access, seenWith, scope).allowed
  return {
    allowed: false,
    visible,
    required: [
      ...new Set([
        ...(rule.runbook ?? []),
        ...(rule.folder ?? []),
        ...(rule.workspace ?? []),
        ...(rule.global ?? []),
        OWNER,
      ]),
    ],
  }
}

function holds(access: Access, rule: Rule, { workspace_id, folder_id, runbook_id }: Scope): boolean {
  if (rule.anyone) return true
  const role = runbook_id === undefined ? undefined : access.runbooks.get(runbook_id)
  if (role && rule.runbook?.includes(role)) return true
  return access.roles.some(({ key, scope_type, scope_id }) => {
    if (scope_type === null) return rule.global?.includes(key) ?? false
    if (scope_type === 'workspace')
      return scope_id === workspace_id && (rule.workspace?.includes(key) ?? false)
    if (scope_type === 'folder') return scope_id === folder_id && (rule.folder?.includes(key) ?? false)
    return false
  })
}

/** What part of all runbooks or workspaces a person sees: everything, or what lies in these. For lists, as SQL. */
export type Visibility =
  | 'all'
  | {
      readonly workspaces: readonly number[]
      readonly folders: readonly number[]
      readonly runbooks: readonly number[]
    }

/** What a person holds a permission on, for lists that must not show the rest. */
export function visibility(access: Access, permission: Permission): Visibility {
  const rule = policy[permission]
  if (
    isOwner(access) ||
    rule.anyone ||
    access.roles.some(({ key, scope_type }) => scope_type === null && rule.global?.includes(key))
  )
    return 'all'
  const scopes = (type: string, keys: readonly string[] = []) =>
    access.roles.flatMap(({ key, scope_type, scope_id }) =>
      scope_type === type && scope_id !== null && keys.includes(key) ? [scope_id] : [],
    )
  const runbooks = [...access.runbooks].flatMap(([id, role]) => (rule.runbook?.includes(role) ? [id] : []))
  return { workspaces: scopes('workspace', rule.workspace), folders: scopes('folder', rule.folder), runbooks }
}
