import { refuse, type userAppTokenEndpoints } from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { makeToken } from '../people/create-owner.ts'
import { tokenExpiry } from '../people/token-expiry.ts'
import { getUser } from '../users/user-queries.ts'
import { renderUserAppToken } from './render-user-app-token.ts'
import { findToken, insertUserAppToken, listTokens, revokeToken, type UserAppToken } from './token-queries.ts'

/**
 * When a new token ends: at the instant that was sent, else after the longest life that this server allows.
 *
 * @returns null for never
 * @throws {AppError} 422 `out_of_range`
 */
function expiryOf(
  { now, services }: Pick<RequestBase, 'now' | 'services'>,
  sent: string | null | undefined,
): number | null {
  const { tokenDays } = services
  const latest = tokenDays === undefined ? null : tokenExpiry(tokenDays, now)
  if (sent === undefined) return latest
  const at = sent === null ? null : Date.parse(sent)
  const isTooLate = latest !== null && (at === null || at > latest)
  if (!isTooLate && (at === null || at > now)) return at
  const range = { minimum: wireTime(now), ...(latest === null ? {} : { maximum: wireTime(latest) }) }
  throw refuse('out_of_range', { name: 'expires_at', ...range }, { pointer: '/data/attributes/expires_at' })
}

function tokenEvent(
  name: 'user_app_token.created' | 'user_app_token.revoked',
  person: { id: number; email: string },
  { id, label, expires_at }: UserAppToken,
): InstanceEvent {
  const change = <T>(value: T) =>
    name === 'user_app_token.created' ? ([null, value] as const) : ([value, null] as const)
  return {
    name,
    workspaceId: null,
    resource: { type: 'user', id: String(person.id), name: person.email },
    things: [
      {
        type: 'user_app_token',
        id: String(id),
        changes: {
          label: change(label),
          ...(expires_at === null ? {} : { expires_at: change(wireTimeOrNull(expires_at)) }),
        },
      },
    ],
  }
}

export const userAppTokenHandlers: HandlersFor<typeof userAppTokenEndpoints> = {
  async listUserAppTokens(request) {
    const { caller, query, services } = request
    const { rows, total } = await listTokens(services.database.db, caller.userId, query.sort, query.page)
    return pageAnswer(
      request,
      rows.map((row) => renderUserAppToken(row)),
      total,
    )
  },

  async createUserAppToken(request) {
    const { label = '', expires_at: ends } = request.write.attributes
    const expires_at = expiryOf(request, ends)
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
