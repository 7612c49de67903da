import type { Access } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import type { Directory } from '../directory/directory.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, type Rendered, wireTime } from '../json-api/wire.ts'

/** A workspace as its document shows it. */
export function renderWorkspace(workspace: Row<'workspace'>, directory: Directory, access: Access): Rendered {
  const types = [...directory.runbookTypes.values()].filter(
    ({ workspace_id, archived_at }) =>
      archived_at === null && (workspace_id === null || workspace_id === workspace.id),
  )
  return {
    type: 'workspace',
    id: String(workspace.id),
    attributes: {
      name: workspace.name,
      key: workspace.key,
      description: workspace.description,
      archived: workspace.archived_at !== null,
      created_at: wireTime(workspace.created_at),
      updated_at: wireTime(workspace.updated_at),
    },
    relationships: {
      runbook_types: many(
        'runbook_type',
        types.map(({ id }) => id),
      ),
    },
    links: { self: `/core/workspaces/${workspace.id}` },
    meta: { permissions: abilitiesOn('workspace', access, { workspace_id: workspace.id }) },
  }
}
