import { expect, test } from 'vitest'
import { codeOf, constantCore, json, raw, refusal, startApi, token } from '../test-support.ts'

const oneRequest = { requests: 1, seconds: 3600 }

test('a malformed URL is judged before the limit of the address', async () => {
  const { url } = await startApi(constantCore(), { addressLimit: oneRequest })
  await refusal(`${url}/core/runbooks`, { headers: {} })
  expect(await refusal(`${url}/core/runbooks/%ff`, { headers: {} })).toMatchObject({
    status: 400,
    code: 'bad_request',
  })
})

test('the limit of the address is judged before the token is missed', async () => {
  const { url } = await startApi(constantCore(), { addressLimit: oneRequest })
  expect(await refusal(`${url}/core/runbooks`, { headers: {} })).toMatchObject({ status: 401 })
  expect(await refusal(`${url}/core/runbooks`, { headers: {} })).toMatchObject({ status: 429 })
})

test('a missing token is judged before a missing endpoint, headers, parameters and bodies', async () => {
  const { url } = await startApi()
  const headers = { 'api-version': 'soon', 'content-type': 'text/html' }
  expect(await refusal(`${url}/core/nothing?x=1`, { method: 'POST', headers, body: '{' })).toMatchObject({
    status: 401,
    code: 'unauthorized',
  })
})

test('the limit of the token is judged before a missing endpoint', async () => {
  const { url } = await startApi(constantCore(), { rateLimit: oneRequest })
  expect(await refusal(`${url}/core/nothing`)).toMatchObject({ status: 405 })
  expect(await refusal(`${url}/core/nothing`)).toMatchObject({ status: 429, code: 'rate_limited' })
})

test('a missing endpoint is judged before headers', async () => {
  const { url } = await startApi()
  const headers = { ...token, 'api-version': 'soon', accept: 'image/png' }
  expect(await refusal(`${url}/core/nothing`, { headers })).toMatchObject({ status: 405 })
})

test('headers are judged before the query, the query before the body', async () => {
  const { url } = await startApi()
  const wrong = { method: 'POST', body: '{' }
  const headers = { ...json, 'api-version': 'soon' }
  expect(await refusal(`${url}/core/runbooks?x=1`, { ...wrong, headers })).toMatchObject({
    code: 'invalid_api_version',
  })
  expect(await refusal(`${url}/core/runbooks?x=1`, { ...wrong, headers: json })).toMatchObject({
    code: 'unknown_parameter',
  })
  expect(await refusal(`${url}/core/runbooks`, { ...wrong, headers: json })).toMatchObject({
    code: 'invalid_json',
  })
})

test('Core is asked only when nothing was wrong', async () => {
  const core = constantCore()
  const { url } = await startApi(core)
  await refusal(`${url}/core/runbooks?x=1`)
  expect(core.calls).toEqual([])
  await fetch(`${url}/core/runbooks?is_template=true`, { headers: token })
  expect(core.calls).toHaveLength(1)
})

test('a media type that cannot be read does not overtake the missing token', async () => {
  const { port } = await startApi()
  const answer = await raw(
    port,
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nContent-Type: ;;\r\nContent-Length: 2\r\n\r\n{}',
  )
  expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorized'])
})
