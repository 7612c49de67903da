import { refuse, type sessionEndpoints } from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { getUser } from '../users/user-queries.ts'
import { sessionEvent } from './begin-session.ts'
import { renderSession } from './render-session.ts'
import { sessionCookie } from './session-cookie.ts'
import { findSession, listSessions, revokeEverySession, revokeSession } from './session-queries.ts'
import { signIn } from './sign-in.ts'

/** The session that asks; -1, which is none, when a token does. */
const currentId = ({ caller }: RequestBase) =>
  caller.credential.kind === 'session' ? caller.credential.id : -1

/** Ends a session of the caller; the browser that asks forgets its own. */
async function end(request: RequestBase, id: number, told: string) {
  const { caller, services, call } = request
  const answer = await actOnInstance(request, async (trx, _seq, at) => {
    const session = await findSession(trx, caller.userId, id)
    if (!session) throw refuse('not_found', { type: 'session', id: told })
    checkMatch(request, id, session.changed_seq)
    await revokeSession(trx, id, at)
    const person = await getUser(trx, caller.userId)
    const isCurrent = id === currentId(request)
    return {
      events: [sessionEvent('session.revoked', person, [session])],
      answer: isCurrent
        ? { ...emptyAnswer, headers: { 'set-cookie': sessionCookie(call, '', 0) } }
        : emptyAnswer,
    }
  })
  await services.live.recheck()
  return answer
}

/** Ends every session of the caller; the browser that asks, if one does, forgets its own. */
async function endAll(request: RequestBase) {
  const { caller, services, call } = request
  const answer = await actOnInstance(request, async (trx, _seq, at) => {
    const person = await getUser(trx, caller.userId)
    const ended = await revokeEverySession(trx, caller.userId, at)
    const isSession = caller.credential.kind === 'session'
    return {
      events: ended.length > 0 ? [sessionEvent('session.revoked', person, ended)] : [],
      answer: isSession
        ? { ...emptyAnswer, headers: { 'set-cookie': sessionCookie(call, '', 0) } }
        : emptyAnswer,
    }
  })
  await services.live.recheck()
  return answer
}

export const sessionHandlers: HandlersFor<typeof sessionEndpoints> = {
  signIn,

  async listSessions(request) {
    const { services, caller, query } = request
    const { db } = services.database
    const { email } = await getUser(db, caller.userId)
    const page = await listSessions(db, caller.userId, query.page)
    const current = currentId(request)
    return pageAnswer(request, page, (session) => renderSession(session, email, session.id === current))
  },

  signOut: (request) =>
    request.query.values.all ? endAll(request) : end(request, currentId(request), 'current'),

  revokeSession: (request) => end(request, request.params['id'] ?? -1, request.call.params['id'] ?? ''),
}
