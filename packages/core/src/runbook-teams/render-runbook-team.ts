import { many, one, type Rendered } from '../json-api/wire.ts'
import type { RunbookTeam } from '../runbooks/snapshot.ts'

/** A team of a runbook as the document shows it. */
export function renderRunbookTeam(team: RunbookTeam, runbookId: number): Rendered {
  return {
    type: 'runbook_team',
    id: String(team.id),
    attributes: { name: team.name, linked: team.team_id !== null },
    relationships: {
      team: one('team', team.team_id),
      runbook: one('runbook', runbookId, `/core/runbooks/${runbookId}`),
      users: many('user', team.users),
    },
    links: {},
    meta: { users_count: team.users.length },
  }
}
