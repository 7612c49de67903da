import type { CoreAnswer } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { constantCore, startApi, token } from '../test-support.ts'
import { compress } from './compress.ts'

const answer = (body: CoreAnswer['body'], type = 'application/vnd.api+json'): CoreAnswer => ({
  status: 200,
  headers: { 'content-type': type, etag: '"7"' },
  body,
})
const large = JSON.stringify({ data: 'ü'.repeat(20_000) })

test('a large answer is compressed for a client that takes gzip, and says what it depends on', async () => {
  const { url } = await startApi(constantCore(answer(large)), { corsOrigins: ['*'] })
  const response = await fetch(`${url}/core/runbooks`, {
    headers: { ...token, 'accept-encoding': 'br, gzip' },
  })
  expect(await response.text()).toBe(large)
  expect(Number(response.headers.get('content-length'))).toBeLessThan(1000)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-encoding': 'gzip',
    vary: 'Origin, Accept-Encoding',
    etag: '"7"',
  })
  const plain = await fetch(`${url}/core/runbooks`, { headers: { ...token, 'accept-encoding': 'gzip;q=0' } })
  expect(await plain.text()).toBe(large)
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
    null,
    'Origin, Accept-Encoding',
  ])
})

test('bytes that are sent again are compressed once', async () => {
  const bytes = Buffer.from(large)
  const first = await compress('gzip', {}, bytes)
  expect(await compress('gzip', {}, bytes)).toBe(first)
  expect(await compress('gzip', {}, Buffer.from(large))).toEqual(first)
})

test.each([
  ['small ones', answer(JSON.stringify({ data: 'x'.repeat(16_000) }))],
  ['what is no text', answer(Buffer.alloc(20_000), 'application/zip')],
])('%s go as they are', async (_, body) => {
  const { url } = await startApi(constantCore(body))
  const response = await fetch(`${url}/core/runbooks`, { headers: { ...token, 'accept-encoding': 'gzip' } })
  expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, null])
})

test('of a compressed answer HEAD tells the length that GET has', async () => {
  const { url } = await startApi(constantCore(answer(Buffer.from(large))))
  const headers = { ...token, 'accept-encoding': 'gzip' }
  const [get, head] = [
    await fetch(`${url}/core/runbooks`, { headers }),
    await fetch(`${url}/core/runbooks`, { headers, method: 'HEAD' }),
  ]
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
  expect(await head.text()).toBe('')
})

test('a live stream is never compressed', async () => {
  async function* events() {
    yield `data: ${'x'.repeat(20_000)}\n\n`
  }
  const { url } = await startApi(constantCore(answer(events(), 'text/event-stream; charset=utf-8')))
  const response = await fetch(`${url}/core/runbooks/1/events`, {
    headers: { ...token, 'accept-encoding': 'gzip' },
  })
  expect(response.headers.get('content-encoding')).toBe(null)
  expect((await response.text()).length).toBe(20_008)
})
