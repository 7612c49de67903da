import { expect, test } from 'vitest'
import { constantCore, refusal, startApi, token } from '../test-support.ts'

const pages = { '/docs': () => ({ type: 'text/html; charset=utf-8', body: '<h1>Runsheet</h1>' }) }

test('pages are served without a token, and nothing in them may run that is not ours', async () => {
  const { url } = await startApi(constantCore(), { pages })
  const response = await fetch(`${url}/docs?x=1`)
  expect([response.status, await response.text()]).toEqual([200, '<h1>Runsheet</h1>'])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('the root leads to the documentation, also under a sub-path', async () => {
  const { url } = await startApi()
  const response = await fetch(url, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, '/docs'])
  const below = await startApi(constantCore(), { basePath: '/ops', pages })
  const root = await fetch(`${below.url}/ops`, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, '/ops/docs'])
  expect((await fetch(`${below.url}/ops/docs`)).status).toBe(200)
})

test('a page has no other method than GET and HEAD', async () => {
  const { url } = await startApi(constantCore(), { pages })
  const refused = await refusal(`${url}/docs`, { method: 'POST', body: 'x' })
  expect(refused).toMatchObject({ status: 405, code: 'method_not_allowed' })
  expect(refused.headers.get('allow')).toBe('GET, HEAD')
})

test('the api is ready while Core is', async () => {
  const core = { ...constantCore(), ready: () => Promise.resolve(true) }
  const { url } = await startApi(core)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  core.ready = () => Promise.resolve(false)
  expect(await refusal(`${url}/readyz`)).toMatchObject({ status: 503, code: 'core_unavailable' })
  core.ready = () => Promise.reject(new Error('no database'))
  expect(await refusal(`${url}/readyz`)).toMatchObject({ status: 503 })
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
})

test('metrics count answers by endpoint and status', async () => {
  const { url } = await startApi()
  await fetch(`${url}/core/runbooks`, { headers: token })
  await refusal(`${url}/core/runbooks?x=1`)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('runsheet_api_requests_total{endpoint="listRunbooks",status="200"} 1')
  expect(text).toContain('runsheet_api_requests_total{endpoint="listRunbooks",status="400"} 1')
  expect(text).toContain('runsheet_api_request_duration_seconds_count{endpoint="listRunbooks"} 2')
})
