import type { Access } from '@runsheet/domain'
import type { TaskType } from '../directory/directory.ts'
import { workspaceLink } from '../directory/scoped.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import type { Rendered } from '../json-api/wire.ts'

/** A task type as its document shows it. */
export function renderTaskType(type: TaskType, access: Access): Rendered {
  return {
    type: 'task_type',
    id: String(type.id),
    attributes: {
      name: type.name,
      key: type.key,
      description: type.description,
      color: type.color,
      icon: type.icon,
      global: type.workspace_id === null,
      archived: type.archived_at !== null,
      disabled: type.disabled,
      default: type.is_default,
      built_in: type.built_in,
      zero_duration: type.zero_duration,
      off_end: type.off_end,
      auto_start: type.auto_start,
      auto_finish: type.auto_finish,
      fixed_start: type.fixed_start,
    },
    relationships: { workspace: workspaceLink(type) },
    links: { self: `/core/task_types/${type.id}` },
    meta: {
      permissions: abilitiesOn('task_type', access, { workspace_id: type.workspace_id ?? undefined }),
    },
  }
}
