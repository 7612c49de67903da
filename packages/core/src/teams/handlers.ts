import { AppError, type Identifier, problem, refuse, type teamEndpoints } from '@runsheet/contract'
import { isAllowed, visibility } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { authorise } from '../dispatch/authorise.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId, readIdOrNone } from '../json-api/read-id.ts'
import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import { describeChange } from '../runbooks/changes.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { identifiersOf, readPeople } from '../workspaces/read-people.ts'
import { findWorkspace } from '../workspaces/workspace-queries.ts'
import { followTeams, tellFollowed } from './follow-teams.ts'
import { importTeams } from './import-teams.ts'
import { renderTeam } from './render-team.ts'
import { type CentralTeam, changeTeam, findTeam, insertTeams, listTeams, setMembers } from './team-queries.ts'

const WORKSPACE = '/data/relationships/workspace/data'
const USERS = '/data/relationships/users/data'

function eventOf(name: InstanceEvent['name'], before: CentralTeam | null, after: CentralTeam): InstanceEvent {
  const { id, workspace_id, name: label } = after
  return {
    name,
    workspaceId: workspace_id,
    resource: { type: 'team', id: String(id), name: label },
    things: [describeChange('team', String(id), before, after)],
  }
}

const tell = (request: RequestBase, status: 200 | 201, team: CentralTeam) =>
  oneAnswer(request, status, renderTeam(team, request.caller.access), team.changed_seq)

async function getHere(db: Db | Trx, request: RequestBase): Promise<CentralTeam> {
  const team = await findTeam(db, request.params['id'] ?? 0)
  if (!team) throw refuse('not_found', { type: 'team', id: request.call.params['id'] ?? '' })
  return team
}

/** Runs an action; that the name is another team's is told at its place. */
async function withFreeName<T>(name: string, act: () => Promise<T>, pointer?: string): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (brokenConstraint(error) !== 'team_name_taken') throw error
    throw new AppError(problem('taken', { name: 'name', value: name }, pointer ? { pointer } : {}))
  }
}

/** Changes a team, and in the same transaction the teams of runbooks that are linked to it. */
async function change(
  request: RequestBase,
  name: InstanceEvent['name'],
  decide: (before: CentralTeam, trx: Trx, at: number) => Promise<CentralTeam> | CentralTeam,
) {
  let told: Made[] = []
  const answer = await actOnInstance(request, async (trx, seq, at) => {
    const before = await getHere(trx, request)
    checkMatch(request, before.id, before.changed_seq)
    const wanted = await decide(before, trx, at)
    const after = { ...wanted, changed_seq: seq, updated_at: at }
    await changeTeam(trx, after.id, {
      name: after.name,
      description: after.description,
      archived_at: sqlTimeOrNull(after.archived_at),
      changed_seq: seq,
      updated_at: sqlTime(at),
    })
    if (after.users !== before.users) await setMembers(trx, [after])
    told = await followTeams(request, trx, [after], { seq, at })
    return { events: [eventOf(name, before, after)], answer: await tell(request, 200, after) }
  })
  await tellFollowed(request, told)
  return answer
}

/** The workspace that a new team names, which the caller sees and may add teams to. */
async function readWorkspace(
  request: CoreRequest<(typeof teamEndpoints)['createTeam']>,
  trx: Trx,
): Promise<number> {
  const sent = (request.write.relationships.workspace as Identifier | null | undefined)?.id ?? ''
  const workspace_id = readId(sent)
  const workspace = await findWorkspace(trx, workspace_id)
  const isSeen = isAllowed(request.caller.access, 'workspace.read', { workspace_id })
  if (!workspace || workspace.archived_at !== null || !isSeen)
    throw refuse('related_not_found', { type: 'workspace', id: sent }, { pointer: WORKSPACE })
  authorise(request, 'team.manage', { workspace_id })
  return workspace_id
}

export const teamHandlers: HandlersFor<typeof teamEndpoints> = {
  async listTeams(request) {
    const { query, services, caller } = request
    const filter = {
      query: query.values.query,
      workspaceId: readIdOrNone(query.values.workspace_id),
      archived: query.values.archived ?? false,
      visible: visibility(caller.access, 'workspace.read'),
    }
    const page = await listTeams(services.database.db, filter, query.sort, query.page)
    return pageAnswer(request, page, (team) => renderTeam(team, caller.access))
  },

  async getTeam(request) {
    return tell(request, 200, await getHere(request.services.database.db, request))
  },

  createTeam(request) {
    const { name = '', description = null } = request.write.attributes
    const act = () =>
      actOnInstance(request, async (trx, seq, at) => {
        const workspaceId = await readWorkspace(request, trx)
        const sent = identifiersOf(request.write.relationships.users) ?? []
        const users = await readPeople(trx, request.caller.access, sent, { workspaceId, pointer: USERS })
        const times = { created_at: sqlTime(at), updated_at: sqlTime(at), archived_at: null }
        const values = { workspace_id: workspaceId, name, description, changed_seq: seq, ...times }
        const [made] = (await insertTeams(trx, [values])) as [CentralTeam]
        const team = { ...made, users }
        await setMembers(trx, [team])
        return { events: [eventOf('team.created', null, team)], answer: await tell(request, 201, team) }
      })
    return withFreeName(name, act, '/data/attributes/name')
  },

  updateTeam(request) {
    const { attributes, relationships } = request.write
    const act = () =>
      change(request, 'team.updated', async (before, trx) => {
        const sent = identifiersOf(relationships.users)
        const place = { workspaceId: before.workspace_id, pointer: USERS, members: before.users }
        const users = sent ? await readPeople(trx, request.caller.access, sent, place) : before.users
        return { ...before, ...attributes, users }
      })
    return withFreeName(attributes.name ?? '', act, '/data/attributes/name')
  },

  archiveTeam(request) {
    return change(request, 'team.archived', (before, _trx, at) => {
      if (before.archived_at !== null)
        throw refuse('already_archived', { type: 'team', id: String(before.id) })
      return { ...before, archived_at: at }
    })
  },

  async restoreTeam(request) {
    const { name } = await getHere(request.services.database.db, request)
    const act = () =>
      change(request, 'team.restored', (before) => {
        if (before.archived_at === null) throw refuse('not_archived', { type: 'team', id: String(before.id) })
        return { ...before, archived_at: null }
      })
    return withFreeName(name, act)
  },

  importTeams,
}
