import { type invitationEndpoints, refuse } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { CoreRequest, HandlersFor } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { oneAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { forgetLinkMail } from '../mail/mail-queries.ts'
import { inviteByMail } from '../mail/send-due-mail.ts'
import { linkAddress, makeLink } from '../passwords/password-link.ts'
import { checkOwnersOnly } from '../roles/owners.ts'
import { checkMayStandIn } from '../roles/stand-in.ts'
import { countInvitation } from '../sessions/sign-in-delay.ts'
import { changeUser, getUser, type User } from '../users/user-queries.ts'
import { renderInvitation } from './render-invitation.ts'

type Create = CoreRequest<(typeof invitationEndpoints)['createInvitation']>

/**
 * Refuses whom nobody has to invite, and whom the caller may not.
 *
 * @throws {AppError} 403 `insufficient_role`, 422 `validation_failed` for a program, `already_signed_in`,
 *   `mail_not_configured` for a message that no mail can bring
 */
async function checkMayInvite(trx: Trx, request: Create, person: User): Promise<void> {
  const { caller, services, write } = request
  if (person.is_owner) checkOwnersOnly(caller.access)
  if (!services.mail) await checkMayStandIn(trx, request, person.id)
  if (person.non_interactive)
    throw refuse('validation_failed', {}, { meta: { reason: 'program_not_invited' } })
  if (person.last_sign_in_at !== null)
    throw refuse('already_signed_in', { type: 'user', id: String(person.id) })
  if (!services.mail && write.attributes.message)
    throw refuse('mail_not_configured', {}, { pointer: '/data/attributes/message' })
}

export const invitationHandlers: HandlersFor<typeof invitationEndpoints> = {
  createInvitation: (request) =>
    actOnInstance(request, async (trx, seq, at) => {
      const { params, call, services, write } = request
      const person = await getUser(trx, params['user_id'] ?? -1)
      await checkMayInvite(trx, request, person)
      await countInvitation(trx, person.email)
      await forgetLinkMail(trx, person.email)
      const message = write.attributes.message?.trim() || null
      const made = services.mail
        ? await inviteByMail(trx, services, person, { at, call, message })
        : await makeLink(trx, person, 'invitation', at)
      await changeUser(trx, person.id, {
        invited_at: sqlTime(at),
        changed_seq: seq,
        updated_at: sqlTime(at),
      })
      const link = services.mail ? undefined : linkAddress(call.baseUrl, 'invitation', made.secret)
      const { id, expires_at } = made
      return {
        events: [made.event],
        answer: await oneAnswer(
          request,
          201,
          renderInvitation({ id, expires_at, person, message, created_at: at, link }),
          seq,
        ),
      }
    }),
}
