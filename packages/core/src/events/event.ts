import { deliveredEvents } from '@runsheet/contract'

/** Everything that can happen, by its dotted name. */
export const eventNames = [
  'workspace.created',
  'workspace.updated',
  'workspace.archived',
  'workspace.restored',
  'folder.created',
  'folder.updated',
  'folder.deleted',
  'team.created',
  'team.updated',
  'team.archived',
  'team.restored',
  'teams.imported',
  ...deliveredEvents,
  'people.imported',
  'runbook_type.created',
  'runbook_type.updated',
  'runbook_type.archived',
  'runbook_type.restored',
  'task_type.created',
  'task_type.updated',
  'task_type.archived',
  'task_type.restored',
  'custom_field.created',
  'custom_field.updated',
  'custom_field.archived',
  'custom_field.restored',
  'custom_field_option.created',
  'custom_field_option.updated',
  'custom_field_option.deleted',
  'custom_field_group.created',
  'custom_field_group.updated',
  'custom_field_group.deleted',
  'custom_field_values.updated',
  'data_source.created',
  'data_source.updated',
  'data_source.archived',
  'data_source.restored',
  'event_integration.created',
  'event_integration.updated',
  'event_integration.deleted',
  'user.created',
  'user.updated',
  'role.granted',
  'role.revoked',
  'roles.synced',
  'user.archived',
  'user.restored',
  'user_app_token.created',
  'user_app_token.revoked',
  'second_factor.begun',
  'second_factor.added',
  'second_factor.removed',
  'recovery_codes.made',
  'password_link.made',
  'session.created',
  'session.revoked',
  'instance.restored',
] as const
export type EventName = (typeof eventNames)[number]

/** Field → what it was and what it is. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

export interface ChangedThing {
  readonly type: string
  readonly id: string
  readonly changes: Changes
}

/**
 * What the log keeps of an event, as JSON text. Live stream, action log, activities and later readers all read it.
 *
 * `things` are the tasks, streams and others that changed with it, the one it is about included.
 */
export interface EventPayload {
  readonly resource: { readonly type: string; readonly id: string; readonly name: string | null }
  readonly things: readonly ChangedThing[]
  /** Sequence of the event that made this one happen by itself. */
  readonly cause?: number
  /** The same, where that event is one of the instance: its sequence there. */
  readonly instance_cause?: number
  /** What somebody said with it: the reason of a skip, the message of a pause. */
  readonly message?: string
  readonly run_id?: string
  /** State of the runbook right after it, at its own instant. */
  readonly summary?: RunSummary
}

export interface RunSummary {
  readonly stage: string
  readonly run_type: string | null
  readonly tasks_count: number
  readonly tasks_complete_count: number
  readonly start_actual: string | null
  readonly end_actual: string | null
  /** Expected end at the event's own instant; while planning, the planned end. */
  readonly end_display: string
  readonly end_planned: string
}

/** An event on its way to the database. */
export interface NewEvent {
  readonly name: EventName
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly actor_id: number
  readonly request_id: string
  readonly workspace_id: number | null
  /** The payload as text: what is hashed. */
  readonly payload: string
}
