import { refuse, type sessionEndpoints } from '@runsheet/contract'
import type { Db, Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { checkOwnersOnly } from '../roles/owners.ts'
import { getUser, type User } from '../users/user-queries.ts'
import { sessionEvent } from './begin-session.ts'
import { renderSession } from './render-session.ts'
import { sessionCookie } from './session-cookie.ts'
import {
  findSession,
  listSessions,
  revokeEverySession,
  revokeSession,
  type Session,
} from './session-queries.ts'
import { signIn } from './sign-in.ts'

/** The session that asks; -1, which is none, when a token does. */
const currentId = ({ caller }: RequestBase) =>
  caller.credential.kind === 'session' ? caller.credential.id : -1

/** The person whose sessions a path names. @throws {AppError} 403 `insufficient_role` for an Owner, unless the caller is one */
async function readPerson(db: Db | Trx, { params, caller }: RequestBase): Promise<User> {
  const person = await getUser(db, params['user_id'] ?? caller.userId)
  if (person.is_owner && person.id !== caller.userId) checkOwnersOnly(caller.access)
  return person
}

async function list(request: RequestBase) {
  const { services, query } = request
  const { db } = services.database
  const { id, email } = await readPerson(db, request)
  const page = await listSessions(db, id, query.page)
  const current = currentId(request)
  return pageAnswer(request, page, (session) => renderSession(session, email, session.id === current))
}

/** The answer when sessions have ended; the browser that asks forgets its own. */
const ended = (request: RequestBase, sessions: readonly Pick<Session, 'id'>[]) =>
  sessions.some(({ id }) => id === currentId(request))
    ? { ...emptyAnswer, headers: { 'set-cookie': sessionCookie(request.call, '', 0) } }
    : emptyAnswer

/** Ends a session of the caller, or of the person whom the path names. */
async function end(request: RequestBase, id: number, told: string) {
  const answer = await actOnInstance(request, async (trx, _seq, at) => {
    const person = await readPerson(trx, request)
    const session = await findSession(trx, person.id, id)
    if (!session) throw refuse('not_found', { type: 'session', id: told })
    checkMatch(request, id, session.changed_seq)
    await revokeSession(trx, id, at)
    return { events: [sessionEvent('session.revoked', person, [session])], answer: ended(request, [session]) }
  })
  await request.services.live.recheck()
  return answer
}

/** Ends every session of the caller, or of the person whom the path names. */
async function endAll(request: RequestBase) {
  const answer = await actOnInstance(request, async (trx, _seq, at) => {
    const person = await readPerson(trx, request)
    const sessions = await revokeEverySession(trx, person.id, at)
    return {
      events: sessions.length > 0 ? [sessionEvent('session.revoked', person, sessions)] : [],
      answer: ended(request, sessions),
    }
  })
  await request.services.live.recheck()
  return answer
}

const endOne = (request: RequestBase) =>
  end(request, request.params['id'] ?? -1, request.call.params['id'] ?? '')

export const sessionHandlers: HandlersFor<typeof sessionEndpoints> = {
  signIn,

  listSessions: list,

  signOut: (request) =>
    request.query.values.all ? endAll(request) : end(request, currentId(request), 'current'),

  revokeSession: endOne,

  listSessionsOfUser: list,

  revokeSessionsOfUser: endAll,

  revokeSessionOfUser: endOne,
}
