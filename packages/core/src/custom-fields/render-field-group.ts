import { type Access, isAllowed } from '@runsheet/domain'
import type { Directory, FieldGroup } from '../directory/directory.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, type Rendered, wireTime } from '../json-api/wire.ts'

/** A group of fields as its document shows it. */
export function renderFieldGroup(
  group: FieldGroup,
  access: Access,
  { customFields }: Pick<Directory, 'customFields'>,
): Rendered {
  const fields = [...customFields.values()].filter(
    ({ group_id, workspace_id }) =>
      group_id === group.id &&
      (workspace_id === null || isAllowed(access, 'workspace.read', { workspace_id })),
  )
  return {
    type: 'custom_field_group',
    id: String(group.id),
    attributes: {
      name: group.name,
      order: group.order,
      created_at: wireTime(group.created_at),
      updated_at: wireTime(group.updated_at),
    },
    relationships: {
      custom_fields: many(
        'custom_field',
        fields.map(({ id }) => id),
      ),
    },
    links: { self: `/core/custom_field_groups/${group.id}` },
    meta: { permissions: abilitiesOn('custom_field_group', access, {}) },
  }
}
