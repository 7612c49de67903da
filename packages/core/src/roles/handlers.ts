import {
  AppError,
  type Identifier,
  problem,
  refuse,
  type roleEndpoints,
  type ScopeType,
} from '@runsheet/contract'
import type { Db, Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId, readIdOrNone } from '../json-api/read-id.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { displayName, renderUser } from '../users/render-user.ts'
import { findSeenUser, getUser, roleIdsOf, type User } from '../users/user-queries.ts'
import { describeRolesOf } from './describe-role.ts'
import { grantRoles, replaceRoles } from './grant-roles.ts'
import { joinRunbooks } from './join-runbooks.ts'
import { checkMayManage, checkOwnerLeft } from './owners.ts'
import { type Asked, askedIn, checkMayGrant, readGrants } from './read-grants.ts'
import { renderRole } from './render-role.ts'
import {
  deleteRoles,
  findScopes,
  findSeenRole,
  listRoles,
  movePermissions,
  type Role,
  rolesOf,
} from './role-queries.ts'

const ROLE_TYPE = '/data/relationships/role_type/data'

const idOf = (identifier: unknown) => (identifier as Identifier | null | undefined)?.id ?? ''

const directoryOf = ({ services, standing }: RequestBase) =>
  services.directories.at(standing.instanceRevision)

export const eventAbout = (
  name: InstanceEvent['name'],
  person: Pick<User, 'id' | 'email'>,
  things: InstanceEvent['things'],
  workspaceId: number | null = null,
): InstanceEvent => ({
  name,
  workspaceId,
  resource: { type: 'user', id: String(person.id), name: person.email },
  things,
})

/** Live streams of who may do less end, and rooms hear who joined them. */
export async function tellOfRoles({ services }: RequestBase, made: readonly Made[]): Promise<void> {
  for (const { snapshot, firstSeq, events } of made)
    services.live.committed(snapshot.runbook.id, firstSeq, events)
  await services.live.recheck()
}

/** The role that a body of its own asks for. */
function askedBy(relationships: Readonly<Record<string, unknown>>): Asked {
  const scope = relationships['scope'] as Identifier | null | undefined
  const at = '/data/relationships/scope/data'
  return {
    role_type_id: idOf(relationships['role_type']),
    ...(scope ? { resource_type: scope.type as ScopeType, resource_id: scope.id } : {}),
    at: { role: ROLE_TYPE, scopeType: at, scopeId: at },
  }
}

export const roleHandlers: HandlersFor<typeof roleEndpoints> = {
  async listRoles(request) {
    const { query, services, caller } = request
    const { user_id, role_type_id, workspace_id, resource_type, resource_id } = query.values
    if (resource_id !== undefined && resource_type === undefined) {
      const about = { parameter: 'resource_id', expected: 'one of the documented forms' } as const
      throw new AppError(problem('invalid_parameter', about, { parameter: 'resource_id' }))
    }
    const filter = {
      userId: readIdOrNone(user_id),
      roleTypeIds: role_type_id?.map((id) => readId(id)),
      workspaceId: readIdOrNone(workspace_id),
      scopeType: resource_type,
      scopeId: readIdOrNone(resource_id),
    }
    const page = await listRoles(services.database.db, caller.access, filter, query.sort, query.page)
    return pageAnswer(request, page, renderRole)
  },

  async getRole(request) {
    const role = await getHere(request.services.database.db, request)
    return oneAnswer(request, 200, renderRole(role), role.changed_seq)
  },

  async grantRole(request) {
    const { write, caller, services } = request
    const sent = idOf(write.relationships.user)
    const { roleTypes } = await directoryOf(request)
    try {
      const answer = await actOnInstance(request, async (trx, seq, at) => {
        const person = await findSeenUser(trx, readId(sent), caller.access)
        if (!person || person.archived_at !== null) {
          const pointer = '/data/relationships/user/data'
          throw new AppError(problem('related_not_found', { type: 'user', id: sent }, { pointer }))
        }
        const { roles } = await readGrants(request, trx, [askedBy(write.relationships)])
        const before = await rolesOf(trx, person.id)
        const granted = await grantRoles(trx, person.id, roles, { seq, at })
        const [role] = granted as [Role]
        const things = [describeRolesOf(person.id, roleTypes, before, [...before, role])]
        return {
          events: [eventAbout('role.granted', person, things, roles[0]?.scope?.workspace_id ?? null)],
          answer: await oneAnswer(request, 201, renderRole(role), role.changed_seq),
        }
      })
      await services.live.recheck()
      return answer
    } catch (error) {
      if (brokenConstraint(error) !== 'role_granted_once') throw error
      const value = idOf(write.relationships.role_type)
      throw new AppError(problem('taken', { name: 'role_type', value }, { pointer: ROLE_TYPE }))
    }
  },

  async revokeRole(request) {
    const { roleTypes } = await directoryOf(request)
    const answer = await actOnInstance(request, async (trx) => {
      const role = await getHere(trx, request)
      checkMatch(request, role.id, role.changed_seq)
      const roleType = roleTypes.find(({ id }) => id === role.role_type_id)
      const [scope = null] =
        role.scope_type === null
          ? []
          : await findScopes(trx, [{ type: role.scope_type, id: role.scope_id ?? 0 }])
      if (roleType) checkMayGrant(request, { roleType, scope })
      const before = await rolesOf(trx, role.user_id)
      await deleteRoles(trx, [role.id])
      await movePermissions(trx, [role.user_id])
      if (roleType?.key === 'owner') await checkOwnerLeft(trx)
      const person = await getUser(trx, role.user_id)
      const after = before.filter(({ id }) => id !== role.id)
      const things = [describeRolesOf(person.id, roleTypes, before, after)]
      return {
        events: [eventAbout('role.revoked', person, things, scope?.workspace_id ?? null)],
        answer: emptyAnswer,
      }
    })
    await request.services.live.recheck()
    return answer
  },

  async syncRoles(request) {
    const { roleTypes } = await directoryOf(request)
    const wanted = request.write.meta.roles_attributes ?? []
    const at = '/meta/roles_attributes'
    let made: Made[] = []
    const answer = await actOnInstance(request, async (trx, seq, instant) => {
      const person = await getUser(trx, request.params['id'] ?? 0)
      checkMatch(request, person.id, person.changed_seq)
      await checkMayManage(trx, request, person.id)
      const { roles, parts } = await readGrants(request, trx, askedIn(wanted, at))
      const { before, after } = await replaceRoles(trx, person.id, roles, { seq, at: instant })
      await checkOwnerLeft(trx)
      made = await joinRunbooks(request, trx, { id: person.id, name: displayName(person) }, parts, at)
      const ids = (await roleIdsOf(trx, [person.id], request.caller.access)).get(person.id) ?? []
      const things = [describeRolesOf(person.id, roleTypes, before, after)]
      const { changed_seq } = await getUser(trx, person.id)
      return {
        events: [eventAbout('roles.synced', person, things)],
        answer: await oneAnswer(request, 200, renderUser(person, ids, request.caller.access), changed_seq),
      }
    })
    await tellOfRoles(request, made)
    return answer
  },
}

async function getHere(trx: Db | Trx, request: RequestBase): Promise<Role> {
  const id = request.params['id'] ?? 0
  const role = await findSeenRole(trx, id, request.caller.access)
  if (!role) throw refuse('not_found', { type: 'role', id: request.call.params['id'] ?? String(id) })
  return role
}
