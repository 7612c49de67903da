import type { meEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { InstanceEvent } from '../instance/commit-instance.ts'
import { actOnInstance } from '../instance/commit-instance.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { supersedeLinks } from '../passwords/password-link-queries.ts'
import { movePermissions } from '../roles/role-queries.ts'
import { describeChange } from '../runbooks/changes.ts'
import { renewSession, rotateSession } from '../sessions/renew-session.ts'
import { revokeSessions } from '../sessions/session-queries.ts'
import { discreet } from '../users/describe-user.ts'
import { changeUser } from '../users/user-queries.ts'
import { newPasswordHash } from './change-password.ts'
import { getMe, type Me, savePreferences } from './me-queries.ts'
import { listMyTasks } from './my-task-queries.ts'
import { renderMe } from './render-me.ts'
import { renderMyTask } from './render-my-task.ts'

const own = [
  'first_name',
  'last_name',
  'job_title',
  'phone',
  'email_opt_in',
  'sms_opt_in',
  'push_opt_in',
  'memorable_word',
] as const
const preferences = ['timezone', 'language', 'theme', 'density', 'single_key_shortcuts'] as const

const differ = (before: Me, after: Me, members: readonly (keyof Me)[]) =>
  members.some((member) => before[member] !== after[member])

/** What the log keeps: of a password, a telephone number and a memorable word only that they were set, and how many sessions that ended. */
function updated(before: Me, after: Me, ended: number | undefined): InstanceEvent {
  const thing = discreet(describeChange('user', String(before.id), before, after))
  const password =
    ended === undefined
      ? {}
      : {
          password: [before.has_password ? 'set' : null, 'set anew'] as const,
          sessions_ended: [null, ended] as const,
        }
  return {
    name: 'user.updated',
    workspaceId: null,
    resource: { type: 'user', id: String(before.id), name: before.email },
    things: [{ ...thing, changes: { ...thing.changes, ...password } }],
  }
}

/** After a new password nothing that came from the old one holds: no other session, no secret of this one, no link. */
async function endOthers(trx: Trx, request: RequestBase, at: number) {
  const { credential, userId } = request.caller
  const current = credential.kind === 'session' ? credential.id : undefined
  await supersedeLinks(trx, userId, at)
  // Whatever else the person has under way was let in by the old one, and is judged anew.
  await movePermissions(trx, [userId])
  const ended = await revokeSessions(trx, userId, at, current)
  return { ended, cookie: await rotateSession(trx, request) }
}

export const meHandlers: HandlersFor<typeof meEndpoints> = {
  async getMe(request) {
    const { services, caller } = request
    const me = await getMe(services.database.db, caller.userId)
    const answer = await oneAnswer(request, 200, renderMe(me, services, caller.access), me.changed_seq)
    // What every page asks first, and from time to time: so this is where the secret of a session is changed.
    return { ...answer, headers: { ...answer.headers, ...(await renewSession(request)) } }
  },

  async updateMe(request) {
    const { caller, write, services } = request
    // Hashing takes long on purpose, and so stands outside of the transaction.
    const password_hash = await newPasswordHash(request)
    const answer = await actOnInstance(request, async (trx, seq, at) => {
      const before = await getMe(trx, caller.userId)
      checkMatch(request, caller.userId, before.changed_seq)
      const wanted: Me = { ...before, ...write.attributes }
      const personChanges = differ(before, wanted, own) || password_hash !== undefined
      const preferencesChange = differ(before, wanted, preferences)
      if (!personChanges && !preferencesChange)
        return {
          events: [],
          answer: await oneAnswer(
            request,
            200,
            renderMe(before, services, caller.access),
            before.changed_seq,
          ),
        }
      if (personChanges) {
        await changeUser(trx, caller.userId, {
          ...Object.fromEntries(own.map((member) => [member, wanted[member]])),
          changed_seq: seq,
          updated_at: sqlTime(at),
          ...(password_hash !== undefined && { password_hash }),
        })
      }
      if (preferencesChange) await savePreferences(trx, caller.userId, seq, wanted)
      const { ended, cookie } =
        password_hash === undefined ? { ended: undefined, cookie: {} } : await endOthers(trx, request, at)
      const after = await getMe(trx, caller.userId)
      const answer = await oneAnswer(
        request,
        200,
        renderMe(after, services, caller.access),
        after.changed_seq,
      )
      return {
        events: [updated(before, after, ended)],
        answer: { ...answer, headers: { ...answer.headers, ...cookie } },
      }
    })
    if (password_hash !== undefined) await services.live.recheck()
    return answer
  },

  async listMyTasks(request) {
    const { caller, query, services } = request
    const page = await listMyTasks(services.database.db, caller.userId, query.values.scope, query.page)
    return pageAnswer(request, page, renderMyTask)
  },
}
