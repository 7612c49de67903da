import {
  type Browser,
  browserWith,
  buildRunbook,
  type Document,
  joinRunbook,
  refusals,
  signIn,
  startTestServer,
  type TestServer,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makePerson, password } from './test-support.ts'

let server: TestServer
let other: TestServer

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({
    connectionString: server.connectionString,
    settings: { trustedProxies: ['127.0.0.1'] },
  })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const db = () => server.core.database.writes

const listOf = async (browser: Browser) =>
  (await browser.send('GET', '/core/sessions')).document['data'] as Document[]

const setSession = async (browser: Browser, set: Record<string, unknown>) => {
  const [{ id } = { id: '0' }] = (await listOf(browser)).filter(({ attributes }) => attributes.current)
  await db().updateTable('session').set(set).where('id', '=', Number(id)).execute()
}

test('sessions are listed, the own one marked, and one that is ended is refused in every process at once', async () => {
  const { email } = await makePerson(server)
  const [desk, phone] = [await signIn(server, { email, password }), await signIn(server, { email, password })]
  const list = await listOf(desk)
  expect(list.map(({ attributes }) => attributes.current)).toEqual([false, true])
  const elsewhere = browserWith(other, phone.cookie)
  expect((await elsewhere.send('GET', '/core/me')).status).toBe(200)
  expect((await desk.send('DELETE', `/core/sessions/${list[0]?.['id']}`)).status).toBe(204)
  const refused = await elsewhere.send('GET', '/core/me')
  expect(refusals(refused)).toEqual(['invalid_token'])
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer error="invalid_token"',
  ])
  expect(await listOf(desk)).toHaveLength(1)
})

test('nobody ends the session of somebody else, nor one that is over, nor one that changed', async () => {
  const { email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const [own] = await listOf(browser)
  const path = `/core/sessions/${own?.['id']}`
  expect(refusals(await server.send('DELETE', path))).toEqual(['not_found'])
  expect(refusals(await browser.send('DELETE', path, undefined, { 'if-match': '"0"' }))).toEqual([
    'stale_resource If-Match',
  ])
  expect((await browser.send('DELETE', path)).headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await browser.send('DELETE', path)).status).toBe(401)
})

test('who signs out has no session any more, and no cookie; a token has none to end', async () => {
  const browser = await signIn(server)
  const answer = await browser.send('DELETE', '/core/sessions')
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
    204,
    'runsheet_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
  ])
  expect(refusals(await browser.send('GET', '/core/me'))).toEqual(['invalid_token'])
  expect(refusals(await server.send('DELETE', '/core/sessions'))).toEqual(['not_found'])
})

test('a session ends 12 hours after its last use and 30 days after its begin', async () => {
  const browser = await signIn(server)
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
  await setSession(browser, { last_seen_at: ago(120), expires_at: ago(-60) })
  await browser.send('GET', '/core/me')
  // Nobody waits for the note of the use.
  const hoursLeft = await vi.waitUntil(async () => {
    const [own] = (await listOf(browser)).filter(({ attributes }) => attributes.current)
    const hours = (Date.parse(own?.['attributes'].expires_at) - Date.now()) / 3_600_000
    return hours > 1 ? hours : undefined
  })
  expect(Math.round(hoursLeft ?? 0)).toBe(12)

  const old = await signIn(server)
  await setSession(old, { last_seen_at: ago(120), expires_at: ago(-60), ends_at: ago(-90) })
  await old.send('GET', '/core/me')
  await vi.waitUntil(async () => {
    const [own] = (await listOf(old)).filter(({ attributes }) => attributes.current)
    return Date.parse(own?.['attributes'].expires_at) > Date.now() + 70_000
  })
  const [{ id } = { id: '0' }] = (await listOf(old)).filter(({ attributes }) => attributes.current)
  const row = await db()
    .selectFrom('session')
    .select(['expires_at', 'ends_at'])
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow()
  expect(row.expires_at).toBe(row.ends_at)

  await setSession(old, { expires_at: ago(1) })
  expect(refusals(await old.send('GET', '/core/me'))).toEqual(['session_expired'])
})

test('a change by a session needs the origin of the server; reading and tokens need none', async () => {
  const browser = await signIn(server)
  const change = (origin: string | undefined, cookie: Record<string, string>) =>
    server.ask(
      'PATCH',
      '/core/me',
      { data: { type: 'me', attributes: { theme: 'light' } } },
      origin === undefined ? cookie : { ...cookie, origin },
    )
  const cookie = { cookie: browser.cookie }
  for (const origin of [
    undefined,
    'null',
    'https://evil.example',
    server.url.replace('127.0.0.1', 'localhost'),
    other.url,
  ])
    expect([origin, refusals(await change(origin, cookie))]).toEqual([origin, ['origin_not_allowed Origin']])
  expect((await change(server.url, cookie)).status).toBe(200)
  expect((await server.ask('GET', '/core/me', undefined, cookie)).status).toBe(200)
  const both = { ...cookie, authorization: `Bearer ${server.token}` }
  expect((await change('https://evil.example', both)).status).toBe(200)
  const unknown = { cookie: `runsheet_session=${'0'.repeat(48)}` }
  expect(refusals(await change(undefined, unknown))).toEqual(['invalid_token'])
})

test('a session works on a plan, and once ended works no more: neither what is known of it nor its streams', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  const { id, email } = await makePerson(server)
  await joinRunbook(server, runbook, id, 'runbook_admin')
  const browser = await signIn(other, { email, password })
  const rename = (name: string) =>
    browser.send('PATCH', `${runbook.path}/tasks/1`, {
      data: { type: 'task', id: '1', attributes: { name } },
    })
  // The second time its caller is known, and the commit judges the session.
  for (const name of ['One', 'Two', 'Three']) expect((await rename(name)).status).toBe(200)

  const open = (at: TestServer) =>
    fetch(`${at.url}${runbook.path}/events`, {
      headers: { cookie: browser.cookie, accept: 'text/event-stream' },
    })
  const streams = [await open(server), await open(other)]
  expect(streams.map(({ status }) => status)).toEqual([200, 200])
  const before = await runbook.events()
  const [{ id: session } = { id: '0' }] = await listOf(browser)
  expect((await browserWith(server, browser.cookie).send('DELETE', `/core/sessions/${session}`)).status).toBe(
    204,
  )
  expect((await rename('Four')).status).toBe(401)
  expect(await runbook.events()).toEqual(before)
  for (const stream of streams) expect(await stream.text()).toContain('retry:')
})

test('an archived person is out at once, with every session', async () => {
  const { id, email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  await db()
    .updateTable('app_user')
    .set({ archived_at: new Date().toISOString() })
    .where('id', '=', Number(id))
    .execute()
  expect(refusals(await browser.send('GET', '/core/me'))).toEqual(['user_archived'])
})

test('the log keeps who signed in and out, from where, and no secret; the database keeps no secret either', async () => {
  const { email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  await browser.send('DELETE', '/core/sessions')
  const events = await db()
    .selectFrom('event')
    .select(['name', 'payload'])
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(events.map(({ name }) => name)).toEqual(['session.revoked', 'session.created'])
  const secret = browser.cookie.split('=')[1] ?? ''
  const { rows } = await sql<{ text: string }>`
    select (select jsonb_agg(e)::text from event e) || (select jsonb_agg(s)::text from session s) || (select jsonb_agg(u)::text from app_user u) as text`.execute(
    db(),
  )
  expect(rows[0]?.text).not.toContain(secret)
  expect(rows[0]?.text).not.toContain(Buffer.from(secret).toString('hex'))
  expect(rows[0]?.text).not.toContain(password)
})
