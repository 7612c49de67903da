import { EventEmitter, once } from 'node:events'
import type { CancelSignal, CoreClient } from '@runsheet/contract'
import { expect, onTestFinished, test } from 'vitest'
import { createCoreServer, createLog, httpCore } from '../index.ts'
import { constantCore, emptyList, openSocket, startApi, token } from '../test-support.ts'

const watch = 'GET /core/runbooks/7/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n'
const eventStream = { 'content-type': 'text/event-stream' }

/** Resolves when a signal is given. */
function aborted(signal: CancelSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

/** A stream that gives one event, then waits until it is closed. */
function waitingStream() {
  const ended = Promise.withResolvers<string>()
  const core = constantCore((_call, signal) => {
    async function* events() {
      try {
        yield 'id: 1\ndata: {}\n\n'
        if (signal && !signal.aborted) await aborted(signal)
      } finally {
        ended.resolve('closed')
      }
    }
    return { status: 200, headers: eventStream, body: events() }
  })
  return { core, ended: ended.promise }
}

async function before(core: CoreClient) {
  const server = createCoreServer({ core, log: createLog('silent') })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  const client = httpCore({ url: `http://127.0.0.1:${port}`, timeoutMs: 300 })
  onTestFinished(() => client.close())
  return client
}

const tiers = [
  ['in process', (core: CoreClient) => Promise.resolve(core)],
  ['in two tiers', before],
] as const

async function* threeEvents(steps: EventEmitter) {
  for (let id = 1; id <= 3; id++) {
    yield `id: ${id}\n\n`
    await once(steps, 'next')
  }
}

test.each(tiers)(
  'events reach the client as they come, past the deadline, unbuffered by proxies: %s',
  async (_name, tier) => {
    const steps = new EventEmitter()
    const core = constantCore(() => ({ status: 200, headers: eventStream, body: threeEvents(steps) }))
    const { url } = await startApi(await tier(core), { coreTimeoutMs: 300 })
    const response = await fetch(`${url}/core/runbooks/7/events`, { headers: token })
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    expect(response.headers.get('content-length')).toBeNull()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (const id of [1, 2, 3]) {
      expect(await reader?.read()).toEqual({ done: false, value: `id: ${id}\n\n` })
      steps.emit('next')
    }
    expect((await reader?.read())?.done).toBe(true)
  },
)

test.each(tiers)('a client that goes closes the stream of Core: %s', async (_name, tier) => {
  const { core, ended } = waitingStream()
  const { port } = await startApi(await tier(core))
  const socket = openSocket(port, watch)
  await once(socket, 'data')
  socket.destroy()
  expect(await ended).toBe('closed')
})

test.each(tiers)(
  'a drain ends the stream on both sides, and says when to come back: %s',
  async (_name, tier) => {
    const { core, ended } = waitingStream()
    const api = await startApi(await tier(core))
    const response = await fetch(`${api.url}/core/runbooks/7/events`, { headers: token })
    await api.drain()
    expect(await response.text()).toMatch(/^id: 1\ndata: \{\}\n\nretry: [1-3]\d{3}\n\n$/)
    expect(await ended).toBe('closed')
  },
)

async function* half(signal: CancelSignal | undefined) {
  yield 'id: 1\ndata: {"name":'
  if (signal && !signal.aborted) await aborted(signal)
}

test('a message that a drain cuts is not finished by it', async () => {
  const api = await startApi(
    constantCore((_call, signal) => ({ status: 200, headers: eventStream, body: half(signal) })),
  )
  const response = await fetch(`${api.url}/core/runbooks/7/events`, { headers: token })
  await api.drain()
  expect(await response.text()).toBe('id: 1\ndata: {"name":')
})

async function* endless(count: { given: number; closed: boolean }) {
  try {
    for (;;) {
      count.given += 1
      yield 'x'.repeat(1024 * 1024)
    }
  } finally {
    count.closed = true
  }
}

test('a client that does not read is not written to', async () => {
  const count = { given: 0, closed: false }
  const { port, url } = await startApi(
    constantCore(() => ({ status: 200, headers: eventStream, body: endless(count) })),
  )
  const socket = openSocket(port, watch)
  await once(socket, 'data')
  socket.pause()
  await fetch(`${url}/healthz`)
  await fetch(`${url}/healthz`)
  expect(count.given).toBeLessThan(50)
  socket.destroy()
  await expect.poll(() => count.closed).toBe(true)
})

test('the number of live streams is a metric', async () => {
  const { core, ended } = waitingStream()
  const { url } = await startApi(core)
  const metric = async () =>
    /runsheet_api_live_streams (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1]
  const gone = new AbortController()
  await fetch(`${url}/core/runbooks/7/events`, { headers: token, signal: gone.signal })
  expect(await metric()).toBe('1')
  gone.abort()
  await ended
  await expect.poll(metric).toBe('0')
})

async function* failing() {
  yield 'id: 1\n\n'
  throw new Error('lost the database')
}

test('a stream that fails is cut, not ended as if it were whole', async () => {
  const { url, lines } = await startApi(
    constantCore(() => ({ status: 200, headers: eventStream, body: failing() })),
  )
  const response = await fetch(`${url}/core/runbooks/7/events`, { headers: token })
  await expect(response.text()).rejects.toThrow('terminated')
  expect(lines.some(({ msg }) => msg === 'fault')).toBe(true)
})

async function* waiting(signal: CancelSignal | undefined) {
  yield 'id: 1\n\n'
  if (signal && !signal.aborted) await aborted(signal)
}

test('live streams in two tiers take no connection from other calls', async () => {
  const core = constantCore(({ endpoint }, signal) =>
    endpoint === 'watchRunbook' ? { status: 200, headers: eventStream, body: waiting(signal) } : emptyList,
  )
  const { port, url } = await startApi(await before(core))
  const sockets = Array.from({ length: 150 }, () => openSocket(port, watch))
  await Promise.all(sockets.map((socket) => once(socket, 'data')))
  expect((await fetch(`${url}/core/runbooks`, { headers: token })).status).toBe(200)
})
