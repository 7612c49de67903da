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
