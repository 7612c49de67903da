import {
  browserWith,
  dataOf,
  OWNER_EMAIL,
  OWNER_PASSWORD,
  refusals,
  startTestServer,
  type TestServer,
  trySignIn,
  whileWaiting,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '../people/password.ts'
import { makePerson, makeThoseWhoMayNot, password } from './test-support.ts'

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
beforeEach(() => forgetFailures())

const db = () => server.core.database.writes
const forgetFailures = () => db().deleteFrom('sign_in_failure').execute()
/** As if so many attempts had failed before; the next failure has to wait long. */
const failedBefore = (kind: 'account' | 'network', failures: number) =>
  db().updateTable('sign_in_failure').set({ failures }).where('subject', 'like', `${kind} %`).execute()
/** As if the waiting were over. */
const waitOut = () => sql`update sign_in_failure set waits_until = now()`.execute(db())

const wrong = { password: 'not it' }

test('who signs in gets a session in a cookie that no script and no other site can use', async () => {
  const answer = await trySignIn(server, {}, { 'user-agent': 'Lynx/2.9' })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('set-cookie')).toMatch(
    /^runsheet_session=[0-9a-f]{48}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
  )
  expect(dataOf(answer)['attributes']).toMatchObject({
    email: OWNER_EMAIL,
    current: true,
    address: '127.0.0.1',
    user_agent: 'Lynx/2.9',
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(JSON.stringify(answer.document)).not.toContain(cookie.split('=')[1])
  const me = await browserWith(server, cookie).send('GET', '/core/me')
  expect(dataOf(me)['attributes'].email).toBe(OWNER_EMAIL)
  expect(
    (await server.send('GET', '/core/users/1')).document['data'].attributes.last_sign_in_at,
  ).not.toBeNull()
})

test('the e-mail address is written in any case, and over TLS the cookie stays there', async () => {
  const proxied = await startTestServer({
    connectionString: server.connectionString,
    settings: { trustedProxies: ['127.0.0.1'], basePath: '/ops' },
  })
  try {
    const body = JSON.stringify({
      data: { type: 'session', attributes: { email: OWNER_EMAIL.toUpperCase(), password: OWNER_PASSWORD } },
    })
    const headers = { 'content-type': 'application/json', 'x-forwarded-proto': 'https' }
    const answer = await fetch(`${proxied.url}/ops/core/sessions`, { method: 'POST', headers, body })
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/ops\/; .*; Secure$/)
  } finally {
    await proxied.close()
  }
})

test('no refusal tells whether the address or the password was wrong, or why somebody may not', async () => {
  const { archived, program, without } = await makeThoseWhoMayNot(server)
  const attempts = [
    { password: 'wrong' },
    { email: 'nobody@example.com' },
    { email: archived, password },
    { email: program, password },
    { email: without, password: 'x' },
    { email: 'runsheet@localhost' },
  ]
  const told = new Set<string>()
  for (const attempt of attempts) {
    const { status, headers, document } = await trySignIn(server, attempt)
    const { code, detail } = document['errors'][0]
    told.add(`${status} ${code} ${detail} ${headers.get('www-authenticate')} ${headers.get('set-cookie')}`)
  }
  expect([...told]).toEqual([
    '401 invalid_credentials The e-mail address, the password or the code is wrong. Bearer null',
  ])
})

test('what is no attempt to sign in is refused with its place', async () => {
  const send = (data: unknown, headers = {}) => server.ask('POST', '/core/sessions', { data }, headers)
  expect(refusals(await send({ type: 'session', attributes: { email: OWNER_EMAIL } }))).toEqual([
    'missing_attribute /data/attributes/password',
  ])
  const both = { email: OWNER_EMAIL, password: OWNER_PASSWORD }
  expect(refusals(await send({ type: 'session', attributes: { ...both, remember: true } }))).toEqual([
    'unknown_attribute /data/attributes/remember',
  ])
  const data = { type: 'session', attributes: both }
  expect(refusals(await send(data, { 'idempotency-key': 'k' }))).toEqual(['invalid_header Idempotency-Key'])
  expect(refusals(await send(data, { origin: 'https://evil.example' }))).toEqual([
    'origin_not_allowed Origin',
  ])
  expect((await send(data, { origin: server.url })).status).toBe(201)
})

test('after three failures an account waits 1, 2, 4 … 30 seconds, in every process, also one that does not exist', async () => {
  const { email } = await makePerson(server)
  for (const account of [email, 'nobody@example.com']) {
    await forgetFailures()
    const waits: number[] = []
    for (let failure = 1; failure <= 10; failure++) {
      const at = failure % 2 === 0 ? server : other
      expect((await trySignIn(at, { email: account, ...wrong })).status).toBe(401)
      const { seconds } = await db()
        .selectFrom('sign_in_failure')
        .select(sql<number>`round(extract(epoch from waits_until - failed_at))::integer`.as('seconds'))
        .where('subject', 'like', 'account %')
        .executeTakeFirstOrThrow()
      waits.push(seconds)
      if (failure < 10) await waitOut()
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 30, 30])
    const early = await trySignIn(server, { email: account, password })
    expect(refusals(early)).toEqual(['rate_limited'])
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(15)
  }
})

test('a success forgets the failures of the account, and not those of the network', async () => {
  const { email } = await makePerson(server)
  for (let failure = 1; failure <= 3; failure++) await trySignIn(server, { email, ...wrong })
  expect((await trySignIn(server, { email, password })).status).toBe(201)
  const left = await db().selectFrom('sign_in_failure').select(['subject', 'failures']).execute()
  expect(left).toEqual([{ subject: 'network 127.0.0.1', failures: 3 }])
})

test('a network waits after twenty failures, whomever it guesses at, and does not make the accounts wait', async () => {
  const { email } = await makePerson(server)
  for (let failure = 1; failure <= 3; failure++)
    expect((await trySignIn(server, { email: `guess${failure}@example.com` })).status).toBe(401)
  await failedBefore('network', 27)
  expect((await trySignIn(other, { email: 'guess4@example.com' })).status).toBe(401)
  const early = await trySignIn(server, { email, password })
  expect(refusals(early)).toEqual(['rate_limited'])
  // 2^7 for the eighth failure that is not free.
  expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(100)
  const accounts = await db()
    .selectFrom('sign_in_failure')
    .select('failures')
    .where('subject', 'like', 'account %')
    .execute()
  expect(accounts.map(({ failures }) => failures)).toEqual([1, 1, 1, 1])
})

describe('nobody can be locked out by others', () => {
  const at = (address: string) => ({ 'x-forwarded-for': address })
  const [attackers, travelling, home] = [
    Array.from({ length: 30 }, (_, n) => at(`198.51.100.${n}`)),
    at('192.0.2.77'),
    at('2001:db8::7'),
  ]

  test('however many networks guess at an account, its person gets in from one that is new', async () => {
    const { email } = await makePerson(server)
    const guess = () => Promise.all(attackers.map((from) => trySignIn(other, { email, ...wrong }, from)))
    expect((await guess()).map(({ status }) => status)).toEqual(attackers.map(() => 401))
    await failedBefore('account', 8)
    await guess()
    for (const from of attackers)
      expect(refusals(await trySignIn(other, { email, password }, from))).toEqual(['rate_limited'])
    expect((await trySignIn(other, { email, password }, travelling)).status).toBe(201)
  })

  test('a mistake of the person there counts as one, whatever strangers did', async () => {
    const { email } = await makePerson(server)
    await Promise.all(attackers.map((from) => trySignIn(other, { email, ...wrong }, from)))
    expect((await trySignIn(other, { email, ...wrong }, travelling)).status).toBe(401)
    expect((await trySignIn(other, { email, password }, travelling)).status).toBe(201)
  })

  test('a network that waits keeps nobody out who has signed in from it before, and lets no more guesses at them pass', async () => {
    const { email } = await makePerson(server)
    expect((await trySignIn(other, { email, password }, home)).status).toBe(201)
    await trySignIn(other, { email: 'nobody@example.com' }, home)
    await failedBefore('network', 27)
    await trySignIn(other, { email: 'nobody@example.com' }, home)
    const stranger = await makePerson(server)
    expect(refusals(await trySignIn(other, { ...stranger, password }, home))).toEqual(['rate_limited'])
    expect((await trySignIn(other, { email, password }, home)).status).toBe(201)
    expect((await trySignIn(other, { email, ...wrong }, home)).status).toBe(401)
    await failedBefore('account', 8)
    await trySignIn(other, { email, ...wrong }, home)
    expect(refusals(await trySignIn(other, { email, password }, home))).toEqual(['rate_limited'])
  })

  test('a network is a /64: another address of it waits as well', async () => {
    const { email } = await makePerson(server)
    await trySignIn(other, { email, ...wrong }, home)
    await failedBefore('account', 8)
    await trySignIn(other, { email, ...wrong }, home)
    const beside = at('2001:db8:0:0:ffff::1')
    expect(refusals(await trySignIn(other, { email, password }, beside))).toEqual(['rate_limited'])
    expect((await trySignIn(other, { email, password }, at('2001:db8:0:1::7'))).status).toBe(201)
  })
})

test('of many guesses at once no more pass than one after another', async () => {
  const { email } = await makePerson(server)
  await trySignIn(server, { email, ...wrong })
  await failedBefore('account', 8)
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => trySignIn(n % 2 ? server : other, { email, ...wrong })),
  )
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(statuses).toEqual([401, ...Array<number>(11).fill(429)])
})

test('an address is the same in whatever case the database knows, and as it was written in any', async () => {
  for (const email of ['Ada.Byron@Example.org', 'ÉLODIE@example.org', 'İnci@example.org']) {
    const made = await makePerson(server)
    await db().updateTable('app_user').set({ email }).where('email', '=', made.email).execute()
    expect([email, (await trySignIn(server, { email, password })).status]).toEqual([email, 201])
  }
  const lower = await trySignIn(server, { email: 'ada.byron@example.org', password })
  expect(lower.status).toBe(201)
})

test('who signs in while the password is changed, or the account archived, is not let in by what was', async () => {
  const { email } = await makePerson(server)
  const attempt = () => trySignIn(server, { email, password })
  const change = async () => {
    const password_hash = await hashPassword('another password')
    await db().updateTable('app_user').set({ password_hash }).where('email', '=', email).execute()
  }
  expect(refusals(await whileWaiting(server, 'instance', attempt, change))).toEqual(['invalid_credentials'])
  const archive = () =>
    db().updateTable('app_user').set({ archived_at: sql`now()` }).where('email', '=', email).execute()
  const again = () => trySignIn(server, { email, password: 'another password' })
  expect(refusals(await whileWaiting(server, 'instance', again, archive))).toEqual(['invalid_credentials'])
})
