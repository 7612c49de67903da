import { type Identifier, refuse, type runbookTeamEndpoints } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import type { Trx } from '../db/database.ts'
import { mentions } from '../directory/scoped.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookTeam, Snapshot } from '../runbooks/snapshot.ts'
import { type CentralTeam, holdTeams } from '../teams/team-queries.ts'
import { identifiersOf, readPeople } from '../workspaces/read-people.ts'
import { releaseStrangers } from './keep-in-step.ts'
import { checkTeam, readTeam } from './read-runbook-team.ts'
import { renderRunbookTeam } from './render-runbook-team.ts'

type Write = CoreRequest<(typeof runbookTeamEndpoints)['createRunbookTeam' | 'updateRunbookTeam']>

const TEAM = '/data/relationships/team/data'

const runbookOf = ({ params }: RequestBase): number => params['runbook_id'] ?? 0

const viewRunbook = (request: RequestBase): Promise<Snapshot> =>
  request.services.runbooks.view(runbookOf(request), request.standing)

const render = (request: RequestBase) => (team: RunbookTeam) =>
  renderRunbookTeam(team, runbookOf(request), request.caller.access, request.scope)

function tell(request: RequestBase, status: 200 | 201, { teams }: Snapshot, id: number) {
  const team = getTeam(teams, id)
  return resourceAnswer(status, renderResource(render(request)(team), request.query.fields), {
    etag: team.changed_seq,
  })
}

function getTeam(teams: readonly RunbookTeam[], id: number): RunbookTeam {
  const found = teams.find((team) => team.id === id)
  if (!found) throw refuse('not_found', { type: 'runbook_team', id: String(id) })
  return found
}

const about = ({ id, name }: Pick<RunbookTeam, 'id' | 'name'>) => ({
  resource: { type: 'runbook_team', id, name },
})

/** The members that a write names. @param members those that the team has */
async function readMembers(request: Write, members: readonly number[]): Promise<number[] | undefined> {
  const sent = identifiersOf(request.write.relationships.users)
  if (!sent) return undefined
  const place = {
    workspaceId: request.scope.workspace_id ?? 0,
    pointer: '/data/relationships/users/data',
    members,
  }
  return readPeople(request.services.database.db, request.caller.access, sent, place)
}

const namedTeam = ({ write }: Write) => write.relationships.team as Identifier | null | undefined

/**
 * The central team that a write names, as it stays until the end of the transaction; null or undefined as it was sent.
 *
 * @throws {AppError} 422 `related_not_found`, or `related_not_in_scope` for one of another workspace
 */
async function readCentral(request: Write, trx: Trx | undefined): Promise<CentralTeam | null | undefined> {
  const named = namedTeam(request)
  if (!named || !trx) return named === null ? null : undefined
  const id = readId(named.id)
  const team = (await holdTeams(trx, [id])).get(id)
  const isSeen =
    team && isAllowed(request.caller.access, 'workspace.read', { workspace_id: team.workspace_id })
  if (!isSeen || team.archived_at !== null)
    throw refuse('related_not_found', { type: 'team', id: named.id }, { pointer: TEAM })
  if (team.workspace_id !== request.scope.workspace_id) {
    const about = { type: 'team', id: named.id, scope: 'workspace' }
    throw refuse('related_not_in_scope', about, { pointer: TEAM })
  }
  return team
}

export const runbookTeamHandlers: HandlersFor<typeof runbookTeamEndpoints> = {
  async listRunbookTeams(request) {
    const { query } = request
    const { teams } = await viewRunbook(request)
    const found = teams.filter(({ name }) => mentions(query.values.query, name))
    const ordered = sorted(found, query.sort, ({ name }) => name)
    return pageAnswer(request, pageOf(ordered, query.page, byId), render(request))
  },

  async getRunbookTeam(request) {
    const team = getTeam((await viewRunbook(request)).teams, request.params['id'] ?? 0)
    return oneAnswer(request, 200, render(request)(team), team.changed_seq)
  },

  async createRunbookTeam(request) {
    const { services, write } = request
    const users = await readMembers(request, [])
    const id = await services.ids.next('runbook_team')
    return actOnRunbook(request, {
      isLocked: Boolean(namedTeam(request)),
      async decide(draft, trx) {
        const central = await readCentral(request, trx)
        const standing = readTeam(null, {
          name: write.attributes.name,
          linked: write.attributes.linked,
          central,
          users,
        })
        checkTeam(draft.teams, standing)
        const added: RunbookTeam = { id, ...standing, changed_seq: 0 }
        draft.setTeams([...draft.teams, added])
        draft.event('runbook_team.added', about(added))
      },
      answer: (next) => tell(request, 201, next, id),
    })
  },

  async updateRunbookTeam(request) {
    const { params, write } = request
    const id = params['id'] ?? 0
    const users = await readMembers(request, getTeam((await viewRunbook(request)).teams, id).users)
    return actOnRunbook(request, {
      isLocked: Boolean(namedTeam(request)),
      async decide(draft, trx) {
        const before = getTeam(draft.teams, id)
        checkMatch(request, id, before.changed_seq)
        const central = await readCentral(request, trx)
        const standing = readTeam(before, {
          name: write.attributes.name,
          linked: write.attributes.linked,
          central,
          users,
        })
        checkTeam(draft.teams, standing, id)
        const after = { ...before, ...standing }
        draft.setTeams(draft.teams.map((team) => (team.id === id ? after : team)))
        releaseStrangers(draft)
        draft.event('runbook_team.updated', about(after))
      },
      answer: (next) => tell(request, 200, next, id),
    })
  },

  removeRunbookTeam(request) {
    const id = request.params['id'] ?? 0
    return actOnRunbook(request, {
      decide(draft) {
        const leaving = getTeam(draft.teams, id)
        checkMatch(request, id, leaving.changed_seq)
        draft.setTeams(draft.teams.filter((team) => team.id !== id))
        releaseStrangers(draft)
        draft.event('runbook_team.removed', about(leaving))
      },
      answer: () => emptyAnswer,
    })
  },
}
