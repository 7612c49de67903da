import type { runbookTeamEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { renderRunbookTeam } from './render-runbook-team.ts'

export const runbookTeamHandlers: HandlersFor<typeof runbookTeamEndpoints> = {
  async listRunbookTeams(request) {
    const { services, params, query, standing } = request
    const { runbook, teams } = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
    const ordered = sorted(teams, query.sort, ({ name }) => name)
    const shown = pageOf(ordered, query.page).map((team) => renderRunbookTeam(team, runbook.id))
    return pageAnswer(request, shown, teams.length)
  },
}
