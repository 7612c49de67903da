import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiSettings, createApi, httpCore } from '@runsheet/api'
import { type CoreClient, possibleErrors } from '@runsheet/contract'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type ExampleWorld, makeExampleWorld } from '../examples/example-world.ts'
import { OWNER_TOKEN, type Send, senderTo, type TestServer } from '../server/index.ts'
import { codesOf, endpointsWith, everyEndpoint, expectOfEach } from './every-endpoint.ts'

let world: ExampleWorld
let server: TestServer

beforeAll(async () => {
  world = await makeExampleWorld()
  server = await world.open()
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const owner = { authorization: `Bearer ${OWNER_TOKEN}` }

/** An api of its own in front of a Core, until the test ends. */
async function apiBefore(core: CoreClient, settings: Partial<ApiSettings> = {}): Promise<Send> {
  const off = { port: 0, rateLimit: 'off', addressLimit: 'off' } as const
  const api = await createApi({ core, settings: { ...off, ...settings }, log: pino({ level: 'silent' }) })
  const { port } = await api.listen()
  onTestFinished(() => api.drain())
  return senderTo(`http://127.0.0.1:${port}`, owner)
}

/** An api in front of something at an address where a Core should be. */
async function apiBeforeServer(
  listener: RequestListener,
  settings: Partial<ApiSettings> = {},
): Promise<Send> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const core = httpCore({ url: `http://127.0.0.1:${port}`, timeoutMs: settings.coreTimeoutMs ?? 5_000 })
  onTestFinished(() => core.close())
  return apiBefore(core, settings)
}

test('a method that a path does not have is refused, and those that it has are named', async () => {
  const paths = Map.groupBy(everyEndpoint(), ({ request }) => request.path.split('?')[0] ?? '')
  for (const [path, served] of paths) {
    const methods = served.map(({ request }) => request.method)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (methods.includes(method)) continue
      const answer = await server.send(method, path)
      const allowed = (answer.headers.get('allow') ?? '').split(', ')
      expect({ method, path, status: answer.status, codes: codesOf(answer) }).toEqual({
        method,
        path,
        status: 405,
        codes: ['method_not_allowed'],
      })
      expect(allowed).toEqual(expect.arrayContaining(methods))
    }
    expect(codesOf(await server.send('GET', `${path}/nothing/nothing`))).toEqual(['endpoint_not_implemented'])
  }
})

test('whoever has used up the limit is refused everywhere', async () => {
  const limit = { requests: 1, seconds: 3_600 }
  const send = await apiBefore(server.core.client, { rateLimit: limit, addressLimit: limit })
  await send('GET', '/core/me')
  await send('GET', '/core/me', undefined, { authorization: 'Bearer nobody' })
  const [open, guarded] = [true, false].map((isOpen) =>
    everyEndpoint().filter(({ endpoint }) => (endpoint.permission === 'public') === isOpen),
  )
  await expectOfEach('rate_limited', guarded ?? [], send)
  await expectOfEach('rate_limited', open ?? [], send, { authorization: '' })
})

test('a body that is larger than the limit is refused everywhere', async () => {
  const send = await apiBefore(server.core.client, { bodyLimit: 100, importLimit: 100 })
  const large = endpointsWith('payload_too_large').map((tested) => {
    const { body } = tested.request
    const filled =
      typeof body === 'string' ? body.repeat(9) : { ...(body as object), filled: 'x'.repeat(100) }
    return { ...tested, request: { ...tested.request, body: filled } }
  })
  await expectOfEach('payload_too_large', large, send)
})

test('an older Core does not know the endpoint', async () => {
  const send = await apiBeforeServer((req, res) => {
    req.resume()
    res.writeHead(404, { 'runsheet-core-version': '2025.9.1', 'content-type': 'application/json' })
    res.end('{"errors":[{"status":"404","code":"route_not_found","title":"Not Found","detail":"-"}]}')
  })
  await expectOfEach('core_outdated', endpointsWith('core_outdated'), send)
})

test('a Core that answers as no Core does is a fault', async () => {
  const send = await apiBeforeServer((req, res) => {
    req.resume()
    res.writeHead(418, { 'runsheet-core-version': '2026.1.0' })
    res.end()
  })
  await expectOfEach('internal_error', endpointsWith('internal_error'), send)
})

test('a Core that has gone cannot be reached', async () => {
  const send = await apiBeforeServer((req) => req.socket.destroy())
  await expectOfEach('core_unavailable', endpointsWith('core_unavailable'), send)
})

test('a Core that does not answer is waited for until the deadline', async () => {
  const send = await apiBeforeServer((req) => req.resume(), { coreTimeoutMs: 1_500 })
  await expectOfEach('core_timeout', endpointsWith('core_timeout'), send)
})

test('a fault is one everywhere, and tells nothing of itself', async () => {
  const broken = await world.open()
  onTestFinished(() => broken.close())
  await sql`alter table app_user rename to gone`.execute(broken.core.database.writes)
  await sql`alter table sign_in_failure rename to gone_too`.execute(broken.core.database.writes)
  // What the sign-in page has to know follows from the settings alone.
  const reading = endpointsWith('internal_error').filter(({ name }) => name !== 'getSignInPage')
  await expectOfEach('internal_error', reading, broken.send)
})

test('every endpoint can be refused in each of these ways', () => {
  for (const { endpoint } of everyEndpoint()) {
    const statuses = [...possibleErrors(endpoint).keys()]
    expect(statuses).toEqual(expect.arrayContaining([400, 429, 500, 501, 503]))
  }
})
