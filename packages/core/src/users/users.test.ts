import { startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

const person = (email: string, first_name: string | null, archived_at: string | null = null) => ({
  email,
  first_name,
  last_name: first_name && 'Okafor',
  unique_id: null,
  password_hash: null,
  archived_at,
})

beforeAll(async () => {
  server = await startTestServer()
  await server.core.database.writes
    .insertInto('app_user')
    .values([
      person('mira@example.com', 'Mira'),
      person('nameless@example.com', null),
      person('gone@example.com', 'Gone', '2026-01-01T00:00:00Z'),
    ])
    .execute()
})
afterAll(() => server.close())

const emails = async (query: string) => {
  const { document } = await server.send('GET', `/core/users${query}`)
  return document['data'].map(({ attributes }: { attributes: { email: string } }) => attributes.email)
}

test('people are searched by part of the name or e-mail; the built-in user and who is archived are left out', async () => {
  expect(await emails('?sort=-core_users.email')).toEqual([
    'owner@example.com',
    'nameless@example.com',
    'mira@example.com',
  ])
  expect(await emails('?query=RA%20oka')).toEqual(['mira@example.com'])
  expect(await emails('?query=%25')).toEqual([])
  expect(await emails('?archived=true')).toEqual(['gone@example.com'])
})

test('a person without a name is called by the e-mail address', async () => {
  const { document } = await server.send('GET', '/core/users?query=nameless')
  expect(document['data'][0].attributes.name).toBe('nameless@example.com')
  expect(document['data'][0].relationships.roles.data).toEqual([])
})

test('the roles of a person are told, and can be included', async () => {
  const { document } = await server.send('GET', '/core/users?query=owner&include=roles')
  const roles = document['data'][0].relationships.roles.data
  expect(roles.length).toBeGreaterThan(0)
  expect(document['included']).toHaveLength(roles.length)
  expect(document['included'][0].relationships.role_type.data.type).toBe('role_type')
  const types = await server.send('GET', '/core/role_types?page[size]=2')
  expect(types.document['meta'].page.total).toBe(19)
  expect(types.document['data']).toHaveLength(2)
})

test('a person who is archived is there only for who asks for that', async () => {
  const { document } = await server.send('GET', '/core/users?archived=true')
  const { id } = document['data'][0]
  expect((await server.send('GET', `/core/users/${id}`)).status).toBe(404)
  const asked = await server.send('GET', `/core/users/${id}?archived=true`)
  expect(asked.document['data'].attributes).toMatchObject({ archived: true, status: 'archived' })
})
