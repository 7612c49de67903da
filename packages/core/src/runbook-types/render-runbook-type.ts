import type { Access } from '@runsheet/domain'
import type { RunbookType } from '../directory/directory.ts'
import { workspaceLink } from '../directory/scoped.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, type Rendered } from '../json-api/wire.ts'

/** A runbook type as its document shows it. */
export function renderRunbookType(type: RunbookType, access: Access): Rendered {
  return {
    type: 'runbook_type',
    id: String(type.id),
    attributes: {
      name: type.name,
      key: type.key,
      description: type.description,
      archived: type.archived_at !== null,
      default: type.is_default,
      disabled: type.disabled,
      dynamic: type.dynamic,
      enable_rto: type.enable_rto,
      global: type.workspace_id === null,
      incident: type.incident,
      restrict_create_to_templates: type.restrict_create_to_templates,
      ai_create_enabled: type.ai_create_enabled,
      icon: type.icon,
      color: type.color,
    },
    relationships: {
      workspace: workspaceLink(type),
      task_types: many('task_type', type.task_type_ids),
      custom_fields: many('custom_field', type.custom_field_ids),
    },
    links: { self: `/core/runbook_types/${type.id}` },
    meta: {
      permissions: abilitiesOn('runbook_type', access, { workspace_id: type.workspace_id ?? undefined }),
    },
  }
}
