import { expect, test } from 'vitest'
import { constantCore, startApi, token } from '../test-support.ts'

const corsOrigins = ['https://wiki.example']
const preflight = {
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'PATCH', origin: 'https://wiki.example' },
}

test('a preflight of an allowed origin is answered without a token', async () => {
  const { url } = await startApi(constantCore(), { corsOrigins })
  const { status, headers } = await fetch(`${url}/core/runbooks/7`, preflight)
  expect([status, headers.get('access-control-allow-origin')]).toEqual([200, 'https://wiki.example'])
  expect(headers.get('access-control-allow-headers')).toContain('Authorization')
  expect(headers.get('access-control-allow-methods')).toContain('PATCH')
})

test('a preflight of another origin is a request like any other', async () => {
  const { url } = await startApi(constantCore(), { corsOrigins })
  const headers = { ...preflight.headers, origin: 'https://evil.example' }
  expect((await fetch(`${url}/core/runbooks/7`, { ...preflight, headers })).status).toBe(401)
  expect(
    (await fetch(`${url}/core/runbooks/7`, { ...preflight, headers: { ...headers, ...token } })).status,
  ).toBe(405)
})

test('answers and refusals can be read by allowed origins only', async () => {
  const { url } = await startApi(constantCore(), { corsOrigins })
  const ask = (path: string, origin: string) => fetch(`${url}${path}`, { headers: { ...token, origin } })
  for (const path of ['/core/runbooks', '/core/nothing']) {
    const allowed = await ask(path, 'https://wiki.example')
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://wiki.example')
    expect(allowed.headers.get('access-control-expose-headers')).toContain('X-Request-Id')
    const other = await ask(path, 'https://evil.example')
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    expect(other.headers.get('vary')).toBe('Origin')
  }
})

test('without a list no other origin is let in, and nothing depends on the origin', async () => {
  const { url } = await startApi()
  const origin = 'https://wiki.example'
  const { headers } = await fetch(`${url}/core/runbooks`, { headers: { ...token, origin } })
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(headers.get('vary')).toBeNull()
  expect((await fetch(`${url}/core/runbooks/7`, preflight)).status).toBe(401)
})

test.each([[corsOrigins], [['*']]])(
  'sessions do not cross origins, whoever is let in: %j',
  async (origins) => {
    const { url } = await startApi(constantCore(), { corsOrigins: origins })
    for (const init of [preflight, { headers: { ...token, origin: 'https://wiki.example' } }]) {
      const { headers } = await fetch(`${url}/core/runbooks/7`, init)
      expect(headers.get('access-control-allow-origin')).toBe('https://wiki.example')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  },
)

test('what a client branches on can be read by a page elsewhere', async () => {
  const { url } = await startApi(constantCore(), { corsOrigins })
  const { headers } = await fetch(`${url}/core/runbooks`, {
    headers: { ...token, origin: 'https://wiki.example' },
  })
  const exposed = (headers.get('access-control-expose-headers') ?? '').split(', ')
  for (const name of ['ETag', 'RateLimit-Remaining', 'Retry-After', 'Idempotency-Replayed', 'X-Request-Id'])
    expect(exposed).toContain(name)
})
