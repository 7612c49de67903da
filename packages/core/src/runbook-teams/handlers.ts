import type { runbookTeamEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { byId, pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { renderRunbookTeam } from './render-runbook-team.ts'

export const runbookTeamHandlers: HandlersFor<typeof runbookTeamEndpoints> = {
  async listRunbookTeams(request) {
    const { services, params, query, standing } = request
    const { runbook, teams } = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
    const ordered = sorted(teams, query.sort, ({ name }) => name)
    const page = pageOf(ordered, query.page, byId)
    return pageAnswer(request, page, (team) => renderRunbookTeam(team, runbook.id))
  },
}
