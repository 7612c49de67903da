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
