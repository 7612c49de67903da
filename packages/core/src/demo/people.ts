import { sql } from 'kysely'
import type { Database, Trx } from '../db/database.ts'
import type { EventPayload } from '../events/event.ts'
import { commitInstance, type InstanceEvent, lockInstance } from '../instance/commit-instance.ts'
import { sqlTime } from '../json-api/wire.ts'
import { RUNSHEET } from '../people/built-in-user.ts'
import { insertToken, makeToken } from '../people/create-owner.ts'

/** Somebody of the example workspace; nobody signs in as them. */
export interface DemoPerson {
  readonly id: string
  readonly email: string
  /** With which the example's history is made; revoked when it is there. */
  readonly token: string
}

const people = {
  command: ['Amara', 'Okafor'],
  network: ['Jonas', 'Weber'],
  storage: ['Priya', 'Raman'],
  databases: ['Luis', 'Ortega'],
  applications: ['Hana', 'Sato'],
  verification: ['Claire', 'Dubois'],
} as const

export type DemoRole = keyof typeof people
export type DemoPeople = Readonly<Record<DemoRole, DemoPerson>>

const BY = { actorId: RUNSHEET, requestId: 'example-workspace' }
const TOKEN_LABEL = 'Example workspace'

const personOf = (id: number, email: string) => ({ type: 'user', id: String(id), name: email })

function event(
  name: InstanceEvent['name'],
  resource: EventPayload['resource'],
  type: string,
  id: number,
  changes: InstanceEvent['things'][number]['changes'],
): InstanceEvent {
  return { name, workspaceId: null, resource, things: [{ type, id: String(id), changes }] }
}

async function instantOf(trx: Trx, notBefore: number): Promise<number> {
  const { rows } = await sql<{ now: number }>`select clock_timestamp() as now`.execute(trx)
  return Math.max(rows[0]?.now ?? 0, notBefore)
}

/** Makes the people of the example workspace, members of it, each with a token. */
export async function addPeople(database: Database, workspaceId: number): Promise<DemoPeople> {
  return database.writes.transaction().execute(async (trx) => {
    const { seq, last_event_at } = await lockInstance(trx)
    const at = await instantOf(trx, last_event_at)
    const events: InstanceEvent[] = []
    const made: Partial<Record<DemoRole, DemoPerson>> = {}
    for (const [role, [first_name, last_name]] of Object.entries(people) as [
      DemoRole,
      readonly [string, string],
    ][]) {
      const email = `${first_name}.${last_name}@example.com`.toLowerCase()
      const token = makeToken()
      const { id } = await trx
        .insertInto('app_user')
        .values({
          email,
          first_name,
          last_name,
          unique_id: null,
          non_interactive: true,
          changed_seq: seq + 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await insertToken(trx, id, token, TOKEN_LABEL)
      const resource = personOf(id, email)
      events.push(
        event('user.created', resource, 'user', id, {
          email: [null, email],
          roles: [null, ['developer', `workspace_stakeholder on workspace ${workspaceId}`]],
        }),
        event('user_app_token.created', resource, 'user_app_token', id, { label: [null, TOKEN_LABEL] }),
      )
      made[role] = { id: String(id), email, token }
    }
    const ids = Object.values(made).map(({ id }) => Number(id))
    await sql`insert into role (user_id, role_type_id, scope_type, scope_id)
      select u, t.id, s.type, s.id from unnest(${ids}::bigint[]) u,
        (values ('developer', null, null), ('workspace_stakeholder', 'workspace', ${workspaceId}::bigint)) s (key, type, id)
      join role_type t on t.key = s.key`.execute(trx)
    await commitInstance(trx, { ...BY, at }, events, null)
    return made as DemoPeople
  })
}

/** Ends what the people's tokens were for. */
export async function revokeTokens(database: Database, who: DemoPeople): Promise<void> {
  await database.writes.transaction().execute(async (trx) => {
    const { last_event_at } = await lockInstance(trx)
    const at = await instantOf(trx, last_event_at)
    const all = Object.values(who)
    await trx
      .updateTable('user_app_token')
      .set({ revoked_at: sqlTime(at) })
      .where(
        'user_id',
        'in',
        all.map(({ id }) => Number(id)),
      )
      .where('revoked_at', 'is', null)
      .execute()
    const events = all.map(({ id, email }) =>
      event('user_app_token.revoked', personOf(Number(id), email), 'user_app_token', Number(id), {
        label: [TOKEN_LABEL, null],
      }),
    )
    await commitInstance(trx, { ...BY, at }, events, null)
  })
}
