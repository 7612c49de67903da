import { refuse, type secondFactorEndpoints } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer } from '../json-api/page-answer.ts'
import { provePassword } from '../me/prove-password.ts'
import { rotateSession } from '../sessions/renew-session.ts'
import { countCode, forgiveCodes } from '../sessions/sign-in-delay.ts'
import { getUser } from '../users/user-queries.ts'
import { openSecret, sealSecret, useCode } from './check-code.ts'
import { hashRecoveryCode, isRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'
import { renderSecondFactor } from './render-second-factor.ts'
import {
  confirmFactor,
  deleteFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  type SecondFactor,
  savePendingFactor,
  touchFactor,
  useStep,
} from './second-factor-queries.ts'
import { makeSecret, otpauthUri, stepOf } from './totp.ts'

interface Person {
  readonly id: number
  readonly email: string
}

/** What the log keeps: never a secret. */
function factorEvent(
  name: 'second_factor.begun' | 'second_factor.added' | 'second_factor.removed' | 'recovery_codes.made',
  { id, email }: Person,
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
): InstanceEvent {
  return {
    name,
    workspaceId: null,
    resource: { type: 'user', id: String(id), name: email },
    things: [{ type: 'user', id: String(id), changes }],
  }
}

const wrongCode = () => refuse('wrong_code', {}, { pointer: '/meta/code' })
const off = () => refuse('second_factor_off', {}, { pointer: '/meta/code' })

/** Counts a code that is no recovery code as a failure, until it is known better. */
async function countGuess(request: RequestBase, code: string): Promise<void> {
  if (isRecoveryCode(code)) return
  await countCode(request.services.database.writes, await attemptOf(request))
}

async function attemptOf({ services, caller, call }: RequestBase) {
  const { email } = await getUser(services.database.db, caller.userId)
  return { email, address: call.address, isKnownAddress: true }
}

/** The confirmed second factor of the caller, as it stands in the transaction. */
async function getConfirmed(trx: Trx, request: RequestBase): Promise<SecondFactor> {
  const factor = await findSecondFactor(trx, request.caller.userId)
  if (!factor || factor.confirmed_at === null) throw off()
  checkMatch(request, factor.user_id, factor.changed_seq)
  return factor
}

/** Changes what is confirmed, for whoever shows a code and, where there is one, the password. */
async function act(
  request: RequestBase,
  shown: { code?: string; current_password?: string },
  change: (trx: Trx, person: Person, factor: SecondFactor, seq: number) => Promise<InstanceEvent>,
) {
  const { code = '', current_password } = shown
  const { services, caller } = request
  await provePassword(request, current_password)
  await countGuess(request, code)
  return async (trx: Trx, seq: number): Promise<InstanceEvent> => {
    const factor = await getConfirmed(trx, request)
    const held = { userId: caller.userId, sealed: factor.secret }
    if ((await useCode(trx, services, held, code, request.now)) === undefined) throw wrongCode()
    const person = await getUser(trx, caller.userId)
    await forgiveCodes(trx, await attemptOf(request))
    return change(trx, person, factor, seq)
  }
}

export const secondFactorHandlers: HandlersFor<typeof secondFactorEndpoints> = {
  async getSecondFactor(request) {
    const { caller, services } = request
    const factor = await findSecondFactor(services.database.db, caller.userId)
    return oneAnswer(request, 200, renderSecondFactor(caller.userId, factor), factor?.changed_seq ?? 0)
  },

  async beginSecondFactor(request) {
    const { caller, services, write } = request
    await provePassword(request, write.meta.current_password)
    const secret = makeSecret()
    return actOnInstance(request, async (trx, seq) => {
      const { id, email } = await getUser(trx, caller.userId)
      const made = { user_id: id, secret: sealSecret(services, secret), changed_seq: seq }
      if (!(await savePendingFactor(trx, made))) throw refuse('second_factor_on')
      const factor = await findSecondFactor(trx, id)
      const shown = { secret, uri: otpauthUri(secret, email) }
      return {
        events: [
          factorEvent('second_factor.begun', { id, email }, { second_factor: [null, 'not confirmed'] }),
        ],
        answer: await oneAnswer(request, 201, renderSecondFactor(id, factor, shown), seq),
      }
    })
  },

  async confirmSecondFactor(request) {
    const { caller, services, write } = request
    const { code = '' } = write.meta
    await countCode(services.database.writes, await attemptOf(request))
    const recovery_codes = makeRecoveryCodes()
    return actOnInstance(request, async (trx, seq, at) => {
      const pending = await findSecondFactor(trx, caller.userId)
      if (!pending) throw off()
      checkMatch(request, caller.userId, pending.changed_seq)
      if (pending.confirmed_at !== null) throw refuse('second_factor_on')
      const secret = openSecret(services, pending.secret)
      const step = stepOf(secret, code.replaceAll(/\s/g, ''), request.now)
      if (step === undefined || !(await useStep(trx, caller.userId, step))) throw wrongCode()
      await confirmFactor(trx, caller.userId, { at, step, changed_seq: seq })
      await replaceRecoveryCodes(trx, caller.userId, recovery_codes.map(hashRecoveryCode))
      await forgiveCodes(trx, await attemptOf(request))
      const cookie = await rotateSession(trx, request)
      const person = await getUser(trx, caller.userId)
      const factor = await findSecondFactor(trx, caller.userId)
      const told = renderSecondFactor(caller.userId, factor, { recovery_codes })
      const answer = await oneAnswer(request, 200, told, seq)
      return {
        events: [
          factorEvent('second_factor.added', person, {
            second_factor: ['not confirmed', 'authenticator'],
          }),
        ],
        answer: { ...answer, headers: { ...answer.headers, ...cookie } },
      }
    })
  },

  async endSecondFactor(request) {
    const decide = await act(request, request.write.meta, async (trx, person) => {
      await deleteFactor(trx, person.id)
      return factorEvent('second_factor.removed', person, { second_factor: ['authenticator', null] })
    })
    return actOnInstance(request, async (trx, seq) => {
      const event = await decide(trx, seq)
      const cookie = await rotateSession(trx, request)
      return { events: [event], answer: { ...emptyAnswer, headers: cookie } }
    })
  },

  async makeRecoveryCodes(request) {
    const { caller } = request
    const recovery_codes = makeRecoveryCodes()
    const decide = await act(
      request,
      request.write.meta,
      async (trx, person, { recovery_codes_left }, seq) => {
        await replaceRecoveryCodes(trx, person.id, recovery_codes.map(hashRecoveryCode))
        await touchFactor(trx, person.id, seq)
        return factorEvent('recovery_codes.made', person, {
          recovery_codes_left: [recovery_codes_left, recovery_codes.length],
        })
      },
    )
    return actOnInstance(request, async (trx, seq) => {
      const event = await decide(trx, seq)
      const factor = await findSecondFactor(trx, caller.userId)
      const told = renderSecondFactor(caller.userId, factor, { recovery_codes })
      return { events: [event], answer: await oneAnswer(request, 201, told, seq) }
    })
  },
}
