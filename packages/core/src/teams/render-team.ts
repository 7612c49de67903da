import type { Access } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, one, type Rendered, wireTime } from '../json-api/wire.ts'
import type { CentralTeam } from './team-queries.ts'

/** A central team as the document shows it. */
export function renderTeam(team: CentralTeam, access: Access): Rendered {
  const { id, workspace_id, users } = team
  return {
    type: 'team',
    id: String(id),
    attributes: {
      name: team.name,
      description: team.description,
      archived: team.archived_at !== null,
      created_at: wireTime(team.created_at),
      updated_at: wireTime(team.updated_at),
    },
    relationships: {
      workspace: one('workspace', workspace_id, `/core/workspaces/${workspace_id}`),
      users: many('user', users),
    },
    links: { self: `/core/teams/${id}` },
    meta: {
      users_count: users.length,
      permissions: abilitiesOn('team', access, { workspace_id, team_id: id }),
    },
  }
}
