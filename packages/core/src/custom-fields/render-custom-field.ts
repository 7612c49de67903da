import type { CustomField, Directory } from '../directory/directory.ts'
import { many, one, type Rendered, wireTime } from '../json-api/wire.ts'

/** A custom field as its document shows it. */
export function renderCustomField(field: CustomField, { customFields }: Directory): Rendered {
  const dependents = [...customFields.values()].filter(({ parent_id }) => parent_id === field.id)
  return {
    type: 'custom_field',
    id: String(field.id),
    attributes: {
      name: field.name,
      display_name: field.display_name,
      field_type: field.field_type,
      field_options: field.field_options,
      required: field.required,
      apply_to: field.apply_to,
      allow_field_creation: field.allow_field_creation,
      default_value: field.default_value,
      archived: field.archived_at !== null,
      order: field.order,
      read_only: field.read_only,
      global: field.workspace_id === null,
      created_at: wireTime(field.created_at),
      updated_at: wireTime(field.updated_at),
    },
    relationships: {
      workspace:
        field.workspace_id === null
          ? one('workspace', null)
          : one('workspace', field.workspace_id, `/core/workspaces/${field.workspace_id}`),
      parent:
        field.parent_id === null
          ? one('custom_field', null)
          : one('custom_field', field.parent_id, `/core/custom_fields/${field.parent_id}`),
      dependent_custom_fields: many(
        'custom_field',
        dependents.map(({ id }) => id),
      ),
    },
    links: { self: `/core/custom_fields/${field.id}` },
  }
}
