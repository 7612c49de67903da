import { refuse, type userAppTokenEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { authorise, checkDeveloper } from '../dispatch/authorise.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readAccess } from '../people/access-store.ts'
import { makeToken } from '../people/create-owner.ts'
import { checkOwnersOnly } from '../roles/owners.ts'
import { checkMayStandIn } from '../roles/stand-in.ts'
import { getUser, type User } from '../users/user-queries.ts'
import { renderUserAppToken } from './render-user-app-token.ts'
import { tokenEnd } from './token-end.ts'
import { tokenEvent } from './token-event.ts'
import { findToken, insertUserAppToken, listTokens, revokeToken } from './token-queries.ts'

type Create = CoreRequest<(typeof userAppTokenEndpoints)['createUserAppToken' | 'createAppTokenOfUser']>

async function list(request: RequestBase, userId: number) {
  const { query, services } = request
  const page = await listTokens(services.database.db, userId, query.sort, query.page)
  return pageAnswer(request, page, (token) => renderUserAppToken(token))
}

/** @param check refuses a person for whom the caller may not make a token */
function create(request: Create, userId: number, check?: (trx: Trx, person: User) => Promise<void>) {
  const { label = '', expires_at: ends } = request.write.attributes
  const expires_at = tokenEnd(request, ends)
  const token = makeToken()
  return actOnInstance(request, async (trx, seq, at) => {
    const person = await getUser(trx, userId)
    await check?.(trx, person)
    const made = await insertUserAppToken(trx, {
      user_id: person.id,
      token,
      label,
      expires_at,
      changed_seq: seq,
      at,
    })
    return {
      events: [tokenEvent('user_app_token.created', person, made)],
      answer: await oneAnswer(request, 201, renderUserAppToken(made, token), made.changed_seq),
    }
  })
}

async function revoke(request: RequestBase, userId: number) {
  const { params, call, services } = request
  const id = params['id'] ?? -1
  const answer = await actOnInstance(request, async (trx, _seq, at) => {
    const person = await getUser(trx, userId)
    checkMayReach(request, person)
    const token = await findToken(trx, userId, id)
    if (!token) throw refuse('not_found', { type: 'user_app_token', id: call.params['id'] ?? '' })
    checkMatch(request, id, token.changed_seq)
    await revokeToken(trx, id, at)
    return { events: [tokenEvent('user_app_token.revoked', person, token)], answer: emptyAnswer }
  })
  await services.live.recheck()
  return answer
}

/** Tokens of others are for who manages people, those of Owners for Owners. @throws {AppError} 403 `insufficient_role` */
function checkMayReach(request: RequestBase, person: Pick<User, 'id' | 'is_owner'>): void {
  if (person.id === request.caller.userId) return
  authorise(request, 'people.manage', {})
  if (person.is_owner) checkOwnersOnly(request.caller.access)
}

/**
 * Who makes a token for somebody else could act in that name: so only for programs, which need the role for it, and which
 * hold nothing that the maker may not grant.
 *
 * @throws {AppError} 403 `insufficient_role`, `forbidden` for a person, `developer_role_required`
 */
const checkMayMake = (request: RequestBase) => async (trx: Trx, person: User) => {
  if (person.id === request.caller.userId) return authorise(request, 'token.create', {})
  checkMayReach(request, person)
  if (!person.non_interactive) throw refuse('forbidden', {})
  await checkMayStandIn(trx, request, person.id)
  checkDeveloper({ kind: 'token' }, await readAccess(trx, person.id))
}

const userOf = ({ params }: RequestBase): number => params['user_id'] ?? -1

export const userAppTokenHandlers: HandlersFor<typeof userAppTokenEndpoints> = {
  listUserAppTokens: (request) => list(request, request.caller.userId),

  createUserAppToken: (request) => create(request, request.caller.userId),

  revokeUserAppToken: (request) => revoke(request, request.caller.userId),

  async listAppTokensOfUser(request) {
    checkMayReach(request, await getUser(request.services.database.db, userOf(request)))
    return list(request, userOf(request))
  },

  createAppTokenOfUser: (request) => create(request, userOf(request), checkMayMake(request)),

  revokeAppTokenOfUser: (request) => revoke(request, userOf(request)),
}
