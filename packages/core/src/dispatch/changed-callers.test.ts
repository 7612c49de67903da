import {
  addPerson,
  buildRunbook,
  grantRole,
  refusals,
  revokeRoles,
  startTestServer,
  type TestPerson,
  type TestServer,
  whileWaiting,
  writeOf,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Makes somebody something else in every runbook, as a process would that has the locks already. */
async function become({ id }: TestPerson, role: 'participant'): Promise<void> {
  const { writes } = server.core.database
  await writes.updateTable('runbook_user').set({ role }).where('user_id', '=', Number(id)).execute()
  await sql`update app_user set permission_revision = permission_revision + 1 where id = ${id}::bigint`.execute(
    writes,
  )
}

test('who is revoked while an action waits for the runbook does not do it any more', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const [ben, cleo] = [
    await addPerson(server, runbook, 'runbook_admin'),
    await addPerson(server, runbook, 'runbook_admin'),
  ]
  // A key lets no memory of the caller answer.
  const rename = ({ headers }: TestPerson, name: string) =>
    server.send('PATCH', `${runbook.path}/tasks/1`, writeOf('task', { name }), {
      ...headers,
      'idempotency-key': name,
    })
  const endToken = () =>
    server.core.database.writes
      .updateTable('user_app_token')
      .set({ revoked_at: sql`now()` })
      .where('user_id', '=', Number(cleo.id))
      .execute()
  const named = await whileWaiting(
    server,
    'runbook',
    () => rename(ben, 'Stays'),
    () => revokeRoles(server, cleo.id),
  )
  expect(named.status).toBe(200)
  await grantRole(server, cleo.id, 'developer')
  const withoutToken = await whileWaiting(server, 'runbook', () => rename(cleo, 'Without a token'), endToken)
  expect(refusals(withoutToken)).toEqual(['token_revoked'])
  const asParticipant = await whileWaiting(
    server,
    'runbook',
    () => rename(ben, 'As a participant'),
    () => become(ben, 'participant'),
  )
  expect(refusals(asParticipant)).toEqual(['insufficient_role'])
  const { document } = await server.send('GET', `${runbook.path}/tasks/1`)
  expect(document['data'].attributes.name).toBe('Stays')
})

test('nor an action of several statements, for which the runbook is locked', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ben = await addPerson(server, runbook, 'runbook_admin')
  const remove = () => server.send('DELETE', runbook.path, undefined, ben.headers)
  expect(refusals(await whileWaiting(server, 'runbook', remove, () => become(ben, 'participant')))).toEqual([
    'insufficient_role',
  ])
  expect((await server.send('GET', runbook.path)).status).toBe(200)
})

test('who loses the role while an action on the instance waits grants nothing by it', async () => {
  const [admin, friend] = [await addPerson(server, undefined), await addPerson(server, undefined)]
  await grantRole(server, admin.id, 'global_user_admin')
  const { document } = await server.send('GET', '/core/role_types?page[size]=100')
  const stakeholder = document['data'].find(
    ({ attributes }: { attributes: { key: string } }) => attributes.key === 'global_stakeholder',
  )
  const grant = () =>
    server.send(
      'POST',
      '/core/roles',
      writeOf('role', {}, { user: friend.id, role_type: stakeholder.id }),
      admin.headers,
    )
  const lose = async () => {
    await revokeRoles(server, admin.id)
    await grantRole(server, admin.id, 'developer')
  }
  expect(refusals(await whileWaiting(server, 'instance', grant, lose))).toEqual(['insufficient_role'])
  const roles = await server.send('GET', `/core/roles?user_id=${friend.id}`)
  expect(roles.document['data']).toHaveLength(1)
})
