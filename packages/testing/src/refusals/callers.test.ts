import { randomBytes } from 'node:crypto'
import { hashToken } from '@runsheet/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_CALLER, type ExampleWorld, makeExampleWorld } from '../examples/example-world.ts'
import { addPerson, grantRole, revokeRoles, type TestPerson } from '../runbooks/index.ts'
import { type Browser, signIn, type TestServer } from '../server/index.ts'
import { type EndpointUnderTest, endpointsWith, everyEndpoint, expectOfEach } from './every-endpoint.ts'
import { NO_ID } from './spoil-body.ts'

let world: ExampleWorld
let server: TestServer
let stranger: TestPerson

beforeAll(async () => {
  world = await makeExampleWorld()
  server = await world.open()
  stranger = await addPerson(server, undefined)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const guarded = everyEndpoint().filter(({ endpoint }) => endpoint.permission !== 'public')
const change = (assignments: string, table: string, where: string) =>
  sql`update ${sql.raw(table)} set ${sql.raw(assignments)} where ${sql.raw(where)}`.execute(
    server.core.database.writes,
  )

test('nobody is nobody, everywhere', () => expectOfEach('unauthorized', guarded, server.ask))

test('a token that nobody has is refused everywhere', () =>
  expectOfEach('invalid_token', guarded, server.ask, bearer('f'.repeat(48))))

test.each([
  ['token_expired', `expires_at = created_at - interval '100 years'`, 'user_app_token', 'user_id'],
  ['token_revoked', 'revoked_at = created_at', 'user_app_token', 'user_id'],
  ['user_archived', 'archived_at = created_at', 'app_user', 'id'],
])('%s, everywhere', async (code, assignments, table, column) => {
  const person = await addPerson(server, undefined)
  await change(assignments, table, `${column} = ${person.id}`)
  await expectOfEach(code, endpointsWith(code), server.ask, person.headers)
})

test('a session that is over is refused everywhere', async () => {
  const browser = await signIn(server, EXAMPLE_CALLER)
  const hash = hashToken(browser.cookie.split('=')[1] ?? '').toString('hex')
  await change(`expires_at = created_at - interval '1 year'`, 'session', `hash = '\\x${hash}'`)
  await expectOfEach('session_expired', endpointsWith('session_expired'), browser.send)
})

test('a change from the page of another site is refused everywhere', async () => {
  const { send }: Browser = await signIn(server, EXAMPLE_CALLER)
  const origin = 'https://elsewhere.example.com'
  await expectOfEach('origin_not_allowed', endpointsWith('origin_not_allowed'), send, { origin })
})

test('a token of somebody who may not call the API is refused everywhere', async () => {
  const person = await addPerson(server, undefined)
  await revokeRoles(server, person.id)
  const code = 'developer_role_required'
  await expectOfEach(code, endpointsWith(code), server.ask, person.headers)
})

test('who may read everything and change nothing is told which role would do', async () => {
  const reader = await addPerson(server, undefined)
  // With the role to call the API they could make tokens.
  await revokeRoles(server, reader.id)
  await grantRole(server, reader.id, 'global_stakeholder')
  const { password } = EXAMPLE_CALLER
  const email = `${reader.id}@example.com`
  const hash = `(select password_hash from app_user where email = '${EXAMPLE_CALLER.email}')`
  await change(`email = '${email}', password_hash = ${hash}`, 'app_user', `id = ${reader.id}`)
  const { send } = await signIn(server, { email, password })
  // Where an endpoint names the code itself, it is about more than the example asks for.
  const general = endpointsWith('insufficient_role').filter(
    ({ endpoint }) => !endpoint.errors.includes('insufficient_role') && endpoint.method !== 'GET',
  )
  await expectOfEach('insufficient_role', general, send)
})

/** The endpoint once for each id in its path, with the id of nothing there. */
function withoutEach({ name, endpoint, request }: EndpointUnderTest): EndpointUnderTest[] {
  const [path = '', query] = request.path.split('?')
  return endpoint.path.split('/').flatMap((part, at) => {
    if (!part.startsWith(':')) return []
    const moved = path
      .split('/')
      .map((own, position) => (position === at ? NO_ID : own))
      .join('/')
    return [{ name, endpoint, request: { ...request, path: query ? `${moved}?${query}` : moved } }]
  })
}

test('what was never there is not found, wherever it stands in a path', () =>
  expectOfEach('not_found', endpointsWith('not_found').flatMap(withoutEach), server.send))

test('an id beyond 64 bits is that of nothing', () =>
  expectOfEach(
    'not_found',
    endpointsWith('not_found')
      .flatMap(withoutEach)
      .map((tested) => ({
        ...tested,
        request: { ...tested.request, path: tested.request.path.replace(NO_ID, '99999999999999999999') },
      })),
    server.send,
  ))

test('to somebody without a role a runbook or a workspace is as if it were not there', async () => {
  const placed = endpointsWith('not_found').filter(({ endpoint }) =>
    /^\/core\/(?:runbooks|workspaces)\/:/.test(endpoint.path),
  )
  expect(placed.length).toBeGreaterThan(30)
  await expectOfEach('not_found', placed, server.ask, stranger.headers)
})

test('a key that was used for another request is refused, whatever the request is', async () => {
  const key = { 'idempotency-key': randomBytes(8).toString('hex') }
  const document = { data: { type: 'workspace', attributes: { name: 'First', key: 'first' } } }
  expect((await server.send('POST', '/core/workspaces', document, key)).status).toBe(201)
  await expectOfEach('idempotency_key_conflict', endpointsWith('idempotency_key_conflict'), server.send, key)
})
