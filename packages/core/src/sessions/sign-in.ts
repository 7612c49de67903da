import { AppError, type CoreAnswer, problem, refuse, type sessionEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { PublicRequest } from '../dispatch/request.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { isPassword } from '../people/password.ts'
import { useCode } from '../second-factor/check-code.ts'
import { isRecoveryCode } from '../second-factor/recovery-codes.ts'
import { beginSession } from './begin-session.ts'
import { renderSession } from './render-session.ts'
import { findSigningIn, type SigningIn } from './session-queries.ts'
import {
  type Attempt,
  countAttempt,
  countCode,
  forgiveAttempt,
  forgiveCodes,
  undoAttempt,
} from './sign-in-delay.ts'

/**
 * Begins a session. Whatever was wrong, the refusal is the same and takes as long; only whoever knows the password learns
 * that a second factor is asked for.
 *
 * @throws {AppError} 401 `invalid_credentials`, `second_factor_required`, 422 `second_factor_off`, 429 `rate_limited`
 */
export async function signIn({
  call,
  write,
  services,
  query,
}: PublicRequest<typeof sessionEndpoints.signIn>): Promise<CoreAnswer> {
  const { email = '', password = '', code } = write.attributes
  const { db, writes } = services.database
  const deadline = Date.now() + call.deadlineMs
  const person = await findSigningIn(db, email, call.address)
  const attempt = { email, address: call.address, isKnownAddress: person?.isKnownAddress ?? false }
  const now = await countAttempt(writes, attempt)
  const isRight = await isPassword(person?.password_hash ?? null, password)
  if (!person || !isRight) throw new AppError(problem('invalid_credentials'))
  await checkCodeIsSent(services, person, attempt, code)

  const begin = async (trx: Trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const at = Math.max(now, last_event_at)
    const { factor_secret } = person
    // Meanwhile the password may have been changed, to shut somebody out, or the account archived.
    if (!isSame(person, await findSigningIn(trx, email, call.address)))
      throw new AppError(problem('invalid_credentials'))
    const factor =
      factor_secret === null || code === undefined
        ? null
        : await useCode(trx, services, { userId: person.id, sealed: factor_secret }, code, now)
    if (factor === undefined) throw new AppError(problem('invalid_credentials'))
    const begun = await beginSession(trx, { call, person, factor, changed_seq: seq + 1, at })
    await forgiveAttempt(trx, attempt)
    if (factor !== null) await forgiveCodes(trx, attempt)
    const by = { actorId: person.id, requestId: call.requestId, at }
    await commitInstance(trx, by, [begun.event], null)
    return begun
  }
  const { session, cookie } = await services.instanceQueue.run(deadline, () =>
    writes.transaction().execute(begin),
  )
  const { headers, ...answer } = resourceAnswer(
    201,
    renderResource(renderSession(session, person.email, true), query.fields),
    { etag: session.changed_seq },
  )
  return { ...answer, headers: { ...headers, 'set-cookie': cookie } }
}

/** Whether what somebody showed would still do. */
const isSame = (before: SigningIn, now: SigningIn | undefined) =>
  now?.id === before.id &&
  now.password_hash === before.password_hash &&
  now.factor_secret === before.factor_secret

/** Asks for the code of whoever has a second factor, and counts it; to forget it is no failure. */
async function checkCodeIsSent(
  { database: { writes } }: PublicRequest['services'],
  { factor_secret }: SigningIn,
  attempt: Attempt,
  code: string | undefined,
): Promise<void> {
  if (factor_secret !== null && code !== undefined) {
    // A recovery code is too long to be guessed, and gets in also while somebody guesses at the others.
    if (!isRecoveryCode(code)) await countCode(writes, attempt)
    return
  }
  if (factor_secret === null && code === undefined) return
  await undoAttempt(writes, attempt)
  if (code === undefined) throw new AppError(problem('second_factor_required'))
  throw refuse('second_factor_off', {}, { pointer: '/data/attributes/code' })
}
