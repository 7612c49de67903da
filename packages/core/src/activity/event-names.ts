import type { EventName } from '../events/event.ts'

/** How one event is shown outside the log. */
interface Shown {
  /** Older spellings that filters take; one spelling may stand for several events. */
  readonly spellings: readonly string[]
  /** Name in the feed of a runbook. */
  readonly key: string
  /** `{actor}` is who did it, `{it}` what it is about, `{runbook}` where. */
  readonly sentence: string
}

const shown = (key: string, spellings: readonly string[], sentence: string): Shown => ({
  key,
  spellings,
  sentence,
})

/** The names and sentences of all events: the one place that action log, activities and filters read. */
export const shownEvents: Readonly<Record<EventName, Shown>> = {
  'workspace.created': shown('workspace.created', ['workspace_create', 'created'], '{actor} created {it}'),
  'workspace.updated': shown('workspace.updated', ['workspace_update', 'updated'], '{actor} changed {it}'),
  'workspace.archived': shown(
    'workspace.archived',
    ['workspace_archive', 'archived'],
    '{actor} archived {it}',
  ),
  'workspace.restored': shown(
    'workspace.restored',
    ['workspace_restore', 'restored'],
    '{actor} restored {it}',
  ),
  'folder.created': shown('folder.created', ['folder_create', 'created'], '{actor} created {it}'),
  'folder.updated': shown('folder.updated', ['folder_update', 'updated'], '{actor} changed {it}'),
  'folder.deleted': shown('folder.deleted', ['folder_delete', 'deleted'], '{actor} deleted {it}'),
  'team.created': shown('team.created', ['team_create', 'created'], '{actor} created {it}'),
  'team.updated': shown('team.updated', ['team_update', 'updated'], '{actor} changed {it}'),
  'team.archived': shown('team.archived', ['team_archive', 'archived'], '{actor} archived {it}'),
  'team.restored': shown('team.restored', ['team_restore', 'restored'], '{actor} restored {it}'),
  'teams.imported': shown(
    'teams.imported',
    ['teams_import', 'imported'],
    '{actor} imported people into the teams of {it}',
  ),
  'runbook.created': shown('runbook.created', ['runbook_create', 'created'], '{actor} created {it}'),
  'runbook.updated': shown('runbook.updated', ['runbook_update', 'updated'], '{actor} changed {it}'),
  'runbook.archived': shown('runbook.archived', ['runbook_archive', 'archived'], '{actor} archived {it}'),
  'runbook.restored': shown('runbook.restored', ['runbook_restore', 'restored'], '{actor} restored {it}'),
  'runbook.deleted': shown('runbook.deleted', ['runbook_delete', 'deleted'], '{actor} deleted {it}'),
  'runbook.returned_to_planning': shown(
    'runbook.returned_to_planning',
    ['runbook_return_to_planning'],
    '{actor} returned {it} to planning',
  ),
  'run.started': shown('run.started', ['run_start', 'runbook_start'], '{actor} started the run of {runbook}'),
  'run.paused': shown('run.paused', ['run_pause', 'runbook_pause'], '{actor} paused the run of {runbook}'),
  'run.resumed': shown(
    'run.resumed',
    ['run_resume', 'runbook_resume'],
    '{actor} resumed the run of {runbook}',
  ),
  'run.cancelled': shown(
    'run.cancelled',
    ['run_cancel', 'runbook_cancel', 'run.canceled'],
    '{actor} cancelled the run of {runbook}',
  ),
  'run.finished': shown(
    'run.finished',
    ['run_finish', 'runbook_finish', 'run.completed'],
    'The run of {runbook} finished',
  ),
  'task.created': shown('task.created', ['task_create', 'created'], '{actor} created {it}'),
  'task.updated': shown('task.updated', ['task_update', 'updated'], '{actor} changed {it}'),
  'task.deleted': shown('task.deleted', ['task_delete', 'deleted'], '{actor} deleted {it}'),
  'task.startable': shown('task.startable', ['task_startable'], '{it} became startable'),
  'task.started': shown('task.started', ['task_start'], '{actor} started {it}'),
  'task.finished': shown('task.finished', ['task_finish', 'task_complete'], '{actor} finished {it}'),
  'task.skipped': shown('task.skipped', ['task_skip'], '{actor} skipped {it}'),
  'tasks.changed': shown(
    'tasks.changed',
    ['tasks_change', 'updated'],
    '{actor} changed several tasks of {runbook}',
  ),
  'tasks.deleted': shown(
    'tasks.deleted',
    ['tasks_delete', 'deleted'],
    '{actor} deleted several tasks of {runbook}',
  ),
  'tasks.imported': shown(
    'tasks.imported',
    ['tasks_import', 'imported'],
    '{actor} imported tasks into {runbook}',
  ),
  'stream.created': shown('stream.created', ['stream_create', 'created'], '{actor} created {it}'),
  'stream.updated': shown('stream.updated', ['stream_update', 'updated'], '{actor} changed {it}'),
  'stream.deleted': shown('stream.deleted', ['stream_delete', 'deleted'], '{actor} deleted {it}'),
  'runbook_user.added': shown('runbook_user.added', ['runbook_user_add'], '{actor} added {it} to {runbook}'),
  'runbook_user.updated': shown(
    'runbook_user.updated',
    ['runbook_user_update'],
    '{actor} changed what {it} is on {runbook}',
  ),
  'runbook_user.removed': shown(
    'runbook_user.removed',
    ['runbook_user_remove'],
    '{actor} removed {it} from {runbook}',
  ),
  'runbook_team.added': shown('runbook_team.added', ['runbook_team_add'], '{actor} added {it} to {runbook}'),
  'runbook_team.updated': shown(
    'runbook_team.updated',
    ['runbook_team_update', 'updated'],
    '{actor} changed {it} of {runbook}',
  ),
  'runbook_team.removed': shown(
    'runbook_team.removed',
    ['runbook_team_remove'],
    '{actor} removed {it} from {runbook}',
  ),
  'comment.created': shown(
    'comment.added',
    ['comment_create', 'comment.added', 'created'],
    '{actor} commented on {it}',
  ),
  'comment.updated': shown(
    'comment.updated',
    ['comment_update', 'updated'],
    '{actor} changed a comment on {it}',
  ),
  'comment.deleted': shown(
    'comment.deleted',
    ['comment_delete', 'deleted'],
    '{actor} deleted a comment on {it}',
  ),
  'people.imported': shown(
    'people.imported',
    ['people_import', 'imported'],
    '{actor} imported people into {runbook}',
  ),
  'runbook_type.created': shown(
    'runbook_type.created',
    ['runbook_type_create', 'created'],
    '{actor} created {it}',
  ),
  'runbook_type.updated': shown(
    'runbook_type.updated',
    ['runbook_type_update', 'updated'],
    '{actor} changed {it}',
  ),
  'runbook_type.archived': shown(
    'runbook_type.archived',
    ['runbook_type_archive', 'archived'],
    '{actor} archived {it}',
  ),
  'runbook_type.restored': shown(
    'runbook_type.restored',
    ['runbook_type_restore', 'restored'],
    '{actor} restored {it}',
  ),
  'task_type.created': shown('task_type.created', ['task_type_create', 'created'], '{actor} created {it}'),
  'task_type.updated': shown('task_type.updated', ['task_type_update', 'updated'], '{actor} changed {it}'),
  'task_type.archived': shown(
    'task_type.archived',
    ['task_type_archive', 'archived'],
    '{actor} archived {it}',
  ),
  'task_type.restored': shown(
    'task_type.restored',
    ['task_type_restore', 'restored'],
    '{actor} restored {it}',
  ),
  'custom_field.created': shown(
    'custom_field.created',
    ['custom_field_create', 'created'],
    '{actor} created {it}',
  ),
  'custom_field.updated': shown(
    'custom_field.updated',
    ['custom_field_update', 'updated'],
    '{actor} changed {it}',
  ),
  'custom_field.archived': shown(
    'custom_field.archived',
    ['custom_field_archive', 'archived'],
    '{actor} archived {it}',
  ),
  'custom_field.restored': shown(
    'custom_field.restored',
    ['custom_field_restore', 'restored'],
    '{actor} restored {it}',
  ),
  'custom_field_option.created': shown(
    'custom_field_option.created',
    ['custom_field_option_create', 'created'],
    '{actor} created {it}',
  ),
  'custom_field_option.updated': shown(
    'custom_field_option.updated',
    ['custom_field_option_update', 'updated'],
    '{actor} changed {it}',
  ),
  'custom_field_option.deleted': shown(
    'custom_field_option.deleted',
    ['custom_field_option_delete', 'deleted'],
    '{actor} deleted {it}',
  ),
  'custom_field_group.created': shown(
    'custom_field_group.created',
    ['custom_field_group_create', 'created'],
    '{actor} created {it}',
  ),
  'custom_field_group.updated': shown(
    'custom_field_group.updated',
    ['custom_field_group_update', 'updated'],
    '{actor} changed {it}',
  ),
  'custom_field_group.deleted': shown(
    'custom_field_group.deleted',
    ['custom_field_group_delete', 'deleted'],
    '{actor} deleted {it}',
  ),
  'custom_field_values.updated': shown(
    'custom_field_values.updated',
    ['custom_field_values_update', 'updated'],
    '{actor} changed {it}, and values in {runbook} with it',
  ),
  'data_source.created': shown(
    'data_source.created',
    ['data_source_create', 'created'],
    '{actor} created {it}',
  ),
  'data_source.updated': shown(
    'data_source.updated',
    ['data_source_update', 'updated'],
    '{actor} changed {it}',
  ),
  'data_source.archived': shown(
    'data_source.archived',
    ['data_source_archive', 'archived'],
    '{actor} archived {it}',
  ),
  'data_source.restored': shown(
    'data_source.restored',
    ['data_source_restore', 'restored'],
    '{actor} restored {it}',
  ),
  'event_integration.created': shown(
    'event_integration.created',
    ['event_integration_create', 'created'],
    '{actor} created {it}',
  ),
  'event_integration.updated': shown(
    'event_integration.updated',
    ['event_integration_update', 'updated'],
    '{actor} changed {it}',
  ),
  'event_integration.deleted': shown(
    'event_integration.deleted',
    ['event_integration_delete', 'deleted'],
    '{actor} deleted {it}',
  ),
  'user.created': shown('user.created', ['user_create', 'created'], '{actor} added {it}'),
  'user.updated': shown('user.updated', ['user_update', 'updated'], '{actor} changed {it}'),
  'role.granted': shown('role.granted', ['role_grant'], '{actor} granted a role to {it}'),
  'role.revoked': shown('role.revoked', ['role_revoke'], '{actor} revoked a role of {it}'),
  'roles.synced': shown('roles.synced', ['roles_sync'], '{actor} set the roles of {it}'),
  'user.archived': shown('user.archived', ['user_archive', 'archived'], '{actor} archived {it}'),
  'user.restored': shown('user.restored', ['user_restore', 'restored'], '{actor} restored {it}'),
  'user_app_token.created': shown(
    'user_app_token.created',
    ['user_app_token_create', 'created'],
    '{actor} made a token of {it}',
  ),
  'user_app_token.revoked': shown(
    'user_app_token.revoked',
    ['user_app_token_revoke'],
    '{actor} revoked a token of {it}',
  ),
  'second_factor.begun': shown(
    'second_factor.begun',
    ['second_factor_begin'],
    '{actor} began with a second factor of {it}',
  ),
  'second_factor.added': shown(
    'second_factor.added',
    ['second_factor_add'],
    '{actor} added a second factor to {it}',
  ),
  'second_factor.removed': shown(
    'second_factor.removed',
    ['second_factor_remove'],
    '{actor} removed the second factor of {it}',
  ),
  'recovery_codes.made': shown(
    'recovery_codes.made',
    ['recovery_codes_make'],
    '{actor} made recovery codes of {it}',
  ),
  'password_link.made': shown(
    'password_link.made',
    ['password_link_make'],
    '{actor} made a link by which {it} sets a password',
  ),
  'session.created': shown('session.created', ['session_create', 'created'], '{actor} signed in'),
  'session.revoked': shown('session.revoked', ['session_revoke'], '{actor} ended a session of {it}'),
  'instance.restored': shown(
    'instance.restored',
    ['instance_restore', 'restored'],
    '{actor} restored the instance from a backup',
  ),
}
