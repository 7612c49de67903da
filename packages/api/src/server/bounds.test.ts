import { once } from 'node:events'
import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { defaultApiSettings } from '../settings.ts'
import {
  codeOf,
  constantCore,
  json,
  openSocket,
  type RunningApi,
  raw,
  rawAnswer,
  refusal,
  startApi,
  token,
} from '../test-support.ts'

const bounded = (bounds: Partial<typeof defaultApiSettings.bounds>, core = constantCore()) =>
  startApi(core, { bounds: { ...defaultApiSettings.bounds, ...bounds } })

const head = (...lines: string[]) =>
  `${['GET /core/runbooks HTTP/1.1', 'Host: x', 'Authorization: Bearer x', ...lines].join('\r\n')}\r\n\r\n`

const openAt = ({ app }: RunningApi) =>
  new Promise<number>((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })

const ended = (socket: Socket) => (socket.closed ? Promise.resolve() : once(socket, 'close'))

test.each([
  ['headers of too many bytes', head(`X-Long: ${'a'.repeat(2000)}`), 'headers'],
  ['too many headers', head(...Array.from({ length: 30 }, (_, n) => `X-${n}: a`)), 'headers'],
  ['a URL that fills the headers', `GET /core/${'a'.repeat(2000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 'URL'],
])('%s: 400 that names the part', async (_name, bytes, part) => {
  const core = constantCore()
  const { port } = await bounded({ headerBytes: 1024, headers: 20 }, core)
  const answer = await raw(port, bytes)
  expect([answer.status, codeOf(answer), core.calls.length]).toEqual([400, 'bad_request', 0])
  expect(answer.body).toContain(`The ${part} of the request`)
})

test.each([
  [500, 400, 'unknown_parameter'],
  [501, 400, 'bad_request'],
])('%i parameters: %i %s', async (count, status, code) => {
  const { url } = await startApi()
  const query = Array(count).fill('a=1').join('&')
  expect(await refusal(`${url}/core/runbooks?${query}`)).toMatchObject({ status, code })
})

test.each([
  [64, 200],
  [65, 400],
])('a body of %i levels: %i', async (levels, status) => {
  const { url } = await startApi()
  // Two levels are those of the document itself.
  const body = `{"data":{"a":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}}`
  const answer = await fetch(`${url}/core/runbooks`, { method: 'POST', headers: json, body })
  expect(answer.status).toBe(status)
})

test('a client that sends its headers by drops is told so, and goes', async () => {
  const { port } = await bounded({ headersMs: 100 })
  const socket = openSocket(port, 'GET /core/runbooks HTTP/1.1\r\nHost: x\r\n')
  const dripping = setInterval(() => socket.write('X-Drop: a\r\n'), 10)
  onTestFinished(() => clearInterval(dripping))
  const answer = await rawAnswer(socket)
  expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_request'])
  expect(answer.body).toContain('did not arrive whole in time')
  await ended(socket)
})

test('so is one that sends its body by drops, and Core hears nothing of it', async () => {
  const core = constantCore()
  const api = await bounded({ headersMs: 100, requestMs: 200 }, core)
  const socket = openSocket(
    api.port,
    'POST /core/runbooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
  )
  const dripping = setInterval(() => socket.write(' '), 10)
  onTestFinished(() => clearInterval(dripping))
  const answer = await rawAnswer(socket)
  expect([answer.status, codeOf(answer), core.calls.length]).toEqual([400, 'bad_request', 0])
  await ended(socket)
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
})

test('a connection on which nobody says anything does not stay', async () => {
  const api = await bounded({ headersMs: 100 })
  const socket = openSocket(api.port, '')
  socket.resume()
  await ended(socket)
  await expect.poll(() => openAt(api)).toBe(0)
})

test('a client that does not take its answer does not keep it', async () => {
  const body = JSON.stringify({ data: 'x'.repeat(32 * 1024 * 1024) })
  const api = await bounded({ takenMs: 100 }, constantCore({ status: 200, headers: {}, body }))
  const socket = openSocket(api.port, head())
  socket.pause()
  await expect.poll(() => openAt(api)).toBe(1)
  await expect.poll(() => openAt(api)).toBe(0)
})

test('a client that has taken its answer, and asks again much later on the same connection, is not cut off', async () => {
  const large = JSON.stringify({ data: 'x'.repeat(32 * 1024 * 1024) })
  const core = constantCore(({ query }) => ({
    status: 200,
    headers: {},
    body: query.length > 0 ? large : '{}',
  }))
  const api = await bounded({ takenMs: 50 }, core)
  const socket = openSocket(api.port, head())
  expect((await rawAnswer(socket)).status).toBe(200)
  const later = openSocket(api.port, head().replace('runbooks', 'runbooks?archived=true'))
  later.pause()
  await expect.poll(() => openAt(api)).toBe(2)
  await expect.poll(() => openAt(api)).toBe(1)
  socket.write(head())
  expect((await rawAnswer(socket)).status).toBe(200)
})

test('above the bound of connections requests are refused and their connections closed; far above nobody listens', async () => {
  const api = await bounded({ connections: 10 })
  const open = Array.from({ length: 10 }, () => openSocket(api.port, ''))
  await expect.poll(() => openAt(api)).toBe(10)
  const one = openSocket(api.port, head())
  const answer = await rawAnswer(one)
  expect([answer.status, codeOf(answer)]).toEqual([503, 'core_unavailable'])
  expect(answer.head).toMatch(/retry-after: 2[\s\S]*connection: close|connection: close[\s\S]*retry-after: 2/)
  await ended(one)
  await expect.poll(() => openAt(api)).toBe(10)

  const eleventh = openSocket(api.port, '')
  await expect.poll(() => openAt(api)).toBe(11)
  const unheard = openSocket(api.port, head())
  await expect(rawAnswer(unheard)).rejects.toThrow('closed after ""')
  for (const socket of [eleventh, ...open]) socket.destroy()
  await expect.poll(() => openAt(api)).toBe(0)
  expect((await fetch(`${api.url}/core/runbooks`, { headers: token })).status).toBe(200)
})
