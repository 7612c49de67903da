import type { Access } from '@runsheet/domain'
import type { CustomField, FieldOption } from '../directory/directory.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered } from '../json-api/wire.ts'

/** An option of a field as its document shows it. */
export function renderFieldOption(option: FieldOption, field: CustomField, access: Access): Rendered {
  const path = `/core/custom_fields/${field.id}`
  return {
    type: 'custom_field_option',
    id: String(option.id),
    attributes: {
      name: option.name,
      color: option.color,
      order: option.order,
      default: option.name === field.default_value,
      archived: option.archived_at !== null,
    },
    relationships: { custom_field: one('custom_field', field.id, path) },
    links: { self: `${path}/custom_field_options/${option.id}` },
    meta: {
      permissions: abilitiesOn('custom_field_option', access, {
        workspace_id: field.workspace_id ?? undefined,
      }),
    },
  }
}
