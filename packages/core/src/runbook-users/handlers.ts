import { AppError, problem, refuse, type runbookUserEndpoints } from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor } from '../dispatch/request.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { pageAnswer, pageOf, sorted } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { RunbookUser } from '../runbooks/snapshot.ts'
import { displayName } from '../users/render-user.ts'
import { BUILT_IN, findUser, usersCalled } from '../users/user-queries.ts'
import { renderRunbookUser } from './render-runbook-user.ts'

const USER = '/data/relationships/user/data'

/** Takes a person out of the tasks and teams of a runbook. */
function releaseFromPlan(draft: RunbookDraft, userId: number): void {
  const isOther = ({ type, id }: { type: string; id: number }) => type !== 'user' || id !== userId
  for (const { id, assignees, recipients } of draft.tasks()) {
    const left = { assignees: assignees.filter(isOther), recipients: recipients.filter(isOther) }
    if (left.assignees.length < assignees.length || left.recipients.length < recipients.length)
      draft.setTask(id, left)
  }
  if (draft.teams.some(({ users }) => users.includes(userId)))
    draft.setTeams(draft.teams.map((team) => ({ ...team, users: team.users.filter((id) => id !== userId) })))
}

export const runbookUserHandlers: HandlersFor<typeof runbookUserEndpoints> = {
  async listRunbookUsers(request) {
    const { services, params, query, standing } = request
    const { users } = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
    const text = query.values.query
    const ids = users.map(({ user_id }) => user_id)
    const called = text === undefined ? undefined : await usersCalled(services.database.db, ids, text)
    const found = called ? users.filter(({ user_id }) => called.has(user_id)) : users
    const ordered = sorted(found, query.sort, ({ created_at }) => created_at)
    return pageAnswer(request, pageOf(ordered, query.page).map(renderRunbookUser), found.length)
  },

  async addRunbookUser(request) {
    const { services, params, write } = request
    const named = write.relationships.user
    const sent = named && 'id' in named ? named.id : ''
    const person = await findUser(services.database.db, readId(sent))
    if (!person || person.id === BUILT_IN || person.archived_at !== null)
      throw new AppError(problem('related_not_found', { type: 'user', id: sent }, { pointer: USER }))
    const id = await services.ids.next('runbook_user')
    return actOnRunbook(request, {
      decide(draft) {
        if (draft.users.some(({ user_id }) => user_id === person.id))
          throw new AppError(problem('taken', { name: 'user', value: sent }, { pointer: USER }))
        const added: RunbookUser = {
          id,
          runbook_id: params['runbook_id'] ?? 0,
          user_id: person.id,
          role: write.attributes.role ?? 'participant',
          created_at: draft.at,
        }
        draft.setUsers([...draft.users, added])
        draft.event('runbook_user.added', {
          resource: { type: 'runbook_user', id, name: displayName(person) },
        })
        return renderRunbookUser(added)
      },
      answer: ({ runbook }, resource) =>
        resourceAnswer(201, renderResource(resource, request.query.fields), {
          etag: runbook.changed_seq,
        }),
    })
  },

  async removeRunbookUser(request) {
    const { services, params, call, standing } = request
    const { users } = await services.runbooks.view(params['runbook_id'] ?? 0, standing)
    const member = users.find(({ id }) => id === params['id'])
    const person = member && (await findUser(services.database.db, member.user_id))
    return actOnRunbook(request, {
      decide(draft) {
        const leaving = draft.users.find(({ id }) => id === params['id'])
        if (!leaving) throw refuse('not_found', { type: 'runbook_user', id: call.params['id'] ?? '' })
        checkMatch(request, leaving.id, draft.runbook.changed_seq)
        const staying = draft.users.filter(({ id }) => id !== leaving.id)
        if (leaving.role === 'runbook_admin' && !staying.some(({ role }) => role === 'runbook_admin'))
          throw refuse('last_admin', { role: 'runbook_admin' })
        draft.setUsers(staying)
        releaseFromPlan(draft, leaving.user_id)
        draft.event('runbook_user.removed', {
          resource: {
            type: 'runbook_user',
            id: leaving.id,
            name: person ? displayName(person) : null,
          },
        })
      },
      answer: () => emptyAnswer,
    })
  },
}
