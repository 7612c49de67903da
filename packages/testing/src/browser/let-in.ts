import { hash } from '@node-rs/argon2'
import { addPerson, type TestRunbook } from '../runbooks/index.ts'
import type { TestServer } from '../server/index.ts'

/** Somebody else than the Owner, with what they sign in by. */
export interface Guest {
  readonly id: string
  readonly email: string
  readonly password: string
}

/** Lets a person of this name take part in a runbook, who can sign in. */
export function letIn(
  server: TestServer,
  runbook: TestRunbook,
  name: string,
  role: 'participant' | 'runbook_admin' = 'participant',
): Promise<Guest> {
  return makeGuest(server, name, { runbook, role })
}

/** Makes a person of this name, who can sign in. */
export async function makeGuest(
  server: TestServer,
  name: string,
  { runbook, role }: { runbook?: TestRunbook; role?: 'participant' | 'runbook_admin' } = {},
): Promise<Guest> {
  const { id } = await addPerson(server, runbook, role)
  const password = 'correct horse battery'
  const { email } = await server.core.database.writes
    .updateTable('app_user')
    .set({ first_name: name, last_name: 'Berg', password_hash: await hash(password) })
    .where('id', '=', Number(id))
    .returning('email')
    .executeTakeFirstOrThrow()
  return { id, email: email ?? '', password }
}
