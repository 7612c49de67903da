import { type Static, Type } from 'typebox'
import { defineResource, readOnly, toOne } from '../resource.ts'
import { Id, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

/** What roles may be granted on besides the whole instance. */
export const roleScopes = ['workspace', 'folder', 'runbook', 'stream', 'team'] as const
export type ScopeType = (typeof roleScopes)[number]

export const role = defineResource({
  type: 'role',
  summary:
    'A role that was granted to a person; `scope` is null for the whole instance. What somebody is on a runbook says `runbook_user`.',
  attributes: { created_at: readOnly(Timestamp) },
  relationships: {
    user: toOne('user', 'create', { required: true }),
    role_type: toOne('role_type', 'create', { required: true }),
    scope: toOne(['workspace', 'folder', 'team'], 'create'),
  },
})

/** A role as the writes of people name it: without a resource it is granted on the whole instance. */
export const RoleAttributes = Type.Object({
  role_type_id: Id,
  resource_id: Type.Optional(nullable(Id)),
  resource_type: Type.Optional(nullable(oneOf(...roleScopes))),
})
export type RoleAttributes = Static<typeof RoleAttributes>

export const RolesAttributes = Type.Array(RoleAttributes, { maxItems: 1_000 })
