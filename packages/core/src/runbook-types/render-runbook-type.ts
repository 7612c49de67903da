import type { RunbookType } from '../directory/directory.ts'
import { one, type Rendered } from '../json-api/wire.ts'

/** A runbook type as its document shows it. */
export function renderRunbookType(type: RunbookType): Rendered {
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
      workspace:
        type.workspace_id === null
          ? one('workspace', null)
          : one('workspace', type.workspace_id, `/core/workspaces/${type.workspace_id}`),
    },
    links: { self: `/core/runbook_types/${type.id}` },
  }
}
