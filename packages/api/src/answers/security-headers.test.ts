import { expect, test } from 'vitest'
import { constantCore, raw, startApi, token } from '../test-support.ts'
import { securityHeaders } from './security-headers.ts'

const pages = { '/docs': () => ({ type: 'text/html; charset=utf-8', body: '<h1>Reference</h1>' }) }

test.each([
  ['an answer', '/core/runbooks', { headers: token }, 200],
  ['a refusal', '/core/runbooks', {}, 401],
  ['what is no endpoint', '/core/nothing', { headers: token }, 405],
  ['what is no page', '/nothing', {}, 404],
  ['a preflight', '/core/runbooks', preflight(), 200],
  ['a file', '/healthz', {}, 200],
])('%s has the headers that keep browsers from misusing it', async (_name, path, init, status) => {
  const { url } = await startApi(constantCore(), { pages, corsOrigins: ['https://wiki.example'] })
  const answer = await fetch(url + path, init)
  const { 'content-security-policy': _policy, ...others } = securityHeaders
  expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([status, others])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

function preflight(): RequestInit {
  return {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'PATCH', origin: 'https://wiki.example' },
  }
}

test('so has the answer to what is no HTTP', async () => {
  const { port } = await startApi()
  const { head } = await raw(port, 'hello\r\n\r\n')
  for (const [name, value] of Object.entries(securityHeaders)) expect(head).toContain(`${name}: ${value}`)
})

test('a page lets in its own scripts, styles and pictures, and nothing inline or from elsewhere', async () => {
  const { url } = await startApi(constantCore(), { pages })
  const policy = (await fetch(`${url}/docs`)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test.each([
  ['https', true, 'max-age=31536000'],
  ['http', true, null],
  ['https', false, null],
])(
  'TLS is asked for ever after only when a proxy that is believed says so: %s, %s',
  async (proto, trusted, told) => {
    const { url } = await startApi(constantCore(), { trustedProxies: trusted ? ['127.0.0.1'] : [] })
    for (const path of ['/core/runbooks', '/healthz']) {
      const { headers } = await fetch(url + path, { headers: { ...token, 'x-forwarded-proto': proto } })
      expect(headers.get('strict-transport-security')).toBe(told)
    }
  },
)
