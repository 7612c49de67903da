import { AppError, chooseLanguage, type passwordEndpoints, problem, refuse } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { HandlersFor, PublicRequest } from '../dispatch/request.ts'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { type Rendered, sqlTime, wireTime } from '../json-api/wire.ts'
import { insertMail } from '../mail/mail-queries.ts'
import { hashPassword } from '../people/password.ts'
import { movePermissions } from '../roles/role-queries.ts'
import { useCode } from '../second-factor/check-code.ts'
import { isRecoveryCode } from '../second-factor/recovery-codes.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { revokeSessions } from '../sessions/session-queries.ts'
import { countCode, countReset, forgiveAttempt, forgiveCodes } from '../sessions/sign-in-delay.ts'
import { changeUser } from '../users/user-queries.ts'
import { linkSeconds } from './password-link.ts'
import { type FoundLink, findLink, supersedeLinks, useLink } from './password-link-queries.ts'

/** The ways in, as the document shows them. */
const optionsOf = (offersReset: boolean): Rendered => ({
  type: 'sign_in_page',
  id: '1',
  attributes: { password: true, password_reset: offersReset },
  relationships: {},
  links: { self: '/core/sign_in_page' },
})

/**
 * Why a link does not hold, by name.
 *
 * @throws {AppError} 422 `link_unknown`, `link_used`, `link_superseded` or `link_expired`
 */
function checkLink(link: FoundLink | undefined, now: number): FoundLink {
  const about = { pointer: '/data/attributes/link' }
  if (!link) throw refuse('link_unknown', {}, about)
  if (link.used_at !== null) throw refuse('link_used', {}, about)
  if (link.superseded_at !== null) throw refuse('link_superseded', {}, about)
  if (link.expires_at <= now) throw refuse('link_expired', { expires_at: wireTime(link.expires_at) }, about)
  return link
}

/**
 * Counts the code of a second factor, where the person has one.
 *
 * @throws {AppError} 401 `second_factor_required`, 422 `second_factor_off`, 429 `rate_limited`
 */
async function checkCodeIsSent(
  { services, call }: PublicRequest,
  { email, factor_secret, isKnownAddress }: FoundLink,
  code: string | undefined,
): Promise<void> {
  if (factor_secret === null) {
    if (code !== undefined) throw refuse('second_factor_off', {}, { pointer: '/data/attributes/code' })
    return
  }
  if (code === undefined) throw new AppError(problem('second_factor_required'))
  if (isRecoveryCode(code)) return
  await countCode(services.database.writes, { email, address: call.address, isKnownAddress })
}

export const passwordHandlers: HandlersFor<typeof passwordEndpoints> = {
  getSignInPage({ services, query }) {
    const offersReset = services.mail !== undefined
    // It changes with the settings only.
    return resourceAnswer(200, renderResource(optionsOf(offersReset), query.fields), {
      etag: Number(offersReset),
    })
  },

  /**
   * Whether anybody has the address is not even looked up here: it is written down that somebody asked, and whoever sends
   * the mail looks. So no answer, and no time that it takes, tells of anybody.
   */
  async requestPasswordReset({ services, call, write }) {
    const { email = '' } = write.attributes
    const { writes } = services.database
    const at = await countReset(writes, { email, address: call.address })
    if (services.mail)
      await insertMail(writes, {
        kind: 'reset',
        email,
        language: chooseLanguage(call.language),
        sealed_secret: null,
        at,
        expires_at: at + linkSeconds.reset * 1_000,
      })
    return { status: 204, headers: {}, body: null }
  },

  async setPassword(request) {
    const { services, call, write, query } = request
    const { link: secret = '', password = '', code } = write.attributes
    const { writes } = services.database
    const deadline = Date.now() + call.deadlineMs
    const { link, now } = await findLinkNow(request, secret)
    await checkCodeIsSent(request, link, code)
    // Hashing takes long on purpose, and so stands outside of the transaction.
    const password_hash = await hashPassword(password)
    const { user_id, email, has_password, factor_secret } = link
    const change = async (trx: Trx) => {
      const { seq, last_event_at } = await lockInstance(trx)
      const at = Math.max(now, last_event_at)
      if (!(await useLink(trx, link.id, at))) return undefined
      const factor =
        factor_secret === null || code === undefined
          ? null
          : await useCode(trx, services, { userId: user_id, sealed: factor_secret }, code, now)
      if (factor === undefined) throw refuse('wrong_code', {}, { pointer: '/data/attributes/code' })
      await supersedeLinks(trx, user_id, at)
      await changeUser(trx, user_id, { password_hash, changed_seq: seq + 1, updated_at: sqlTime(at) })
      const ended = await revokeSessions(trx, user_id, at)
      await movePermissions(trx, [user_id])
      const person = { id: user_id, email }
      const begun = await beginSession(trx, { call, person, factor, changed_seq: seq + 1, at })
      const attempt = { email, address: call.address, isKnownAddress: link.isKnownAddress }
      await forgiveAttempt(trx, { ...attempt, isKnownAddress: true })
      if (factor !== null) await forgiveCodes(trx, attempt)
      const changes = {
        password: [has_password ? 'set' : null, has_password ? 'set anew' : 'set'],
        sessions_ended: [null, ended],
        by_link: [null, link.purpose],
      } as const
      const updated = {
        name: 'user.updated' as const,
        workspaceId: null,
        resource: { type: 'user', id: String(user_id), name: email },
        things: [{ type: 'user', id: String(user_id), changes }],
      }
      const by = { actorId: user_id, requestId: call.requestId, at }
      await commitInstance(trx, by, [updated, begun.event], null)
      return { ended, cookie: begun.cookie }
    }
    const done = await services.instanceQueue.run(deadline, () => writes.transaction().execute(change))
    // Somebody was first: what the link is now, says why it does not hold.
    if (!done) throw await whyNot(request, secret)
    await services.live.recheck()
    const told: Rendered = {
      type: 'password',
      id: String(user_id),
      attributes: { email, sessions_ended: done.ended },
      relationships: {},
      links: {},
    }
    const { headers, ...answer } = resourceAnswer(201, renderResource(told, query.fields))
    return { ...answer, headers: { ...headers, 'set-cookie': done.cookie } }
  },
}

/** A link that holds, and the instant by the database. */
async function findLinkNow(
  { services, call }: PublicRequest,
  secret: string,
): Promise<{ link: FoundLink; now: number }> {
  const found = await findLink(services.database.db, secret, call.address)
  return { link: checkLink(found, found?.now ?? 0), now: found?.now ?? 0 }
}

/** The refusal of a link that held a moment ago. */
async function whyNot(request: PublicRequest, secret: string): Promise<unknown> {
  return findLinkNow(request, secret).then(
    () => new Error('a link holds that could not be used'),
    (refused: unknown) => refused,
  )
}
