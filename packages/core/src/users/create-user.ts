import { type CoreAnswer, refuse, type userEndpoints } from '@runsheet/contract'
import type { CoreRequest } from '../dispatch/request.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { sqlTime, sqlTimeOrNull } from '../json-api/wire.ts'
import { inviteByMail } from '../mail/send-due-mail.ts'
import { describeRolesOf } from '../roles/describe-role.ts'
import { grantRoles } from '../roles/grant-roles.ts'
import { eventAbout, tellOfRoles } from '../roles/handlers.ts'
import { joinRunbooks } from '../roles/join-runbooks.ts'
import { askedIn, readGrants } from '../roles/read-grants.ts'
import type { Made } from '../runbooks/make-runbook.ts'
import { describeUser } from './describe-user.ts'
import { readUserWrite } from './read-user-write.ts'
import { displayName } from './render-user.ts'
import { tellUser } from './tell-user.ts'
import { getUser, insertUser } from './user-queries.ts'

type Request = CoreRequest<(typeof userEndpoints)['createUser']>

const ROLES = '/data/attributes/roles_attributes'

/**
 * Adds a person or a program with the first roles, all in one transaction.
 *
 * @throws {AppError} 422 `taken`, and what is wrong with the roles; 403 for a role that the caller may not grant
 */
export async function createUser(request: Request): Promise<CoreAnswer> {
  const { write, services, standing, call } = request
  const { roles_attributes = [], non_interactive = false, ...sent } = write.attributes
  const isInvited = wantsInvitation(request)
  const { roleTypes } = await services.directories.at(standing.instanceRevision)
  let made: Made[] = []
  const answer = await actOnInstance(request, async (trx, seq, at) => {
    const members = await readUserWrite(trx, null, sent)
    const { roles, parts } = await readGrants(request, trx, askedIn(roles_attributes, ROLES))
    const id = await insertUser(trx, {
      ...members,
      non_interactive,
      password_hash: null,
      invited_at: sqlTimeOrNull(isInvited ? at : null),
      changed_seq: seq,
      created_at: sqlTime(at),
      updated_at: sqlTime(at),
    })
    const granted = await grantRoles(trx, id, roles, { seq, at })
    made = await joinRunbooks(request, trx, { id, name: displayName(members) }, parts, ROLES)
    const person = await getUser(trx, id)
    const thing = describeUser(null, person)
    const { changes } = granted.length === 0 ? { changes: {} } : describeRolesOf(id, roleTypes, [], granted)
    const created = eventAbout('user.created', person, [
      { ...thing, changes: { ...thing.changes, ...changes } },
    ])
    const { message } = write.meta.invitation ?? {}
    const invited = isInvited ? [await inviteByMail(trx, services, person, { at, call, message })] : []
    return {
      events: [created, ...invited.map(({ event }) => event)],
      answer: await tellUser(trx, request, 201, person),
    }
  })
  await tellOfRoles(request, made)
  return answer
}

/**
 * Whether a new person is invited: unless it is said otherwise, and where the server sends mail.
 *
 * @throws {AppError} 422 `mail_not_configured`, or `validation_failed` for the invitation of a program
 */
function wantsInvitation({ write, services }: Request): boolean {
  const { invitation } = write.meta
  if (invitation?.skip === true) return false
  const isProgram = write.attributes.non_interactive === true
  const at = { pointer: '/meta/invitation' }
  if (invitation && isProgram)
    throw refuse('validation_failed', {}, { ...at, meta: { reason: 'program_not_invited' } })
  if (invitation && !services.mail) throw refuse('mail_not_configured', {}, at)
  return !isProgram && services.mail !== undefined
}
