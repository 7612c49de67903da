import { addPerson, type TestServer } from '@runsheet/testing'
import { hashPassword } from '../people/password.ts'

/** The password of everybody whom `makePerson` makes. */
export const password = 'a password of ours'

/** Somebody with a password. */
export async function makePerson(server: TestServer): Promise<{ id: string; email: string }> {
  const { id } = await addPerson(server, undefined)
  const { email } = await server.core.database.writes
    .updateTable('app_user')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', Number(id))
    .returning('email')
    .executeTakeFirstOrThrow()
  return { id, email }
}

/** Addresses of accounts that cannot sign in: one that is archived, a program, and one without a password. */
export async function makeThoseWhoMayNot(
  server: TestServer,
): Promise<{ archived: string; program: string; without: string }> {
  const { writes } = server.core.database
  const [archived, program] = [await makePerson(server), await makePerson(server)]
  const { id } = await addPerson(server, undefined)
  await writes
    .updateTable('app_user')
    .set({ archived_at: new Date().toISOString() })
    .where('id', '=', Number(archived.id))
    .execute()
  await writes
    .updateTable('app_user')
    .set({ non_interactive: true })
    .where('id', '=', Number(program.id))
    .execute()
  const { email } = await writes
    .selectFrom('app_user')
    .select('email')
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow()
  return { archived: archived.email, program: program.email, without: email }
}
