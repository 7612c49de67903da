import type { Permission, RunbookRole } from '@runsheet/contract'
import type { RoleKey } from './roles.ts'

/** Who may do something: the roles that do, by what they are held on. The Owner may do everything, so no rule names it. */
export interface Rule {
  /** What is allowed, after "may". */
  readonly may: string
  /** Any signed-in person. */
  readonly anyone?: true
  readonly instance?: readonly RoleKey[]
  readonly workspace?: readonly RoleKey[]
  readonly folder?: readonly RoleKey[]
  readonly team?: readonly RoleKey[]
  readonly runbook?: readonly RunbookRole[]
  /** Editors of the stream that it is about or of the one above it; or of the one above it only. */
  readonly stream?: 'own' | 'above'
  /** Who is assigned to the task, by name or through a team. */
  readonly assignee?: true
  /** Whoever takes part in the runbook and made the thing. */
  readonly author?: true
  /** Whoever holds anything inside the workspace. */
  readonly inside?: true
  /** Whoever may create runbooks in the workspace, of what is offered to create from: approved templates. */
  readonly offered?: true
  /** Who may know that the thing is there; without it, whoever may not do this does not see it either. */
  readonly seenWith?: Permission
}

const everybodyHere: readonly RunbookRole[] = ['runbook_admin', 'stream_editor', 'participant']

/** Who may do what: one sentence per permission. */
export const policy: Readonly<Record<Permission, Rule>> = {
  'instance.read': { may: 'read the types, fields and roles of the instance', anyone: true },
  'account.read': { may: 'read their own account', anyone: true },
  'account.update': { may: 'change their own account', anyone: true },
  'token.create': {
    may: 'make tokens of their own to call the API with',
    instance: ['developer'],
    seenWith: 'account.read',
  },
  'log.read': { may: 'read the log of what they see', anyone: true },
  'audit.read': {
    may: 'verify and export the whole event log',
    instance: ['global_stakeholder'],
    seenWith: 'instance.read',
  },

  'people.read': { may: 'find people with whom they share a workspace', anyone: true },
  'people.list': {
    may: 'find every person of the instance',
    instance: ['global_user_admin', 'global_stakeholder'],
    workspace: ['workspace_manager'],
    seenWith: 'people.read',
  },
  'people.manage': {
    may: 'create, edit, archive and restore people, and grant every role but that of the Owner',
    instance: ['global_user_admin'],
    seenWith: 'people.read',
  },
  'role.read': {
    may: 'see which roles others hold here',
    instance: ['global_user_admin', 'global_stakeholder'],
    workspace: ['workspace_manager', 'workspace_stakeholder'],
    folder: ['folder_manager'],
    seenWith: 'people.read',
  },
  'role.grant': {
    may: 'grant and revoke roles on a workspace, its folders and its teams',
    instance: ['global_user_admin'],
    workspace: ['workspace_manager'],
    folder: ['folder_manager'],
    seenWith: 'people.read',
  },

  'workspace.read': {
    may: 'see the workspace: its name, folders, types and teams',
    instance: ['global_stakeholder', 'global_user_admin'],
    inside: true,
  },
  'workspace.create': { may: 'create workspaces', seenWith: 'instance.read' },
  'workspace.update': {
    may: 'change, archive and restore the workspace',
    workspace: ['workspace_manager'],
    seenWith: 'workspace.read',
  },
  'folder.manage': {
    may: 'create, change, move and delete folders',
    workspace: ['workspace_manager'],
    folder: ['folder_manager'],
    seenWith: 'workspace.read',
  },
  'type.manage': {
    may: 'create, change and archive runbook types and task types',
    workspace: ['workspace_manager'],
    seenWith: 'instance.read',
  },
  'custom_field.manage': {
    may: 'create, change and archive custom fields, their groups and their options',
    instance: ['custom_fields_admin'],
    seenWith: 'instance.read',
  },
  'data_source.read': {
    may: 'read data sources',
    instance: ['custom_fields_admin', 'custom_field_data_manager', 'global_stakeholder'],
  },
  'data_source.manage': {
    may: 'create, change and archive data sources, and upload their files',
    instance: ['custom_fields_admin', 'custom_field_data_manager'],
    seenWith: 'data_source.read',
  },
  'integration.read': {
    may: 'read integrations and what they delivered',
    instance: ['integrations_admin', 'global_stakeholder'],
    workspace: ['integrations_admin', 'workspace_manager'],
  },
  'integration.manage': {
    may: 'create, change and archive integrations',
    instance: ['integrations_admin'],
    workspace: ['integrations_admin'],
    seenWith: 'integration.read',
  },
  'team.manage': {
    may: 'create, change and archive central teams, and say who is in them',
    workspace: ['centralised_team_manager', 'workspace_manager'],
    team: ['centralised_team_manager'],
    seenWith: 'workspace.read',
  },

  'runbook.create': {
    may: 'create runbooks and templates',
    workspace: ['workspace_runbook_creator'],
    folder: ['folder_runbook_creator'],
    seenWith: 'workspace.read',
  },
  'runbook.read': {
    may: 'read the runbook, its plan and its runs',
    instance: ['global_stakeholder'],
    workspace: ['workspace_manager', 'workspace_stakeholder'],
    folder: ['folder_manager', 'folder_stakeholder'],
    runbook: everybodyHere,
    offered: true,
  },
  'runbook.comment': { may: 'comment', runbook: everybodyHere, seenWith: 'runbook.read' },
  'comment.update': {
    may: 'change and delete a comment of their own',
    author: true,
    seenWith: 'runbook.read',
  },
  'comment.feature': {
    may: 'feature a comment',
    runbook: ['runbook_admin'],
    author: true,
    seenWith: 'runbook.read',
  },
  'runbook.update': {
    may: 'change the runbook and its settings, and import into it',
    runbook: ['runbook_admin'],
    seenWith: 'runbook.read',
  },
  'runbook.people': {
    may: 'say who takes part in the runbook, and as what',
    runbook: ['runbook_admin'],
    seenWith: 'runbook.read',
  },
  'runbook.archive': {
    may: 'archive, restore and delete the runbook',
    runbook: ['runbook_admin'],
    seenWith: 'runbook.read',
  },
  'task.update': {
    may: 'create, change and delete tasks of the stream',
    runbook: ['runbook_admin'],
    stream: 'own',
    seenWith: 'runbook.read',
  },
  'stream.create': {
    may: 'create streams; below a stream, its editors too',
    runbook: ['runbook_admin'],
    stream: 'own',
    seenWith: 'runbook.read',
  },
  'stream.update': {
    may: 'change the stream and its status',
    runbook: ['runbook_admin'],
    stream: 'own',
    seenWith: 'runbook.read',
  },
  'stream.delete': {
    may: 'delete streams; below a stream, its editors too',
    runbook: ['runbook_admin'],
    stream: 'above',
    seenWith: 'runbook.read',
  },
  'run.control': {
    may: 'start, pause, resume, cancel and override the run',
    runbook: ['runbook_admin'],
    seenWith: 'runbook.read',
  },
  'task.progress': {
    may: 'start and finish the task',
    runbook: ['runbook_admin'],
    stream: 'own',
    assignee: true,
    seenWith: 'runbook.read',
  },
  'task.skip': { may: 'skip the task', runbook: ['runbook_admin'], seenWith: 'runbook.read' },
}
