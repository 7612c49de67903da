import { expect, test } from 'vitest'
import { constantCore, json, raw, refusal, startApi, token } from '../test-support.ts'

test('Core is told the endpoint, its parameters, the query and who asks', async () => {
  const core = constantCore()
  const { url, port } = await startApi(core)
  const headers = {
    ...token,
    'accept-language': 'de',
    'x-request-id': 'r-1',
    'if-match': '"7"',
    'idempotency-key': 'k 1',
    'last-event-id': '12',
    'api-version': '2026-06-26',
  }
  const response = await fetch(`${url}/core/runbooks/12/tasks?stage=startable&search_term=a+b%20c`, {
    headers,
  })
  expect(await response.json()).toEqual({ data: [] })
  expect(core.calls).toEqual([
    {
      endpoint: 'listTasks',
      params: { runbook_id: '12' },
      query: [
        ['stage', 'startable'],
        ['search_term', 'a b c'],
      ],
      document: undefined,
      body: Buffer.alloc(0),
      credential: { kind: 'token', secret: '0123456789abcdef' },
      origin: undefined,
      isOwnOrigin: false,
      userAgent: 'node',
      language: 'de',
      requestId: 'r-1',
      baseUrl: `http://127.0.0.1:${port}`,
      path: '/core/runbooks/12/tasks',
      address: '127.0.0.1',
      ifMatch: '"7"',
      idempotencyKey: 'k 1',
      lastEventId: '12',
      apiVersion: '2026-06-03',
      deadlineMs: 10_000,
    },
  ])
})

test('Core is told the body as it came and as it was understood', async () => {
  const core = constantCore()
  const { url } = await startApi(core)
  const body = '{ "data": {"type": "runbook"} }'
  await fetch(`${url}/core/runbooks`, { method: 'POST', headers: json, body })
  expect(core.calls[0]?.document).toEqual({ data: { type: 'runbook' } })
  expect(Buffer.from(core.calls[0]?.body ?? []).toString()).toBe(body)
})

test('a path id of any length is for Core to judge', async () => {
  const core = constantCore()
  const { url } = await startApi(core)
  await fetch(`${url}/core/runbooks/${'9'.repeat(4000)}`, { headers: token })
  expect(core.calls[0]?.params).toEqual({ id: '9'.repeat(4000) })
})

test('HEAD is answered like GET, without the body', async () => {
  const { url } = await startApi()
  const response = await fetch(`${url}/core/runbooks`, { method: 'HEAD', headers: token })
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
    200,
    '11',
    '',
  ])
})

test('under a sub-path Core is told the path below it, and the sub-path in the base URL', async () => {
  const core = constantCore()
  const { url, port } = await startApi(core, { basePath: '/ops/' })
  await fetch(`${url}/ops/core/runbooks`, { headers: token })
  expect(core.calls[0]).toMatchObject({ baseUrl: `http://127.0.0.1:${port}/ops`, path: '/core/runbooks' })
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 404, code: 'route_not_found' })
})

const forwarded = {
  ...token,
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'run.example',
  'x-forwarded-for': '203.0.113.9',
}

test('X-Forwarded headers of a trusted proxy are believed', async () => {
  const core = constantCore()
  const { url } = await startApi(core, { trustedProxies: ['127.0.0.0/8'] })
  await fetch(`${url}/core/runbooks`, { headers: forwarded })
  expect(core.calls[0]).toMatchObject({ baseUrl: 'https://run.example', address: '203.0.113.9' })
})

test('X-Forwarded headers of anybody else are not', async () => {
  const core = constantCore()
  const { url, port } = await startApi(core, { trustedProxies: ['10.0.0.1'] })
  await fetch(`${url}/core/runbooks`, { headers: forwarded })
  expect(core.calls[0]).toMatchObject({ baseUrl: `http://127.0.0.1:${port}`, address: '127.0.0.1' })
})

test('a URL with scheme and host is a URL', async () => {
  const core = constantCore()
  const { port } = await startApi(core)
  const { status } = await raw(
    port,
    'GET http://a.example/core/runbooks?archived=true HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer x\r\n\r\n',
  )
  expect(status).toBe(200)
  expect(core.calls[0]).toMatchObject({ path: '/core/runbooks', query: [['archived', 'true']] })
})

test('__proto__ in a body is a member like any other and changes nothing else', async () => {
  const core = constantCore()
  const { url } = await startApi(core)
  const body = '{"data":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}'
  await fetch(`${url}/core/runbooks`, { method: 'POST', headers: json, body })
  expect(JSON.stringify(core.calls[0]?.document)).toBe(body)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
