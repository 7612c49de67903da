import {
  type Answer,
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
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
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

test('signing out everywhere ends every session, also by a token, and no token', async () => {
  const { email } = await makePerson(server)
  const browsers = [
    await signIn(server, { email, password }),
    await signIn(other, { email, password }),
    await signIn(other, { email, password }),
  ]
  const [desk, ...others] = browsers
  const answer = await desk?.send('DELETE', '/core/sessions?all=true')
  expect([answer?.status, answer?.headers.get('set-cookie')]).toEqual([
    204,
    'runsheet_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
  ])
  for (const browser of browsers)
    expect(refusals(await browser.send('GET', '/core/me'))).toEqual(['invalid_token'])
  expect(others).toHaveLength(2)
  const [event] = await db()
    .selectFrom('event')
    .select(['name', 'payload'])
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(event?.name).toBe('session.revoked')
  expect(JSON.parse(event?.payload ?? '').things).toHaveLength(3)

  const owners = await signIn(server)
  const byToken = await server.send('DELETE', '/core/sessions?all=true')
  expect([byToken.status, byToken.headers.get('set-cookie')]).toEqual([204, null])
  expect((await owners.send('GET', '/core/me')).status).toBe(401)
  expect((await server.send('GET', '/core/me')).status).toBe(200)
  expect((await server.send('DELETE', '/core/sessions?all=true')).status).toBe(204)
})

describe('the secret of a session', () => {
  const cookieOf = (answer: Answer) => answer.headers.get('set-cookie')?.split(';')[0]
  const me = (browser: Browser) => browser.send('GET', '/core/me')
  /** As if the secret had been given so long ago. */
  const givenAgo = (browser: Browser, minutes: number) =>
    setSession(browser, { renewed_at: new Date(Date.now() - minutes * 60_000).toISOString() })

  test('is a new one after an hour, and the old one works until the new one has arrived', async () => {
    const browser = await signIn(server)
    expect(cookieOf(await me(browser))).toBeUndefined()
    await givenAgo(browser, 61)
    const renewed = await me(browser)
    expect(renewed.headers.get('set-cookie')).toMatch(
      /^runsheet_session=[0-9a-f]{48}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    )
    const cookie = cookieOf(renewed) ?? ''
    expect(cookie).not.toBe(browser.cookie)
    // Another tab asks before the answer is there, and in another process.
    for (const at of [server, other])
      expect(cookieOf(await me(browserWith(at, browser.cookie)))).toBeUndefined()
    const after = browserWith(other, cookie)
    expect((await after.send('GET', '/core/sessions')).status).toBe(200)
    expect((await me(browser)).status).toBe(200)
    expect(cookieOf(await me(after))).toBeUndefined()
    // Requests that are under way.
    expect((await me(browser)).status).toBe(200)
    await setSession(after, { previous_until: new Date(Date.now() - 1).toISOString() })
    expect(refusals(await me(browser))).toEqual(['invalid_token'])
    expect((await me(after)).status).toBe(200)
    const sessions = await listOf(after)
    expect(sessions.filter(({ attributes }) => attributes.current)).toHaveLength(1)
  })

  test('is made once more when the answer with it was lost', async () => {
    const browser = await signIn(server)
    await givenAgo(browser, 61)
    const lost = cookieOf(await me(browser)) ?? ''
    await givenAgo(browser, 6)
    const cookie = cookieOf(await me(browser)) ?? ''
    expect([cookie.length, cookie === lost]).toEqual([lost.length, false])
    expect((await me(browserWith(other, cookie))).status).toBe(200)
    expect((await me(browserWith(other, lost))).status).toBe(401)
    expect((await me(browser)).status).toBe(200)
  })

  test('is given once, of many requests at the same time', async () => {
    const browser = await signIn(server)
    await givenAgo(browser, 61)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => me(browserWith(n % 2 ? server : other, browser.cookie))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
    expect(answers.filter((answer) => cookieOf(answer) !== undefined)).toHaveLength(1)
  })

  test('changes with the password, also where its caller is remembered', async () => {
    const runbook = await buildRunbook(server, { tasks: [{}, {}] })
    const { id, email } = await makePerson(server)
    await joinRunbook(server, runbook, id, 'runbook_admin')
    const browser = await signIn(server, { email, password })
    const rename = (by: Browser, name: string) =>
      by.send('PATCH', `${runbook.path}/tasks/1`, { data: { type: 'task', id: '1', attributes: { name } } })
    for (const name of ['One', 'Two']) expect((await rename(browser, name)).status).toBe(200)
    const body = {
      data: { type: 'me', attributes: {} },
      meta: { password: 'another password', current_password: password },
    }
    const changed = await browser.send('PATCH', '/core/me', body, { 'idempotency-key': 'change' })
    const cookie = cookieOf(changed) ?? ''
    expect(cookie).toMatch(/^runsheet_session=[0-9a-f]{48}$/)
    const kept = await db().selectFrom('idempotency_key').select('headers').execute()
    expect(JSON.stringify(kept)).not.toContain('runsheet_session')
    const after = browserWith(server, cookie)
    expect((await rename(after, 'Three')).status).toBe(200)
    await setSession(after, { previous_until: new Date(Date.now() - 1).toISOString() })
    expect((await me(browser)).status).toBe(401)
    const soon = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000)
    try {
      expect((await rename(browser, 'Four')).status).toBe(401)
    } finally {
      soon.mockRestore()
    }
  })
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
