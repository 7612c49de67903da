import type { ScopeType } from '@runsheet/contract'

/**
 * Every role that can be granted, and what it may be granted on: `instance` is the whole of it. (Behaviour reference of the
 * field: role types and permissions.)
 */
export const grantableOn = {
  owner: ['instance'],
  global_user_admin: ['instance'],
  global_stakeholder: ['instance'],
  sso_admin: ['instance'],
  developer: ['instance'],
  custom_fields_admin: ['instance'],
  custom_field_data_manager: ['instance'],
  integrations_admin: ['instance', 'workspace'],
  workspace_manager: ['workspace'],
  workspace_runbook_creator: ['workspace'],
  workspace_stakeholder: ['workspace'],
  workspace_member: ['workspace'],
  centralised_team_manager: ['workspace', 'team'],
  folder_manager: ['folder'],
  folder_runbook_creator: ['folder'],
  folder_stakeholder: ['folder'],
  runbook_admin: ['runbook'],
  runbook_team_member: ['runbook'],
  stream_editor: ['stream'],
} as const satisfies Readonly<Record<string, readonly ('instance' | ScopeType)[]>>

export type RoleKey = keyof typeof grantableOn

/** Every role, in the order in which it is told. */
export const roleKeys = Object.keys(grantableOn) as readonly RoleKey[]

/** What a role of that key may be granted on; nothing for a key that is none. */
export function scopesOf(key: string): readonly ('instance' | ScopeType)[] {
  return Object.hasOwn(grantableOn, key) ? grantableOn[key as RoleKey] : []
}
