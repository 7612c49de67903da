import {
  addPerson,
  type Browser,
  browserWith,
  buildRunbook,
  type Document,
  grantRole,
  joinRunbook,
  OWNER_EMAIL,
  refusals,
  signIn,
  startTestServer,
  type TestPerson,
  type TestServer,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, password } from './test-support.ts'

let server: TestServer
let other: TestServer
let admin: TestPerson

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ connectionString: server.connectionString })
  admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const sessionsOf = (id: string, rest = '') => `/core/users/${id}/sessions${rest}`
const byAdmin = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  server.send(method, path, undefined, { ...admin.headers, ...headers })
const status = async (browser: Browser) => (await browser.send('GET', '/core/me')).status

function lastEvents(count: number) {
  return server.core.database.db
    .selectFrom('event')
    .select(['name', 'actor_id', 'payload'])
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
}

test('who manages people sees where somebody has signed in, and no secret', async () => {
  const { id, email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const list = await byAdmin('GET', sessionsOf(id))
  expect(list.status).toBe(200)
  const [session, ...others] = list.document['data'] as Document[]
  expect(others).toEqual([])
  expect(session?.['attributes']).toMatchObject({ email, current: false, address: '127.0.0.1' })
  expect(session?.['relationships'].user.data).toEqual({ type: 'user', id })
  expect(JSON.stringify(list.document)).not.toContain(browser.cookie.split('=')[1])
  // One's own are there as well, the one that asks marked.
  const { document } = await (await signIn(server)).send('GET', '/core/me')
  const own = await signIn(server)
  const ofOwn = await own.send('GET', sessionsOf(document['data'].id as string))
  expect((ofOwn.document['data'] as Document[])[0]?.['attributes'].current).toBe(true)
})

test('a session that is ended for somebody is refused in every process at once, with its live streams', async () => {
  const { id, email } = await makePerson(server)
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await joinRunbook(server, runbook, id)
  const [desk, phone] = [await signIn(server, { email, password }), await signIn(server, { email, password })]
  const [ofPhone, ofDesk] = (await byAdmin('GET', sessionsOf(id))).document['data'] as Document[]
  const elsewhere = browserWith(other, phone.cookie)
  const stream = await fetch(`${other.url}${runbook.path}/events`, {
    headers: { cookie: phone.cookie, accept: 'text/event-stream' },
  })
  expect(stream.status).toBe(200)
  const path = sessionsOf(id, `/${ofPhone?.['id']}`)
  expect(refusals(await byAdmin('DELETE', path, { 'if-match': '"0"' }))).toEqual(['stale_resource If-Match'])
  expect((await byAdmin('DELETE', path)).status).toBe(204)
  expect(refusals(await elsewhere.send('GET', '/core/me'))).toEqual(['invalid_token'])
  expect(await stream.text()).toContain('retry:')
  expect(await status(desk)).toBe(200)
  expect(refusals(await byAdmin('DELETE', path))).toEqual(['not_found'])
  const another = await makePerson(server)
  expect(refusals(await byAdmin('DELETE', sessionsOf(another.id, `/${ofDesk?.['id']}`)))).toEqual([
    'not_found',
  ])
  const [event] = await lastEvents(1)
  expect(event).toMatchObject({ name: 'session.revoked', actor_id: Number(admin.id) })
  expect(event?.payload).toContain(`"id":"${ofPhone?.['id']}"`)
  expect(event?.payload).toContain(email)
})

test('all sessions of somebody end together, in one event, and no token; with none nothing happens', async () => {
  const { id, email } = await makePerson(server)
  const browsers = [await signIn(server, { email, password }), await signIn(server, { email, password })]
  const ends = () => byAdmin('DELETE', sessionsOf(id))
  expect((await ends()).status).toBe(204)
  expect(await Promise.all(browsers.map(status))).toEqual([401, 401])
  const [event] = await lastEvents(1)
  expect(event).toMatchObject({ name: 'session.revoked', actor_id: Number(admin.id) })
  expect(JSON.parse(event?.payload ?? '').things).toHaveLength(2)
  expect((await ends()).status).toBe(204)
  expect(await lastEvents(1)).toEqual([event])
  expect((await byAdmin('GET', sessionsOf(id))).document['data']).toEqual([])
  // They may sign in again.
  expect(await status(await signIn(server, { email, password }))).toBe(200)
  const { document } = await byAdmin('GET', `/core/users/${id}/user_app_tokens`)
  expect(document['data']).toHaveLength(1)
})

test('who ends their own session there has it no more, and no cookie', async () => {
  const { id, email } = await makePerson(server)
  await grantRole(server, id, 'global_user_admin')
  const browser = await signIn(server, { email, password })
  const gone = await browser.send('DELETE', sessionsOf(id))
  expect(gone.headers.get('set-cookie')).toContain('runsheet_session=; ')
  expect(await status(browser)).toBe(401)
})

test('sessions of an Owner are for Owners; those of others for who manages people', async () => {
  const { document } = await server.send('GET', `/core/users?query=${OWNER_EMAIL}`)
  const owner = document['data'][0].id as string
  const ownerBrowser = await signIn(server)
  const [session] = (await server.send('GET', sessionsOf(owner))).document['data'] as Document[]
  const { id, email, headers } = { ...(await makePerson(server)), headers: admin.headers }
  const one = `/${session?.['id']}`
  for (const [method, path] of [
    ['GET', sessionsOf(owner)],
    ['DELETE', sessionsOf(owner)],
    ['DELETE', sessionsOf(owner, one)],
  ] as const) {
    const refused = await server.send(method, path, undefined, headers)
    expect(refusals(refused)).toEqual(['insufficient_role'])
    expect(refused.document['errors'][0].meta.required).toEqual(['owner'])
  }
  expect(await status(ownerBrowser)).toBe(200)
  // Whoever sees the person and does not manage people is told what would do.
  const stakeholder = await addPerson(server, undefined)
  await grantRole(server, stakeholder.id, 'global_stakeholder')
  for (const [method, path] of [
    ['GET', sessionsOf(id)],
    ['DELETE', sessionsOf(id)],
    ['DELETE', sessionsOf(id, '/1')],
  ] as const) {
    const refused = await server.send(method, path, undefined, stakeholder.headers)
    expect(refusals(refused)).toEqual(['insufficient_role'])
    expect(refused.document['errors'][0].meta.required).toEqual(['global_user_admin', 'owner'])
  }
  const own = await signIn(server, { email, password })
  expect(refusals(await own.send('GET', sessionsOf(owner)))).toEqual(['not_found'])
  expect((await server.send('DELETE', sessionsOf(owner, one))).status).toBe(204)
})
