import type { userEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { renderUser } from './render-user.ts'
import { getUser, listUsers, roleIdsOf } from './user-queries.ts'

export const userHandlers: HandlersFor<typeof userEndpoints> = {
  async listUsers(request) {
    const { query, services, caller } = request
    const { db } = services.database
    const filter = { query: query.values.query, archived: query.values.archived ?? false }
    const page = await listUsers(db, caller.access, filter, query.sort, query.page)
    const roles = await roleIdsOf(
      db,
      page.rows.map(({ id }) => id),
      caller.access,
    )
    return pageAnswer(request, page, (user) => renderUser(user, roles.get(user.id) ?? []))
  },

  async getUser(request) {
    const { db } = request.services.database
    const user = await getUser(db, request.params['id'] ?? -1)
    const roles = await roleIdsOf(db, [user.id], request.caller.access)
    return oneAnswer(request, 200, renderUser(user, roles.get(user.id) ?? []), user.changed_seq)
  },
}
