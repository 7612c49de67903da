import type { Access, Scope } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { many, one, type Rendered } from '../json-api/wire.ts'
import type { RunbookTeam } from '../runbooks/snapshot.ts'

/** A team of a runbook as the document shows it. */
export function renderRunbookTeam(
  team: RunbookTeam,
  runbookId: number,
  access: Access,
  scope: Scope,
): Rendered {
  const { id, name, team_id, users } = team
  const path = `/core/runbooks/${runbookId}`
  return {
    type: 'runbook_team',
    id: String(id),
    attributes: { name, linked: team_id !== null },
    relationships: {
      team: team_id === null ? one('team', null) : one('team', team_id, `/core/teams/${team_id}`),
      runbook: one('runbook', runbookId, path),
      users: many('user', users),
    },
    links: { self: `${path}/runbook_teams/${id}` },
    meta: {
      users_count: users.length,
      permissions: abilitiesOn('runbook_team', access, { ...scope, runbook_id: runbookId }),
    },
  }
}
