import { refuse } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { constantCore, refusal, startApi, token } from '../test-support.ts'
import { isOwnOrigin } from './own-origin.ts'

const secret = '0123456789abcdef'.repeat(3)
const cookie = `theme=dark; runsheet_session=${secret}; other=1`
const session = { kind: 'session', secret }

async function toldOf(headers: Record<string, string>) {
  const core = constantCore()
  const { url } = await startApi(core)
  const { status } = await fetch(`${url}/core/runbooks`, { headers })
  return [status, core.calls[0]?.credential]
}

test('a request without Authorization is known by the session of its cookie', async () => {
  expect(await toldOf({ cookie })).toEqual([200, session])
})

test('a token counts before a session; a header that is no token leaves the session', async () => {
  expect(await toldOf({ ...token, cookie })).toEqual([200, { kind: 'token', secret: '0123456789abcdef' }])
  expect(await toldOf({ authorization: 'Basic dTpw', cookie })).toEqual([200, session])
})

test.each([
  `runsheet_session=${secret.slice(1)}`,
  `runsheet_session=${secret}0`,
  'runsheet_session=',
  `xrunsheet_session=${secret}`,
  `runsheet_session="${secret}"`,
])('the cookie %s is no session', async (text) => {
  expect(await toldOf({ cookie: text })).toEqual([401, undefined])
})

test('a session has a limit like that of a token', async () => {
  const { url } = await startApi(constantCore(), { rateLimit: { requests: 1, seconds: 3600 } })
  const ask = (headers: Record<string, string>) =>
    fetch(`${url}/core/runbooks`, { headers }).then(({ status }) => status)
  expect([await ask({ cookie }), await ask({ cookie }), await ask(token)]).toEqual([200, 429, 200])
})

const attempt = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"data":{"type":"session","attributes":{"email":"a","password":"b"}}}',
}

test('signing in needs no token, is told none, and its attempts are paid by the address', async () => {
  const core = constantCore(() => Promise.reject(refuse('invalid_credentials')))
  const { url, lines } = await startApi(core, { addressLimit: { requests: 2, seconds: 3600 } })
  const known = { ...attempt, headers: { ...attempt.headers, ...token, cookie } }
  expect(await refusal(`${url}/core/sessions`, known)).toMatchObject({
    status: 401,
    code: 'invalid_credentials',
  })
  expect(core.calls[0]).toMatchObject({ endpoint: 'signIn', credential: undefined, userAgent: 'node' })
  expect(await refusal(`${url}/core/sessions`, attempt)).toMatchObject({ status: 401 })
  expect(await refusal(`${url}/core/sessions`, attempt)).toMatchObject({ status: 429, code: 'rate_limited' })
  expect(JSON.stringify(lines)).not.toMatch(/0123456789abcdef|password/)
})

test('an idempotency key, which is remembered with its caller, is refused where nobody knows the caller', async () => {
  const { url } = await startApi()
  const headers = { ...attempt.headers, 'idempotency-key': 'k' }
  expect(await refusal(`${url}/core/sessions`, { ...attempt, headers })).toMatchObject({
    status: 400,
    code: 'invalid_header',
  })
})

test('Core is told the origin, and whether it is our own', async () => {
  const core = constantCore()
  const { url } = await startApi(core)
  for (const origin of [url, 'https://evil.example'])
    await fetch(`${url}/core/runbooks`, { headers: { cookie, origin } })
  expect(core.calls.map(({ origin, isOwnOrigin: own }) => [origin, own])).toEqual([
    [url, true],
    ['https://evil.example', false],
  ])
})

test.each([
  ['https://run.example', true],
  ['https://public.example', true],
  ['https://wiki.example', true],
  ['http://run.example', false],
  ['https://run.example:8443', false],
  ['https://run.example.evil.example', false],
  ['null', false],
  [undefined, false],
])('the origin %s is our own: %s', (sent, own) => {
  const settings = { publicUrl: 'https://public.example/ops', corsOrigins: ['https://wiki.example', '*'] }
  expect(isOwnOrigin(sent, 'https://run.example', settings)).toBe(own)
})
