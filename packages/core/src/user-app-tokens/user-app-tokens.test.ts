import {
  addPerson,
  buildRunbook,
  dataOf,
  grantRole,
  joinRunbook,
  refusals,
  revokeRoles,
  signIn,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createToken } from '../people/create-token.ts'
import { makePerson, password } from '../sessions/test-support.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/core/user_app_tokens'
const make = (attributes: object, headers = {}) =>
  server.send('POST', path, writeOf('user_app_token', attributes), headers)
const labels = async (query = '') =>
  (await server.send('GET', `${path}${query}`)).document['data'].map(
    ({ attributes }: { attributes: { label: string } }) => attributes.label,
  ) as string[]

test('a token is shown once, works at once, and is kept as a hash', async () => {
  const made = dataOf(await make({ label: 'Pipeline' }))
  const { token, last_four } = made['attributes']
  expect(token).toMatch(/^[0-9a-f]{48}$/)
  expect(token.endsWith(last_four)).toBe(true)
  expect(made['attributes']).toMatchObject({
    label: 'Pipeline',
    expires_at: null,
    last_used_at: null,
    revoked_at: null,
  })
  const me = await server.ask('GET', '/core/me', undefined, { authorization: `Bearer ${token}` })
  expect(dataOf(me)['attributes'].email).toBe('owner@example.com')
  const list = await server.send('GET', path)
  expect(list.document['data'][0].id).toBe(made['id'])
  expect(JSON.stringify(list.document)).not.toContain(token)
  const rows = await server.core.database.db.selectFrom('user_app_token').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  const events = await server.core.database.db
    .selectFrom('event')
    .select('payload')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(events[0]?.payload).toContain('"label":[null,"Pipeline"]')
  expect(events[0]?.payload).not.toContain(token)
})

test('its last use is kept, to the minute', async () => {
  const { id, attributes } = dataOf(await make({ label: 'Used' })) as {
    id: string
    attributes: { token: string }
  }
  await server.ask('GET', '/core/me', undefined, { authorization: `Bearer ${attributes.token}` })
  const used = () =>
    server.core.database.db
      .selectFrom('user_app_token')
      .select('last_used_at')
      .where('id', '=', Number(id))
      .executeTakeFirstOrThrow()
      .then(({ last_used_at }) => last_used_at)
  const first = await vi.waitUntil(used)
  await server.ask('GET', '/core/me', undefined, { authorization: `Bearer ${attributes.token}` })
  expect(await used()).toBe(first)
})

test('where a server allows so many days, a token has them unless it is told less, and never more', async () => {
  const strict = await startTestServer({ connectionString: server.connectionString, tokenDays: 30 })
  try {
    const made = (attributes: object) => strict.send('POST', path, writeOf('user_app_token', attributes))
    const { expires_at, created_at } = dataOf(await made({ label: 'As long as may be' }))['attributes']
    expect((Date.parse(expires_at) - Date.parse(created_at)) / 86_400_000).toBe(30)
    const soon = new Date(Date.now() + 29 * 86_400_000).toISOString().replace(/\.\d+/, '')
    expect(dataOf(await made({ label: 'Shorter', expires_at: soon }))['attributes'].expires_at).toBe(soon)
    for (const late of [null, new Date(Date.now() + 31 * 86_400_000).toISOString()])
      expect(refusals(await made({ label: 'For ever', expires_at: late }))).toEqual([
        'out_of_range /data/attributes/expires_at',
      ])
    const days = async (at: TestServer) =>
      dataOf(await at.send('GET', '/core/me'))['attributes'].token_days_at_most
    expect([await days(strict), await days(server)]).toEqual([30, null])
    const byCommand = await createToken(strict.core.database, {
      email: undefined,
      label: 'Command line',
      days: 30,
    })
    const row = await strict.core.database.db
      .selectFrom('user_app_token')
      .select(['created_at', 'expires_at'])
      .where('last_four', '=', byCommand?.token.slice(-4) ?? '')
      .executeTakeFirstOrThrow()
    expect(Math.round(((row.expires_at ?? 0) - row.created_at) / 86_400_000)).toBe(30)
  } finally {
    await strict.close()
  }
})

test('a token may expire, and not in the past', async () => {
  const expires_at = '2099-12-31T22:00:00Z'
  expect(dataOf(await make({ label: 'Until then', expires_at }))['attributes'].expires_at).toBe(expires_at)
  expect(refusals(await make({ label: 'Late', expires_at: '2020-01-01T00:00:00Z' }))).toEqual([
    'out_of_range /data/attributes/expires_at',
  ])
  expect(refusals(await make({ label: '' }))).toEqual(['blank /data/attributes/label'])
  expect(refusals(await make({}))).toEqual(['missing_attribute /data/attributes/label'])
  expect(refusals(await make({ label: 'Mine', token: 'a'.repeat(48) }))).toEqual([
    'read_only /data/attributes/token',
  ])
})

test('a revoked token is refused, is listed no more, and is not found again', async () => {
  const { id, attributes } = dataOf(await make({ label: 'Short-lived' }))
  const path1 = `${path}/${id}`
  expect(refusals(await server.send('DELETE', path1, undefined, { 'if-match': '"0"' }))).toEqual([
    'stale_resource If-Match',
  ])
  expect((await server.send('DELETE', path1)).status).toBe(204)
  const late = await server.ask('GET', '/core/me', undefined, { authorization: `Bearer ${attributes.token}` })
  expect(refusals(late)).toEqual(['token_revoked'])
  expect(await labels()).not.toContain('Short-lived')
  expect(refusals(await server.send('DELETE', path1))).toEqual(['not_found'])
})

test('everybody sees and revokes their own tokens only, and makes one with the Developer role', async () => {
  const ada = await addPerson(server, undefined)
  const own = await server.send('GET', path, undefined, ada.headers)
  expect(
    own.document['data'].map(({ attributes }: { attributes: { label: string } }) => attributes.label),
  ).toEqual(['Test'])
  const of = dataOf(await make({ label: 'The Owner’s' }))['id']
  expect(refusals(await server.send('DELETE', `${path}/${of}`, undefined, ada.headers))).toEqual([
    'not_found',
  ])
  const wanted = writeOf('user_app_token', { label: 'Hers' })
  expect((await server.send('POST', path, wanted, ada.headers)).status).toBe(201)
  const bob = await makePerson(server)
  const browser = await signIn(server, { email: bob.email, password })
  await revokeRoles(server, bob.id)
  const refused = await browser.send('POST', path, wanted)
  expect(refusals(refused)).toEqual(['insufficient_role'])
  expect(refused.document['errors'][0].meta.required).toEqual(['developer', 'owner'])
})

test('a token of somebody who is no Developer any more opens nothing', async () => {
  const ada = await addPerson(server, undefined)
  const me = () => server.send('GET', '/core/me', undefined, ada.headers)
  expect((await me()).status).toBe(200)
  await revokeRoles(server, ada.id)
  const refused = await me()
  expect([refused.status, refusals(refused)]).toEqual([403, ['developer_role_required']])
  expect(refused.document['errors'][0].meta.required).toEqual(['developer', 'owner'])
  await grantRole(server, ada.id, 'developer')
  expect((await me()).status).toBe(200)
})

test('tokens are sorted by what is asked for', async () => {
  const all = await labels('?sort=label')
  expect(all).toEqual([...all].sort((a, b) => a.localeCompare(b)))
  expect(await labels('?sort=-label')).toEqual(all.toReversed())
})

test('a repeat under one key gets the same token, which the database cannot tell; another credential does not', async () => {
  const key = { 'idempotency-key': 'token-1' }
  const first = await make({ label: 'Once' }, key)
  const again = await make({ label: 'Once' }, key)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.document).toEqual(first.document)
  const { token } = dataOf(first)['attributes']
  const kept = await server.core.database.db
    .selectFrom('idempotency_key')
    .selectAll()
    .where('key', '=', 'token-1')
    .execute()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain(token)
  const browser = await signIn(server)
  const elsewhere = await browser.send('POST', path, writeOf('user_app_token', { label: 'Once' }), key)
  expect(refusals(elsewhere)).toEqual(['idempotency_key_conflict Idempotency-Key'])
})

const ofUser = (id: string, rest = '') => `/core/users/${id}/user_app_tokens${rest}`
const makeFor = (id: string, headers = {}) =>
  server.send('POST', ofUser(id), writeOf('user_app_token', { label: 'Robot' }), headers)
const addProgram = async (email: string) => {
  const program = { first_name: 'Robot', last_name: null, email, non_interactive: true }
  return dataOf(await server.send('POST', '/core/users', writeOf('user', program)))['id'] as string
}

test('who manages people makes tokens for programs, lists and revokes them', async () => {
  const admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
  const program = await addProgram('robot@example.com')
  expect(refusals(await makeFor(program, admin.headers))).toEqual(['developer_role_required'])
  await grantRole(server, program, 'developer')
  const made = dataOf(await makeFor(program, admin.headers))
  expect(made['relationships'].user.data).toEqual({ type: 'user', id: program })
  const own = { authorization: `Bearer ${made['attributes'].token}` }
  expect(dataOf(await server.ask('GET', '/core/me', undefined, own))['id']).toBe(program)
  // A program lists, makes and revokes its own there as well.
  const second = dataOf(await makeFor(program, own))
  const listed = await server.send('GET', ofUser(program, '?sort=created_at'), undefined, admin.headers)
  expect(listed.document['data'].map(({ id }: { id: string }) => id)).toEqual([made['id'], second['id']])
  expect(JSON.stringify(listed.document)).not.toContain(made['attributes'].token)
  const revoke = (id: string, headers: Readonly<Record<string, string>>) =>
    server.send('DELETE', ofUser(program, `/${id}`), undefined, headers)
  expect((await revoke(second['id'], own)).status).toBe(204)
  expect((await revoke(made['id'], admin.headers)).status).toBe(204)
  expect(refusals(await revoke(made['id'], admin.headers))).toEqual(['not_found'])
  expect(refusals(await server.ask('GET', '/core/me', undefined, own))).toEqual(['token_revoked'])
})

test('by the token of a program nobody comes into a runbook whose people they do not say', async () => {
  const [admin, both] = [await addPerson(server, undefined), await addPerson(server, undefined)]
  for (const { id } of [admin, both]) await grantRole(server, id, 'global_user_admin')
  const program = await addProgram('runbook-robot@example.com')
  await grantRole(server, program, 'developer')
  const runbook = await buildRunbook(server)
  await joinRunbook(server, runbook, program, 'runbook_admin')
  await joinRunbook(server, runbook, both.id, 'runbook_admin')
  expect(refusals(await makeFor(program, admin.headers))).toEqual(['insufficient_role'])
  expect((await makeFor(program, both.headers)).status).toBe(201)
})

test('nobody makes a token for another person, nor reaches those of an Owner or of somebody unseen', async () => {
  const admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
  const person = await addPerson(server, undefined)
  expect(refusals(await makeFor(person.id, admin.headers))).toEqual(['forbidden'])
  expect(refusals(await makeFor(person.id))).toEqual(['forbidden'])
  const { document } = await server.send('GET', '/core/users?query=owner@example.com')
  const owner = document['data'][0].id as string
  const list = (id: string, headers = {}) => server.send('GET', ofUser(id), undefined, headers)
  expect((await list(person.id, admin.headers)).status).toBe(200)
  expect((await list(person.id, person.headers)).status).toBe(200)
  expect(refusals(await list(owner, admin.headers))).toEqual(['insufficient_role'])
  const revoked = await server.send('DELETE', ofUser(owner, '/1'), undefined, admin.headers)
  expect(refusals(revoked)).toEqual(['insufficient_role'])
  expect(refusals(await makeFor(owner, admin.headers))).toEqual(['insufficient_role'])
  const program = await addProgram('owning-robot@example.com')
  await grantRole(server, program, 'owner')
  expect(refusals(await makeFor(program, admin.headers))).toEqual(['insufficient_role'])
  expect((await makeFor(program)).status).toBe(201)
  expect(refusals(await list(owner, person.headers))).toEqual(['not_found'])
  const token = dataOf(await makeFor(program))['id'] as string
  const revoke = (headers: Readonly<Record<string, string>>) =>
    server.send('DELETE', ofUser(program, `/${token}`), undefined, headers)
  expect(refusals(await revoke(admin.headers))).toEqual(['insufficient_role'])
  // Who sees the program and manages nobody.
  await grantRole(server, person.id, 'global_stakeholder')
  expect(refusals(await revoke(person.headers))).toEqual(['insufficient_role'])
  const late = writeOf('user_app_token', { label: 'Late', expires_at: '2020-01-01T00:00:00Z' })
  expect(refusals(await server.send('POST', ofUser(owner), late))).toEqual([
    'out_of_range /data/attributes/expires_at',
  ])
})
