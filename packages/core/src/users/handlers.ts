import { refuse, type userEndpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { renderUser } from './render-user.ts'
import { findUser, listUsers, roleIdsOf } from './user-queries.ts'

export const userHandlers: HandlersFor<typeof userEndpoints> = {
  async listUsers(request) {
    const { query, services } = request
    const { db } = services.database
    const filter = { query: query.values.query, archived: query.values.archived ?? false }
    const { rows, total } = await listUsers(db, filter, query.sort, query.page)
    const roles = await roleIdsOf(
      db,
      rows.map(({ id }) => id),
    )
    return pageAnswer(
      request,
      rows.map((user) => renderUser(user, roles.get(user.id) ?? [])),
      total,
    )
  },

  async getUser(request) {
    const { query, services, params, call } = request
    const { db } = services.database
    const user = await findUser(db, params['id'] ?? -1)
    if (!user || (user.archived_at !== null && query.values.archived !== true))
      throw refuse('not_found', { type: 'user', id: call.params['id'] ?? '' })
    const roles = await roleIdsOf(db, [user.id])
    return oneAnswer(request, 200, renderUser(user, roles.get(user.id) ?? []), user.changed_seq)
  },
}
