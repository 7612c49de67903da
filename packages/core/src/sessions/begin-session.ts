import type { CoreCall } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { InstanceEvent } from '../instance/commit-instance.ts'
import { makeToken } from '../people/create-owner.ts'
import { hashToken } from '../people/hashed-credential.ts'
import { noteSignIn } from '../users/user-queries.ts'
import { sessionCookie } from './session-cookie.ts'
import { SESSION_LIFE_SECONDS } from './session-life.ts'
import { insertSession, type Session } from './session-queries.ts'

interface Person {
  readonly id: number
  readonly email: string
}

/** What the log keeps of sessions that began or ended together. @param factor what was shown beside the password */
export function sessionEvent(
  name: 'session.created' | 'session.revoked',
  person: Person,
  sessions: readonly Pick<Session, 'id' | 'address'>[],
  factor: string | null = null,
): InstanceEvent {
  const change = (address: string) =>
    name === 'session.created' ? ([null, address] as const) : ([address, null] as const)
  return {
    name,
    workspaceId: null,
    resource: { type: 'user', id: String(person.id), name: person.email },
    things: sessions.map(({ id, address }) => ({
      type: 'session',
      id: String(id),
      changes: {
        address: change(address),
        ...(factor === null ? {} : { second_factor: [null, factor] as const }),
      },
    })),
  }
}

/** A session that has begun: its row, its event, and what the browser is to keep. */
export interface BegunSession {
  readonly session: Session
  readonly event: InstanceEvent
  readonly cookie: string
}

/** Begins a session of somebody who has shown who they are. @param factor what was shown beside the password, for the log */
export async function beginSession(
  trx: Trx,
  begin: {
    call: CoreCall
    person: Person
    factor: string | null
    changed_seq: number
    at: number
  },
): Promise<BegunSession> {
  const { call, person, factor, changed_seq, at } = begin
  const secret = makeToken()
  const session = await insertSession(trx, {
    user_id: person.id,
    hash: hashToken(secret),
    address: call.address,
    user_agent: call.userAgent ?? null,
    changed_seq,
    at,
  })
  await noteSignIn(trx, person.id, at)
  return {
    session,
    event: sessionEvent('session.created', person, [session], factor),
    cookie: sessionCookie(call, secret, SESSION_LIFE_SECONDS),
  }
}
