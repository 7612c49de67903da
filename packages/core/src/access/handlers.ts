import {
  type accessEndpoints,
  permissions as allPermissions,
  type Endpoint,
  type Expected,
  type Permission,
  refuse,
} from '@runsheet/contract'
import { type Access, isAllowed, type Scope } from '@runsheet/domain'
import { authorise } from '../dispatch/authorise.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { pageOf } from '../json-api/listed.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { readAccess } from '../people/access-store.ts'
import { findSeenUser } from '../users/user-queries.ts'
import { ablePeople } from './able-people.ts'
import { type AskedEndpoint, askedEndpoint } from './asked-endpoint.ts'
import { askedPlace, type Place } from './asked-place.ts'
import { explained, idOfAccess, renderAccess } from './render-access.ts'

type Request = CoreRequest<(typeof accessEndpoints)['listAccess']>

const malformed = (parameter: string, expected: Expected = 'one of the documented forms') =>
  refuse('invalid_parameter', { parameter, expected }, { parameter })

/** @throws {AppError} 400 `invalid_parameter` when only half of a request is named, or no endpoint answers it */
function requestNamed({ query }: Request): AskedEndpoint | undefined {
  const { method, path } = query.values
  if (method === undefined && path === undefined) return undefined
  if (method === undefined) throw malformed('method')
  const asked = path === undefined ? undefined : askedEndpoint(method, path)
  if (!asked) throw malformed('path')
  return asked
}

/**
 * The place that the ids of the query name: one, and in a runbook one of its streams or tasks.
 *
 * @param others what names a place already
 * @throws {AppError} 400 `invalid_parameter` for an id that would not be looked at
 */
function placeNamed({ query }: Request, others: readonly string[]): Place {
  const { workspace_id, folder_id, team_id, runbook_id, stream_id, task_id } = query.values
  const namesIn = (ids: object) =>
    Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [name]))
  const [, second] = [...others, ...namesIn({ runbook_id, workspace_id, folder_id, team_id })]
  if (second !== undefined) throw malformed(second, 'given as the only place')
  const [part, other] = namesIn({ stream_id, task_id })
  if (part !== undefined && runbook_id === undefined) throw malformed(part, 'given together with runbook_id')
  if (other !== undefined) throw malformed(other, 'given as the only place')
  return { workspace_id, folder_id, team_id, runbook_id, stream_id, task_id }
}

/** The place that the path of a request names. */
function placeOf({ endpoint, ids }: AskedEndpoint): Place {
  const [, noun = '', param = ''] = /^\/core\/([a-z_]+)\/:(\w+)/.exec(endpoint.path) ?? []
  const first = ids[param]
  if (first === undefined) return {}
  const own = ids['id']
  if (noun === 'runbooks') {
    const { type } = endpoint.resource
    return {
      runbook_id: first,
      ...(type === 'task' && param !== 'id' ? { task_id: own } : {}),
      ...(type === 'stream' && param !== 'id' ? { stream_id: own } : {}),
    }
  }
  if (noun === 'workspaces')
    return endpoint.resource.type === 'folder' && own !== undefined && param !== 'id'
      ? { workspace_id: first, folder_id: own }
      : { workspace_id: first }
  const { permission } = endpoint
  return permission === 'public' ? {} : { other: { noun, id: first, permission } }
}

/**
 * The person who is asked about. Others than oneself are told of to who manages people, reads roles there, or says who
 * takes part in the runbook.
 *
 * @throws {AppError} 404 `not_found`, 403 `insufficient_role`
 */
async function personAsked(request: Request): Promise<Access> {
  const { caller, services, query } = request
  const { user_id } = query.values
  const id = user_id === undefined ? caller.userId : readId(user_id)
  if (id === caller.userId) return caller.access
  const { db } = services.database
  if (!(await findSeenUser(db, id, caller.access)))
    throw refuse('not_found', { type: 'user', id: user_id ?? '' })
  return readAccess(db, id)
}

function checkMayAsk(request: RequestBase, person: Access, scope: Scope): void {
  const { access } = request.caller
  if (person.userId === access.userId || isAllowed(access, 'people.manage', {})) return
  if (isAllowed(access, 'runbook.people', scope)) return
  authorise(request, 'role.read', scope)
}

const permissionsOf = ({ permission }: Endpoint): readonly Permission[] =>
  permission === 'public' ? [] : [permission]

export const accessHandlers: HandlersFor<typeof accessEndpoints> = {
  async listAccess(request) {
    const { query, services } = request
    const { permission } = query.values
    const asked = requestNamed(request)
    const named = placeNamed(request, asked ? ['path'] : [])
    const person = await personAsked(request)
    const scope = await askedPlace(request, asked ? placeOf(asked) : named, person)
    checkMayAsk(request, person, scope)
    const wanted = asked ? permissionsOf(asked.endpoint) : allPermissions
    const told = wanted
      .filter((one) => permission === undefined || permission.includes(one))
      .map((one) => explained(person, one, scope))
    const refused = told.flatMap((one) => (!one.allowed && one.visible ? [one.permission] : []))
    const able = await ablePeople(services.database.db, refused, scope)
    const page = pageOf(told, query.page, idOfAccess)
    return pageAnswer(request, page, (one) =>
      renderAccess(one, person.userId, able.get(one.permission) ?? []),
    )
  },
}
