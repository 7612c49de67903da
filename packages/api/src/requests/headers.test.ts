import { expect, test } from 'vitest'
import { codeOf, constantCore, raw, refusal, startApi, token } from '../test-support.ts'

test.each([
  ['api-version', '2022-02-21', 'invalid_api_version'],
  ['api-version', '2022-02-30', 'invalid_api_version'],
  ['api-version', 'latest', 'invalid_api_version'],
  ['core-url', 'your-instance.example', 'invalid_core_url'],
  ['core-url', 'ftp://your-instance.example', 'invalid_core_url'],
  ['core-url', 'https:your-instance.example', 'invalid_core_url'],
  ['core-url', 'https://a.example, https://b.example', 'invalid_core_url'],
  ['accept', 'text/html', 'not_acceptable'],
  ['accept', 'application/json;q=0', 'not_acceptable'],
  ['accept', 'application/*;q=0, text/*', 'not_acceptable'],
  ['idempotency-key', 'ü', 'invalid_header'],
  ['idempotency-key', 'k'.repeat(256), 'invalid_header'],
  ['if-match', '7', 'invalid_header'],
  ['if-match', '"7', 'invalid_header'],
  ['content-encoding', 'gzip', 'invalid_header'],
])('%s: %s is refused as %s', async (name, value, code) => {
  const { url } = await startApi()
  const refused = await refusal(`${url}/core/runbooks`, { headers: { ...token, [name]: value } })
  expect(refused).toMatchObject({ status: 400, code })
  expect(JSON.stringify(refused.error.source).toLowerCase()).toBe(`{"header":"${name}"}`)
})

test.each([
  ['api-version', '2022-02-22'],
  ['api-version', '2031-12-31'],
  ['core-url', 'https://your-instance.example'],
  ['core-url', 'HTTP://127.0.0.1:8080/'],
  ['accept', '*/*'],
  ['accept', 'application/vnd.api+json'],
  ['accept', 'text/html, application/xhtml+xml, */*;q=0.8'],
  ['accept', 'text/html, image/gif, *; q=.2, */*; q=.2'],
  ['accept', 'application/json'],
  ['idempotency-key', 'k'.repeat(255)],
  ['if-match', '*'],
  ['if-match', 'W/"7", "8"'],
  ['content-encoding', 'identity'],
])('%s: %s is taken', async (name, value) => {
  const { url } = await startApi()
  const { status } = await fetch(`${url}/core/runbooks`, { headers: { ...token, [name]: value } })
  expect(status).toBe(200)
})

test.each([
  ['application/vnd.api+json', 'application/vnd.api+json'],
  ['Application/vnd.api+json; q=0.9, */*; q=0.8', 'application/vnd.api+json'],
  ['application/vnd.api+json, application/json', 'application/json'],
  ['application/vnd.api+json;q=0.5, application/*', 'application/json'],
  ['application/json, text/plain, */*', 'application/json'],
])('who accepts %s is answered with %s, be it a success or a refusal', async (accept, type) => {
  const { url } = await startApi()
  for (const [path, status] of [
    ['/core/runbooks', 200],
    ['/core/runbooks?colour=red', 400],
    ['/core/nothing', 405],
  ] as const) {
    const answer = await fetch(`${url}${path}`, { headers: { ...token, accept } })
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([status, type])
  }
})

test('a file may be asked for as what it is', async () => {
  const { url } = await startApi()
  const headers = { ...token, accept: 'text/csv' }
  expect((await fetch(`${url}/core/runbooks/7/tasks/export`, { headers })).status).toBe(200)
  expect((await fetch(`${url}/core/runbooks/7/tasks`, { headers })).status).toBe(400)
})

const request = (...lines: string[]) => `${lines.join('\r\n')}\r\nAuthorization: Bearer x\r\n\r\n`

test.each([
  ['without Host', request('GET /core/runbooks HTTP/1.1'), 'invalid_header'],
  ['with two Hosts', request('GET /core/runbooks HTTP/1.1', 'Host: a', 'Host: b'), 'invalid_header'],
  ['with a Host that is none', request('GET /core/runbooks HTTP/1.1', 'Host: a/b'), 'invalid_header'],
  [
    'that expects the unknown',
    request('GET /core/runbooks HTTP/1.1', 'Host: a', 'Expect: cake'),
    'invalid_header',
  ],
])('a request %s is refused', async (_name, bytes, code) => {
  const { port } = await startApi()
  const answer = await raw(port, bytes)
  expect([answer.status, codeOf(answer)]).toEqual([400, code])
})

test('HTTP/1.0 needs no Host', async () => {
  const core = constantCore()
  const { port } = await startApi(core)
  const { status } = await raw(port, request('GET /core/runbooks HTTP/1.0'))
  expect([status, core.calls[0]?.baseUrl]).toEqual([200, `http://127.0.0.1:${port}`])
})

test('with a map of Cores, Core-Url chooses one by its host, and an unknown host is refused', async () => {
  const [main, other] = [constantCore(), constantCore()]
  const { url } = await startApi(main, { cores: { 'https://emea.example': other, 'apac.example': main } })
  const ask = (coreUrl: string) =>
    fetch(`${url}/core/runbooks`, { headers: { ...token, 'core-url': coreUrl } })
  expect((await ask('https://EMEA.example/')).status).toBe(200)
  expect([main.calls.length, other.calls.length]).toEqual([0, 1])
  expect((await ask('https://apac.example')).status).toBe(200)
  expect([main.calls.length, other.calls.length]).toEqual([1, 1])
  expect(
    await refusal(`${url}/core/runbooks`, { headers: { ...token, 'core-url': 'https://mars.example' } }),
  ).toMatchObject({ status: 400, code: 'invalid_core_url' })
})
