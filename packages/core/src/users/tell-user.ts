import type { Db, Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { oneAnswer } from '../json-api/page-answer.ts'
import { renderUser } from './render-user.ts'
import { roleIdsOf, type User } from './user-queries.ts'

/** A person as an answer. */
export async function tellUser(db: Db | Trx, request: RequestBase, status: 200 | 201, user: User) {
  const { access } = request.caller
  const roles = await roleIdsOf(db, [user.id], access)
  return oneAnswer(request, status, renderUser(user, roles.get(user.id) ?? [], access), user.changed_seq)
}
