import type { Row } from '../db/tables.ts'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'

/** A role that was granted to a person, as the document shows it; `scope` is null for the whole instance. */
export function renderRole(role: Row<'role'>): Rendered {
  return {
    type: 'role',
    id: String(role.id),
    attributes: { created_at: wireTime(role.created_at) },
    relationships: {
      user: one('user', role.user_id, `/core/users/${role.user_id}`),
      role_type: one('role_type', role.role_type_id),
      scope: one(role.scope_type ?? '', role.scope_id),
    },
    links: { self: `/core/roles/${role.id}` },
  }
}
