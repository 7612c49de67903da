import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { forgetLinkMail } from '../mail/mail-queries.ts'
import { tellOldAddress } from '../mail/send-due-mail.ts'
import { supersedeLinks } from '../passwords/password-link-queries.ts'
import { checkMayStandIn } from '../roles/stand-in.ts'
import type { UserMembers } from './read-user-write.ts'
import type { User } from './user-queries.ts'

type SignIn = Pick<UserMembers, 'email' | 'unique_id' | 'provider'>

/** Whether an e-mail address is another one, and not only written in another case. */
const isMoved = (before: SignIn, { email = before.email }: Partial<SignIn>) =>
  email.toLowerCase() !== before.email.toLowerCase()

/**
 * By what a person is known when signing in is changed only by who could grant everything that the person holds: who sets
 * it could get in as that person. Links that were sent to the address before hold no longer, and it is told.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export async function changeSignIn(
  trx: Trx,
  request: RequestBase,
  before: User,
  { sent, at }: { sent: Partial<SignIn>; at: number },
): Promise<void> {
  const { unique_id = before.unique_id, provider = before.provider } = sent
  const hasMoved = isMoved(before, sent)
  if (!hasMoved && unique_id === before.unique_id && provider === before.provider) return
  await checkMayStandIn(trx, request, before.id)
  if (!hasMoved) return
  await supersedeLinks(trx, before.id, at)
  await forgetLinkMail(trx, before.email)
  if (!before.non_interactive) await tellOldAddress(trx, request.services, before, { at, call: request.call })
}
