import {
  type Browser,
  browserWith,
  dataOf,
  refusals,
  signIn,
  startTestServer,
  type TestServer,
  trySignIn,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { resetOwner } from '../people/create-owner.ts'
import { makePerson, password } from '../sessions/test-support.ts'
import { addSecondFactor, authenticatorOf, forgetSteps } from './test-support.ts'
import { codeAt } from './totp.ts'

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
beforeEach(() => db().deleteFrom('sign_in_failure').execute())

const db = () => server.core.database.writes
const path = '/core/me/second_factor'

/** Somebody with a second factor, in a browser. */
async function secured() {
  const { id, email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const added = await addSecondFactor(browser, password)
  return { id, email, ...added, browser: browserWith(server, added.cookie) }
}

const lastEvents = (limit: number) =>
  db().selectFrom('event').select(['name', 'payload']).orderBy('id', 'desc').limit(limit).execute()

test('a second factor is begun with the password and holds from its first code on', async () => {
  const { email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const attributes = async () => dataOf(await browser.send('GET', path))['attributes']
  expect(await attributes()).toEqual({ enabled: false, confirmed_at: null, recovery_codes_left: 0 })
  expect(refusals(await browser.send('POST', path))).toEqual(['missing_meta /meta/current_password'])
  expect(refusals(await browser.send('POST', path, { meta: { current_password: 'no' } }))).toEqual([
    'wrong_password /meta/current_password',
  ])
  const begun = dataOf(await browser.send('POST', path, { meta: { current_password: password } }))
  const { secret, uri } = begun['attributes']
  expect(new URL(uri as string).searchParams.get('secret')).toBe(secret)
  expect(await attributes()).toMatchObject({ enabled: false })
  expect((await trySignIn(server, { email, password })).status).toBe(201)

  const far = codeAt(secret as string, Date.now() - 3_600_000)
  expect(refusals(await browser.send('PATCH', path, { meta: { code: far } }))).toEqual([
    'wrong_code /meta/code',
  ])
  const code = authenticatorOf(secret as string).code()
  const confirmed = await browser.send('PATCH', path, { meta: { code } })
  const told = dataOf(confirmed)['attributes']
  expect(told).toMatchObject({ enabled: true, recovery_codes_left: 10 })
  expect(new Set(told['recovery_codes']).size).toBe(10)
  expect(told['recovery_codes'][0]).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
  const renewed = browserWith(server, confirmed.headers.get('set-cookie')?.split(';')[0] ?? '')
  expect(renewed.cookie).not.toBe(browser.cookie)
  const me = dataOf(await renewed.send('GET', '/core/me'))['attributes']
  expect(me).toMatchObject({ has_second_factor: true, email })
  const [event] = await lastEvents(1)
  expect(event?.name).toBe('second_factor.added')
  expect(JSON.parse(event?.payload ?? '').things[0].changes).toEqual({
    second_factor: ['not confirmed', 'authenticator'],
  })
  expect(refusals(await renewed.send('POST', path, { meta: { current_password: password } }))).toEqual([
    'second_factor_on',
  ])
  expect(refusals(await renewed.send('PATCH', path, { meta: { code } }))).toEqual(['second_factor_on'])
})

test('signing in asks for the code only after the right password, and each code is good for once', async () => {
  const { email, authenticator } = await secured()
  const without = await trySignIn(server, { email, password })
  expect([without.status, ...refusals(without)]).toEqual([401, 'second_factor_required'])
  expect(without.headers.get('set-cookie')).toBeNull()
  expect(refusals(await trySignIn(server, { email, password: 'not it' }))).toEqual(['invalid_credentials'])
  const code = authenticator.code()
  expect(refusals(await trySignIn(server, { email, password: 'not it', code }))).toEqual([
    'invalid_credentials',
  ])
  expect(refusals(await trySignIn(server, { email, password, code: '000000' }))).toEqual([
    'invalid_credentials',
  ])
  expect((await trySignIn(server, { email, password, code })).status).toBe(201)
  expect(refusals(await trySignIn(other, { email, password, code }))).toEqual(['invalid_credentials'])
  expect((await trySignIn(other, { email, password, code: authenticator.code() })).status).toBe(201)
  const [event] = await lastEvents(1)
  expect(JSON.parse(event?.payload ?? '').things[0].changes).toMatchObject({ second_factor: [null, 'code'] })
})

test('of two requests with one code at the same time one gets in', async () => {
  const { email, authenticator } = await secured()
  const code = authenticator.code()
  const answers = await Promise.all([server, other].map((at) => trySignIn(at, { email, password, code })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
})

test('who has no second factor and sends a code is told so, after the right password only', async () => {
  const { email } = await makePerson(server)
  expect(refusals(await trySignIn(server, { email, password, code: '123456' }))).toEqual([
    'second_factor_off /data/attributes/code',
  ])
  expect(refusals(await trySignIn(server, { email, password: 'no', code: '123456' }))).toEqual([
    'invalid_credentials',
  ])
})

test('a recovery code gets in once, however it is written', async () => {
  const { email, recoveryCodes, browser } = await secured()
  const [first = '', second = ''] = recoveryCodes
  const code = first.replaceAll('-', ' ').toUpperCase()
  expect((await trySignIn(server, { email, password, code })).status).toBe(201)
  const [event] = await lastEvents(1)
  expect(JSON.parse(event?.payload ?? '').things[0].changes).toMatchObject({
    second_factor: [null, 'recovery code'],
  })
  expect(refusals(await trySignIn(server, { email, password, code: first }))).toEqual(['invalid_credentials'])
  expect(dataOf(await browser.send('GET', path))['attributes'].recovery_codes_left).toBe(9)
  expect((await trySignIn(server, { email, password, code: second })).status).toBe(201)
})

test('new recovery codes take the place of the old ones', async () => {
  const { email, recoveryCodes, authenticator, browser } = await secured()
  const make = (meta: object) => browser.send('POST', `${path}/recovery_codes`, { meta })
  expect(refusals(await make({ current_password: password }))).toEqual(['missing_meta /meta/code'])
  const made = await make({ current_password: password, code: authenticator.code() })
  const codes = dataOf(made)['attributes'].recovery_codes as string[]
  expect(codes).toHaveLength(10)
  expect((await lastEvents(1))[0]?.name).toBe('recovery_codes.made')
  expect(refusals(await trySignIn(server, { email, password, code: recoveryCodes[0] ?? '' }))).toEqual([
    'invalid_credentials',
  ])
  expect((await trySignIn(server, { email, password, code: codes[0] ?? '' })).status).toBe(201)
})

test('ending it needs password and code, and then the password is enough again', async () => {
  const { email, recoveryCodes, authenticator, browser } = await secured()
  const end = (by: Browser, meta: object) => by.send('DELETE', path, { meta })
  const code = authenticator.code()
  expect(refusals(await end(browser, { code }))).toEqual(['missing_meta /meta/current_password'])
  expect(refusals(await end(browser, { current_password: 'no', code }))).toEqual([
    'wrong_password /meta/current_password',
  ])
  expect(refusals(await end(browser, { current_password: password, code: '000000' }))).toEqual([
    'wrong_code /meta/code',
  ])
  const ended = await end(browser, { current_password: password, code })
  expect(ended.status).toBe(204)
  expect((await lastEvents(1))[0]?.name).toBe('second_factor.removed')
  const renewed = browserWith(server, ended.headers.get('set-cookie')?.split(';')[0] ?? '')
  expect(dataOf(await renewed.send('GET', '/core/me'))['attributes'].has_second_factor).toBe(false)
  expect((await trySignIn(server, { email, password })).status).toBe(201)
  expect(refusals(await end(renewed, { current_password: password, code: recoveryCodes[0] }))).toEqual([
    'second_factor_off /meta/code',
  ])
})

test('guesses at the code wait for everybody who knows the password, wherever they are, but not a recovery code', async () => {
  const { email, recoveryCodes, authenticator } = await secured()
  const from = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` })
  for (let n = 0; n < 6; n++)
    expect((await trySignIn(other, { email, password, code: '000000' }, from(n))).status).toBe(401)
  const late = await trySignIn(other, { email, password, code: authenticator.code() }, from(7))
  expect(refusals(late)).toEqual(['rate_limited'])
  await sql`update sign_in_failure set failures = 40, waits_until = now() where subject like 'code %'`.execute(
    db(),
  )
  await trySignIn(other, { email, password, code: '000000' }, from(8))
  const early = await trySignIn(other, { email, password, code: '000000' }, from(9))
  expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(3_000)
  const code = recoveryCodes[0] ?? ''
  expect((await trySignIn(other, { email, password, code }, from(10))).status).toBe(201)
})

test('being asked for the code is no failure, so nobody waits for having a second factor', async () => {
  const { email } = await secured()
  for (let n = 0; n < 8; n++)
    expect(refusals(await trySignIn(server, { email, password }))).toEqual(['second_factor_required'])
})

test('a change of the second factor by what was is refused', async () => {
  const { browser, authenticator } = await secured()
  const meta = { current_password: password, code: authenticator.code() }
  expect(refusals(await browser.send('DELETE', path, { meta }, { 'if-match': '"1"' }))).toEqual([
    'stale_resource If-Match',
  ])
})

test('neither log nor database holds the secret or a recovery code', async () => {
  const { authenticator, recoveryCodes } = await secured()
  const { rows } = await sql<{ text: string }>`
    select (select jsonb_agg(e)::text from event e) || (select jsonb_agg(f)::text from second_factor f)
      || (select jsonb_agg(r)::text from recovery_code r) || coalesce((select jsonb_agg(k)::text from idempotency_key k), '') as text`.execute(
    db(),
  )
  for (const secret of [authenticator.secret, ...recoveryCodes]) {
    expect(rows[0]?.text).not.toContain(secret)
    expect(rows[0]?.text).not.toContain(secret.replaceAll('-', ''))
    expect(rows[0]?.text).not.toContain(Buffer.from(secret).toString('hex'))
  }
})

test('a repeat of the begin or the confirmation shows the same secrets, to the same browser', async () => {
  const { email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const repeated = async (method: string, key: string, meta: object) => {
    const send = () => browser.send(method, path, { meta }, { 'idempotency-key': key })
    const [first, again] = [await send(), await send()]
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.document).toEqual(first.document)
    return dataOf(first)['attributes']
  }
  const { secret } = await repeated('POST', 'begin', { current_password: password })
  const code = authenticatorOf(secret as string).code()
  expect((await repeated('PATCH', 'confirm', { code }))['recovery_codes']).toHaveLength(10)
})

test('whoever holds the machine gets the Owner in without the second factor, and the log has it', async () => {
  const owner = await signIn(server)
  await addSecondFactor(owner, 'correct horse')
  await forgetSteps(server)
  expect(refusals(await trySignIn(server))).toEqual(['second_factor_required'])
  const made = await resetOwner(server.core.database)
  expect((await trySignIn(server, { password: made?.password ?? '' })).status).toBe(201)
  const reset = (await lastEvents(2)).find(({ name }) => name === 'user.updated')
  expect(JSON.parse(reset?.payload ?? '').things[0].changes).toMatchObject({
    second_factor: ['authenticator', null],
  })
})

test('without a second factor there is none to confirm, and no codes to make', async () => {
  const { email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  const confirmed = await browser.send('PATCH', path, { meta: { code: '123456' } })
  expect(refusals(confirmed)).toEqual(['second_factor_off /meta/code'])
  const codes = (meta: object) => browser.send('POST', `${path}/recovery_codes`, { meta })
  expect(refusals(await codes({ current_password: password, code: '123456' }))).toEqual([
    'second_factor_off /meta/code',
  ])
  const { browser: hers } = await secured()
  expect(
    refusals(
      await hers.send('POST', `${path}/recovery_codes`, {
        meta: { current_password: 'no', code: '123456' },
      }),
    ),
  ).toEqual(['wrong_password /meta/current_password'])
})
