import type { Access } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'

/** A folder as its document shows it. */
export function renderFolder(folder: Row<'folder'>, access: Access): Rendered {
  const { id, workspace_id, parent_id } = folder
  const path = `/core/workspaces/${workspace_id}`
  return {
    type: 'folder',
    id: String(id),
    attributes: {
      name: folder.name,
      description: folder.description,
      created_at: wireTime(folder.created_at),
      updated_at: wireTime(folder.updated_at),
    },
    relationships: {
      parent:
        parent_id === null ? one('folder', null) : one('folder', parent_id, `${path}/folders/${parent_id}`),
      workspace: one('workspace', workspace_id, path),
    },
    links: { self: `${path}/folders/${id}` },
    meta: { permissions: abilitiesOn('folder', access, { workspace_id, folder_id: id }) },
  }
}
