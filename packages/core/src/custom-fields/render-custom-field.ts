import type { Access } from '@runsheet/domain'
import type { CustomField, Directory } from '../directory/directory.ts'
import { workspaceLink } from '../directory/scoped.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, one, type Rendered, wireTime } from '../json-api/wire.ts'
import { optionNames } from './offered-fields.ts'

/** A custom field as its document shows it. */
export function renderCustomField(
  field: CustomField,
  access: Access,
  { customFields }: Pick<Directory, 'customFields'>,
): Rendered {
  const dependents = [...customFields.values()].filter(({ parent_id }) => parent_id === field.id)
  const link = (type: string, path: string, id: number | null) =>
    id === null ? one(type, null) : one(type, id, `/core/${path}/${id}`)
  return {
    type: 'custom_field',
    id: String(field.id),
    attributes: {
      name: field.name,
      display_name: field.display_name,
      field_type: field.field_type,
      field_options: optionNames(field),
      required: field.required,
      apply_to: field.apply_to,
      allow_field_creation: field.allow_field_creation,
      default_value: field.default_value,
      help_text: field.help_text,
      archived: field.archived_at !== null,
      order: field.order,
      read_only: field.read_only,
      global: field.workspace_id === null,
      created_at: wireTime(field.created_at),
      updated_at: wireTime(field.updated_at),
    },
    relationships: {
      workspace: workspaceLink(field),
      parent: link('custom_field', 'custom_fields', field.parent_id),
      group: link('custom_field_group', 'custom_field_groups', field.group_id),
      dependent_custom_fields: many(
        'custom_field',
        dependents.map(({ id }) => id),
      ),
      options: many(
        'custom_field_option',
        field.options.map(({ id }) => id),
      ),
      runbook_types: many('runbook_type', field.runbook_type_ids),
    },
    links: { self: `/core/custom_fields/${field.id}` },
    meta: {
      permissions: abilitiesOn('custom_field', access, { workspace_id: field.workspace_id ?? undefined }),
    },
  }
}
