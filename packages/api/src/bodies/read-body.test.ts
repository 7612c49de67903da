import { expect, test } from 'vitest'
import {
  codeOf,
  constantCore,
  openSocket,
  raw,
  rawAnswer,
  refusal,
  startApi,
  token,
} from '../test-support.ts'

const head = (...lines: string[]) =>
  ['POST /core/runbooks HTTP/1.1', 'Host: x', 'Authorization: Bearer x', ...lines, '', ''].join('\r\n')
const typed = 'Content-Type: application/json'

test('a body that is announced too large is refused before it is sent', async () => {
  const { port } = await startApi()
  const answer = await raw(port, head(typed, 'Content-Length: 209715200'))
  expect([answer.status, codeOf(answer)]).toEqual([400, 'payload_too_large'])
})

test('a client that is still sending 200 MiB gets the refusal, and may go on sending meanwhile', async () => {
  const { port } = await startApi()
  const socket = openSocket(port, head(typed, 'Content-Length: 209715200'))
  const chunk = Buffer.alloc(1024 * 1024, 0x20)
  const answer = rawAnswer(socket)
  for (let sent = 0; sent < 32; sent++) await new Promise((resolve) => socket.write(chunk, resolve))
  const { status } = await answer
  expect([status, socket.destroyed]).toEqual([400, false])
})

test('a client that sends everything before it reads gets the refusal also when it wants the connection closed', async () => {
  const { port } = await startApi()
  const size = 24 * 1024 * 1024
  const socket = openSocket(port, head(typed, 'Connection: close', `Content-Length: ${size}`))
  socket.pause()
  await new Promise((resolve) => socket.write(Buffer.alloc(size, 0x20), resolve))
  const answering = rawAnswer(socket)
  socket.resume()
  const answer = await answering
  expect([answer.status, codeOf(answer)]).toEqual([400, 'payload_too_large'])
})

test('a client that only reads after it has sent everything gets the refusal, and can use the connection again', async () => {
  const { port } = await startApi()
  const size = 24 * 1024 * 1024
  const socket = openSocket(port, head(typed, `Content-Length: ${size}`))
  socket.pause()
  await new Promise((resolve) => socket.write(Buffer.alloc(size, 0x20), resolve))
  const answering = rawAnswer(socket)
  socket.resume()
  const answer = await answering
  expect([answer.status, codeOf(answer)]).toEqual([400, 'payload_too_large'])
  socket.removeAllListeners('data')
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
  expect((await rawAnswer(socket)).status).toBe(200)
})

test('a body without a length is refused when it has become too large', async () => {
  const core = constantCore()
  const { port } = await startApi(core, { bodyLimit: 1000 })
  const socket = openSocket(port, head(typed, 'Transfer-Encoding: chunked'))
  socket.write(`400\r\n${' '.repeat(1024)}\r\n`)
  const answer = await rawAnswer(socket)
  expect([answer.status, codeOf(answer), core.calls.length]).toEqual([400, 'payload_too_large', 0])
})

test('a body of exactly the limit passes, one byte more does not', async () => {
  const { url } = await startApi(constantCore(), { bodyLimit: 11 })
  const headers = { ...token, 'content-type': 'application/json' }
  const post = (body: string) => fetch(`${url}/core/runbooks`, { method: 'POST', headers, body })
  expect((await post('{"data":{}}')).status).toBe(200)
  expect((await post('{"data":{}} ')).status).toBe(400)
})

test('a file may be larger than a document', async () => {
  const { url } = await startApi(constantCore(), { bodyLimit: 10, importLimit: 20 })
  const headers = { ...token, 'content-type': 'text/csv' }
  const post = (body: string) =>
    fetch(`${url}/core/runbooks/7/tasks/import`, { method: 'POST', headers, body })
  expect((await post('a'.repeat(20))).status).toBe(200)
  expect((await post('a'.repeat(21))).status).toBe(400)
})

test('a client that asks first is told to send only when its head is in order', async () => {
  const core = constantCore()
  const { port } = await startApi(core)
  const expecting = ['Expect: 100-continue', 'Content-Length: 11']
  const refused = await raw(port, head('Content-Type: text/html', ...expecting))
  expect([refused.status, refused.head.includes('connection: close')]).toEqual([400, true])
  const socket = openSocket(port, head(typed, ...expecting))
  expect((await rawAnswer(socket)).status).toBe(100)
  socket.removeAllListeners('data')
  socket.write('{"data":{}}')
  expect((await rawAnswer(socket)).status).toBe(200)
  expect(core.calls).toHaveLength(1)
})

test('a body that is needed and absent, or not wanted and sent, is refused', async () => {
  const { url, port } = await startApi()
  expect(await refusal(`${url}/core/runbooks`, { method: 'POST' })).toMatchObject({ code: 'missing_body' })
  const answer = await raw(port, head(typed, 'Content-Length: 2').replace('POST', 'GET') + '{}')
  expect(codeOf(answer)).toBe('unsupported_media_type')
})

test.each(['Content-Length: 0', 'Transfer-Encoding: chunked', 'X-None: 1'])(
  'an action without options takes an empty body: %s',
  async (length) => {
    const core = constantCore()
    const { port } = await startApi(core)
    const path = '/core/runbooks/7/tasks/1/start'
    const start = head(typed, length).replace('POST /core/runbooks', `PATCH ${path}`)
    const { status } = await raw(port, length.startsWith('T') ? `${start}0\r\n\r\n` : start)
    expect([status, core.calls[0]?.document]).toEqual([200, undefined])
  },
)

test.each([
  ['text/html', 'unsupported_media_type'],
  ['application/json; charset=latin1', 'unsupported_media_type'],
  ['multipart/form-data; boundary=x', 'unsupported_media_type'],
  ['text/csv', 'unsupported_media_type'],
])('a document of type %s is not read', async (type, code) => {
  const { url } = await startApi()
  const init = { method: 'POST', headers: { ...token, 'content-type': type }, body: '{"data":{}}' }
  expect(await refusal(`${url}/core/runbooks`, init)).toMatchObject({ status: 400, code })
})

test('a body without a type is not guessed at', async () => {
  const { port } = await startApi()
  const answer = await raw(port, `${head('Content-Length: 11')}{"data":{}}`)
  expect([answer.status, codeOf(answer)]).toEqual([400, 'unsupported_media_type'])
})

test.each(['application/json; charset=UTF-8', 'application/vnd.api+json', 'Application/JSON'])(
  'a document of type %s is read',
  async (type) => {
    const { url } = await startApi()
    const headers = { ...token, 'content-type': type }
    const { status } = await fetch(`${url}/core/runbooks`, { method: 'POST', headers, body: '{"data":{}}' })
    expect(status).toBe(200)
  },
)
