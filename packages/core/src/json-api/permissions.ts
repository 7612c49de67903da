import type { Permission, ResourceType } from '@runsheet/contract'
import { type Access, isAllowed, type Scope } from '@runsheet/domain'

interface Ability {
  readonly type: string
  readonly resource: string
}

/** What holding a permission lets a client offer, by the resource on which it is shown. */
const abilities = {
  workspace: {
    'workspace.update': [
      { type: 'update', resource: 'workspace' },
      { type: 'archive', resource: 'workspace' },
    ],
    'folder.manage': [{ type: 'create', resource: 'folder' }],
    'runbook.create': [{ type: 'create', resource: 'runbook' }],
    'type.manage': [
      { type: 'create', resource: 'runbook_type' },
      { type: 'create', resource: 'task_type' },
    ],
    'team.manage': [{ type: 'create', resource: 'team' }],
    'role.grant': [{ type: 'create', resource: 'role' }],
  },
  folder: {
    'runbook.create': [{ type: 'create', resource: 'runbook' }],
    'folder.manage': [
      { type: 'create', resource: 'folder' },
      { type: 'update', resource: 'folder' },
      { type: 'destroy', resource: 'folder' },
    ],
    'role.grant': [{ type: 'create', resource: 'role' }],
  },
  runbook: {
    'runbook.update': [{ type: 'update', resource: 'runbook' }],
    'task.update': [{ type: 'create', resource: 'task' }],
    'stream.create': [{ type: 'create', resource: 'stream' }],
    'runbook.archive': [{ type: 'archive', resource: 'runbook' }],
    'run.control': [{ type: 'run', resource: 'runbook' }],
    'task.progress': [{ type: 'progress', resource: 'task' }],
    'runbook.comment': [{ type: 'create', resource: 'comment' }],
    'runbook.people': [
      { type: 'create', resource: 'runbook_user' },
      { type: 'create', resource: 'runbook_team' },
    ],
  },
  task: {
    'task.update': [
      { type: 'update', resource: 'task' },
      { type: 'destroy', resource: 'task' },
    ],
    'task.progress': [{ type: 'progress', resource: 'task' }],
    'task.skip': [{ type: 'skip', resource: 'task' }],
    'runbook.comment': [{ type: 'create', resource: 'comment' }],
  },
  stream: {
    'stream.update': [{ type: 'update', resource: 'stream' }],
    'stream.delete': [{ type: 'destroy', resource: 'stream' }],
    'stream.create': [{ type: 'create', resource: 'stream' }],
    'task.update': [{ type: 'create', resource: 'task' }],
  },
  runbook_type: {
    'type.manage': [
      { type: 'update', resource: 'runbook_type' },
      { type: 'archive', resource: 'runbook_type' },
    ],
  },
  task_type: {
    'type.manage': [
      { type: 'update', resource: 'task_type' },
      { type: 'archive', resource: 'task_type' },
    ],
  },
  custom_field: {
    'custom_field.manage': [
      { type: 'update', resource: 'custom_field' },
      { type: 'archive', resource: 'custom_field' },
    ],
  },
  custom_field_option: {
    'custom_field.manage': [
      { type: 'update', resource: 'custom_field_option' },
      { type: 'destroy', resource: 'custom_field_option' },
    ],
  },
  custom_field_group: {
    'custom_field.manage': [
      { type: 'update', resource: 'custom_field_group' },
      { type: 'destroy', resource: 'custom_field_group' },
    ],
  },
  data_source: {
    'data_source.manage': [
      { type: 'update', resource: 'data_source' },
      { type: 'archive', resource: 'data_source' },
    ],
  },
  event_integration: {
    'integration.manage': [
      { type: 'update', resource: 'event_integration' },
      { type: 'destroy', resource: 'event_integration' },
    ],
  },
  comment: {
    'comment.update': [
      { type: 'update', resource: 'comment' },
      { type: 'destroy', resource: 'comment' },
    ],
    'comment.feature': [{ type: 'feature', resource: 'comment' }],
  },
  me: {
    'people.manage': [{ type: 'create', resource: 'user' }],
    'workspace.create': [{ type: 'create', resource: 'workspace' }],
    'token.create': [{ type: 'create', resource: 'user_app_token' }],
  },
  user: {
    'people.manage': [
      { type: 'update', resource: 'user' },
      { type: 'archive', resource: 'user' },
      { type: 'create', resource: 'user_app_token' },
      { type: 'create', resource: 'invitation' },
      { type: 'destroy', resource: 'session' },
    ],
  },
  team: {
    'team.manage': [
      { type: 'update', resource: 'team' },
      { type: 'archive', resource: 'team' },
    ],
  },
  runbook_team: {
    'runbook.people': [
      { type: 'update', resource: 'runbook_team' },
      { type: 'destroy', resource: 'runbook_team' },
    ],
  },
  runbook_user: {
    'runbook.people': [
      { type: 'update', resource: 'runbook_user' },
      { type: 'destroy', resource: 'runbook_user' },
    ],
  },
} as const satisfies Partial<Record<ResourceType, Partial<Record<Permission, readonly Ability[]>>>>

/** The same as lists, made once: every answer asks for some. */
const abilityLists = new Map(
  Object.entries(abilities).map(([kind, byPermission]) => [
    kind,
    Object.entries<readonly Ability[]>(byPermission) as (readonly [Permission, readonly Ability[]])[],
  ]),
)

/** What the caller may do with a resource, for its `meta.permissions`. */
export function abilitiesOn(kind: keyof typeof abilities, access: Access, scope: Scope): Ability[] {
  const allowed: Ability[] = []
  for (const [permission, list] of abilityLists.get(kind) ?? [])
    if (isAllowed(access, permission, scope)) allowed.push(...list)
  return allowed
}
