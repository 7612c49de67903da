import {
  AppError,
  type Identifier,
  problem,
  type RunbookRole,
  refuse,
  type runbookUserEndpoints,
} from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { byId, pageOf, sorted } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookTeam, RunbookUser, Snapshot } from '../runbooks/snapshot.ts'
import { displayName } from '../users/render-user.ts'
import { findSeenUser, findUser, type User, usersCalled } from '../users/user-queries.ts'
import { listOutside } from '../workspaces/members.ts'
import { checkAdminLeft } from './check-admin-left.ts'
import { exportRunbookPeople } from './export-people.ts'
import { importRunbookPeople } from './import-people.ts'
import { readStanding } from './read-runbook-user.ts'
import { renderRunbookUser } from './render-runbook-user.ts'

const USER = '/data/relationships/user/data'

/**
 * Takes a person off the tasks of a runbook and out of its teams. Who is in a linked team is so by the central team, and
 * still takes part through it.
 */
function releaseFromPlan(draft: RunbookDraft, userId: number): void {
  const isOther = ({ type, id }: { type: string; id: number }) => type !== 'user' || id !== userId
  for (const { id, assignees, recipients } of draft.tasks()) {
    const left = { assignees: assignees.filter(isOther), recipients: recipients.filter(isOther) }
    if (left.assignees.length < assignees.length || left.recipients.length < recipients.length)
      draft.setTask(id, left)
  }
  const isIn = ({ team_id, users }: RunbookTeam) => team_id === null && users.includes(userId)
  if (draft.teams.some(isIn))
    draft.setTeams(
      draft.teams.map((team) =>
        isIn(team) ? { ...team, users: team.users.filter((id) => id !== userId) } : team,
      ),
    )
}

const viewRunbook = ({ services, params, standing }: RequestBase): Promise<Snapshot> =>
  services.runbooks.view(params['runbook_id'] ?? 0, standing)

const render =
  ({ caller, scope }: RequestBase) =>
  (user: RunbookUser) =>
    renderRunbookUser(user, caller.access, scope)

function tell(request: RequestBase, status: 200 | 201, { users }: Snapshot, id: number) {
  const user = getMember(users, id)
  const resource = renderResource(render(request)(user), request.query.fields)
  return resourceAnswer(status, resource, { etag: user.changed_seq })
}

function getMember(users: readonly RunbookUser[], id: number): RunbookUser {
  const found = users.find((user) => user.id === id)
  if (!found) throw refuse('not_found', { type: 'runbook_user', id: String(id) })
  return found
}

const about = ({ id }: Pick<RunbookUser, 'id'>, person: User | undefined) => ({
  resource: { type: 'runbook_user', id, name: person ? displayName(person) : null },
})

const sentOf = ({
  attributes,
  relationships,
}: {
  attributes: { role?: RunbookRole }
  relationships: { streams?: unknown }
}) => ({ role: attributes.role, streams: relationships.streams as readonly Identifier[] | undefined })

/**
 * The person whom a write names: somebody whom the caller may know of, who is not archived, and has a role in the
 * workspace of the runbook.
 */
async function readPerson(request: RequestBase, named: unknown): Promise<User> {
  const sent = (named as Identifier | null | undefined)?.id ?? ''
  const { db } = request.services.database
  const person = await findSeenUser(db, readId(sent), request.caller.access)
  if (!person || person.archived_at !== null)
    throw new AppError(problem('related_not_found', { type: 'user', id: sent }, { pointer: USER }))
  const outside = await listOutside(db, [person.id], request.scope.workspace_id ?? 0)
  if (outside.has(person.id))
    throw new AppError(
      problem('related_not_in_scope', { type: 'user', id: sent, scope: 'workspace' }, { pointer: USER }),
    )
  return person
}

export const runbookUserHandlers: HandlersFor<typeof runbookUserEndpoints> = {
  async listRunbookUsers(request) {
    const { services, query } = request
    const { users } = await viewRunbook(request)
    const text = query.values.query
    const ids = users.map(({ user_id }) => user_id)
    const called = text === undefined ? undefined : await usersCalled(services.database.db, ids, text)
    const found = called ? users.filter(({ user_id }) => called.has(user_id)) : users
    const ordered = sorted(found, query.sort, ({ created_at }) => created_at)
    return pageAnswer(request, pageOf(ordered, query.page, byId), render(request))
  },

  async getRunbookUser(request) {
    const user = getMember((await viewRunbook(request)).users, request.params['id'] ?? 0)
    return oneAnswer(request, 200, render(request)(user), user.changed_seq)
  },

  async addRunbookUser(request) {
    const { services, params, write } = request
    const person = await readPerson(request, write.relationships.user)
    const id = await services.ids.next('runbook_user')
    return actOnRunbook(request, {
      decide(draft) {
        if (draft.users.some(({ user_id }) => user_id === person.id))
          throw new AppError(problem('taken', { name: 'user', value: String(person.id) }, { pointer: USER }))
        const standing = readStanding(draft, { role: 'participant', stream_ids: [] }, sentOf(write))
        const added: RunbookUser = {
          id,
          runbook_id: params['runbook_id'] ?? 0,
          user_id: person.id,
          ...standing,
          created_at: draft.at,
          changed_seq: 0,
        }
        draft.setUsers([...draft.users, added])
        draft.event('runbook_user.added', about(added, person))
      },
      answer: (next) => tell(request, 201, next, id),
    })
  },

  async updateRunbookUser(request) {
    const { services, params, write } = request
    const id = params['id'] ?? 0
    const { users } = await viewRunbook(request)
    const person = await findUser(services.database.db, getMember(users, id).user_id)
    return actOnRunbook(request, {
      decide(draft) {
        const before = getMember(draft.users, id)
        checkMatch(request, id, before.changed_seq)
        const after = { ...before, ...readStanding(draft, before, sentOf(write)) }
        const all = draft.users.map((user) => (user.id === id ? after : user))
        checkAdminLeft(all)
        draft.setUsers(all)
        draft.event('runbook_user.updated', about(after, person))
      },
      answer: (next) => tell(request, 200, next, id),
    })
  },

  async removeRunbookUser(request) {
    const { services, params } = request
    const id = params['id'] ?? 0
    const { users } = await viewRunbook(request)
    const person = await findUser(services.database.db, getMember(users, id).user_id)
    return actOnRunbook(request, {
      decide(draft) {
        const leaving = getMember(draft.users, id)
        checkMatch(request, id, leaving.changed_seq)
        const staying = draft.users.filter((user) => user.id !== id)
        checkAdminLeft(staying)
        draft.setUsers(staying)
        releaseFromPlan(draft, leaving.user_id)
        draft.event('runbook_user.removed', about(leaving, person))
      },
      answer: () => emptyAnswer,
    })
  },
  importRunbookPeople,

  exportRunbookPeople,
}
