import { AppError, type CoreAnswer, problem, type sessionEndpoints } from '@runsheet/contract'
import type { PublicRequest } from '../dispatch/request.ts'
import { commitInstance, type InstanceEvent, lockInstance } from '../instance/commit-instance.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { sqlTime } from '../json-api/wire.ts'
import { hashToken } from '../people/authenticate.ts'
import { makeToken } from '../people/create-owner.ts'
import { isPassword } from '../people/password.ts'
import { renderSession } from './render-session.ts'
import { sessionCookie } from './session-cookie.ts'
import { SESSION_LIFE_SECONDS } from './session-life.ts'
import { findSigningIn, insertSession, type Session, type SigningIn } from './session-queries.ts'
import { countAttempt, forgiveAttempt } from './sign-in-delay.ts'

/** What the log keeps of a session that began or ended. */
export function sessionEvent(
  name: 'session.created' | 'session.revoked',
  person: Pick<SigningIn, 'id' | 'email'>,
  { id, address }: Pick<Session, 'id' | 'address'>,
): InstanceEvent {
  const change = name === 'session.created' ? ([null, address] as const) : ([address, null] as const)
  return {
    name,
    workspaceId: null,
    resource: { type: 'user', id: String(person.id), name: person.email },
    things: [{ type: 'session', id: String(id), changes: { address: change } }],
  }
}

/**
 * Begins a session. Whatever was wrong, the refusal is the same and takes as long.
 *
 * @throws {AppError} 401 `invalid_credentials`, 429 `rate_limited`
 */
export async function signIn({
  call,
  write,
  services,
  query,
}: PublicRequest<typeof sessionEndpoints.signIn>): Promise<CoreAnswer> {
  const { email = '', password = '' } = write.attributes
  const { db, writes } = services.database
  const person = await findSigningIn(db, email, call.address)
  const attempt = { email, address: call.address, isKnownAddress: person?.isKnownAddress ?? false }
  const now = await countAttempt(writes, attempt)
  const isRight = await isPassword(person?.password_hash ?? null, password)
  if (!person || !isRight) throw new AppError(problem('invalid_credentials'))

  const secret = makeToken()
  const session = await writes.transaction().execute(async (trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const at = Math.max(now, last_event_at)
    const made = await insertSession(trx, {
      user_id: person.id,
      hash: hashToken(secret),
      address: call.address,
      user_agent: call.userAgent ?? null,
      changed_seq: seq + 1,
      at,
    })
    await trx
      .updateTable('app_user')
      .set({ last_sign_in_at: sqlTime(at) })
      .where('id', '=', person.id)
      .execute()
    await forgiveAttempt(trx, attempt)
    const by = { actorId: person.id, requestId: call.requestId, at }
    await commitInstance(trx, by, [sessionEvent('session.created', person, made)], null)
    return made
  })
  const { headers, ...answer } = resourceAnswer(
    201,
    renderResource(renderSession(session, person.email, true), query.fields),
    { etag: session.changed_seq },
  )
  return {
    ...answer,
    headers: { ...headers, 'set-cookie': sessionCookie(call, secret, SESSION_LIFE_SECONDS) },
  }
}
