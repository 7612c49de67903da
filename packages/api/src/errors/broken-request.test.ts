import { once } from 'node:events'
import type { CoreAnswer } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { codeOf, constantCore, emptyList, openSocket, raw, rawAnswer, startApi } from '../test-support.ts'

test.each([
  ['a URL of 40 KB', `GET /core/${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['headers of 300 KB', `GET /core/runbooks HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(300_000)}\r\n\r\n`],
  ['a method that does not exist', 'BREW /core/runbooks HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['a header without a name', 'GET /core/runbooks HTTP/1.1\r\nHost: x\r\n: x\r\n\r\n'],
  [
    'two lengths',
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'a length and chunks',
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n'],
])('%s is answered 400 bad_request in the envelope, with a request id', async (_name, bytes) => {
  const { port } = await startApi()
  const answer = await raw(port, bytes)
  expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_request'])
  expect(answer.head).toMatch(/x-request-id: [0-9a-f-]{36}/)
})

test('a body that breaks off into nonsense is answered, and Core hears nothing of it', async () => {
  const core = constantCore()
  const { port } = await startApi(core)
  const head =
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nTransfer-Encoding: chunked\r\n\r\n'
  const socket = openSocket(port, head)
  socket.write('5\r\nabcde\r\nnonsense\r\n')
  const answer = await rawAnswer(socket)
  expect([answer.status, codeOf(answer), core.calls.length]).toEqual([400, 'bad_request', 0])
})

test('requests that came whole are answered before what breaks after them', async () => {
  const { promise, resolve } = Promise.withResolvers<CoreAnswer>()
  const core = constantCore(() => promise)
  const { port } = await startApi(core)
  const get = 'GET /core/runbooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n'
  const socket = openSocket(port, `${get}${get}nonsense\r\n\r\n`)
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  await expect.poll(() => core.calls.length).toBe(2)
  expect(text).toBe('')
  resolve(emptyList)
  await once(socket, 'close')
  expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '200', '400'])
})

test('the server goes on after connections that break', async () => {
  const { url, port } = await startApi()
  openSocket(
    port,
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Length: 9\r\n\r\nabc',
  ).end()
  openSocket(port, 'GET /core').destroy()
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})
