import { defineEndpoint } from '../endpoint.ts'
import { throughArchive } from '../query/shared.ts'
import { runbookTeam } from './resource.ts'

export const runbookTeamEndpoints = {
  listRunbookTeams: defineEndpoint({
    resource: runbookTeam,
    since: '2026.1.0',
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_teams',
    summary: 'List the teams of a runbook',
    permission: 'runbook.read',
    query: throughArchive,
    answer: { kind: 'list', status: 200, sort: ['name'] },
    errors: [],
  }),
}
