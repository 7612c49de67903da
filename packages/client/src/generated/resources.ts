// Made from the declarations of @runsheet/contract by `npm run generate`. Do not edit.

import type { ResourceObject, ToMany, ToOne, WrittenToMany, WrittenToOne } from '../resource-object.ts'

/** Whether a person may do something in a place, and why; its id is the place of the permission among all of them. */
export type Access = ResourceObject<'access', AccessAttributes, AccessRelationships>

export type AccessAttributes = {
  readonly permission: 'instance.read' | 'account.read' | 'account.update' | 'token.create' | 'log.read' | 'audit.read' | 'people.read' | 'people.list' | 'people.manage' | 'role.read' | 'role.grant' | 'workspace.read' | 'workspace.create' | 'workspace.update' | 'folder.manage' | 'type.manage' | 'custom_field.manage' | 'data_source.read' | 'data_source.manage' | 'integration.read' | 'integration.manage' | 'team.manage' | 'runbook.create' | 'runbook.read' | 'runbook.comment' | 'comment.update' | 'comment.feature' | 'runbook.update' | 'runbook.people' | 'runbook.archive' | 'task.update' | 'stream.create' | 'stream.update' | 'stream.delete' | 'run.control' | 'task.progress' | 'task.skip'
  /** What is allowed, in words, after "may". */
  readonly may: string
  readonly allowed: boolean
  /** Where it is not allowed: `true` is refused with 403, `false` with 404, because the person may not know of it. */
  readonly visible: boolean
  /** What it is allowed by: roles, each with what it is held on, `assignee` and `author`. Empty where anybody may. */
  readonly because: readonly { readonly role: string; readonly resource_type: 'workspace' | 'folder' | 'runbook' | 'stream' | 'team' | null; readonly resource_id: string | null }[]
  /** What would do, the nearest first, as in `meta.required` of a refusal. */
  readonly required: readonly string[]
}

export type AccessRelationships = {
  readonly user: ToOne<'user'>
  /** Where it is seen and not allowed: some of those who may do it here, and so could help. */
  readonly able: ToMany<'user'>
}

/** One entry of the audit trail. */
export type ActionLog = ResourceObject<'action_log', ActionLogAttributes, ActionLogRelationships>

export type ActionLogAttributes = {
  /** The dotted name, for example `task.started`. */
  readonly event: string
  readonly description: string
  /** Field → [before, after]. */
  readonly changes: Readonly<Record<string, unknown>>
  /** With the filter `task_id`, what became of that task, also where many changed at once: field → [before, after]. */
  readonly task_changes: Readonly<Record<string, unknown>> | null
  /** What somebody said with it: a comment, the reason of a skip, the message of a pause. Rich text. */
  readonly message: string | null
  /** What the resource was called then. */
  readonly resource_name: string | null
  /** How many tasks changed with it. */
  readonly changed_tasks_count: number
  readonly created_at: string
  /** Place in the hash chain of its runbook or of the instance. */
  readonly sequence: number
}

export type ActionLogRelationships = {
  readonly author: ToOne<'user'>
  readonly resource: ToOne<'folder' | 'runbook' | 'runbook_team' | 'runbook_user' | 'run' | 'comment' | 'task' | 'team' | 'stream' | 'user' | 'workspace' | 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group' | 'data_source' | 'event_integration'>
  readonly context: ToOne<'folder' | 'runbook' | 'runbook_team' | 'runbook_user' | 'run' | 'comment' | 'task' | 'team' | 'stream' | 'user' | 'workspace' | 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group' | 'data_source' | 'event_integration'>
}

/** One entry of the feed of a runbook. */
export type Activity = ResourceObject<'activity', ActivityAttributes, ActivityRelationships>

export type ActivityAttributes = {
  readonly key: string
  readonly starred: boolean
  readonly created_at: string
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

export type ActivityRelationships = {
  readonly activist: ToOne<'user'>
  readonly trackable: ToOne<'folder' | 'runbook' | 'runbook_team' | 'runbook_user' | 'run' | 'comment' | 'task' | 'team' | 'stream' | 'user' | 'workspace' | 'runbook_type' | 'task_type' | 'custom_field' | 'custom_field_option' | 'custom_field_group' | 'data_source' | 'event_integration'>
  readonly recipient: ToOne<'runbook'>
}

/** A hash chain of the event log, verified while it is read; its id is that of its runbook, or 0. */
export type AuditChain = ResourceObject<'audit_chain', AuditChainAttributes, AuditChainRelationships>

export type AuditChainAttributes = {
  readonly events_count: number
  /** Of its last event. */
  readonly last_sequence: number | null
  /** Of its last event, in hex. */
  readonly last_hash: string | null
  readonly last_event_at: string | null
  /** Every link holds. */
  readonly intact: boolean
  /** The first event that does not hold. */
  readonly broken_sequence: number | null
  readonly broken_reason: 'event_missing' | 'instant_earlier' | 'hash_differs' | 'tail_missing' | 'beyond_head' | 'head_differs' | null
}

export type AuditChainRelationships = {
  /** Null for the chain of the instance. */
  readonly runbook: ToOne<'runbook'>
}

/** What somebody said about a runbook or one of its tasks. */
export type Comment = ResourceObject<'comment', CommentAttributes, CommentRelationships>

export type CommentAttributes = {
  /** A small HTML subset; other tags are stripped. */
  readonly content: string
  /** Its author and administrators of the runbook may change it. */
  readonly featured: boolean
  readonly created_at: string
  /** When its words last changed: `created_at` while they are the first ones. */
  readonly updated_at: string
}

export type CommentRelationships = {
  readonly task: ToOne<'task'>
  readonly author: ToOne<'user'>
  readonly runbook: ToOne<'runbook'>
}

export type CommentCreateAttributes = {
  /** A small HTML subset; other tags are stripped. */
  readonly content: string
  /** Its author and administrators of the runbook may change it. */
  readonly featured?: boolean | undefined
}

export type CommentCreateRelationships = {
  readonly task?: WrittenToOne<'task'> | undefined
}

export type CommentUpdateAttributes = {
  /** A small HTML subset; other tags are stripped. */
  readonly content?: string | undefined
  /** Its author and administrators of the runbook may change it. */
  readonly featured?: boolean | undefined
}

/** A field that an administrator added to tasks or runbooks. */
export type CustomField = ResourceObject<'custom_field', CustomFieldAttributes, CustomFieldRelationships>

export type CustomFieldAttributes = {
  /** The internal name, which writes of values may use; unique in its workspace or the instance. */
  readonly name: string
  readonly display_name: string | null
  /** A `user` field holds the id of a person, a `datetime` field an instant; `textarea` is rich text. */
  readonly field_type: 'text' | 'textarea' | 'select_menu' | 'radiobox' | 'checkboxes' | 'multi_select' | 'date' | 'datetime' | 'user' | 'searchable' | 'multi_searchable'
  /** Names of the options in their order; written, the whole set: what is left out is deleted, or archived where values use it. */
  readonly field_options: readonly string[]
  readonly required: boolean
  readonly apply_to: 'task_add_edit' | 'task_edit' | 'task_start' | 'task_end' | 'runbook_add_edit' | 'runbook_edit' | 'runbook_page' | 'pir_summary' | 'pir_value_select' | 'incident_review_content' | 'incident_summary' | 'runbook_end' | 'project_add_edit' | 'project_edit'
  /** Whoever writes a value that is no option adds it as one. */
  readonly allow_field_creation: boolean
  /** What a new task or runbook has where none is sent. */
  readonly default_value: string | null
  readonly help_text: string | null
  readonly archived: boolean
  readonly order: number
  /** Its values are not written by people. */
  readonly read_only: boolean
  readonly global: boolean
  readonly created_at: string
  readonly updated_at: string
}

export type CustomFieldRelationships = {
  /** Null for a global field. */
  readonly workspace: ToOne<'workspace'>
  /** The searchable field from which it is filled. */
  readonly parent: ToOne<'custom_field'>
  readonly group: ToOne<'custom_field_group'>
  readonly dependent_custom_fields: ToMany<'custom_field'>
  /** The archived ones too. */
  readonly options: ToMany<'custom_field_option'>
  /** Those whose runbooks have it; none stands for all. */
  readonly runbook_types: ToMany<'runbook_type'>
}

export type CustomFieldCreateAttributes = {
  /** The internal name, which writes of values may use; unique in its workspace or the instance. */
  readonly name: string
  readonly display_name?: string | null | undefined
  /** A `user` field holds the id of a person, a `datetime` field an instant; `textarea` is rich text. */
  readonly field_type: 'text' | 'textarea' | 'select_menu' | 'radiobox' | 'checkboxes' | 'multi_select' | 'date' | 'datetime' | 'user' | 'searchable' | 'multi_searchable'
  /** Names of the options in their order; written, the whole set: what is left out is deleted, or archived where values use it. */
  readonly field_options?: readonly string[] | undefined
  readonly required?: boolean | undefined
  readonly apply_to: 'task_add_edit' | 'task_edit' | 'task_start' | 'task_end' | 'runbook_add_edit' | 'runbook_edit' | 'runbook_page' | 'pir_summary' | 'pir_value_select' | 'incident_review_content' | 'incident_summary' | 'runbook_end' | 'project_add_edit' | 'project_edit'
  /** Whoever writes a value that is no option adds it as one. */
  readonly allow_field_creation?: boolean | undefined
  /** What a new task or runbook has where none is sent. */
  readonly default_value?: string | null | undefined
  readonly help_text?: string | null | undefined
  readonly order?: number | undefined
  /** Its values are not written by people. */
  readonly read_only?: boolean | undefined
}

export type CustomFieldCreateRelationships = {
  /** Null for a global field. */
  readonly workspace?: WrittenToOne<'workspace'> | undefined
  /** The searchable field from which it is filled. */
  readonly parent?: WrittenToOne<'custom_field'> | undefined
  readonly group?: WrittenToOne<'custom_field_group'> | undefined
  /** Those whose runbooks have it; none stands for all. */
  readonly runbook_types?: WrittenToMany<'runbook_type'> | undefined
}

export type CustomFieldUpdateAttributes = {
  /** The internal name, which writes of values may use; unique in its workspace or the instance. */
  readonly name?: string | undefined
  readonly display_name?: string | null | undefined
  /** A `user` field holds the id of a person, a `datetime` field an instant; `textarea` is rich text. */
  readonly field_type?: 'text' | 'textarea' | 'select_menu' | 'radiobox' | 'checkboxes' | 'multi_select' | 'date' | 'datetime' | 'user' | 'searchable' | 'multi_searchable' | undefined
  /** Names of the options in their order; written, the whole set: what is left out is deleted, or archived where values use it. */
  readonly field_options?: readonly string[] | undefined
  readonly required?: boolean | undefined
  readonly apply_to?: 'task_add_edit' | 'task_edit' | 'task_start' | 'task_end' | 'runbook_add_edit' | 'runbook_edit' | 'runbook_page' | 'pir_summary' | 'pir_value_select' | 'incident_review_content' | 'incident_summary' | 'runbook_end' | 'project_add_edit' | 'project_edit' | undefined
  /** Whoever writes a value that is no option adds it as one. */
  readonly allow_field_creation?: boolean | undefined
  /** What a new task or runbook has where none is sent. */
  readonly default_value?: string | null | undefined
  readonly help_text?: string | null | undefined
  readonly order?: number | undefined
  /** Its values are not written by people. */
  readonly read_only?: boolean | undefined
}

export type CustomFieldUpdateRelationships = {
  readonly group?: WrittenToOne<'custom_field_group'> | undefined
  /** Those whose runbooks have it; none stands for all. */
  readonly runbook_types?: WrittenToMany<'runbook_type'> | undefined
}

/** Custom fields that are shown together. */
export type CustomFieldGroup = ResourceObject<'custom_field_group', CustomFieldGroupAttributes, CustomFieldGroupRelationships>

export type CustomFieldGroupAttributes = {
  readonly name: string
  readonly order: number
  readonly created_at: string
  readonly updated_at: string
}

export type CustomFieldGroupRelationships = {
  /** Written, the whole set; each field is in one group at most. */
  readonly custom_fields: ToMany<'custom_field'>
}

export type CustomFieldGroupCreateAttributes = {
  readonly name: string
  readonly order?: number | undefined
}

export type CustomFieldGroupCreateRelationships = {
  /** Written, the whole set; each field is in one group at most. */
  readonly custom_fields?: WrittenToMany<'custom_field'> | undefined
}

export type CustomFieldGroupUpdateAttributes = {
  readonly name?: string | undefined
  readonly order?: number | undefined
}

export type CustomFieldGroupUpdateRelationships = {
  /** Written, the whole set; each field is in one group at most. */
  readonly custom_fields?: WrittenToMany<'custom_field'> | undefined
}

/** What may be chosen in a custom field; a value names it. */
export type CustomFieldOption = ResourceObject<'custom_field_option', CustomFieldOptionAttributes, CustomFieldOptionRelationships>

export type CustomFieldOptionAttributes = {
  /** Values follow when it changes. */
  readonly name: string
  readonly color: string | null
  readonly order: number
  /** It is the `default_value` of the field. */
  readonly default: boolean
  /** Values keep it, and it is not offered. */
  readonly archived: boolean
}

export type CustomFieldOptionRelationships = {
  readonly custom_field: ToOne<'custom_field'>
}

export type CustomFieldOptionCreateAttributes = {
  /** Values follow when it changes. */
  readonly name: string
  readonly color?: string | null | undefined
  readonly order?: number | undefined
  /** It is the `default_value` of the field. */
  readonly default?: boolean | undefined
  /** Values keep it, and it is not offered. */
  readonly archived?: boolean | undefined
}

export type CustomFieldOptionUpdateAttributes = {
  /** Values follow when it changes. */
  readonly name?: string | undefined
  readonly color?: string | null | undefined
  readonly order?: number | undefined
  /** It is the `default_value` of the field. */
  readonly default?: boolean | undefined
  /** Values keep it, and it is not offered. */
  readonly archived?: boolean | undefined
}

/** That a runbook or a task names a person in a field of the type `user`. */
export type CustomFieldUser = ResourceObject<'custom_field_user', CustomFieldUserAttributes, CustomFieldUserRelationships>

export type CustomFieldUserAttributes = Readonly<Record<string, never>>

export type CustomFieldUserRelationships = {
  readonly custom_field: ToOne<'custom_field'>
  readonly user: ToOne<'user'>
  readonly runbook: ToOne<'runbook'>
  /** Null where the runbook itself names the person. */
  readonly task: ToOne<'task'>
}

export type CustomFieldUserCreateRelationships = {
  readonly custom_field: NonNullable<WrittenToOne<'custom_field'>>
  readonly user: NonNullable<WrittenToOne<'user'>>
  readonly runbook: NonNullable<WrittenToOne<'runbook'>>
  /** Null where the runbook itself names the person. */
  readonly task?: WrittenToOne<'task'> | undefined
}

/** A table of records that searchable custom fields pick from: an uploaded file, or an endpoint of another server. */
export type DataSource = ResourceObject<'data_source', DataSourceAttributes, DataSourceRelationships>

export type DataSourceAttributes = {
  /** Unique, whatever its case. */
  readonly name: string
  readonly source_type: 'file' | 'api'
  readonly filename: string | null
  /** The header of the file. */
  readonly columns: readonly string[]
  readonly records_count: number
  readonly uploaded_at: string | null
  /** Of an `api`, which needs it. */
  readonly endpoint_url: string | null
  readonly http_method: 'GET' | 'POST'
  /** By which the endpoint is told what is searched for. */
  readonly query_parameter: string | null
  readonly auth_type: 'none' | 'token'
  readonly token_type: 'Bearer' | 'Basic' | 'Token'
  readonly has_token: boolean
  readonly archived: boolean
  readonly created_at: string
  readonly updated_at: string
}

export type DataSourceRelationships = Readonly<Record<string, never>>

export type DataSourceCreateAttributes = {
  /** Unique, whatever its case. */
  readonly name: string
  readonly source_type: 'file' | 'api'
  /** The key of a file that was put to an upload URL: its table replaces the one that is there. */
  readonly upload_key?: string | undefined
  /** Of an `api`, which needs it. */
  readonly endpoint_url?: string | null | undefined
  readonly http_method?: 'GET' | 'POST' | undefined
  /** By which the endpoint is told what is searched for. */
  readonly query_parameter?: string | null | undefined
  readonly auth_type?: 'none' | 'token' | undefined
  readonly token_type?: 'Bearer' | 'Basic' | 'Token' | undefined
  /** Kept encrypted, and never answered. */
  readonly token?: string | null | undefined
}

export type DataSourceUpdateAttributes = {
  /** Unique, whatever its case. */
  readonly name?: string | undefined
  /** The key of a file that was put to an upload URL: its table replaces the one that is there. */
  readonly upload_key?: string | undefined
  /** Of an `api`, which needs it. */
  readonly endpoint_url?: string | null | undefined
  readonly http_method?: 'GET' | 'POST' | undefined
  /** By which the endpoint is told what is searched for. */
  readonly query_parameter?: string | null | undefined
  readonly auth_type?: 'none' | 'token' | undefined
  readonly token_type?: 'Bearer' | 'Basic' | 'Token' | undefined
  /** Kept encrypted, and never answered. */
  readonly token?: string | null | undefined
}

/** One line of the table of a data source. */
export type DataSourceRecord = ResourceObject<'data_source_record', DataSourceRecordAttributes, DataSourceRecordRelationships>

export type DataSourceRecordAttributes = {
  /** Column → cell. */
  readonly values: Readonly<Record<string, string>>
}

export type DataSourceRecordRelationships = {
  readonly data_source: ToOne<'data_source'>
}

/** Where the file of a data source can be put, once. */
export type DataSourceUpload = ResourceObject<'data_source_upload', DataSourceUploadAttributes, DataSourceUploadRelationships>

export type DataSourceUploadAttributes = {
  /** For `upload_key` of a data source. */
  readonly key: string
  readonly filename: string
  readonly content_type: string
  /** For one `PUT`, which needs no token. Only in the answer that makes it. */
  readonly upload_url?: string
  /** What the `PUT` carries. */
  readonly headers?: Readonly<Record<string, string>>
  readonly expires_at: string
  /** The header, once the file is there. */
  readonly columns?: readonly string[]
  readonly records_count?: number
}

export type DataSourceUploadRelationships = Readonly<Record<string, never>>

/** One event on its way to an integration, or arrived there. */
export type EventDelivery = ResourceObject<'event_delivery', EventDeliveryAttributes, EventDeliveryRelationships>

export type EventDeliveryAttributes = {
  /** The entry of the action log. */
  readonly event_id: string
  readonly event_type: string
  readonly status: 'waiting' | 'delivered' | 'failed'
  readonly attempts_count: number
  readonly response_status: number | null
  readonly error: string | null
  readonly created_at: string
  readonly finished_at: string | null
}

export type EventDeliveryRelationships = {
  readonly event_integration: ToOne<'event_integration'>
}

/** A subscription: another system is told of events, each by one request. */
export type EventIntegration = ResourceObject<'event_integration', EventIntegrationAttributes, EventIntegrationRelationships>

export type EventIntegrationAttributes = {
  /** Unique, whatever its case. */
  readonly name: string
  /** Follows from the relationships: without one of them, the whole instance. */
  readonly scope: 'instance' | 'workspace' | 'runbook_type'
  readonly event_types: readonly ('runbook.created' | 'runbook.updated' | 'runbook.archived' | 'runbook.restored' | 'runbook.deleted' | 'runbook.returned_to_planning' | 'run.started' | 'run.paused' | 'run.resumed' | 'run.cancelled' | 'run.finished' | 'task.created' | 'task.updated' | 'task.deleted' | 'task.startable' | 'task.started' | 'task.finished' | 'task.skipped' | 'tasks.changed' | 'tasks.deleted' | 'tasks.imported' | 'stream.created' | 'stream.updated' | 'stream.deleted' | 'runbook_user.added' | 'runbook_user.updated' | 'runbook_user.removed' | 'runbook_team.added' | 'runbook_team.updated' | 'runbook_team.removed' | 'comment.created' | 'comment.updated' | 'comment.deleted')[]
  readonly enabled: boolean
  /** Events of rehearsals as well; off unless said. */
  readonly execute_in_rehearsal: boolean
  /** Events of planning as well; on unless said. */
  readonly execute_in_planning: boolean
  /** HTTPS, and not private unless the operator lets such in. */
  readonly url: string
  readonly http_method: 'POST' | 'PUT' | 'PATCH'
  /** Shown to whoever may read the integration: secrets belong into `token`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly auth_type: 'none' | 'token'
  readonly token_type: 'Bearer' | 'Basic' | 'Token'
  readonly has_token: boolean
  /** A body of your own in place of the event. */
  readonly custom_payload: string | null
  /** What signatures of deliveries are made with. Only in the answer that makes it. */
  readonly signing_secret?: string
  readonly deliveries_count: number
  readonly created_at: string
  readonly updated_at: string
}

export type EventIntegrationRelationships = {
  readonly workspace: ToOne<'workspace'>
  readonly runbook_type: ToOne<'runbook_type'>
}

export type EventIntegrationCreateAttributes = {
  /** Unique, whatever its case. */
  readonly name: string
  readonly event_types: readonly ('runbook.created' | 'runbook.updated' | 'runbook.archived' | 'runbook.restored' | 'runbook.deleted' | 'runbook.returned_to_planning' | 'run.started' | 'run.paused' | 'run.resumed' | 'run.cancelled' | 'run.finished' | 'task.created' | 'task.updated' | 'task.deleted' | 'task.startable' | 'task.started' | 'task.finished' | 'task.skipped' | 'tasks.changed' | 'tasks.deleted' | 'tasks.imported' | 'stream.created' | 'stream.updated' | 'stream.deleted' | 'runbook_user.added' | 'runbook_user.updated' | 'runbook_user.removed' | 'runbook_team.added' | 'runbook_team.updated' | 'runbook_team.removed' | 'comment.created' | 'comment.updated' | 'comment.deleted')[]
  readonly enabled?: boolean | undefined
  /** Events of rehearsals as well; off unless said. */
  readonly execute_in_rehearsal?: boolean | undefined
  /** Events of planning as well; on unless said. */
  readonly execute_in_planning?: boolean | undefined
  /** HTTPS, and not private unless the operator lets such in. */
  readonly url: string
  readonly http_method?: 'POST' | 'PUT' | 'PATCH' | undefined
  /** Shown to whoever may read the integration: secrets belong into `token`. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | undefined
  readonly auth_type?: 'none' | 'token' | undefined
  readonly token_type?: 'Bearer' | 'Basic' | 'Token' | undefined
  /** Kept encrypted, and never answered. */
  readonly token?: string | null | undefined
  /** A body of your own in place of the event. */
  readonly custom_payload?: string | null | undefined
}

export type EventIntegrationCreateRelationships = {
  readonly workspace?: WrittenToOne<'workspace'> | undefined
  readonly runbook_type?: WrittenToOne<'runbook_type'> | undefined
}

export type EventIntegrationUpdateAttributes = {
  /** Unique, whatever its case. */
  readonly name?: string | undefined
  readonly event_types?: readonly ('runbook.created' | 'runbook.updated' | 'runbook.archived' | 'runbook.restored' | 'runbook.deleted' | 'runbook.returned_to_planning' | 'run.started' | 'run.paused' | 'run.resumed' | 'run.cancelled' | 'run.finished' | 'task.created' | 'task.updated' | 'task.deleted' | 'task.startable' | 'task.started' | 'task.finished' | 'task.skipped' | 'tasks.changed' | 'tasks.deleted' | 'tasks.imported' | 'stream.created' | 'stream.updated' | 'stream.deleted' | 'runbook_user.added' | 'runbook_user.updated' | 'runbook_user.removed' | 'runbook_team.added' | 'runbook_team.updated' | 'runbook_team.removed' | 'comment.created' | 'comment.updated' | 'comment.deleted')[] | undefined
  readonly enabled?: boolean | undefined
  /** Events of rehearsals as well; off unless said. */
  readonly execute_in_rehearsal?: boolean | undefined
  /** Events of planning as well; on unless said. */
  readonly execute_in_planning?: boolean | undefined
  /** HTTPS, and not private unless the operator lets such in. */
  readonly url?: string | undefined
  readonly http_method?: 'POST' | 'PUT' | 'PATCH' | undefined
  /** Shown to whoever may read the integration: secrets belong into `token`. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | undefined
  readonly auth_type?: 'none' | 'token' | undefined
  readonly token_type?: 'Bearer' | 'Basic' | 'Token' | undefined
  /** Kept encrypted, and never answered. */
  readonly token?: string | null | undefined
  /** A body of your own in place of the event. */
  readonly custom_payload?: string | null | undefined
}

/** What is wrong, or doubtful, with a plan before its start; its id is its place among the findings. */
export type Finding = ResourceObject<'finding', FindingAttributes, FindingRelationships>

export type FindingAttributes = {
  /** As in `meta.finding` of a refused start. */
  readonly finding: string
  /** An `error` stops a start, a `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** The task that it is about, by its number. */
  readonly task_id: string | null
  /** One sentence for people. */
  readonly detail: string
}

export type FindingRelationships = Readonly<Record<string, never>>

/** A node of the tree that groups the runbooks of a workspace. */
export type Folder = ResourceObject<'folder', FolderAttributes, FolderRelationships>

export type FolderAttributes = {
  readonly name: string
  readonly description: string
  readonly created_at: string
  readonly updated_at: string
}

export type FolderRelationships = {
  readonly parent: ToOne<'folder'>
  readonly workspace: ToOne<'workspace'>
}

export type FolderCreateAttributes = {
  readonly name: string
  readonly description?: string | undefined
}

export type FolderCreateRelationships = {
  readonly parent?: WrittenToOne<'folder'> | undefined
}

export type FolderUpdateAttributes = {
  readonly name?: string | undefined
  readonly description?: string | undefined
}

export type FolderUpdateRelationships = {
  readonly parent?: WrittenToOne<'folder'> | undefined
}

/** A link by which somebody who has never signed in sets a password. */
export type Invitation = ResourceObject<'invitation', InvitationAttributes, InvitationRelationships>

export type InvitationAttributes = {
  /** Stands in the mail. */
  readonly message: string | null
  readonly email: string
  /** It goes to the e-mail address; else the answer has the link. */
  readonly by_mail: boolean
  /** Where the server sends no mail, in the answer that makes it and never again: hand it to the person. */
  readonly link?: string
  readonly created_at: string
  readonly expires_at: string
}

export type InvitationRelationships = {
  readonly user: ToOne<'user'>
}

export type InvitationCreateAttributes = {
  /** Stands in the mail. */
  readonly message?: string | null | undefined
}

/** The person who calls; the id is that of the user. */
export type Me = ResourceObject<'me', MeAttributes, MeRelationships>

export type MeAttributes = {
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  /** The full display name. */
  readonly name: string
  /** Keys of all roles that are held, on whatever they are held. */
  readonly roles: readonly string[]
  /** Null for that of the browser. */
  readonly timezone: string | null
  /** Null for that of the browser. */
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'ja' | null
  readonly theme: 'dark' | 'light' | 'auto'
  readonly density: 'compact' | 'regular' | 'comfortable'
  readonly single_key_shortcuts: boolean
  readonly has_password: boolean
  /** Signing in asks for a code as well. */
  readonly has_second_factor: boolean
  /** The longest life of a token on this server, in days; null without a limit. */
  readonly token_days_at_most: number | null
  readonly job_title: string | null
  /** E.164. Told to yourself and to whoever manages people. */
  readonly phone: string | null
  /** Messages by mail. */
  readonly email_opt_in: boolean
  /** Messages by SMS. */
  readonly sms_opt_in: boolean
  /** Messages in the browser. */
  readonly push_opt_in: boolean
  /** Stands in messages to you, so that you know them for real. Told to nobody else. */
  readonly memorable_word: string | null
}

export type MeRelationships = {
  readonly user: ToOne<'user'>
}

export type MeCreateAttributes = {
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  /** Null for that of the browser. */
  readonly timezone?: string | null | undefined
  /** Null for that of the browser. */
  readonly language?: 'en' | 'de' | 'fr' | 'es' | 'ja' | null | undefined
  readonly theme?: 'dark' | 'light' | 'auto' | undefined
  readonly density?: 'compact' | 'regular' | 'comfortable' | undefined
  readonly single_key_shortcuts?: boolean | undefined
  readonly job_title?: string | null | undefined
  /** E.164. Told to yourself and to whoever manages people. */
  readonly phone?: string | null | undefined
  /** Messages by mail. */
  readonly email_opt_in?: boolean | undefined
  /** Messages by SMS. */
  readonly sms_opt_in?: boolean | undefined
  /** Messages in the browser. */
  readonly push_opt_in?: boolean | undefined
  /** Stands in messages to you, so that you know them for real. Told to nobody else. */
  readonly memorable_word?: string | null | undefined
}

export type MeUpdateAttributes = {
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  /** Null for that of the browser. */
  readonly timezone?: string | null | undefined
  /** Null for that of the browser. */
  readonly language?: 'en' | 'de' | 'fr' | 'es' | 'ja' | null | undefined
  readonly theme?: 'dark' | 'light' | 'auto' | undefined
  readonly density?: 'compact' | 'regular' | 'comfortable' | undefined
  readonly single_key_shortcuts?: boolean | undefined
  readonly job_title?: string | null | undefined
  /** E.164. Told to yourself and to whoever manages people. */
  readonly phone?: string | null | undefined
  /** Messages by mail. */
  readonly email_opt_in?: boolean | undefined
  /** Messages by SMS. */
  readonly sms_opt_in?: boolean | undefined
  /** Messages in the browser. */
  readonly push_opt_in?: boolean | undefined
  /** Stands in messages to you, so that you know them for real. Told to nobody else. */
  readonly memorable_word?: string | null | undefined
}

/** A task of the caller in any runbook; the id is that of the entry, `task_id` that of the task. */
export type MyTask = ResourceObject<'my_task', MyTaskAttributes, MyTaskRelationships>

export type MyTaskAttributes = {
  /** Its number within the runbook. */
  readonly task_id: string
  readonly name: string
  readonly stage: 'not_startable' | 'startable' | 'in_progress' | 'complete'
  /** It can be started, or is in progress. */
  readonly is_now: boolean
  readonly level: 'level_1' | 'level_2' | 'level_3'
  readonly task_type_key: string
  /** Where one was chosen for the type. */
  readonly task_type_icon: string | null
  /** Planned, seconds. */
  readonly duration: number | null
  /** As it was planned when the run began; null while the runbook is in planning. */
  readonly start_planned: string | null
  /** Since when it can be started. */
  readonly start_ready: string | null
  readonly start_actual: string | null
  readonly start_fixed: string | null
  readonly runbook_name: string
  readonly runbook_stage: 'planning' | 'active' | 'paused' | 'canceled' | 'complete'
  /** When the runbook began, or is planned to. */
  readonly runbook_start: string
  readonly run_type: 'live' | 'rehearsal' | null
  /** Of the runbook. */
  readonly timezone: string | null
  /** Predecessors that are not complete. */
  readonly waits_for_count: number
  /** The first three of them. */
  readonly waits_for: readonly { readonly task_id: string; readonly name: string }[]
}

export type MyTaskRelationships = {
  readonly runbook: ToOne<'runbook'>
  readonly task_type: ToOne<'task_type'>
}

/** A password that is set by a link from a mail; the id is that of the user. */
export type Password = ResourceObject<'password', PasswordAttributes, PasswordRelationships>

export type PasswordAttributes = {
  readonly email: string
  readonly sessions_ended: number
}

export type PasswordRelationships = Readonly<Record<string, never>>

export type PasswordCreateAttributes = {
  /** The secret of the link: what stands behind its `#`. */
  readonly link: string
  readonly password: string
  /** Of the authenticator, or a recovery code, for people with a second factor. */
  readonly code?: string | undefined
}

/** The wish for a link by which a forgotten password is set anew. */
export type PasswordReset = ResourceObject<'password_reset', PasswordResetAttributes, PasswordResetRelationships>

export type PasswordResetAttributes = {
  readonly email: string
}

export type PasswordResetRelationships = Readonly<Record<string, never>>

export type PasswordResetCreateAttributes = {
  readonly email: string
}

/** Where a person is in a runbook that they have open; its id is that of the person. */
export type Presence = ResourceObject<'presence', PresenceAttributes, PresenceRelationships>

export type PresenceAttributes = {
  /** The stream that this is about. */
  readonly connection: string
  /** The task that the person looks at, by its number. */
  readonly task_id: string | null
  readonly since: string
}

export type PresenceRelationships = Readonly<Record<string, never>>

/** A role that was granted to a person; `scope` is null for the whole instance. What somebody is on a runbook says `runbook_user`.. */
export type Role = ResourceObject<'role', RoleAttributes, RoleRelationships>

export type RoleAttributes = {
  readonly created_at: string
}

export type RoleRelationships = {
  readonly user: ToOne<'user'>
  readonly role_type: ToOne<'role_type'>
  readonly scope: ToOne<'workspace' | 'folder' | 'team'>
}

export type RoleCreateRelationships = {
  readonly user: NonNullable<WrittenToOne<'user'>>
  readonly role_type: NonNullable<WrittenToOne<'role_type'>>
  readonly scope?: WrittenToOne<'workspace' | 'folder' | 'team'> | undefined
}

/** A role that can be granted, and the kind of scope it is granted on. */
export type RoleType = ResourceObject<'role_type', RoleTypeAttributes, RoleTypeRelationships>

export type RoleTypeAttributes = {
  readonly name: string
  readonly key: string
  readonly description: string
  readonly context: 'global' | 'workspace' | 'folder' | 'runbook' | 'stream' | 'team' | 'integrations' | 'custom_fields'
}

export type RoleTypeRelationships = Readonly<Record<string, never>>

/** One execution of a runbook version, live or as a rehearsal. */
export type Run = ResourceObject<'run', RunAttributes, RunRelationships>

export type RunAttributes = {
  readonly run_type: 'live' | 'rehearsal'
  readonly stage: 'active' | 'paused' | 'canceled' | 'complete'
  readonly comms: 'off' | 'test' | 'on'
  readonly validation_level: 'error' | 'warning'
  readonly rebaseline: boolean
  readonly shift_fixed_times: boolean
  readonly disable_task_notify: boolean
  readonly start_planned: string
  readonly end_planned: string
  readonly start_actual: string
  readonly end_actual: string | null
  /** Seconds spent paused in pauses that have ended. */
  readonly paused_duration: number
  /** `until` is null while the run is paused. */
  readonly pauses: readonly { readonly from: string; readonly until: string | null }[]
  readonly rto: number | null
  /** Recovery time actual, seconds; null until the RTO end task has ended. */
  readonly rta: number | null
  readonly created_at: string
}

export type RunRelationships = {
  readonly runbook: ToOne<'runbook'>
  readonly runbook_version: ToOne<'runbook_version'>
  readonly started_by: ToOne<'user'>
}

/** A plan that can be run: tasks, streams, people and settings. */
export type Runbook = ResourceObject<'runbook', RunbookAttributes, RunbookRelationships>

export type RunbookAttributes = {
  readonly name: string
  readonly description: string | null
  readonly archived: boolean
  readonly archived_at: string | null
  readonly is_template: boolean
  readonly template_type: 'off' | 'default' | 'snippet'
  readonly template_status: 'draft' | 'pending' | 'approved' | null
  /** Only together with `is_template`. */
  readonly master_template: boolean
  readonly stage: 'planning' | 'active' | 'paused' | 'canceled' | 'complete'
  readonly status: 'off' | 'red' | 'amber' | 'green'
  /** Of the current or last run. */
  readonly run_type: 'live' | 'rehearsal' | null
  /** Recovery time objective, seconds. */
  readonly rto: number | null
  readonly timezone: string | null
  /** Starts by itself, live, at `start_scheduled`. */
  readonly auto_start: boolean
  /** `now` is taken on write. */
  readonly start_scheduled: string | null
  readonly end_scheduled: string | null
  readonly start_planned: string
  readonly end_planned: string
  /** Of a run under way: its forecast end when something last happened in it. */
  readonly end_forecast: string | null
  /** From this instant on, `end_forecast` moves with the clock, second by second, until something happens. */
  readonly end_moves_from: string | null
  readonly start_actual: string | null
  readonly end_actual: string | null
  readonly touched_at: string
  readonly completed_at: string | null
  readonly tasks_count: number
  readonly tasks_complete_count: number
  readonly custom_field_values: readonly { readonly custom_field_id: string; readonly name: string; readonly display_name: string | null; readonly value: string | readonly string[] | null; readonly read_only: boolean }[]
  readonly created_at: string
  readonly updated_at: string
}

export type RunbookRelationships = {
  /** Required unless `meta.copy` names a source. */
  readonly workspace: ToOne<'workspace'>
  readonly folder: ToOne<'folder'>
  readonly runbook_type: ToOne<'runbook_type'>
  readonly author: ToOne<'user'>
  readonly current_version: ToOne<'runbook_version'>
  readonly current_run: ToOne<'run'>
  readonly source_runbook: ToOne<'runbook'>
  readonly rto_start_task: ToOne<'task'>
  readonly rto_end_task: ToOne<'task'>
  /** Only when `include` asks for it. */
  readonly runs?: ToMany<'run'>
}

export type RunbookCreateAttributes = {
  readonly name: string
  readonly description?: string | null | undefined
  readonly is_template?: boolean | undefined
  readonly template_type?: 'off' | 'default' | 'snippet' | undefined
  /** Only together with `is_template`. */
  readonly master_template?: boolean | undefined
  readonly status?: 'off' | 'red' | 'amber' | 'green' | undefined
  /** Recovery time objective, seconds. */
  readonly rto?: number | null | undefined
  readonly timezone?: string | null | undefined
  /** Starts by itself, live, at `start_scheduled`. */
  readonly auto_start?: boolean | undefined
  /** `now` is taken on write. */
  readonly start_scheduled?: string | null | undefined
  readonly end_scheduled?: string | null | undefined
  readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined
}

export type RunbookCreateRelationships = {
  /** Required unless `meta.copy` names a source. */
  readonly workspace?: WrittenToOne<'workspace'> | undefined
  readonly folder?: WrittenToOne<'folder'> | undefined
  readonly runbook_type?: WrittenToOne<'runbook_type'> | undefined
  readonly rto_start_task?: WrittenToOne<'task'> | undefined
  readonly rto_end_task?: WrittenToOne<'task'> | undefined
}

export type RunbookUpdateAttributes = {
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  readonly is_template?: boolean | undefined
  readonly template_type?: 'off' | 'default' | 'snippet' | undefined
  /** Only together with `is_template`. */
  readonly master_template?: boolean | undefined
  readonly status?: 'off' | 'red' | 'amber' | 'green' | undefined
  /** Recovery time objective, seconds. */
  readonly rto?: number | null | undefined
  readonly timezone?: string | null | undefined
  /** Starts by itself, live, at `start_scheduled`. */
  readonly auto_start?: boolean | undefined
  /** `now` is taken on write. */
  readonly start_scheduled?: string | null | undefined
  readonly end_scheduled?: string | null | undefined
  readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined
}

export type RunbookUpdateRelationships = {
  readonly folder?: WrittenToOne<'folder'> | undefined
  readonly rto_start_task?: WrittenToOne<'task'> | undefined
  readonly rto_end_task?: WrittenToOne<'task'> | undefined
}

/** A team inside one runbook; `meta.users_count` is the number of its members. */
export type RunbookTeam = ResourceObject<'runbook_team', RunbookTeamAttributes, RunbookTeamRelationships>

export type RunbookTeamAttributes = {
  /** Needed where no central team is named. That of the central team, while linked. */
  readonly name: string
  /** Name and members are those of the central team, and change with it. `false` in a write that names a `team` copies them once. */
  readonly linked: boolean
}

export type RunbookTeamRelationships = {
  /** The central team; none unless linked. */
  readonly team: ToOne<'team'>
  readonly runbook: ToOne<'runbook'>
  /** All members: a write replaces them. Those of the central team, while linked. */
  readonly users: ToMany<'user'>
}

export type RunbookTeamCreateAttributes = {
  /** Needed where no central team is named. That of the central team, while linked. */
  readonly name?: string | undefined
  /** Name and members are those of the central team, and change with it. `false` in a write that names a `team` copies them once. */
  readonly linked?: boolean | undefined
}

export type RunbookTeamCreateRelationships = {
  /** The central team; none unless linked. */
  readonly team?: WrittenToOne<'team'> | undefined
  /** All members: a write replaces them. Those of the central team, while linked. */
  readonly users?: WrittenToMany<'user'> | undefined
}

export type RunbookTeamUpdateAttributes = {
  /** Needed where no central team is named. That of the central team, while linked. */
  readonly name?: string | undefined
  /** Name and members are those of the central team, and change with it. `false` in a write that names a `team` copies them once. */
  readonly linked?: boolean | undefined
}

export type RunbookTeamUpdateRelationships = {
  /** The central team; none unless linked. */
  readonly team?: WrittenToOne<'team'> | undefined
  /** All members: a write replaces them. Those of the central team, while linked. */
  readonly users?: WrittenToMany<'user'> | undefined
}

/** A profile of runbooks: what they may do and how they look. */
export type RunbookType = ResourceObject<'runbook_type', RunbookTypeAttributes, RunbookTypeRelationships>

export type RunbookTypeAttributes = {
  readonly name: string
  /** A short form of the name, unique in its workspace or the instance. */
  readonly key: string | null
  /** Shown to whoever creates a runbook. */
  readonly description: string | null
  readonly archived: boolean
  /** The type of runbooks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default: boolean
  /** No new runbooks are of it. */
  readonly disabled: boolean
  /** The plan may be edited while the run is active. */
  readonly dynamic: boolean
  readonly enable_rto: boolean
  readonly global: boolean
  readonly incident: boolean
  readonly restrict_create_to_templates: boolean
  readonly ai_create_enabled: boolean
  readonly icon: string | null
  readonly color: string | null
}

export type RunbookTypeRelationships = {
  /** Null for a global type. */
  readonly workspace: ToOne<'workspace'>
  /** Those that tasks of its runbooks may have; none stands for all. */
  readonly task_types: ToMany<'task_type'>
  /** Those that its runbooks and their tasks have; none stands for all. */
  readonly custom_fields: ToMany<'custom_field'>
}

export type RunbookTypeCreateAttributes = {
  readonly name: string
  /** A short form of the name, unique in its workspace or the instance. */
  readonly key?: string | null | undefined
  /** Shown to whoever creates a runbook. */
  readonly description?: string | null | undefined
  /** The type of runbooks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default?: boolean | undefined
  /** No new runbooks are of it. */
  readonly disabled?: boolean | undefined
  /** The plan may be edited while the run is active. */
  readonly dynamic?: boolean | undefined
  readonly enable_rto?: boolean | undefined
  readonly incident?: boolean | undefined
  readonly restrict_create_to_templates?: boolean | undefined
  readonly ai_create_enabled?: boolean | undefined
  readonly icon?: string | null | undefined
  readonly color?: string | null | undefined
}

export type RunbookTypeCreateRelationships = {
  /** Null for a global type. */
  readonly workspace?: WrittenToOne<'workspace'> | undefined
  /** Those that tasks of its runbooks may have; none stands for all. */
  readonly task_types?: WrittenToMany<'task_type'> | undefined
  /** Those that its runbooks and their tasks have; none stands for all. */
  readonly custom_fields?: WrittenToMany<'custom_field'> | undefined
}

export type RunbookTypeUpdateAttributes = {
  readonly name?: string | undefined
  /** A short form of the name, unique in its workspace or the instance. */
  readonly key?: string | null | undefined
  /** Shown to whoever creates a runbook. */
  readonly description?: string | null | undefined
  /** The type of runbooks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default?: boolean | undefined
  /** No new runbooks are of it. */
  readonly disabled?: boolean | undefined
  /** The plan may be edited while the run is active. */
  readonly dynamic?: boolean | undefined
  readonly enable_rto?: boolean | undefined
  readonly incident?: boolean | undefined
  readonly restrict_create_to_templates?: boolean | undefined
  readonly ai_create_enabled?: boolean | undefined
  readonly icon?: string | null | undefined
  readonly color?: string | null | undefined
}

export type RunbookTypeUpdateRelationships = {
  /** Those that tasks of its runbooks may have; none stands for all. */
  readonly task_types?: WrittenToMany<'task_type'> | undefined
  /** Those that its runbooks and their tasks have; none stands for all. */
  readonly custom_fields?: WrittenToMany<'custom_field'> | undefined
}

/** A person who takes part in a runbook: its administrator, editor of some streams, or a participant. */
export type RunbookUser = ResourceObject<'runbook_user', RunbookUserAttributes, RunbookUserRelationships>

export type RunbookUserAttributes = {
  readonly role: 'runbook_admin' | 'stream_editor' | 'participant'
  readonly created_at: string
}

export type RunbookUserRelationships = {
  readonly user: ToOne<'user'>
  readonly runbook: ToOne<'runbook'>
  /** Of a stream editor: the streams whose tasks the person edits, and those below them. */
  readonly streams: ToMany<'stream'>
}

export type RunbookUserCreateAttributes = {
  readonly role?: 'runbook_admin' | 'stream_editor' | 'participant' | undefined
}

export type RunbookUserCreateRelationships = {
  readonly user: NonNullable<WrittenToOne<'user'>>
  /** Of a stream editor: the streams whose tasks the person edits, and those below them. */
  readonly streams?: WrittenToMany<'stream'> | undefined
}

export type RunbookUserUpdateAttributes = {
  readonly role?: 'runbook_admin' | 'stream_editor' | 'participant' | undefined
}

export type RunbookUserUpdateRelationships = {
  /** Of a stream editor: the streams whose tasks the person edits, and those below them. */
  readonly streams?: WrittenToMany<'stream'> | undefined
}

/** One version of the plan of a runbook; frozen when its run ends. */
export type RunbookVersion = ResourceObject<'runbook_version', RunbookVersionAttributes, RunbookVersionRelationships>

export type RunbookVersionAttributes = {
  readonly number: number
  readonly current: boolean
  readonly created_at: string
  readonly frozen_at: string | null
}

export type RunbookVersionRelationships = {
  readonly runbook: ToOne<'runbook'>
  readonly run: ToOne<'run'>
}

/** The authenticator whose codes the caller signs in with as well; the id is that of the user. */
export type SecondFactor = ResourceObject<'second_factor', SecondFactorAttributes, SecondFactorRelationships>

export type SecondFactorAttributes = {
  /** Signing in asks for a code. */
  readonly enabled: boolean
  readonly confirmed_at: string | null
  readonly recovery_codes_left: number
  /** Base32 (RFC 4648), for an authenticator. Only in the answer that makes it. */
  readonly secret?: string
  /** The same as `otpauth://totp/…`, to be shown as a QR code. Only in the answer that makes it. */
  readonly uri?: string
  /** Only in the answer that makes them: they are not kept. */
  readonly recovery_codes?: readonly string[]
}

export type SecondFactorRelationships = {
  readonly user: ToOne<'user'>
}

/** A browser in which somebody has signed in. */
export type Session = ResourceObject<'session', SessionAttributes, SessionRelationships>

export type SessionAttributes = {
  readonly email: string
  /** True for the session that asks. */
  readonly current: boolean
  /** From where the person signed in. */
  readonly address: string
  readonly user_agent: string | null
  readonly created_at: string
  /** To the minute. */
  readonly last_seen_at: string
  /** When it ends if it is not used until then. */
  readonly expires_at: string
}

export type SessionRelationships = {
  readonly user: ToOne<'user'>
}

export type SessionCreateAttributes = {
  readonly email: string
  readonly password: string
  /** Of the authenticator, or a recovery code, for people with a second factor. */
  readonly code?: string | undefined
}

/** The ways in that this server offers. */
export type SignInPage = ResourceObject<'sign_in_page', SignInPageAttributes, SignInPageRelationships>

export type SignInPageAttributes = {
  /** With e-mail address and password. */
  readonly password: boolean
  /** A forgotten password is set anew by a link that comes by mail. */
  readonly password_reset: boolean
}

export type SignInPageRelationships = Readonly<Record<string, never>>

/** A named, coloured grouping of tasks; may hold one level of sub-streams. */
export type Stream = ResourceObject<'stream', StreamAttributes, StreamRelationships>

export type StreamAttributes = {
  readonly name: string
  readonly description: string | null
  readonly color: string | null
  readonly is_primary: boolean
  readonly status: 'off' | 'red' | 'amber' | 'green'
  readonly status_message: string | null
  readonly status_updated_at: string | null
  /** Earliest planned start of its tasks; null while it has none. */
  readonly start_planned: string | null
  readonly end_planned: string | null
  readonly start_latest_planned: string | null
  readonly end_latest_planned: string | null
  /** Forecast mode only. */
  readonly start_display?: string | null
  /** Forecast mode only. */
  readonly end_display?: string | null
  readonly tasks_count: number
  readonly created_at: string
  readonly updated_at: string
}

export type StreamRelationships = {
  readonly parent: ToOne<'stream'>
  readonly runbook: ToOne<'runbook'>
  readonly runbook_version: ToOne<'runbook_version'>
  readonly status_author: ToOne<'user'>
}

export type StreamCreateAttributes = {
  readonly name: string
  readonly description?: string | null | undefined
  readonly color?: string | null | undefined
  readonly status?: 'off' | 'red' | 'amber' | 'green' | undefined
  readonly status_message?: string | null | undefined
}

export type StreamCreateRelationships = {
  readonly parent?: WrittenToOne<'stream'> | undefined
}

export type StreamUpdateAttributes = {
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  readonly color?: string | null | undefined
  readonly status?: 'off' | 'red' | 'amber' | 'green' | undefined
  readonly status_message?: string | null | undefined
}

/** A unit of work of a runbook; its id is its number within the runbook. */
export type Task = ResourceObject<'task', TaskAttributes, TaskRelationships>

export type TaskAttributes = {
  readonly name: string
  readonly description: string | null
  readonly stage: 'not_startable' | 'startable' | 'in_progress' | 'complete'
  readonly completion_type: 'complete_normal' | 'complete_skipped' | 'complete_abandoned' | 'complete_auto' | null
  /** Planned, seconds. */
  readonly duration: number | null
  /** Seconds; null until the task has ended. */
  readonly elapsed_duration: number | null
  readonly is_late: boolean
  readonly level: 'level_1' | 'level_2' | 'level_3'
  /** What tasks of the types Email, SMS and Call say; an SMS at most 1600 characters. */
  readonly message: string | null
  readonly auto_start: boolean
  readonly auto_finish: boolean
  readonly disable_notify: boolean
  readonly start_requirements: 'anyone' | 'everyone' | 'minimum'
  readonly end_requirements: 'anyone' | 'everyone' | 'same_user' | 'minimum'
  readonly start_minimum: number | null
  readonly end_minimum: number | null
  readonly start_planned: string
  readonly end_planned: string
  readonly start_actual: string | null
  readonly end_actual: string | null
  readonly start_fixed: string | null
  readonly end_fixed: string | null
  readonly start_ready: string | null
  /** Forecast mode only. */
  readonly start_display?: string
  /** Forecast mode only. */
  readonly end_display?: string
  /** Forecast mode only; seconds. */
  readonly total_float?: number
  /** Forecast mode only; seconds. */
  readonly free_float?: number
  /** Forecast mode only. */
  readonly is_critical?: boolean
  readonly comments_count: number
  readonly custom_field_values: readonly { readonly custom_field_id: string; readonly name: string; readonly display_name: string | null; readonly value: string | readonly string[] | null; readonly read_only: boolean }[]
  readonly task_links: readonly { readonly id: string; readonly link_type: 'runbook' | 'snippet' }[]
  readonly created_at: string
  readonly updated_at: string
}

export type TaskRelationships = {
  readonly runbook: ToOne<'runbook'>
  readonly stream: ToOne<'stream'>
  readonly task_type: ToOne<'task_type'>
  readonly assignees: ToMany<'user' | 'runbook_team'>
  readonly recipients: ToMany<'user' | 'runbook_team'>
  readonly predecessors: ToMany<'task'>
  readonly successors: ToMany<'task'>
  readonly runbook_version: ToOne<'runbook_version'>
  readonly source_runbook: ToOne<'runbook'>
  readonly source_task: ToOne<'task'>
  readonly started_by: ToOne<'user'>
  readonly completed_by: ToOne<'user'>
  /** Only when `include` asks for it. */
  readonly task_actions?: ToMany<'task_action'>
}

export type TaskCreateAttributes = {
  readonly name: string
  readonly description?: string | null | undefined
  /** Planned, seconds. */
  readonly duration?: number | null | undefined
  readonly level?: 'level_1' | 'level_2' | 'level_3' | undefined
  /** What tasks of the types Email, SMS and Call say; an SMS at most 1600 characters. */
  readonly message?: string | null | undefined
  readonly auto_start?: boolean | undefined
  readonly auto_finish?: boolean | undefined
  readonly disable_notify?: boolean | undefined
  readonly start_requirements?: 'anyone' | 'everyone' | 'minimum' | undefined
  readonly end_requirements?: 'anyone' | 'everyone' | 'same_user' | 'minimum' | undefined
  readonly start_minimum?: number | null | undefined
  readonly end_minimum?: number | null | undefined
  readonly start_fixed?: string | null | undefined
  readonly end_fixed?: string | null | undefined
  readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined
  readonly task_links?: readonly { readonly id: string; readonly link_type: 'runbook' | 'snippet' }[] | undefined
}

export type TaskCreateRelationships = {
  readonly stream?: WrittenToOne<'stream'> | undefined
  readonly task_type?: WrittenToOne<'task_type'> | undefined
  readonly assignees?: WrittenToMany<'user' | 'runbook_team'> | undefined
  readonly recipients?: WrittenToMany<'user' | 'runbook_team'> | undefined
  readonly predecessors?: WrittenToMany<'task'> | undefined
}

export type TaskUpdateAttributes = {
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  /** Planned, seconds. */
  readonly duration?: number | null | undefined
  readonly level?: 'level_1' | 'level_2' | 'level_3' | undefined
  /** What tasks of the types Email, SMS and Call say; an SMS at most 1600 characters. */
  readonly message?: string | null | undefined
  readonly auto_start?: boolean | undefined
  readonly auto_finish?: boolean | undefined
  readonly disable_notify?: boolean | undefined
  readonly start_requirements?: 'anyone' | 'everyone' | 'minimum' | undefined
  readonly end_requirements?: 'anyone' | 'everyone' | 'same_user' | 'minimum' | undefined
  readonly start_minimum?: number | null | undefined
  readonly end_minimum?: number | null | undefined
  readonly start_fixed?: string | null | undefined
  readonly end_fixed?: string | null | undefined
  readonly custom_field_values?: readonly { readonly custom_field_id?: string | undefined; readonly name?: string | undefined; readonly value: string | readonly string[] | null }[] | undefined
  readonly task_links?: readonly { readonly id: string; readonly link_type: 'runbook' | 'snippet' }[] | undefined
}

export type TaskUpdateRelationships = {
  readonly stream?: WrittenToOne<'stream'> | undefined
  readonly task_type?: WrittenToOne<'task_type'> | undefined
  readonly assignees?: WrittenToMany<'user' | 'runbook_team'> | undefined
  readonly recipients?: WrittenToMany<'user' | 'runbook_team'> | undefined
  readonly predecessors?: WrittenToMany<'task'> | undefined
}

/** Who did what to a task in its run, and when. */
export type TaskAction = ResourceObject<'task_action', TaskActionAttributes, TaskActionRelationships>

export type TaskActionAttributes = {
  readonly action: 'start' | 'finish' | 'skip'
  readonly created_at: string
}

export type TaskActionRelationships = {
  readonly user: ToOne<'user'>
  readonly task: ToOne<'task'>
}

/** A behaviour profile of tasks. */
export type TaskType = ResourceObject<'task_type', TaskTypeAttributes, TaskTypeRelationships>

export type TaskTypeAttributes = {
  readonly name: string
  /** A short form of the name, unique in its workspace or the instance. Those of built-in types have a meaning, such as `linked`. */
  readonly key: string
  readonly description: string | null
  readonly color: string | null
  readonly icon: string | null
  readonly global: boolean
  readonly archived: boolean
  /** No task takes it any more. */
  readonly disabled: boolean
  /** The type of tasks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default: boolean
  /** Comes with the program: its key and its flags stay, and it can be disabled. */
  readonly built_in: boolean
  /** Starts and finishes in one click, at one instant. */
  readonly zero_duration: boolean
  /** Its tasks do not extend the end of the runbook. */
  readonly off_end: boolean
  readonly auto_start: boolean
  readonly auto_finish: boolean
  /** Tasks of this type may carry `start_fixed`. */
  readonly fixed_start: boolean
}

export type TaskTypeRelationships = {
  /** Null for a global type. */
  readonly workspace: ToOne<'workspace'>
}

export type TaskTypeCreateAttributes = {
  readonly name: string
  /** A short form of the name, unique in its workspace or the instance. Those of built-in types have a meaning, such as `linked`. */
  readonly key: string
  readonly description?: string | null | undefined
  readonly color?: string | null | undefined
  readonly icon?: string | null | undefined
  /** No task takes it any more. */
  readonly disabled?: boolean | undefined
  /** The type of tasks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default?: boolean | undefined
  /** Starts and finishes in one click, at one instant. */
  readonly zero_duration?: boolean | undefined
  /** Its tasks do not extend the end of the runbook. */
  readonly off_end?: boolean | undefined
  readonly auto_start?: boolean | undefined
  readonly auto_finish?: boolean | undefined
  /** Tasks of this type may carry `start_fixed`. */
  readonly fixed_start?: boolean | undefined
}

export type TaskTypeCreateRelationships = {
  /** Null for a global type. */
  readonly workspace?: WrittenToOne<'workspace'> | undefined
}

export type TaskTypeUpdateAttributes = {
  readonly name?: string | undefined
  /** A short form of the name, unique in its workspace or the instance. Those of built-in types have a meaning, such as `linked`. */
  readonly key?: string | undefined
  readonly description?: string | null | undefined
  readonly color?: string | null | undefined
  readonly icon?: string | null | undefined
  /** No task takes it any more. */
  readonly disabled?: boolean | undefined
  /** The type of tasks for which none is named. `true` takes it from the one that has it; only a global type has it. */
  readonly default?: boolean | undefined
  /** Starts and finishes in one click, at one instant. */
  readonly zero_duration?: boolean | undefined
  /** Its tasks do not extend the end of the runbook. */
  readonly off_end?: boolean | undefined
  readonly auto_start?: boolean | undefined
  readonly auto_finish?: boolean | undefined
  /** Tasks of this type may carry `start_fixed`. */
  readonly fixed_start?: boolean | undefined
}

/** A central team of a workspace, to which teams of runbooks can be linked; `meta.users_count` is the number of its members. */
export type Team = ResourceObject<'team', TeamAttributes, TeamRelationships>

export type TeamAttributes = {
  readonly name: string
  readonly description: string | null
  readonly archived: boolean
  readonly created_at: string
  readonly updated_at: string
}

export type TeamRelationships = {
  readonly workspace: ToOne<'workspace'>
  /** All members: a write replaces them. */
  readonly users: ToMany<'user'>
}

export type TeamCreateAttributes = {
  readonly name: string
  readonly description?: string | null | undefined
}

export type TeamCreateRelationships = {
  readonly workspace: NonNullable<WrittenToOne<'workspace'>>
  /** All members: a write replaces them. */
  readonly users?: WrittenToMany<'user'> | undefined
}

export type TeamUpdateAttributes = {
  readonly name?: string | undefined
  readonly description?: string | null | undefined
}

export type TeamUpdateRelationships = {
  /** All members: a write replaces them. */
  readonly users?: WrittenToMany<'user'> | undefined
}

/** A person, or a program that calls the API. */
export type User = ResourceObject<'user', UserAttributes, UserRelationships>

export type UserAttributes = {
  /** Empty where there is none. */
  readonly first_name: string
  /** Empty where there is none. */
  readonly last_name: string
  /** The full display name. */
  readonly name: string
  readonly email: string
  /** By which another system knows the person. Nobody else has it. */
  readonly unique_id: string | null
  readonly provider: string
  /** A program: it calls the API with tokens that administrators make for it, and cannot sign in. Said once: no account of a person becomes one in whose name others act. */
  readonly non_interactive: boolean
  readonly job_title: string | null
  /** E.164. Null for whoever is neither the person nor manages people. */
  readonly phone: string | null
  readonly archived: boolean
  readonly status: 'active' | 'invited' | 'archived'
  readonly last_sign_in_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

export type UserRelationships = {
  readonly roles: ToMany<'role'>
}

export type UserCreateAttributes = {
  /** Empty where there is none. */
  readonly first_name: string | null
  /** Empty where there is none. */
  readonly last_name: string | null
  readonly email: string
  /** By which another system knows the person. Nobody else has it. */
  readonly unique_id?: string | null | undefined
  readonly provider?: 'email' | 'saml' | 'oidc' | undefined
  /** A program: it calls the API with tokens that administrators make for it, and cannot sign in. Said once: no account of a person becomes one in whose name others act. */
  readonly non_interactive?: boolean | undefined
  readonly job_title?: string | null | undefined
  /** E.164. Null for whoever is neither the person nor manages people. */
  readonly phone?: string | null | undefined
  /** Roles to grant: each on `resource_type` and `resource_id`, or on the whole instance without them. */
  readonly roles_attributes?: readonly { readonly role_type_id: string; readonly resource_id?: string | null | undefined; readonly resource_type?: 'workspace' | 'folder' | 'runbook' | 'stream' | 'team' | null | undefined }[] | undefined
}

export type UserUpdateAttributes = {
  /** Empty where there is none. */
  readonly first_name?: string | null | undefined
  /** Empty where there is none. */
  readonly last_name?: string | null | undefined
  readonly email?: string | undefined
  /** By which another system knows the person. Nobody else has it. */
  readonly unique_id?: string | null | undefined
  readonly provider?: 'email' | 'saml' | 'oidc' | undefined
  readonly job_title?: string | null | undefined
  /** E.164. Null for whoever is neither the person nor manages people. */
  readonly phone?: string | null | undefined
}

/** A token with which a program calls the API as its user. */
export type UserAppToken = ResourceObject<'user_app_token', UserAppTokenAttributes, UserAppTokenRelationships>

export type UserAppTokenAttributes = {
  readonly label: string
  /** 48 hexadecimal characters. Only in the answer that makes it: it is not kept. */
  readonly token?: string
  /** The end of the token, to recognise it. */
  readonly last_four: string
  /** Without one it never expires, or after the longest life that this server allows. */
  readonly expires_at: string | null
  /** To the minute. */
  readonly last_used_at: string | null
  readonly revoked_at: string | null
  readonly created_at: string
}

export type UserAppTokenRelationships = {
  readonly user: ToOne<'user'>
}

export type UserAppTokenCreateAttributes = {
  readonly label: string
  /** Without one it never expires, or after the longest life that this server allows. */
  readonly expires_at?: string | null | undefined
}

/** A boundary that holds folders, runbooks, templates and central teams. */
export type Workspace = ResourceObject<'workspace', WorkspaceAttributes, WorkspaceRelationships>

export type WorkspaceAttributes = {
  readonly name: string
  /** A short unique form of the name. */
  readonly key: string
  readonly description: string | null
  readonly archived: boolean
  readonly created_at: string
  readonly updated_at: string
}

export type WorkspaceRelationships = {
  readonly runbook_types: ToMany<'runbook_type'>
}

export type WorkspaceCreateAttributes = {
  readonly name: string
  /** A short unique form of the name. */
  readonly key: string
  readonly description?: string | null | undefined
}

export type WorkspaceUpdateAttributes = {
  readonly name?: string | undefined
  /** A short unique form of the name. */
  readonly key?: string | undefined
  readonly description?: string | null | undefined
}

/** Every resource, by its `type`. */
export interface Resources {
  access: Access
  action_log: ActionLog
  activity: Activity
  audit_chain: AuditChain
  comment: Comment
  custom_field: CustomField
  custom_field_group: CustomFieldGroup
  custom_field_option: CustomFieldOption
  custom_field_user: CustomFieldUser
  data_source: DataSource
  data_source_record: DataSourceRecord
  data_source_upload: DataSourceUpload
  event_delivery: EventDelivery
  event_integration: EventIntegration
  finding: Finding
  folder: Folder
  invitation: Invitation
  me: Me
  my_task: MyTask
  password: Password
  password_reset: PasswordReset
  presence: Presence
  role: Role
  role_type: RoleType
  run: Run
  runbook: Runbook
  runbook_team: RunbookTeam
  runbook_type: RunbookType
  runbook_user: RunbookUser
  runbook_version: RunbookVersion
  second_factor: SecondFactor
  session: Session
  sign_in_page: SignInPage
  stream: Stream
  task: Task
  task_action: TaskAction
  task_type: TaskType
  team: Team
  user: User
  user_app_token: UserAppToken
  workspace: Workspace
}
