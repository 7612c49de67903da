import { defineResource, readOnly, toOne } from '../resource.ts'
import { Timestamp } from '../schema/scalars.ts'

/** What a role may be granted on; a role without a scope holds on the whole instance. */
export const roleScopes = ['workspace', 'folder', 'runbook', 'stream', 'team'] as const
export type ScopeType = (typeof roleScopes)[number]

export const role = defineResource({
  type: 'role',
  summary: 'A role that was granted to a person; `scope` is null for the whole instance',
  attributes: { created_at: readOnly(Timestamp) },
  relationships: { user: toOne('user'), role_type: toOne('role_type'), scope: toOne(roleScopes) },
})
