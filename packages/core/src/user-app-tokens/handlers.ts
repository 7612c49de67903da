import { refuse, type userAppTokenEndpoints } from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { makeToken } from '../people/create-owner.ts'
import { getUser } from '../users/user-queries.ts'
import { renderUserAppToken } from './render-user-app-token.ts'
import { tokenEnd } from './token-end.ts'
import { tokenEvent } from './token-event.ts'
import { findToken, insertUserAppToken, listTokens, revokeToken } from './token-queries.ts'

export const userAppTokenHandlers: HandlersFor<typeof userAppTokenEndpoints> = {
  async listUserAppTokens(request) {
    const { caller, query, services } = request
    const page = await listTokens(services.database.db, caller.userId, query.sort, query.page)
    return pageAnswer(request, page, (token) => renderUserAppToken(token))
  },

  async createUserAppToken(request) {
    const { label = '', expires_at: ends } = request.write.attributes
    const expires_at = tokenEnd(request, ends)
    const token = makeToken()
    return actOnInstance(request, async (trx, seq, at) => {
      const person = await getUser(trx, request.caller.userId)
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
  },

  async revokeUserAppToken(request) {
    const { caller, params, call, services } = request
    const id = params['id'] ?? -1
    const answer = await actOnInstance(request, async (trx, _seq, at) => {
      const token = await findToken(trx, caller.userId, id)
      if (!token) throw refuse('not_found', { type: 'user_app_token', id: call.params['id'] ?? '' })
      checkMatch(request, id, token.changed_seq)
      await revokeToken(trx, id, at)
      const person = await getUser(trx, caller.userId)
      return { events: [tokenEvent('user_app_token.revoked', person, token)], answer: emptyAnswer }
    })
    await services.live.recheck()
    return answer
  },
}
