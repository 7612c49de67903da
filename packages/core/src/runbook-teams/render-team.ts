import type { Row } from '../db/tables.ts'
import { one, type Rendered, wireTime } from '../json-api/wire.ts'

/** A central team as the document shows it. */
export function renderTeam(team: Row<'team'>): Rendered {
  return {
    type: 'team',
    id: String(team.id),
    attributes: {
      name: team.name,
      archived: team.archived_at !== null,
      created_at: wireTime(team.created_at),
      updated_at: wireTime(team.updated_at),
    },
    relationships: {
      workspace: one('workspace', team.workspace_id, `/core/workspaces/${team.workspace_id}`),
    },
    links: {},
  }
}
