import { refuse, type userEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { Changes } from '../events/event.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { readIdOrNone } from '../json-api/read-id.ts'
import { sqlTime } from '../json-api/wire.ts'
import { eventAbout } from '../roles/handlers.ts'
import { checkOwnerLeft, checkOwnersOnly } from '../roles/owners.ts'
import { movePermissions } from '../roles/role-queries.ts'
import { revokeSessions } from '../sessions/session-queries.ts'
import { changeSignIn } from './change-sign-in.ts'
import { createUser } from './create-user.ts'
import { describeUser } from './describe-user.ts'
import { readUserWrite } from './read-user-write.ts'
import { renderUser } from './render-user.ts'
import { tellUser } from './tell-user.ts'
import { changeUser, getUser, listUsers, roleIdsOf, type User } from './user-queries.ts'

/** What an action makes of a person. */
interface Changed {
  readonly patch: Parameters<typeof changeUser>[2]
  /** What the log tells beside the columns. */
  readonly besides?: Changes
}

/** Changes a person: an Owner by Owners only, and so that one is left. */
function change(
  request: RequestBase,
  name: InstanceEvent['name'],
  decide: (trx: Trx, before: User, at: number) => Promise<Changed>,
) {
  return actOnInstance(request, async (trx, seq, at) => {
    const before = await getUser(trx, request.params['id'] ?? 0)
    checkMatch(request, before.id, before.changed_seq)
    if (before.is_owner) checkOwnersOnly(request.caller.access)
    const { patch, besides = {} } = await decide(trx, before, at)
    await changeUser(trx, before.id, { ...patch, changed_seq: seq, updated_at: sqlTime(at) })
    if (before.is_owner) await checkOwnerLeft(trx)
    const after = await getUser(trx, before.id)
    const thing = describeUser(before, after)
    const changes = { ...thing.changes, ...besides }
    return {
      events: [eventAbout(name, after, [{ ...thing, changes }])],
      answer: await tellUser(trx, request, 200, after),
    }
  })
}

export const userHandlers: HandlersFor<typeof userEndpoints> = {
  async listUsers(request) {
    const { query, services, caller } = request
    const { db } = services.database
    const { values } = query
    const filter = {
      query: values.query,
      archived: values.archived ?? false,
      nonInteractive: values.non_interactive,
      roleTypeId: readIdOrNone(values.role_type_id),
      workspaceId: readIdOrNone(values.workspace_id),
    }
    const page = await listUsers(db, caller.access, filter, query.sort, query.page)
    const roles = await roleIdsOf(
      db,
      page.rows.map(({ id }) => id),
      caller.access,
    )
    return pageAnswer(request, page, (user) => renderUser(user, roles.get(user.id) ?? [], caller.access))
  },

  async getUser(request) {
    const { db } = request.services.database
    return tellUser(db, request, 200, await getUser(db, request.params['id'] ?? -1))
  },

  createUser,

  updateUser: (request) =>
    change(request, 'user.updated', async (trx, before, at) => {
      const { attributes } = request.write
      await changeSignIn(trx, request, before, { sent: attributes, at })
      return { patch: await readUserWrite(trx, before, attributes) }
    }),

  async archiveUser(request) {
    const answer = await change(request, 'user.archived', async (trx, { id, archived_at }, at) => {
      if (archived_at !== null) throw refuse('already_archived', { type: 'user', id: String(id) })
      await movePermissions(trx, [id])
      const ended = await revokeSessions(trx, id, at)
      return { patch: { archived_at: sqlTime(at) }, besides: { sessions_ended: [null, ended] } }
    })
    await request.services.live.recheck()
    return answer
  },

  restoreUser: (request) =>
    change(request, 'user.restored', async (trx, { id, archived_at }) => {
      if (archived_at === null) throw refuse('not_archived', { type: 'user', id: String(id) })
      await movePermissions(trx, [id])
      return { patch: { archived_at: null } }
    }),
}
