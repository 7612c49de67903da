import { historyKinds } from '../../history/kinds.ts'

/** Kinds of events by which the log is filtered, each with the names that it stands for. */
export const auditKinds = {
  access: [
    'role.granted',
    'role.revoked',
    'roles.synced',
    'runbook_user.added',
    'runbook_user.updated',
    'runbook_user.removed',
  ],
  people: [
    'user.created',
    'user.updated',
    'user.archived',
    'user.restored',
    'session.created',
    'session.revoked',
    'second_factor.begun',
    'second_factor.added',
    'second_factor.removed',
    'recovery_codes.made',
    'password_link.made',
  ],
  tokens: ['user_app_token.created', 'user_app_token.revoked'],
  places: [
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
  ],
  types: [
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
  ],
  connections: [
    'data_source.created',
    'data_source.updated',
    'data_source.archived',
    'data_source.restored',
    'event_integration.created',
    'event_integration.updated',
    'event_integration.deleted',
  ],
  runs: historyKinds.run,
  progress: historyKinds.progress,
  plans: historyKinds.plan,
  comments: historyKinds.comments,
} as const satisfies Record<string, readonly string[]>

export type AuditKind = keyof typeof auditKinds

/** What part of the log is shown; kept in the address. Days are those of the person's zone, both included. */
export interface AuditSearch {
  readonly person?: string
  readonly kind?: AuditKind
  readonly from?: string
  readonly until?: string
}

const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Reads an address; what it does not know is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const { person, kind, from, until } = raw
  const known = typeof kind === 'string' && Object.hasOwn(auditKinds, kind) ? (kind as AuditKind) : undefined
  return {
    ...(/^\d+$/.test(String(person)) ? { person: String(person) } : {}),
    ...(known === undefined ? {} : { kind: known }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(until) ? { until } : {}),
  }
}
