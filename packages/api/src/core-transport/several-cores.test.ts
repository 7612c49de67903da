import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { CoreClient } from '@runsheet/contract'
import { expect, onTestFinished, test } from 'vitest'
import { createCoreServer, createLog, httpCore } from '../index.ts'
import { constantCore, emptyList, type RunningApi, refusal, startApi, token } from '../test-support.ts'

const silent = createLog('silent')

async function served(core: CoreClient): Promise<string> {
  const server = createCoreServer({ core, log: silent })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  return `http://127.0.0.1:${port}`
}

async function listening(server: Server, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Takes connections and never says anything. */
async function hangingCore() {
  const sockets = new Set<Socket>()
  const url = await listening(
    createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {}).resume()
    }),
  )
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  return { url, sockets }
}

/** An address at which nobody listens. */
async function freeAddress(): Promise<string> {
  const server = createServer()
  const url = await listening(server)
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return url
}

/** Answers when it is let go. */
function slowCore() {
  const gate = Promise.withResolvers<void>()
  const core = constantCore(async () => {
    await gate.promise
    return emptyList
  })
  return { core, letGo: gate.resolve }
}

const ask = ({ url }: RunningApi, host: string, init: RequestInit = {}) =>
  refusalOrStatus(`${url}/core/runbooks`, { ...init, headers: { ...token, 'core-url': `https://${host}` } })

async function refusalOrStatus(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init)
  const { errors } = (await response.json()) as { errors?: [{ code: string }] }
  return errors ? `${response.status} ${errors[0].code}` : String(response.status)
}

const metricOf = async ({ url }: RunningApi, name: string) =>
  Number((await (await fetch(`${url}/metrics`)).text()).split(`${name} `)[1]?.split('\n')[0])

test('a Core that hangs, one that is away and one that is slow take nothing from another', async () => {
  const { url: hanging, sockets } = await hangingCore()
  const slow = slowCore()
  const healthy = constantCore()
  const api = await startApi(constantCore(), {
    rateLimit: 'off',
    coreTimeoutMs: 60_000,
    coreCallsAtMost: 6,
    cores: {
      'hanging.example': { url: hanging },
      'away.example': { url: await freeAddress() },
      'slow.example': { url: await served(slow.core), callsAtMost: 3 },
      'healthy.example': { url: await served(healthy) },
    },
  })
  const over = new AbortController()
  const flood = Array.from({ length: 40 }, () => ask(api, 'hanging.example', { signal: over.signal }))
  const refused: string[] = []
  for (const call of flood)
    call.then(
      (told) => refused.push(told),
      () => {},
    )
  const slowCalls = Array.from({ length: 3 }, () => ask(api, 'slow.example'))
  await expect.poll(() => refused.length).toBe(34)
  expect(new Set(refused)).toEqual(new Set(['503 core_unavailable']))
  await expect.poll(() => slow.core.calls.length).toBe(3)

  for (let n = 0; n < 20; n++) {
    expect(await ask(api, 'away.example')).toBe('503 core_unavailable')
    expect(await ask(api, 'healthy.example')).toBe('200')
  }
  expect(await Promise.all(Array.from({ length: 6 }, () => ask(api, 'healthy.example')))).toEqual(
    Array(6).fill('200'),
  )
  expect(healthy.calls).toHaveLength(26)
  expect(sockets.size).toBeLessThanOrEqual(6)
  expect(await ask(api, 'slow.example')).toBe('503 core_unavailable')
  slow.letGo()
  expect(await Promise.all(slowCalls)).toEqual(['200', '200', '200'])

  expect(await metricOf(api, 'runsheet_api_core_calls{core="hanging.example"}')).toBe(6)
  expect(await metricOf(api, 'runsheet_api_core_up{core="away.example"}')).toBe(0)
  expect(await metricOf(api, 'runsheet_api_core_up{core="healthy.example"}')).toBe(1)
  const reason = (name: string) => `runsheet_api_core_failures_total{core="${name}",reason="refused"}`
  expect(await metricOf(api, reason('hanging.example'))).toBe(34)
  expect(await metricOf(api, reason('healthy.example'))).toBe(0)
  over.abort()
})

test('each Core has the deadline of its own, and is told it', async () => {
  const { url: hanging } = await hangingCore()
  const healthy = constantCore()
  const api = await startApi(constantCore(), {
    coreTimeoutMs: 60_000,
    cores: {
      'hanging.example': { url: hanging, timeoutMs: 50 },
      'healthy.example': { url: await served(healthy), timeoutMs: 7000 },
    },
  })
  expect(await ask(api, 'hanging.example')).toBe('504 core_timeout')
  expect(await ask(api, 'healthy.example')).toBe('200')
  expect(healthy.calls[0]?.deadlineMs).toBe(7000)
})

test('a Core that is away is given up without a further connection, and is used again when it is ready', async () => {
  let isReady = false
  let calls = 0
  const server = createHttpServer((req, res) => {
    if (req.url === '/ready') return void res.writeHead(isReady ? 200 : 503).end()
    if (req.url !== '/call') return void res.writeHead(404).end()
    calls += 1
    if (!isReady) return void req.socket.destroy()
    res.writeHead(200, { 'runsheet-core-version': '2026.1.0' }).end('{"data":[]}')
    return undefined
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const client = httpCore({ url: await listening(server), timeoutMs: 5000, probeMs: 10 })
  onTestFinished(() => client.close())
  const { url } = await startApi(client)
  const once503 = async () =>
    expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 503, code: 'core_unavailable' })
  for (let n = 0; n < 5; n++) await once503()
  // Each of them was a read, and so tried twice.
  expect([client.state().isUp, calls]).toEqual([false, 10])
  for (let n = 0; n < 5; n++) await once503()
  expect([client.state().failures, calls]).toEqual([{ unreachable: 5, late: 0, refused: 5 }, 10])

  isReady = true
  await expect.poll(() => client.state().isUp).toBe(true)
  expect((await fetch(`${url}/core/runbooks`, { headers: token })).status).toBe(200)
})

test('calls past their deadline count as failures too', async () => {
  const { url: hanging } = await hangingCore()
  const client = httpCore({ url: hanging, timeoutMs: 30 })
  onTestFinished(() => client.close())
  const { url } = await startApi(client, { coreTimeoutMs: 30 })
  for (let n = 0; n < 5; n++) expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 504 })
  await expect.poll(() => client.state()).toMatchObject({ isUp: false, calls: 0 })
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 503, code: 'core_unavailable' })
})

test('an api before several Cores is ready while one of them answers, and says which do not', async () => {
  const near = constantCore()
  const api = await startApi(near, {
    cores: { 'away.example': { url: await freeAddress() }, 'near.example': constantCore() },
  })
  const { status, body } = await fetch(`${api.url}/readyz`).then(async (answer) => ({
    status: answer.status,
    body: await answer.json(),
  }))
  expect([status, body]).toEqual([
    200,
    { status: 'ready', cores: { default: 'up', 'away.example': 'down', 'near.example': 'up' } },
  ])
  const none = await startApi(
    { ...near, ready: () => Promise.resolve(false) },
    {
      cores: { 'away.example': { url: await freeAddress() } },
    },
  )
  expect(await refusal(`${none.url}/readyz`)).toMatchObject({
    status: 503,
    code: 'core_unavailable',
    error: { meta: { cores: { default: 'down', 'away.example': 'down' } } },
  })
})
