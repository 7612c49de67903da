/** What an event tells. */
interface Told {
  /** What it is about, by its name then. */
  readonly it: string
  /** It is about who did it. */
  readonly isOwn: boolean
}

/** What the log says of events that are of no runbook, and of those that it says otherwise than the history of one. */
export const log = {
  /** What follows the name of whoever did it. */
  events: {
    'workspace.created': ({ it }: Told) => `created the workspace ${it}`,
    'workspace.updated': ({ it }: Told) => `changed the workspace ${it}`,
    'workspace.archived': ({ it }: Told) => `archived the workspace ${it}`,
    'workspace.restored': ({ it }: Told) => `restored the workspace ${it}`,
    'folder.created': ({ it }: Told) => `created the folder ${it}`,
    'folder.updated': ({ it }: Told) => `changed the folder ${it}`,
    'folder.deleted': ({ it }: Told) => `deleted the folder ${it}`,
    'team.created': ({ it }: Told) => `created the team ${it}`,
    'team.updated': ({ it }: Told) => `changed the team ${it}`,
    'team.archived': ({ it }: Told) => `archived the team ${it}`,
    'team.restored': ({ it }: Told) => `restored the team ${it}`,
    'runbook_type.created': ({ it }: Told) => `created the runbook type ${it}`,
    'runbook_type.updated': ({ it }: Told) => `changed the runbook type ${it}`,
    'runbook_type.archived': ({ it }: Told) => `archived the runbook type ${it}`,
    'runbook_type.restored': ({ it }: Told) => `restored the runbook type ${it}`,
    'task_type.created': ({ it }: Told) => `created the task type ${it}`,
    'task_type.updated': ({ it }: Told) => `changed the task type ${it}`,
    'task_type.archived': ({ it }: Told) => `archived the task type ${it}`,
    'task_type.restored': ({ it }: Told) => `restored the task type ${it}`,
    'custom_field.created': ({ it }: Told) => `created the field ${it}`,
    'custom_field.updated': ({ it }: Told) => `changed the field ${it}`,
    'custom_field.archived': ({ it }: Told) => `archived the field ${it}`,
    'custom_field.restored': ({ it }: Told) => `restored the field ${it}`,
    'custom_field_option.created': ({ it }: Told) => `created the option ${it}`,
    'custom_field_option.updated': ({ it }: Told) => `changed the option ${it}`,
    'custom_field_option.deleted': ({ it }: Told) => `deleted the option ${it}`,
    'custom_field_group.created': ({ it }: Told) => `created the group of fields ${it}`,
    'custom_field_group.updated': ({ it }: Told) => `changed the group of fields ${it}`,
    'custom_field_group.deleted': ({ it }: Told) => `deleted the group of fields ${it}`,
    'data_source.created': ({ it }: Told) => `created the data source ${it}`,
    'data_source.updated': ({ it }: Told) => `changed the data source ${it}`,
    'data_source.archived': ({ it }: Told) => `archived the data source ${it}`,
    'data_source.restored': ({ it }: Told) => `restored the data source ${it}`,
    'event_integration.created': ({ it }: Told) => `created the integration ${it}`,
    'event_integration.updated': ({ it }: Told) => `changed the integration ${it}`,
    'event_integration.deleted': ({ it }: Told) => `deleted the integration ${it}`,
    'teams.imported': ({ it }: Told) => `imported people into the teams of ${it}`,
    'custom_field_values.updated': ({ it }: Told) => `changed the field ${it}, and values with it`,
    'runbook.created': ({ it }: Told) => `created the runbook ${it}`,
    'runbook.updated': ({ it }: Told) => `changed the runbook ${it}`,
    'runbook.archived': ({ it }: Told) => `archived the runbook ${it}`,
    'runbook.restored': ({ it }: Told) => `restored the runbook ${it}`,
    'runbook.deleted': ({ it }: Told) => `deleted the runbook ${it}`,
    'user.created': ({ it }: Told) => `added ${it}`,
    'user.updated': ({ it, isOwn }: Told) => (isOwn ? 'changed their account' : `changed ${it}`),
    'user.archived': ({ it }: Told) => `archived ${it}`,
    'user.restored': ({ it }: Told) => `restored ${it}`,
    'role.granted': ({ it }: Told) => `granted a role to ${it}`,
    'role.revoked': ({ it }: Told) => `revoked a role of ${it}`,
    'roles.synced': ({ it }: Told) => `replaced the roles of ${it}`,
    'user_app_token.created': ({ it, isOwn }: Told) => (isOwn ? 'made a token' : `made a token of ${it}`),
    'user_app_token.revoked': ({ it, isOwn }: Told) =>
      isOwn ? 'revoked a token' : `revoked a token of ${it}`,
    'session.created': () => 'signed in',
    'session.revoked': ({ it, isOwn }: Told) => (isOwn ? 'ended a session' : `ended sessions of ${it}`),
    'second_factor.begun': () => 'began to set up a second factor',
    'second_factor.added': () => 'added a second factor',
    'second_factor.removed': ({ it, isOwn }: Told) =>
      isOwn ? 'removed the second factor' : `removed the second factor of ${it}`,
    'recovery_codes.made': () => 'made new recovery codes',
    'password_link.made': ({ it }: Told) => `made a link by which ${it} sets a password`,
    'instance.restored': () => 'restored the instance from a backup',
  },
}
