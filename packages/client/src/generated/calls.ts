// Made from the declarations of @runsheet/contract by `npm run generate`. Do not edit.

import type {
  BulkItem,
  Fields,
  IdentifiersDocument,
  Instant,
  ListDocument,
  Page,
  ResourceDocument,
  ResourcesDocument,
  SentByChange,
  SentByRead,
  SentByWrite,
} from '../documents.ts'
import type * as of from './resources.ts'

/** What each call says. */
export interface Inputs {
  /** Add a person to a runbook: as its administrator, as editor of streams, or as participant. */
  addRunbookUser: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_user'> | undefined
    } | undefined
    readonly attributes?: of.RunbookUserCreateAttributes | undefined
    readonly relationships: of.RunbookUserCreateRelationships
  }
  /** Archive a custom field and those that depend on it; values stay, and are shown. */
  archiveCustomField: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'custom_field'> | undefined
    } | undefined
  }
  /** Archive a data source: no field searches it until it is restored. */
  archiveDataSource: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'data_source'> | undefined
    } | undefined
  }
  /** Archive a runbook that is not being run. */
  archiveRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
  }
  /** Archive a runbook type: runbooks keep it, new ones cannot have it. */
  archiveRunbookType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'runbook_type'> | undefined
    } | undefined
  }
  /** Archive a task type: tasks keep it, new ones cannot have it. */
  archiveTaskType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'task_type'> | undefined
    } | undefined
  }
  /** Archive a central team: the teams that are linked to it keep their members and become teams of their runbook. */
  archiveTeam: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'team'> | undefined
    } | undefined
  }
  /** Archive a person who has left. */
  archiveUser: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'user'> | undefined
    } | undefined
  }
  /** Archive a workspace: all that lies in it is out of sight until it is restored. */
  archiveWorkspace: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'workspace'> | undefined
    } | undefined
  }
  /** Begin with a second factor: get the secret for an authenticator. */
  beginSecondFactor: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'second_factor'> | undefined
    } | undefined
    readonly meta?: { readonly current_password?: string | undefined } | undefined
  }
  /** Cancel the run: it ends, and its open tasks stay open. */
  cancelRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly meta?: { readonly message?: string | null | undefined; readonly notify?: boolean | undefined } | undefined
  }
  /** Confirm the second factor by a first code. */
  confirmSecondFactor: SentByChange & {
    readonly query?: {
      readonly fields?: Fields<'second_factor'> | undefined
    } | undefined
    readonly meta: { readonly code: string }
  }
  /** Make a token of your own, or of a program. */
  createAppTokenOfUser: SentByWrite & {
    readonly params: { readonly user_id: string }
    readonly query?: {
      readonly fields?: Fields<'user_app_token'> | undefined
    } | undefined
    readonly attributes: of.UserAppTokenCreateAttributes
  }
  /** Comment on a runbook, or on one of its tasks. */
  createComment: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'comment'> | undefined
    } | undefined
    readonly attributes: of.CommentCreateAttributes
    readonly relationships?: of.CommentCreateRelationships | undefined
  }
  /** Create a custom field, of a workspace or global. */
  createCustomField: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'custom_field'> | undefined
    } | undefined
    readonly attributes: of.CustomFieldCreateAttributes
    readonly relationships?: of.CustomFieldCreateRelationships | undefined
  }
  /** Create a group of custom fields. */
  createCustomFieldGroup: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'custom_field_group'> | undefined
    } | undefined
    readonly attributes: of.CustomFieldGroupCreateAttributes
    readonly relationships?: of.CustomFieldGroupCreateRelationships | undefined
  }
  /** Add an option to a custom field, last unless `order` says otherwise. */
  createCustomFieldOption: SentByWrite & {
    readonly params: { readonly custom_field_id: string }
    readonly query?: {
      readonly fields?: Fields<'custom_field_option'> | undefined
    } | undefined
    readonly attributes: of.CustomFieldOptionCreateAttributes
  }
  /** Name a person in a field of a runbook or of a task: the same as writing the value. */
  createCustomFieldUser: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'custom_field_user'> | undefined
    } | undefined
    readonly relationships: of.CustomFieldUserCreateRelationships
  }
  /** Create a data source. */
  createDataSource: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'data_source'> | undefined
    } | undefined
    readonly attributes: of.DataSourceCreateAttributes
  }
  /** Create an event integration, for the instance, a workspace or a runbook type. */
  createEventIntegration: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'event_integration'> | undefined
    } | undefined
    readonly attributes: of.EventIntegrationCreateAttributes
    readonly relationships?: of.EventIntegrationCreateRelationships | undefined
  }
  /** Create a folder. */
  createFolder: SentByWrite & {
    readonly params: { readonly workspace_id: string }
    readonly query?: {
      readonly fields?: Fields<'folder'> | undefined
    } | undefined
    readonly attributes: of.FolderCreateAttributes
    readonly relationships?: of.FolderCreateRelationships | undefined
  }
  /** Invite somebody again who has not signed in yet. */
  createInvitation: SentByWrite & {
    readonly params: { readonly user_id: string }
    readonly query?: {
      readonly fields?: Fields<'invitation'> | undefined
    } | undefined
    readonly attributes?: of.InvitationCreateAttributes | undefined
  }
  /** Create a runbook: blank, or as a copy. */
  createRunbook: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly attributes: of.RunbookCreateAttributes
    readonly relationships?: of.RunbookCreateRelationships | undefined
    readonly meta?: { readonly copy?: { readonly source_runbook_id: string; readonly tasks?: boolean | undefined; readonly teams?: boolean | undefined; readonly users?: boolean | undefined; readonly all?: boolean | undefined } | undefined; readonly shift_fixed_times?: boolean | undefined } | undefined
  }
  /** Add a team to a runbook: one of its own, linked to a central team, or copied from one. */
  createRunbookTeam: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_team'> | undefined
    } | undefined
    readonly attributes?: of.RunbookTeamCreateAttributes | undefined
    readonly relationships?: of.RunbookTeamCreateRelationships | undefined
  }
  /** Create a runbook type, of a workspace or global. */
  createRunbookType: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'runbook_type'> | undefined
    } | undefined
    readonly attributes: of.RunbookTypeCreateAttributes
    readonly relationships?: of.RunbookTypeCreateRelationships | undefined
  }
  /** Add a stream, or a sub-stream of one. */
  createStream: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'stream'> | undefined
    } | undefined
    readonly attributes: of.StreamCreateAttributes
    readonly relationships?: of.StreamCreateRelationships | undefined
  }
  /** Add a task to the plan. */
  createTask: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    readonly attributes: of.TaskCreateAttributes
    readonly relationships?: of.TaskCreateRelationships | undefined
  }
  /** Create a task type, of a workspace or global. */
  createTaskType: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'task_type'> | undefined
    } | undefined
    readonly attributes: of.TaskTypeCreateAttributes
    readonly relationships?: of.TaskTypeCreateRelationships | undefined
  }
  /** Create a central team. */
  createTeam: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'team'> | undefined
    } | undefined
    readonly attributes: of.TeamCreateAttributes
    readonly relationships: of.TeamCreateRelationships
  }
  /** Add a person or a program, with or without an invitation by mail. */
  createUser: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'user'> | undefined
    } | undefined
    readonly attributes: of.UserCreateAttributes
    readonly meta?: { readonly invitation?: { readonly message?: string | undefined; readonly skip?: boolean | undefined } | undefined } | undefined
  }
  /** Make a token of your own. */
  createUserAppToken: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'user_app_token'> | undefined
    } | undefined
    readonly attributes: of.UserAppTokenCreateAttributes
  }
  /** Create a workspace, with a folder named Default. */
  createWorkspace: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'workspace'> | undefined
    } | undefined
    readonly attributes: of.WorkspaceCreateAttributes
  }
  /** Delete a comment of your own. */
  deleteComment: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
  }
  /** Delete a group of custom fields; its fields stay, in no group. */
  deleteCustomFieldGroup: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** Delete an option that no value names. */
  deleteCustomFieldOption: SentByChange & {
    readonly params: { readonly custom_field_id: string; readonly id: string }
  }
  /** Empty the field that names a person. */
  deleteCustomFieldUser: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** Delete an event integration with its deliveries. */
  deleteEventIntegration: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** Delete an empty folder. */
  deleteFolder: SentByChange & {
    readonly params: { readonly workspace_id: string; readonly id: string }
  }
  /** Delete a runbook in planning that never ran. */
  deleteRunbook: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** Delete an empty stream. */
  deleteStream: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
  }
  /** Delete a task; its successors inherit its predecessors. */
  deleteTask: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
  }
  /** Delete several tasks: all of them or none. */
  deleteTasks: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query: {
      /** The tasks to delete. */
      readonly task_ids: string | readonly string[]
    }
  }
  /** Sign in without a second factor again. */
  endSecondFactor: SentByChange & {
    readonly meta: { readonly current_password?: string | undefined; readonly code: string }
  }
  /** The event log of one instant, one JSON object per line, to be verified without this server. */
  exportAudit: SentByRead
  /** The people and teams of a runbook as a file that can be imported again. */
  exportRunbookPeople: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** `csv`, the only one. */
      readonly format?: 'csv' | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
    } | undefined
  }
  /** The plan as a file that can be imported again. */
  exportTasks: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** `csv` (default) or `json`. */
      readonly format?: 'csv' | 'json' | undefined
      /** IANA zone of the times; the runbook’s by default. */
      readonly timezone?: string | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
    } | undefined
  }
  /** Finish a task that is in progress. */
  finishTask: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    readonly meta?: { readonly comment?: string | null | undefined; readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined } | undefined
  }
  /** Get a comment. */
  getComment: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'task' | 'author' | 'runbook' | readonly ('task' | 'author' | 'runbook')[] | undefined
      readonly fields?: Fields<'comment' | 'task' | 'user' | 'runbook'> | undefined
    } | undefined
  }
  /** Get a custom field. */
  getCustomField: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'parent' | 'group' | 'dependent_custom_fields' | 'options' | 'runbook_types' | readonly ('workspace' | 'parent' | 'group' | 'dependent_custom_fields' | 'options' | 'runbook_types')[] | undefined
      readonly fields?: Fields<'custom_field' | 'workspace' | 'custom_field_group' | 'custom_field_option' | 'runbook_type'> | undefined
    } | undefined
  }
  /** Get a group of custom fields. */
  getCustomFieldGroup: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly include?: 'custom_fields' | readonly ('custom_fields')[] | undefined
      readonly fields?: Fields<'custom_field_group' | 'custom_field'> | undefined
    } | undefined
  }
  /** Get an option of a custom field. */
  getCustomFieldOption: SentByRead & {
    readonly params: { readonly custom_field_id: string; readonly id: string }
    readonly query?: {
      readonly include?: 'custom_field' | readonly ('custom_field')[] | undefined
      readonly fields?: Fields<'custom_field_option' | 'custom_field'> | undefined
    } | undefined
  }
  /** Get one link of a field to a person. */
  getCustomFieldUser: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly include?: 'custom_field' | 'user' | 'runbook' | 'task' | readonly ('custom_field' | 'user' | 'runbook' | 'task')[] | undefined
      readonly fields?: Fields<'custom_field_user' | 'custom_field' | 'user' | 'runbook' | 'task'> | undefined
    } | undefined
  }
  /** Get a data source. */
  getDataSource: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'data_source'> | undefined
    } | undefined
  }
  /** Get an event integration. */
  getEventIntegration: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly include?: 'workspace' | 'runbook_type' | readonly ('workspace' | 'runbook_type')[] | undefined
      readonly fields?: Fields<'event_integration' | 'workspace' | 'runbook_type'> | undefined
    } | undefined
  }
  /** Get a folder. */
  getFolder: SentByRead & {
    readonly params: { readonly workspace_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'parent' | 'workspace' | readonly ('parent' | 'workspace')[] | undefined
      readonly fields?: Fields<'folder' | 'workspace'> | undefined
    } | undefined
  }
  /** Get yourself: name, roles, profile, preferences. */
  getMe: SentByRead & {
    readonly query?: {
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly fields?: Fields<'me' | 'user'> | undefined
    } | undefined
  }
  /** Get a role that somebody holds. */
  getRole: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly include?: 'user' | 'role_type' | 'scope' | readonly ('user' | 'role_type' | 'scope')[] | undefined
      readonly fields?: Fields<'role' | 'user' | 'role_type' | 'workspace' | 'folder' | 'team'> | undefined
    } | undefined
  }
  /** Get a run. */
  getRun: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'runbook_version' | 'started_by' | readonly ('runbook' | 'runbook_version' | 'started_by')[] | undefined
      readonly fields?: Fields<'run' | 'runbook' | 'runbook_version' | 'user'> | undefined
    } | undefined
  }
  /** Get a runbook. */
  getRunbook: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'folder' | 'runbook_type' | 'author' | 'current_version' | 'current_run' | 'source_runbook' | 'rto_start_task' | 'rto_end_task' | 'runs' | readonly ('workspace' | 'folder' | 'runbook_type' | 'author' | 'current_version' | 'current_run' | 'source_runbook' | 'rto_start_task' | 'rto_end_task' | 'runs')[] | undefined
      readonly fields?: Fields<'runbook' | 'workspace' | 'folder' | 'runbook_type' | 'user' | 'runbook_version' | 'run' | 'task'> | undefined
    } | undefined
  }
  /** Get a team of a runbook. */
  getRunbookTeam: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'team' | 'runbook' | 'users' | readonly ('team' | 'runbook' | 'users')[] | undefined
      readonly fields?: Fields<'runbook_team' | 'team' | 'runbook' | 'user'> | undefined
    } | undefined
  }
  /** Get a runbook type. */
  getRunbookType: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'task_types' | 'custom_fields' | readonly ('workspace' | 'task_types' | 'custom_fields')[] | undefined
      readonly fields?: Fields<'runbook_type' | 'workspace' | 'task_type' | 'custom_field'> | undefined
    } | undefined
  }
  /** Get a person of a runbook. */
  getRunbookUser: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'user' | 'runbook' | 'streams' | readonly ('user' | 'runbook' | 'streams')[] | undefined
      readonly fields?: Fields<'runbook_user' | 'user' | 'runbook' | 'stream'> | undefined
    } | undefined
  }
  /** Get a version of the plan of a runbook. */
  getRunbookVersion: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'run' | readonly ('runbook' | 'run')[] | undefined
      readonly fields?: Fields<'runbook_version' | 'runbook' | 'run'> | undefined
    } | undefined
  }
  /** Get your second factor. */
  getSecondFactor: SentByRead & {
    readonly query?: {
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly fields?: Fields<'second_factor' | 'user'> | undefined
    } | undefined
  }
  /** Ask how one can sign in here. */
  getSignInPage: SentByRead & {
    readonly query?: {
      readonly fields?: Fields<'sign_in_page'> | undefined
    } | undefined
  }
  /** Get a stream. */
  getStream: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** With forecast times. */
      readonly forecast?: boolean | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'parent' | 'runbook' | 'runbook_version' | 'status_author' | readonly ('parent' | 'runbook' | 'runbook_version' | 'status_author')[] | undefined
      readonly fields?: Fields<'stream' | 'runbook' | 'runbook_version' | 'user'> | undefined
    } | undefined
  }
  /** Get a task. */
  getTask: SentByRead & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      /** With forecast times, floats and criticality. */
      readonly forecast?: boolean | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'stream' | 'task_type' | 'assignees' | 'recipients' | 'predecessors' | 'successors' | 'runbook_version' | 'source_runbook' | 'source_task' | 'started_by' | 'completed_by' | 'task_actions' | readonly ('runbook' | 'stream' | 'task_type' | 'assignees' | 'recipients' | 'predecessors' | 'successors' | 'runbook_version' | 'source_runbook' | 'source_task' | 'started_by' | 'completed_by' | 'task_actions')[] | undefined
      readonly fields?: Fields<'task' | 'runbook' | 'stream' | 'task_type' | 'user' | 'runbook_team' | 'runbook_version' | 'task_action'> | undefined
    } | undefined
  }
  /** Get a task type. */
  getTaskType: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | readonly ('workspace')[] | undefined
      readonly fields?: Fields<'task_type' | 'workspace'> | undefined
    } | undefined
  }
  /** Get a central team. */
  getTeam: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'users' | readonly ('workspace' | 'users')[] | undefined
      readonly fields?: Fields<'team' | 'workspace' | 'user'> | undefined
    } | undefined
  }
  /** Get a URL to which the file of a data source can be put. */
  getUploadUrl: SentByRead & {
    readonly query: {
      /** The name of the file, to recognise it. */
      readonly filename: string
      /** Its media type. */
      readonly content_type?: 'text/csv' | undefined
      readonly fields?: Fields<'data_source_upload'> | undefined
    }
  }
  /** Get a person. */
  getUser: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'roles' | readonly ('roles')[] | undefined
      readonly fields?: Fields<'user' | 'role'> | undefined
    } | undefined
  }
  /** Get a workspace. */
  getWorkspace: SentByRead & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook_types' | readonly ('runbook_types')[] | undefined
      readonly fields?: Fields<'workspace' | 'runbook_type'> | undefined
    } | undefined
  }
  /** Grant a role to a person. */
  grantRole: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'role'> | undefined
    } | undefined
    readonly relationships: of.RoleCreateRelationships
  }
  /** Add the people of a CSV file to a runbook and to its teams: all of it or nothing. */
  importRunbookPeople: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Answers the same and changes nothing. */
      readonly dry_run?: boolean | undefined
    } | undefined
    /** CSV in UTF-8. */
    readonly body: string | Uint8Array<ArrayBuffer>
  }
  /** Add the tasks of a CSV file to the plan: all of them or none. */
  importTasks: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Answers the same and changes nothing. */
      readonly dry_run?: boolean | undefined
      /** Makes the teams that the runbook does not have. */
      readonly create_teams?: boolean | undefined
      /** JSON: column header → field, or null to leave the column out. */
      readonly mapping?: Readonly<Record<string, string | null>> | undefined
    } | undefined
    /** CSV in UTF-8. */
    readonly body: string | Uint8Array<ArrayBuffer>
  }
  /** Add the people of a CSV file to central teams, and make the teams that are not there: all of it or nothing. */
  importTeams: SentByWrite & {
    readonly params: { readonly workspace_id: string }
    readonly query?: {
      /** Answers the same and changes nothing; teams to be made have no id yet. */
      readonly dry_run?: boolean | undefined
    } | undefined
    /** CSV in UTF-8. */
    readonly body: string | Uint8Array<ArrayBuffer>
  }
  /** Explain what a person may do in a place, and why, or why not. */
  listAccess: SentByRead & {
    readonly query?: {
      /** Method of a request; together with `path`. */
      readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | undefined
      /** Path of a request, such as `/core/runbooks/7/start`; together with `method`. */
      readonly path?: string | undefined
      /** Only these permissions. */
      readonly permission?: 'instance.read' | 'account.read' | 'account.update' | 'token.create' | 'log.read' | 'audit.read' | 'people.read' | 'people.list' | 'people.manage' | 'role.read' | 'role.grant' | 'workspace.read' | 'workspace.create' | 'workspace.update' | 'folder.manage' | 'type.manage' | 'custom_field.manage' | 'data_source.read' | 'data_source.manage' | 'integration.read' | 'integration.manage' | 'team.manage' | 'runbook.create' | 'runbook.read' | 'runbook.comment' | 'comment.update' | 'comment.feature' | 'runbook.update' | 'runbook.people' | 'runbook.archive' | 'task.update' | 'stream.create' | 'stream.update' | 'stream.delete' | 'run.control' | 'task.progress' | 'task.skip' | readonly ('instance.read' | 'account.read' | 'account.update' | 'token.create' | 'log.read' | 'audit.read' | 'people.read' | 'people.list' | 'people.manage' | 'role.read' | 'role.grant' | 'workspace.read' | 'workspace.create' | 'workspace.update' | 'folder.manage' | 'type.manage' | 'custom_field.manage' | 'data_source.read' | 'data_source.manage' | 'integration.read' | 'integration.manage' | 'team.manage' | 'runbook.create' | 'runbook.read' | 'runbook.comment' | 'comment.update' | 'comment.feature' | 'runbook.update' | 'runbook.people' | 'runbook.archive' | 'task.update' | 'stream.create' | 'stream.update' | 'stream.delete' | 'run.control' | 'task.progress' | 'task.skip')[] | undefined
      /** Of this person instead of the caller. */
      readonly user_id?: string | undefined
      /** In this workspace. */
      readonly workspace_id?: string | undefined
      /** In this folder. */
      readonly folder_id?: string | undefined
      /** For this central team. */
      readonly team_id?: string | undefined
      /** In this runbook. */
      readonly runbook_id?: string | undefined
      /** For this stream of the runbook. */
      readonly stream_id?: string | undefined
      /** For this task of the runbook. */
      readonly task_id?: string | undefined
      readonly include?: 'user' | 'able' | readonly ('user' | 'able')[] | undefined
      readonly fields?: Fields<'access' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** The audit trail, newest first. */
  listActionLogs: SentByRead & {
    readonly query?: {
      /** Only of this runbook. */
      readonly runbook_id?: string | undefined
      /** Only what changed this task of the runbook, or was said about it. */
      readonly task_id?: string | undefined
      /** Only what this person did. */
      readonly user_id?: string | undefined
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** Names of events, dotted or in the older spelling, by comma. */
      readonly event?: string | undefined
      /** Made at or after this instant. */
      readonly created_after?: Instant | undefined
      /** Made before this instant. */
      readonly created_before?: Instant | undefined
      readonly include?: 'author' | 'resource' | 'context' | readonly ('author' | 'resource' | 'context')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'action_log' | 'user' | 'folder' | 'runbook' | 'runbook_team' | 'runbook_user' | 'run' | 'comment' | 'task' | 'team' | 'stream' | 'workspace' | 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group' | 'data_source' | 'event_integration'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** The feed of a runbook, newest first. */
  listActivities: SentByRead & {
    readonly query?: {
      /** Only of this runbook. */
      readonly runbook_id?: string | undefined
      /** Only starred ones, or only the others. */
      readonly starred?: boolean | undefined
      /** Made at or after this instant. */
      readonly created_after?: Instant | undefined
      /** Made before this instant. */
      readonly created_before?: Instant | undefined
      readonly include?: 'activist' | 'trackable' | 'recipient' | readonly ('activist' | 'trackable' | 'recipient')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'activity' | 'user' | 'folder' | 'runbook' | 'runbook_team' | 'runbook_user' | 'run' | 'comment' | 'task' | 'team' | 'stream' | 'workspace' | 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group' | 'data_source' | 'event_integration'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the tokens of a person that are not revoked. */
  listAppTokensOfUser: SentByRead & {
    readonly params: { readonly user_id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | 'last_used_at' | '-last_used_at' | 'label' | '-label' | readonly ('created_at' | '-created_at' | 'last_used_at' | '-last_used_at' | 'label' | '-label')[] | undefined
      readonly fields?: Fields<'user_app_token' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** Verify the hash chains of the event log, page by page. */
  listAuditChains: SentByRead & {
    readonly query?: {
      readonly include?: 'runbook' | readonly ('runbook')[] | undefined
      readonly fields?: Fields<'audit_chain' | 'runbook'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the comments of a runbook and its tasks, newest first. */
  listComments: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Only of this task. */
      readonly task_id?: string | undefined
      /** Only featured ones, or only the others. */
      readonly featured?: boolean | undefined
      /** Made at or after this instant. */
      readonly created_after?: Instant | undefined
      /** Made before this instant. */
      readonly created_before?: Instant | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'task' | 'author' | 'runbook' | readonly ('task' | 'author' | 'runbook')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'comment' | 'task' | 'user' | 'runbook'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the groups of custom fields in their order. */
  listCustomFieldGroups: SentByRead & {
    readonly query?: {
      /** Text in the name. */
      readonly query?: string | undefined
      readonly include?: 'custom_fields' | readonly ('custom_fields')[] | undefined
      readonly sort?: 'order' | '-order' | 'name' | '-name' | readonly ('order' | '-order' | 'name' | '-name')[] | undefined
      readonly fields?: Fields<'custom_field_group' | 'custom_field'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the options of a custom field in their order. */
  listCustomFieldOptions: SentByRead & {
    readonly params: { readonly custom_field_id: string }
    readonly query?: {
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      readonly include?: 'custom_field' | readonly ('custom_field')[] | undefined
      readonly sort?: 'order' | '-order' | 'name' | '-name' | readonly ('order' | '-order' | 'name' | '-name')[] | undefined
      readonly fields?: Fields<'custom_field_option' | 'custom_field'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List which people the fields of runbooks and tasks name. */
  listCustomFieldUsers: SentByRead & {
    readonly query?: {
      /** Of this field. */
      readonly custom_field_id?: string | undefined
      /** Naming this person. */
      readonly user_id?: string | undefined
      /** Of this runbook and its tasks. */
      readonly runbook_id?: string | undefined
      readonly include?: 'custom_field' | 'user' | 'runbook' | 'task' | readonly ('custom_field' | 'user' | 'runbook' | 'task')[] | undefined
      readonly fields?: Fields<'custom_field_user' | 'custom_field' | 'user' | 'runbook' | 'task'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List custom fields, archived ones included unless `archived` says otherwise. */
  listCustomFields: SentByRead & {
    readonly query?: {
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** With `workspace_id`, `true` adds the global ones; alone, only global or only local ones. */
      readonly global?: boolean | undefined
      /** Where they are used. */
      readonly apply_to?: 'task_add_edit' | 'task_edit' | 'task_start' | 'task_end' | 'runbook_add_edit' | 'runbook_edit' | 'runbook_page' | 'pir_summary' | 'pir_value_select' | 'incident_review_content' | 'incident_summary' | 'runbook_end' | 'project_add_edit' | 'project_edit' | readonly ('task_add_edit' | 'task_edit' | 'task_start' | 'task_end' | 'runbook_add_edit' | 'runbook_edit' | 'runbook_page' | 'pir_summary' | 'pir_value_select' | 'incident_review_content' | 'incident_summary' | 'runbook_end' | 'project_add_edit' | 'project_edit')[] | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'parent' | 'group' | 'dependent_custom_fields' | 'options' | 'runbook_types' | readonly ('workspace' | 'parent' | 'group' | 'dependent_custom_fields' | 'options' | 'runbook_types')[] | undefined
      readonly sort?: 'order' | '-order' | 'name' | '-name' | readonly ('order' | '-order' | 'name' | '-name')[] | undefined
      readonly fields?: Fields<'custom_field' | 'workspace' | 'custom_field_group' | 'custom_field_option' | 'runbook_type'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the records of a data source, in the order of its file. */
  listDataSourceRecords: SentByRead & {
    readonly params: { readonly data_source_id: string }
    readonly query?: {
      /** Text in one of the cells. */
      readonly query?: string | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'data_source' | readonly ('data_source')[] | undefined
      readonly fields?: Fields<'data_source_record' | 'data_source'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List data sources. */
  listDataSources: SentByRead & {
    readonly query?: {
      /** Text in the name. */
      readonly query?: string | undefined
      /** Only of these kinds. */
      readonly source_type?: 'file' | 'api' | readonly ('file' | 'api')[] | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | 'uploaded_at' | '-uploaded_at' | readonly ('name' | '-name' | 'created_at' | '-created_at' | 'uploaded_at' | '-uploaded_at')[] | undefined
      readonly fields?: Fields<'data_source'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the deliveries of an event integration, newest first. */
  listEventDeliveries: SentByRead & {
    readonly params: { readonly event_integration_id: string }
    readonly query?: {
      /** Only in these states. */
      readonly status?: 'waiting' | 'delivered' | 'failed' | readonly ('waiting' | 'delivered' | 'failed')[] | undefined
      readonly include?: 'event_integration' | readonly ('event_integration')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'event_delivery' | 'event_integration'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the event integrations that you can see. */
  listEventIntegrations: SentByRead & {
    readonly query?: {
      /** Text in the name or URL. */
      readonly query?: string | undefined
      /** Only enabled ones, or only the others. */
      readonly enabled?: boolean | undefined
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** Only of this runbook type. */
      readonly runbook_type_id?: string | undefined
      readonly include?: 'workspace' | 'runbook_type' | readonly ('workspace' | 'runbook_type')[] | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | readonly ('name' | '-name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'event_integration' | 'workspace' | 'runbook_type'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List what a start would find wrong with the plan, errors first. */
  listFindings: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Only of this severity. */
      readonly severity?: 'error' | 'warning' | readonly ('error' | 'warning')[] | undefined
      /** As if the start said so. */
      readonly rebaseline?: boolean | undefined
      /** As if the start said so. */
      readonly shift_fixed_times?: boolean | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'finding'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List all folders of a workspace, flat; `parent` makes the tree. */
  listFolders: SentByRead & {
    readonly params: { readonly workspace_id: string }
    readonly query?: {
      /** Text in the name. */
      readonly query?: string | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'parent' | 'workspace' | readonly ('parent' | 'workspace')[] | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | readonly ('name' | '-name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'folder' | 'workspace'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the tasks that wait for you, in all runbooks. */
  listMyTasks: SentByRead & {
    readonly query?: {
      /** `now`: can be started or is in progress; `next`: the others. */
      readonly scope?: 'now' | 'next' | undefined
      readonly include?: 'runbook' | 'task_type' | readonly ('runbook' | 'task_type')[] | undefined
      readonly fields?: Fields<'my_task' | 'runbook' | 'task_type'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the roles that can be granted. */
  listRoleTypes: SentByRead & {
    readonly query?: {
      readonly fields?: Fields<'role_type'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the roles that people hold, as far as the caller may see them. */
  listRoles: SentByRead & {
    readonly query?: {
      /** Of this person. */
      readonly user_id?: string | undefined
      /** Of these types. */
      readonly role_type_id?: string | readonly string[] | undefined
      /** On this workspace, its folders and its teams. */
      readonly workspace_id?: string | undefined
      /** On things of this kind. */
      readonly resource_type?: 'workspace' | 'folder' | 'team' | undefined
      /** On this one; together with `resource_type`. */
      readonly resource_id?: string | undefined
      readonly include?: 'user' | 'role_type' | 'scope' | readonly ('user' | 'role_type' | 'scope')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'role' | 'user' | 'role_type' | 'workspace' | 'folder' | 'team'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the teams of a runbook. */
  listRunbookTeams: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Text in the name. */
      readonly query?: string | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'team' | 'runbook' | 'users' | readonly ('team' | 'runbook' | 'users')[] | undefined
      readonly sort?: 'name' | '-name' | readonly ('name' | '-name')[] | undefined
      readonly fields?: Fields<'runbook_team' | 'team' | 'runbook' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List runbook types, the default one first. */
  listRunbookTypes: SentByRead & {
    readonly query?: {
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** With `workspace_id`, `true` adds the global ones; alone, only global or only local ones. */
      readonly global?: boolean | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      /** Only disabled, or only enabled ones. */
      readonly disabled?: boolean | undefined
      /** Only types whose plan may be edited during a run, or only the others. */
      readonly dynamic?: boolean | undefined
      /** Only types for incidents, or only the others. */
      readonly incident?: boolean | undefined
      /** Only types with RTO, or only the others. */
      readonly enable_rto?: boolean | undefined
      /** Only types with AI creation, or only the others. */
      readonly ai_create_enabled?: boolean | undefined
      /** Text in the name, key or description. */
      readonly query?: string | undefined
      readonly include?: 'workspace' | 'task_types' | 'custom_fields' | readonly ('workspace' | 'task_types' | 'custom_fields')[] | undefined
      readonly sort?: 'name' | '-name' | 'key' | '-key' | readonly ('name' | '-name' | 'key' | '-key')[] | undefined
      readonly fields?: Fields<'runbook_type' | 'workspace' | 'task_type' | 'custom_field'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the people of a runbook. */
  listRunbookUsers: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Text in the name or e-mail. */
      readonly query?: string | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'user' | 'runbook' | 'streams' | readonly ('user' | 'runbook' | 'streams')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | readonly ('created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'runbook_user' | 'user' | 'runbook' | 'stream'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the versions of the plan of a runbook, newest first. */
  listRunbookVersions: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** Only the one that is worked on, or only the others. */
      readonly current?: boolean | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'run' | readonly ('runbook' | 'run')[] | undefined
      readonly fields?: Fields<'runbook_version' | 'runbook' | 'run'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List runbooks and templates. */
  listRunbooks: SentByRead & {
    readonly query?: {
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** Only of this folder. */
      readonly folder_id?: string | undefined
      /** Only templates, or only runbooks that are not. */
      readonly is_template?: boolean | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      /** Only copies of this runbook or template. */
      readonly source_runbook_id?: string | undefined
      /** Kind of template. */
      readonly template_type?: 'off' | 'default' | 'snippet' | readonly ('off' | 'default' | 'snippet')[] | undefined
      /** Stage. */
      readonly stage?: 'planning' | 'active' | 'paused' | 'canceled' | 'complete' | readonly ('planning' | 'active' | 'paused' | 'canceled' | 'complete')[] | undefined
      /** `Name:Value` of a custom field. */
      readonly custom_field_values?: string | undefined
      /** Of these runbook types. */
      readonly runbook_type_id?: string | readonly string[] | undefined
      /** RAG status. */
      readonly status?: 'off' | 'red' | 'amber' | 'green' | readonly ('off' | 'red' | 'amber' | 'green')[] | undefined
      /** Type of the current or last run. */
      readonly run_type?: 'live' | 'rehearsal' | readonly ('live' | 'rehearsal')[] | undefined
      /** Text in the name. */
      readonly query?: string | undefined
      /** Made at or after this instant. */
      readonly created_after?: Instant | undefined
      /** Made before this instant. */
      readonly created_before?: Instant | undefined
      /** Changed at or after this instant. */
      readonly updated_after?: Instant | undefined
      readonly include?: 'workspace' | 'folder' | 'runbook_type' | 'author' | 'current_version' | 'current_run' | 'source_runbook' | 'runs' | readonly ('workspace' | 'folder' | 'runbook_type' | 'author' | 'current_version' | 'current_run' | 'source_runbook' | 'runs')[] | undefined
      readonly sort?: 'touched_at' | '-touched_at' | 'created_at' | '-created_at' | 'name' | '-name' | 'start_planned' | '-start_planned' | 'end_planned' | '-end_planned' | readonly ('touched_at' | '-touched_at' | 'created_at' | '-created_at' | 'name' | '-name' | 'start_planned' | '-start_planned' | 'end_planned' | '-end_planned')[] | undefined
      readonly fields?: Fields<'runbook' | 'workspace' | 'folder' | 'runbook_type' | 'user' | 'runbook_version' | 'run'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the runs of a runbook, newest first. */
  listRuns: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'runbook_version' | 'started_by' | readonly ('runbook' | 'runbook_version' | 'started_by')[] | undefined
      readonly fields?: Fields<'run' | 'runbook' | 'runbook_version' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List your own sessions that are alive. */
  listSessions: SentByRead & {
    readonly query?: {
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly fields?: Fields<'session' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the sessions of a person that are alive. */
  listSessionsOfUser: SentByRead & {
    readonly params: { readonly user_id: string }
    readonly query?: {
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly fields?: Fields<'session' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List streams and sub-streams. */
  listStreams: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** With forecast times. */
      readonly forecast?: boolean | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'parent' | 'runbook' | 'runbook_version' | 'status_author' | readonly ('parent' | 'runbook' | 'runbook_version' | 'status_author')[] | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | readonly ('name' | '-name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'stream' | 'runbook' | 'runbook_version' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List task types, the default one first. */
  listTaskTypes: SentByRead & {
    readonly query?: {
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** With `workspace_id`, `true` adds the global ones; alone, only global or only local ones. */
      readonly global?: boolean | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      /** Only disabled, or only enabled ones. */
      readonly disabled?: boolean | undefined
      /** Text in the name, key or description. */
      readonly query?: string | undefined
      readonly include?: 'workspace' | readonly ('workspace')[] | undefined
      readonly sort?: 'name' | '-name' | 'key' | '-key' | readonly ('name' | '-name' | 'key' | '-key')[] | undefined
      readonly fields?: Fields<'task_type' | 'workspace'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the tasks of a runbook. */
  listTasks: SentByRead & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** All tasks, with forecast times. */
      readonly forecast?: boolean | undefined
      /** Stage. */
      readonly stage?: 'not_startable' | 'startable' | 'in_progress' | 'complete' | readonly ('not_startable' | 'startable' | 'in_progress' | 'complete')[] | undefined
      /** In these streams. */
      readonly stream_id?: string | readonly string[] | undefined
      /** How it was completed. */
      readonly completion_type?: 'complete_normal' | 'complete_skipped' | 'complete_abandoned' | 'complete_auto' | readonly ('complete_normal' | 'complete_skipped' | 'complete_abandoned' | 'complete_auto')[] | undefined
      /** Of these types. */
      readonly task_type_id?: string | readonly string[] | undefined
      /** Level. */
      readonly level?: 'level_1' | 'level_2' | 'level_3' | readonly ('level_1' | 'level_2' | 'level_3')[] | undefined
      /** Text in the name, or `#id`. */
      readonly search_term?: string | undefined
      /** Only tasks with comments, or only those without. */
      readonly has_comments?: boolean | undefined
      /** Only late tasks, or only those that are not. */
      readonly is_late?: boolean | undefined
      /** Assigned to these runbook teams. */
      readonly runbook_team_id?: string | readonly string[] | undefined
      /** Assigned to these people. */
      readonly user_id?: string | readonly string[] | undefined
      /** Copied from these runbooks. */
      readonly source_runbook_id?: string | readonly string[] | undefined
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook' | 'stream' | 'task_type' | 'assignees' | 'recipients' | 'predecessors' | 'successors' | 'runbook_version' | 'source_runbook' | 'source_task' | 'started_by' | 'completed_by' | 'task_actions' | readonly ('runbook' | 'stream' | 'task_type' | 'assignees' | 'recipients' | 'predecessors' | 'successors' | 'runbook_version' | 'source_runbook' | 'source_task' | 'started_by' | 'completed_by' | 'task_actions')[] | undefined
      readonly sort?: 'id' | '-id' | 'name' | '-name' | 'stage' | '-stage' | 'duration' | '-duration' | 'level' | '-level' | 'start_planned' | '-start_planned' | 'end_planned' | '-end_planned' | 'start_actual' | '-start_actual' | 'end_actual' | '-end_actual' | 'start_fixed' | '-start_fixed' | 'created_at' | '-created_at' | 'updated_at' | '-updated_at' | readonly ('id' | '-id' | 'name' | '-name' | 'stage' | '-stage' | 'duration' | '-duration' | 'level' | '-level' | 'start_planned' | '-start_planned' | 'end_planned' | '-end_planned' | 'start_actual' | '-start_actual' | 'end_actual' | '-end_actual' | 'start_fixed' | '-start_fixed' | 'created_at' | '-created_at' | 'updated_at' | '-updated_at')[] | undefined
      readonly fields?: Fields<'task' | 'runbook' | 'stream' | 'task_type' | 'user' | 'runbook_team' | 'runbook_version' | 'task_action'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the central teams of the workspaces that you can see. */
  listTeams: SentByRead & {
    readonly query?: {
      /** Text in the name. */
      readonly query?: string | undefined
      /** Only of this workspace. */
      readonly workspace_id?: string | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      readonly include?: 'workspace' | 'users' | readonly ('workspace' | 'users')[] | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | readonly ('name' | '-name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'team' | 'workspace' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List your own tokens that are not revoked. */
  listUserAppTokens: SentByRead & {
    readonly query?: {
      readonly include?: 'user' | readonly ('user')[] | undefined
      readonly sort?: 'created_at' | '-created_at' | 'last_used_at' | '-last_used_at' | 'label' | '-label' | readonly ('created_at' | '-created_at' | 'last_used_at' | '-last_used_at' | 'label' | '-label')[] | undefined
      readonly fields?: Fields<'user_app_token' | 'user'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List or search people. */
  listUsers: SentByRead & {
    readonly query?: {
      /** Text in the name or e-mail. */
      readonly query?: string | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      /** Only programs, or only who signs in. */
      readonly non_interactive?: boolean | undefined
      /** Who holds this role, on anything, as far as you may see roles. */
      readonly role_type_id?: string | undefined
      /** Who may take part in the runbooks and teams of this workspace. */
      readonly workspace_id?: string | undefined
      readonly include?: 'roles' | readonly ('roles')[] | undefined
      readonly sort?: 'email' | '-email' | 'first_name' | '-first_name' | 'last_name' | '-last_name' | 'created_at' | '-created_at' | readonly ('email' | '-email' | 'first_name' | '-first_name' | 'last_name' | '-last_name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'user' | 'role'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** List the workspaces that you can see. */
  listWorkspaces: SentByRead & {
    readonly query?: {
      /** Text in the name or key. */
      readonly query?: string | undefined
      /** Archived resources instead of those that are not. */
      readonly archived?: boolean | undefined
      readonly include?: 'runbook_types' | readonly ('runbook_types')[] | undefined
      readonly sort?: 'name' | '-name' | 'created_at' | '-created_at' | readonly ('name' | '-name' | 'created_at' | '-created_at')[] | undefined
      readonly fields?: Fields<'workspace' | 'runbook_type'> | undefined
      readonly page?: Page | undefined
      readonly cursor?: string | undefined
    } | undefined
  }
  /** Make ten new recovery codes. */
  makeRecoveryCodes: SentByWrite & {
    readonly query?: {
      readonly fields?: Fields<'second_factor'> | undefined
    } | undefined
    readonly meta: { readonly current_password?: string | undefined; readonly code: string }
  }
  /** Pause the run: nothing starts or ends until it is resumed. */
  pauseRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly meta?: { readonly message?: string | null | undefined; readonly notify?: boolean | undefined } | undefined
  }
  /** Put a file to a signed URL. */
  putUpload: SentByRead & {
    readonly params: { readonly id: string }
    readonly query: {
      /** As it stands in the URL. */
      readonly signature: string
      readonly fields?: Fields<'data_source_upload'> | undefined
    }
    /** CSV in UTF-8. */
    readonly body: string | Uint8Array<ArrayBuffer>
  }
  /** Remove a team from a runbook, and from its tasks. */
  removeRunbookTeam: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
  }
  /** Remove a person from a runbook, and from its tasks and teams. */
  removeRunbookUser: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
  }
  /** Ask for a link by which a forgotten password is set anew. */
  requestPasswordReset: SentByRead & {
    readonly attributes: of.PasswordResetCreateAttributes
  }
  /** Restore an archived custom field and those that depend on it. */
  restoreCustomField: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'custom_field'> | undefined
    } | undefined
  }
  /** Restore an archived data source. */
  restoreDataSource: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'data_source'> | undefined
    } | undefined
  }
  /** Restore an archived runbook. */
  restoreRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
  }
  /** Restore an archived runbook type. */
  restoreRunbookType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_type'> | undefined
    } | undefined
  }
  /** Restore an archived task type. */
  restoreTaskType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task_type'> | undefined
    } | undefined
  }
  /** Restore an archived central team. */
  restoreTeam: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'team'> | undefined
    } | undefined
  }
  /** Restore an archived person, with everything that the person held. */
  restoreUser: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'user'> | undefined
    } | undefined
  }
  /** Restore an archived workspace. */
  restoreWorkspace: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'workspace'> | undefined
    } | undefined
  }
  /** Resume a paused run. */
  resumeRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly meta?: { readonly message?: string | null | undefined; readonly notify?: boolean | undefined } | undefined
  }
  /** Return to planning after a run has ended: a fresh version of the same plan, to run again. */
  returnToPlanning: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
  }
  /** Revoke a token of a person. */
  revokeAppTokenOfUser: SentByChange & {
    readonly params: { readonly user_id: string; readonly id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
    } | undefined
  }
  /** Revoke a role. */
  revokeRole: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** End one of your own sessions. */
  revokeSession: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** End a session of a person. */
  revokeSessionOfUser: SentByChange & {
    readonly params: { readonly user_id: string; readonly id: string }
  }
  /** End every session of a person. */
  revokeSessionsOfUser: SentByWrite & {
    readonly params: { readonly user_id: string }
  }
  /** Revoke one of your own tokens. */
  revokeUserAppToken: SentByChange & {
    readonly params: { readonly id: string }
  }
  /** Set a password by a link from a mail, and sign in. */
  setPassword: SentByRead & {
    readonly query?: {
      readonly fields?: Fields<'password'> | undefined
    } | undefined
    readonly attributes: of.PasswordCreateAttributes
  }
  /** Sign in with e-mail address and password. */
  signIn: SentByRead & {
    readonly query?: {
      readonly fields?: Fields<'session'> | undefined
    } | undefined
    readonly attributes: of.SessionCreateAttributes
  }
  /** Sign out: end the session that asks, or all of yours. */
  signOut: SentByChange & {
    readonly query?: {
      /** `true` ends every session of yours, wherever it is. */
      readonly all?: boolean | undefined
    } | undefined
  }
  /** Skip a task, saying why. */
  skipTask: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    readonly meta: { readonly comment: string }
  }
  /** Start a run, live or as a rehearsal. */
  startRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly meta: { readonly comms: 'off' | 'test' | 'on'; readonly run_type: 'live' | 'rehearsal'; readonly validation_level?: 'warning' | 'error' | undefined; readonly rebaseline?: boolean | undefined; readonly shift_fixed_times?: boolean | undefined; readonly disable_task_notify?: boolean | undefined }
  }
  /** Start a startable task of an active runbook. */
  startTask: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    readonly meta?: { readonly comment?: string | null | undefined; readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined; readonly override?: boolean | undefined } | undefined
  }
  /** Replace the roles of a person: revokes those that are not listed, grants those that are. */
  syncRoles: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'user'> | undefined
    } | undefined
    readonly meta: { readonly roles_attributes: readonly { readonly role_type_id: string; readonly resource_id?: string | null | undefined; readonly resource_type?: 'workspace' | 'folder' | 'runbook' | 'stream' | 'team' | null | undefined }[] }
  }
  /** Change a comment of your own, or feature one. */
  updateComment: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'comment'> | undefined
    } | undefined
    readonly attributes?: of.CommentUpdateAttributes | undefined
  }
  /** Change a custom field; a change that loses values has to be accepted. */
  updateCustomField: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      /** Answers the same and changes nothing. */
      readonly dry_run?: boolean | undefined
      readonly fields?: Fields<'custom_field'> | undefined
    } | undefined
    readonly attributes?: of.CustomFieldUpdateAttributes | undefined
    readonly relationships?: of.CustomFieldUpdateRelationships | undefined
    readonly meta?: { readonly accept_loss?: boolean | undefined } | undefined
  }
  /** Change a group of custom fields. */
  updateCustomFieldGroup: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'custom_field_group'> | undefined
    } | undefined
    readonly attributes?: of.CustomFieldGroupUpdateAttributes | undefined
    readonly relationships?: of.CustomFieldGroupUpdateRelationships | undefined
  }
  /** Change an option; when its name changes, all values that name it follow. */
  updateCustomFieldOption: SentByChange & {
    readonly params: { readonly custom_field_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'custom_field_option'> | undefined
    } | undefined
    readonly attributes?: of.CustomFieldOptionUpdateAttributes | undefined
  }
  /** Change a data source, or replace its table. */
  updateDataSource: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'data_source'> | undefined
    } | undefined
    readonly attributes?: of.DataSourceUpdateAttributes | undefined
  }
  /** Change an event integration; its scope stays. */
  updateEventIntegration: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'event_integration'> | undefined
    } | undefined
    readonly attributes?: of.EventIntegrationUpdateAttributes | undefined
    readonly meta?: { readonly rotate_signing_secret?: boolean | undefined } | undefined
  }
  /** Rename a folder, or move it under another parent. */
  updateFolder: SentByChange & {
    readonly params: { readonly workspace_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'folder'> | undefined
    } | undefined
    readonly attributes?: of.FolderUpdateAttributes | undefined
    readonly relationships?: of.FolderUpdateRelationships | undefined
  }
  /** Change your name, profile, preferences or password. */
  updateMe: SentByChange & {
    readonly query?: {
      readonly fields?: Fields<'me'> | undefined
    } | undefined
    readonly attributes?: of.MeUpdateAttributes | undefined
    readonly meta?: { readonly password?: string | undefined; readonly current_password?: string | undefined } | undefined
  }
  /** Tell at which task of a runbook the caller is. */
  updatePresence: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      /** `true` reads it although it, or what it lies in, is archived. */
      readonly archived?: boolean | undefined
      readonly fields?: Fields<'presence'> | undefined
    } | undefined
    readonly meta: { readonly connection: string; readonly task_id: string | null }
  }
  /** Change a runbook, or move it to another folder. */
  updateRunbook: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook'> | undefined
    } | undefined
    readonly attributes?: of.RunbookUpdateAttributes | undefined
    readonly relationships?: of.RunbookUpdateRelationships | undefined
    readonly meta?: { readonly shift_fixed_times?: boolean | undefined } | undefined
  }
  /** Change a team of a runbook, link it to a central team, or unlink it. */
  updateRunbookTeam: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_team'> | undefined
    } | undefined
    readonly attributes?: of.RunbookTeamUpdateAttributes | undefined
    readonly relationships?: of.RunbookTeamUpdateRelationships | undefined
  }
  /** Change a runbook type. */
  updateRunbookType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_type'> | undefined
    } | undefined
    readonly attributes?: of.RunbookTypeUpdateAttributes | undefined
    readonly relationships?: of.RunbookTypeUpdateRelationships | undefined
  }
  /** Change what a person is on a runbook. */
  updateRunbookUser: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'runbook_user'> | undefined
    } | undefined
    readonly attributes?: of.RunbookUserUpdateAttributes | undefined
    readonly relationships?: of.RunbookUserUpdateRelationships | undefined
  }
  /** Change a stream or its RAG status. */
  updateStream: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'stream'> | undefined
    } | undefined
    readonly attributes?: of.StreamUpdateAttributes | undefined
  }
  /** Change a task. */
  updateTask: SentByChange & {
    readonly params: { readonly runbook_id: string; readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    readonly attributes?: of.TaskUpdateAttributes | undefined
    readonly relationships?: of.TaskUpdateRelationships | undefined
    readonly meta?: { readonly delete_excluded_assignees?: boolean | undefined } | undefined
  }
  /** Change a task type. */
  updateTaskType: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'task_type'> | undefined
    } | undefined
    readonly attributes?: of.TaskTypeUpdateAttributes | undefined
  }
  /** Change a central team, and every team of a runbook that is linked to it. */
  updateTeam: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'team'> | undefined
    } | undefined
    readonly attributes?: of.TeamUpdateAttributes | undefined
    readonly relationships?: of.TeamUpdateRelationships | undefined
  }
  /** Change a person. */
  updateUser: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'user'> | undefined
    } | undefined
    readonly attributes?: of.UserUpdateAttributes | undefined
  }
  /** Change a workspace. */
  updateWorkspace: SentByChange & {
    readonly params: { readonly id: string }
    readonly query?: {
      readonly fields?: Fields<'workspace'> | undefined
    } | undefined
    readonly attributes?: of.WorkspaceUpdateAttributes | undefined
  }
  /** Add and change several tasks: all of them or none. */
  writeTasks: SentByWrite & {
    readonly params: { readonly runbook_id: string }
    readonly query?: {
      readonly fields?: Fields<'task'> | undefined
    } | undefined
    /** Those with an `id` are changed, the others are made. */
    readonly items: readonly BulkItem<of.TaskCreateAttributes, of.TaskCreateRelationships, { readonly if_match?: string | undefined; readonly delete_excluded_assignees?: boolean | undefined }>[]
  }
}

/** What each call answers: a document, the text of a file, or nothing. */
export interface Results {
  addRunbookUser: ResourceDocument<of.RunbookUser>
  archiveCustomField: ResourceDocument<of.CustomField>
  archiveDataSource: ResourceDocument<of.DataSource>
  archiveRunbook: ResourceDocument<of.Runbook>
  archiveRunbookType: ResourceDocument<of.RunbookType>
  archiveTaskType: ResourceDocument<of.TaskType>
  archiveTeam: ResourceDocument<of.Team>
  archiveUser: ResourceDocument<of.User>
  archiveWorkspace: ResourceDocument<of.Workspace>
  beginSecondFactor: ResourceDocument<of.SecondFactor>
  cancelRunbook: ResourceDocument<of.Runbook>
  confirmSecondFactor: ResourceDocument<of.SecondFactor>
  createAppTokenOfUser: ResourceDocument<of.UserAppToken>
  createComment: ResourceDocument<of.Comment>
  createCustomField: ResourceDocument<of.CustomField>
  createCustomFieldGroup: ResourceDocument<of.CustomFieldGroup>
  createCustomFieldOption: ResourceDocument<of.CustomFieldOption>
  createCustomFieldUser: ResourceDocument<of.CustomFieldUser>
  createDataSource: ResourceDocument<of.DataSource>
  createEventIntegration: ResourceDocument<of.EventIntegration>
  createFolder: ResourceDocument<of.Folder>
  createInvitation: ResourceDocument<of.Invitation>
  createRunbook: ResourceDocument<of.Runbook>
  createRunbookTeam: ResourceDocument<of.RunbookTeam>
  createRunbookType: ResourceDocument<of.RunbookType>
  createStream: ResourceDocument<of.Stream>
  createTask: ResourceDocument<of.Task>
  createTaskType: ResourceDocument<of.TaskType>
  createTeam: ResourceDocument<of.Team>
  createUser: ResourceDocument<of.User>
  createUserAppToken: ResourceDocument<of.UserAppToken>
  createWorkspace: ResourceDocument<of.Workspace>
  deleteComment: undefined
  deleteCustomFieldGroup: undefined
  deleteCustomFieldOption: undefined
  deleteCustomFieldUser: undefined
  deleteEventIntegration: undefined
  deleteFolder: undefined
  deleteRunbook: undefined
  deleteStream: undefined
  deleteTask: undefined
  deleteTasks: undefined
  endSecondFactor: undefined
  exportAudit: string
  exportRunbookPeople: string
  exportTasks: string
  finishTask: ResourceDocument<of.Task>
  getComment: ResourceDocument<of.Comment>
  getCustomField: ResourceDocument<of.CustomField>
  getCustomFieldGroup: ResourceDocument<of.CustomFieldGroup>
  getCustomFieldOption: ResourceDocument<of.CustomFieldOption>
  getCustomFieldUser: ResourceDocument<of.CustomFieldUser>
  getDataSource: ResourceDocument<of.DataSource>
  getEventIntegration: ResourceDocument<of.EventIntegration>
  getFolder: ResourceDocument<of.Folder>
  getMe: ResourceDocument<of.Me>
  getRole: ResourceDocument<of.Role>
  getRun: ResourceDocument<of.Run>
  getRunbook: ResourceDocument<of.Runbook>
  getRunbookTeam: ResourceDocument<of.RunbookTeam>
  getRunbookType: ResourceDocument<of.RunbookType>
  getRunbookUser: ResourceDocument<of.RunbookUser>
  getRunbookVersion: ResourceDocument<of.RunbookVersion>
  getSecondFactor: ResourceDocument<of.SecondFactor>
  getSignInPage: ResourceDocument<of.SignInPage>
  getStream: ResourceDocument<of.Stream>
  getTask: ResourceDocument<of.Task>
  getTaskType: ResourceDocument<of.TaskType>
  getTeam: ResourceDocument<of.Team>
  getUploadUrl: ResourceDocument<of.DataSourceUpload>
  getUser: ResourceDocument<of.User>
  getWorkspace: ResourceDocument<of.Workspace>
  grantRole: ResourceDocument<of.Role>
  importRunbookPeople: IdentifiersDocument<'runbook_user'>
  importTasks: IdentifiersDocument<'task'>
  importTeams: IdentifiersDocument<'team'>
  listAccess: ListDocument<of.Access>
  listActionLogs: ListDocument<of.ActionLog>
  listActivities: ListDocument<of.Activity>
  listAppTokensOfUser: ListDocument<of.UserAppToken>
  listAuditChains: ListDocument<of.AuditChain>
  listComments: ListDocument<of.Comment>
  listCustomFieldGroups: ListDocument<of.CustomFieldGroup>
  listCustomFieldOptions: ListDocument<of.CustomFieldOption>
  listCustomFieldUsers: ListDocument<of.CustomFieldUser>
  listCustomFields: ListDocument<of.CustomField>
  listDataSourceRecords: ListDocument<of.DataSourceRecord>
  listDataSources: ListDocument<of.DataSource>
  listEventDeliveries: ListDocument<of.EventDelivery>
  listEventIntegrations: ListDocument<of.EventIntegration>
  listFindings: ListDocument<of.Finding>
  listFolders: ListDocument<of.Folder>
  listMyTasks: ListDocument<of.MyTask>
  listRoleTypes: ListDocument<of.RoleType>
  listRoles: ListDocument<of.Role>
  listRunbookTeams: ListDocument<of.RunbookTeam>
  listRunbookTypes: ListDocument<of.RunbookType>
  listRunbookUsers: ListDocument<of.RunbookUser>
  listRunbookVersions: ListDocument<of.RunbookVersion>
  listRunbooks: ListDocument<of.Runbook>
  listRuns: ListDocument<of.Run>
  listSessions: ListDocument<of.Session>
  listSessionsOfUser: ListDocument<of.Session>
  listStreams: ListDocument<of.Stream>
  listTaskTypes: ListDocument<of.TaskType>
  listTasks: ListDocument<of.Task>
  listTeams: ListDocument<of.Team>
  listUserAppTokens: ListDocument<of.UserAppToken>
  listUsers: ListDocument<of.User>
  listWorkspaces: ListDocument<of.Workspace>
  makeRecoveryCodes: ResourceDocument<of.SecondFactor>
  pauseRunbook: ResourceDocument<of.Runbook>
  putUpload: ResourceDocument<of.DataSourceUpload>
  removeRunbookTeam: undefined
  removeRunbookUser: undefined
  requestPasswordReset: undefined
  restoreCustomField: ResourceDocument<of.CustomField>
  restoreDataSource: ResourceDocument<of.DataSource>
  restoreRunbook: ResourceDocument<of.Runbook>
  restoreRunbookType: ResourceDocument<of.RunbookType>
  restoreTaskType: ResourceDocument<of.TaskType>
  restoreTeam: ResourceDocument<of.Team>
  restoreUser: ResourceDocument<of.User>
  restoreWorkspace: ResourceDocument<of.Workspace>
  resumeRunbook: ResourceDocument<of.Runbook>
  returnToPlanning: ResourceDocument<of.Runbook>
  revokeAppTokenOfUser: undefined
  revokeRole: undefined
  revokeSession: undefined
  revokeSessionOfUser: undefined
  revokeSessionsOfUser: undefined
  revokeUserAppToken: undefined
  setPassword: ResourceDocument<of.Password>
  signIn: ResourceDocument<of.Session>
  signOut: undefined
  skipTask: ResourceDocument<of.Task>
  startRunbook: ResourceDocument<of.Runbook>
  startTask: ResourceDocument<of.Task>
  syncRoles: ResourceDocument<of.User>
  updateComment: ResourceDocument<of.Comment>
  updateCustomField: ResourceDocument<of.CustomField>
  updateCustomFieldGroup: ResourceDocument<of.CustomFieldGroup>
  updateCustomFieldOption: ResourceDocument<of.CustomFieldOption>
  updateDataSource: ResourceDocument<of.DataSource>
  updateEventIntegration: ResourceDocument<of.EventIntegration>
  updateFolder: ResourceDocument<of.Folder>
  updateMe: ResourceDocument<of.Me>
  updatePresence: ResourceDocument<of.Presence>
  updateRunbook: ResourceDocument<of.Runbook>
  updateRunbookTeam: ResourceDocument<of.RunbookTeam>
  updateRunbookType: ResourceDocument<of.RunbookType>
  updateRunbookUser: ResourceDocument<of.RunbookUser>
  updateStream: ResourceDocument<of.Stream>
  updateTask: ResourceDocument<of.Task>
  updateTaskType: ResourceDocument<of.TaskType>
  updateTeam: ResourceDocument<of.Team>
  updateUser: ResourceDocument<of.User>
  updateWorkspace: ResourceDocument<of.Workspace>
  writeTasks: ResourcesDocument<of.Task>
}

/** Calls that answer page by page. */
export type ListName =
  | 'listAccess'
  | 'listActionLogs'
  | 'listActivities'
  | 'listAppTokensOfUser'
  | 'listAuditChains'
  | 'listComments'
  | 'listCustomFieldGroups'
  | 'listCustomFieldOptions'
  | 'listCustomFieldUsers'
  | 'listCustomFields'
  | 'listDataSourceRecords'
  | 'listDataSources'
  | 'listEventDeliveries'
  | 'listEventIntegrations'
  | 'listFindings'
  | 'listFolders'
  | 'listMyTasks'
  | 'listRoleTypes'
  | 'listRoles'
  | 'listRunbookTeams'
  | 'listRunbookTypes'
  | 'listRunbookUsers'
  | 'listRunbookVersions'
  | 'listRunbooks'
  | 'listRuns'
  | 'listSessions'
  | 'listSessionsOfUser'
  | 'listStreams'
  | 'listTaskTypes'
  | 'listTasks'
  | 'listTeams'
  | 'listUserAppTokens'
  | 'listUsers'
  | 'listWorkspaces'
