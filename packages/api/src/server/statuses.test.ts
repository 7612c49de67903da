import type { CancelSignal } from '@runsheet/contract'
import { AppError, detailOf, type Language, problem, refuse } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { codeOf, constantCore, raw, refusal, startApi, token } from '../test-support.ts'

test.each([
  ['no header', {}],
  ['another scheme', { authorization: 'Basic YTpi' }],
  ['no token', { authorization: 'Bearer' }],
  ['two words', { authorization: 'Bearer a b' }],
  ['characters that no token has', { authorization: 'Bearer "abc"' }],
])('401 unauthorized for %s, with a challenge', async (_name, headers) => {
  const { url } = await startApi()
  const refused = await refusal(`${url}/core/runbooks`, { headers })
  expect(refused).toMatchObject({ status: 401, code: 'unauthorized' })
  expect(refused.headers.get('www-authenticate')).toBe('Bearer')
})

test('401 for two Authorization headers, of which only one could be meant', async () => {
  const { port } = await startApi()
  const answer = await raw(
    port,
    'GET /core/runbooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n',
  )
  expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorized'])
})

test('401 of Core passes with a challenge', async () => {
  const { url } = await startApi(constantCore(() => Promise.reject(refuse('invalid_token'))))
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 401, code: 'invalid_token' })
  expect(refused.headers.get('www-authenticate')).toBe('Bearer')
})

test.each([
  ['PUT', '/core/runbooks', 'method_not_allowed', 'GET, HEAD, POST'],
  ['DELETE', '/core/runbooks/7/start', 'method_not_allowed', 'PATCH'],
  ['GET', '/core/runbooks/7/tasks/import', 'method_not_allowed', 'POST'],
  ['OPTIONS', '/core/runbooks', 'method_not_allowed', 'GET, HEAD, POST'],
  ['PROPFIND', '/core/runbooks', 'method_not_allowed', 'GET, HEAD, POST'],
  ['GET', '/core/nothing', 'endpoint_not_implemented', ''],
  ['GET', '/core', 'endpoint_not_implemented', ''],
  ['POST', '/core/runbooks/', 'endpoint_not_implemented', ''],
  ['GET', '/core/runbooks%2F7', 'endpoint_not_implemented', ''],
  ['GET', '/core/runbooks/7/tasks/8/9', 'endpoint_not_implemented', ''],
])('405 for %s %s: %s, Allow: %j', async (method, path, code, allow) => {
  const { url } = await startApi()
  const refused = await refusal(`${url}${path}`, { method })
  expect(refused).toMatchObject({ status: 405, code })
  expect(refused.headers.get('allow')).toBe(allow)
})

test('404 route_not_found for a path outside /core, with or without a token', async () => {
  const { url } = await startApi()
  expect(await refusal(`${url}/cores`)).toMatchObject({ status: 404, code: 'route_not_found' })
  expect(await refusal(`${url}/api`, { headers: {} })).toMatchObject({ status: 404, code: 'route_not_found' })
})

test('429 says when to come back, in the header and in meta', async () => {
  const { url } = await startApi(constantCore(), { rateLimit: { requests: 2, seconds: 60 } })
  const first = await fetch(`${url}/core/runbooks`, { headers: token })
  expect([
    first.headers.get('ratelimit-limit'),
    first.headers.get('ratelimit-remaining'),
    first.headers.get('ratelimit-reset'),
  ]).toEqual(['2', '1', '30'])
  await fetch(`${url}/core/runbooks`, { headers: token })
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 429, code: 'rate_limited', error: { meta: { retry_after: 30 } } })
  expect(refused.headers.get('retry-after')).toBe('30')
  expect(refused.headers.get('ratelimit-remaining')).toBe('0')
  const other = await fetch(`${url}/core/runbooks`, { headers: { authorization: 'Bearer other' } })
  expect(other.status).toBe(200)
})

test('500 tells the id of the log entry and nothing of the fault', async () => {
  const fault = new Error('relation "secrets" does not exist', { cause: new Error('password=hunter2') })
  const { url, lines } = await startApi(constantCore(() => Promise.reject(fault)))
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 500, code: 'internal_error' })
  expect(JSON.stringify(refused.error)).not.toMatch(/secrets|hunter2|\.ts/)
  const logged = lines.find(({ msg }) => msg === 'fault')
  expect(logged).toMatchObject({ request_id: refused.error.id })
  expect(JSON.stringify(logged)).toContain('relation \\"secrets\\"')
})

test('500 when Core answers a status that is not on the page of errors', async () => {
  const { url } = await startApi(constantCore({ status: 418, headers: {}, body: 'teapot' }))
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 500, code: 'internal_error' })
})

test('500 when an answer cannot be written', async () => {
  const { url } = await startApi(constantCore({ status: 200, headers: { etag: 'a\nb' }, body: '{}' }))
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 500, code: 'internal_error' })
  expect(refused.headers.get('etag')).toBeNull()
})

test('501 when Core does not know the endpoint, with both versions', async () => {
  const { url } = await startApi(
    constantCore(() => Promise.reject(refuse('route_not_found', { path: '/core/runbooks' }))),
  )
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({
    status: 501,
    code: 'core_outdated',
    error: { meta: { minimum_core_version: '2026.1.0', core_version: '2026.1.0' } },
  })
})

test('503 of Core says when to come back', async () => {
  const { url } = await startApi(constantCore(() => Promise.reject(refuse('storage_full'))))
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 503, code: 'storage_full' })
  expect(refused.headers.get('retry-after')).toBe('2')
})

test('504 when Core in the same process does not answer, and Core is told to stop', async () => {
  let told: CancelSignal | undefined
  const core = constantCore((_call, signal) => {
    told = signal
    return new Promise(() => {})
  })
  const { url } = await startApi(core, { coreTimeoutMs: 50 })
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 504, code: 'core_timeout' })
  expect(told?.aborted).toBe(true)
})

test('403, 404 and 422 are what Core says, with all their problems', async () => {
  const problems = [problem('blank', { name: 'name' }), problem('read_only', { name: 'stage' })]
  const { url } = await startApi(constantCore(() => Promise.reject(new AppError(problems))))
  const response = await fetch(`${url}/core/runbooks`, { headers: token })
  const { errors } = (await response.json()) as { errors: { code: string }[] }
  expect([response.status, errors.map(({ code }) => code)]).toEqual([422, ['blank', 'read_only']])
})

test.each([
  ['de', 'de'],
  ['fr-CA, en;q=0.5', 'fr'],
  ['ja;q=0.9, es', 'es'],
  ['it', 'en'],
])('errors speak the language that the caller likes best: %s', async (accepted, language) => {
  const { url } = await startApi()
  const headers = { ...token, 'accept-language': accepted }
  const refused = await refusal(`${url}/core/nothing`, { headers })
  const about = { method: 'GET', path: '/core/nothing' }
  expect(refused.headers.get('content-language')).toBe(language)
  expect(refused.detail).toBe(detailOf(problem('endpoint_not_implemented', about), language as Language))
})

test('the request id is taken from the caller, or made; it is returned, logged and the id of the error', async () => {
  const { url, lines } = await startApi()
  const given = await refusal(`${url}/core/nothing`, {
    headers: { ...token, 'x-request-id': 'trace:7.a_b-c' },
  })
  expect([given.headers.get('x-request-id'), given.error.id]).toEqual(['trace:7.a_b-c', 'trace:7.a_b-c'])
  const made = await refusal(`${url}/core/nothing`, { headers: { ...token, 'x-request-id': 'a b' } })
  expect(made.error.id).toMatch(/^[0-9a-f-]{36}$/)
  expect(made.headers.get('x-request-id')).toBe(made.error.id)
  expect(lines.map(({ request_id }) => request_id)).toEqual(['trace:7.a_b-c', made.error.id])
})

test('the log has one line for a request, without its query, token or body', async () => {
  const { url, lines } = await startApi()
  await fetch(`${url}/core/runbooks/7/tasks?search_term=hush`, { headers: token })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    method: 'GET',
    path: '/core/runbooks/7/tasks',
    status: 200,
    endpoint: 'listTasks',
    address: '127.0.0.1',
  })
  expect(JSON.stringify(lines)).not.toMatch(/hush|0123456789abcdef/)
})
