import type { RoleType } from '../directory/directory.ts'
import type { Rendered } from '../json-api/wire.ts'

/** A role that can be granted, as the document shows it. */
export function renderRoleType({ id, name, key, description, context }: RoleType): Rendered {
  return {
    type: 'role_type',
    id: String(id),
    attributes: { name, key, description, context },
    relationships: {},
    links: {},
  }
}
