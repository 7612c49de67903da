import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CoreAnswer, type CoreClient, refuse } from '@runsheet/contract'
import { expect, onTestFinished, test } from 'vitest'
import { createCoreServer, createLog, httpCore } from '../index.ts'
import { constantCore, json, refusal, startApi, token } from '../test-support.ts'

const silent = createLog('silent')

/** An api in front of a Core in a server of its own. */
async function twoTiers(core: CoreClient, timeoutMs = 5000) {
  const server = createCoreServer({ core, log: silent })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  return { ...(await apiBefore(port, timeoutMs)), server }
}

async function apiBefore(port: number, timeoutMs = 5000) {
  const client = httpCore({ url: `http://127.0.0.1:${port}`, timeoutMs })
  onTestFinished(() => client.close())
  return startApi(client, { coreTimeoutMs: timeoutMs })
}

/** A server that is no Core of ours, or a strange one. */
async function strangeCore(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

test('a Core elsewhere is told the same as a Core in the process', async () => {
  const [near, far] = [constantCore(), constantCore()]
  const [one, two] = [await startApi(near), await twoTiers(far)]
  const init = {
    method: 'POST',
    headers: { ...json, 'accept-language': 'ja', 'x-request-id': 'r', 'idempotency-key': 'k' },
    body: '{"data":{"type":"runbook","attributes":{"name":"Grüße 東京"}}}',
  }
  const answers = [
    await fetch(`${one.url}/core/runbooks`, init),
    await fetch(`${two.url}/core/runbooks`, init),
  ]
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['{"data":[]}', '{"data":[]}'])
  expect(far.calls).toEqual([
    { ...near.calls[0], baseUrl: two.url, deadlineMs: 5000, ifMatch: undefined, lastEventId: undefined },
  ])
})

test('a file passes as bytes and is not taken for a document', async () => {
  const core = constantCore({ status: 201, headers: { 'content-type': 'application/json' }, body: '{}' })
  const { url } = await twoTiers(core)
  const body = 'id,name\r\n1,"{""a"":1}"\r\n'
  const headers = { ...token, 'content-type': 'text/csv' }
  const answer = await fetch(`${url}/core/runbooks/7/tasks/import`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
  expect([core.calls[0]?.document, Buffer.from(core.calls[0]?.body ?? []).toString()]).toEqual([
    undefined,
    body,
  ])
})

test.each<[string, CoreAnswer, [number, string, string | null]]>([
  ['text', { status: 200, headers: { etag: '"7"' }, body: '{"a":"ä"}' }, [200, '{"a":"ä"}', '"7"']],
  ['bytes', { status: 200, headers: {}, body: Buffer.from('abc') }, [200, 'abc', null]],
  ['nothing', { status: 204, headers: {}, body: null }, [204, '', null]],
])('status, headers and body of Core pass unchanged: %s', async (_name, answer, expected) => {
  for (const { url } of [await twoTiers(constantCore(answer)), await startApi(constantCore(answer))]) {
    const response = await fetch(`${url}/core/runbooks`, { headers: token })
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual(expected)
    expect(response.headers.get('runsheet-core-version')).toBeNull()
  }
})

test('what Core throws is told in the language and with the id of the caller', async () => {
  const { url } = await twoTiers(
    constantCore(() => Promise.reject(refuse('not_found', { type: 'runbook', id: '7' }))),
  )
  const headers = { ...token, 'accept-language': 'de', 'x-request-id': 'r-7' }
  expect(await refusal(`${url}/core/runbooks/7`, { headers })).toMatchObject({
    status: 404,
    code: 'not_found',
    error: { id: 'r-7', title: 'Nicht gefunden' },
  })
})

test('500: a fault in a Core elsewhere tells nothing of itself', async () => {
  const { url } = await twoTiers(constantCore(() => Promise.reject(new Error('disk /var/lib is on fire'))))
  const refused = await refusal(`${url}/core/runbooks`)
  expect(refused).toMatchObject({ status: 500, code: 'internal_error' })
  expect(JSON.stringify(refused.error)).not.toContain('fire')
})

test('501: a Core that does not know the endpoint is outdated, and both versions are named', async () => {
  const port = await strangeCore((req, res) => {
    req.resume()
    res.writeHead(404, { 'runsheet-core-version': '2025.9.1', 'content-type': 'application/json' })
    res.end('{"errors":[{"status":"404","code":"route_not_found","title":"Not Found","detail":"-"}]}')
  })
  const { url } = await apiBefore(port)
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({
    status: 501,
    code: 'core_outdated',
    error: { meta: { minimum_core_version: '2026.1.0', core_version: '2025.9.1' } },
  })
})

test('503: a Core that has gone cannot be reached, with a time to come back', async () => {
  const { url, server } = await twoTiers(constantCore())
  expect((await fetch(`${url}/core/runbooks`, { headers: token })).status).toBe(200)
  await server.drain()
  for (const method of ['GET', 'POST']) {
    const body = method === 'POST' ? '{"data":{}}' : null
    const refused = await refusal(`${url}/core/runbooks`, { method, body, headers: json })
    expect(refused).toMatchObject({ status: 503, code: 'core_unavailable' })
    expect(refused.headers.get('retry-after')).toBe('2')
  }
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('503: a host that has no address cannot be reached', async () => {
  const client = httpCore({ url: 'http://core.invalid:1', timeoutMs: 5000 })
  onTestFinished(() => client.close())
  const { url } = await startApi(client)
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 503, code: 'core_unavailable' })
})

test('503: something else that answers is no Core', async () => {
  const port = await strangeCore((req, res) => {
    req.resume()
    res.writeHead(502).end('<html>Bad Gateway</html>')
  })
  const { url } = await apiBefore(port)
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 503, code: 'core_unavailable' })
})

test('504: a Core that is there and sleeps is waited for until the deadline, and told that nobody waits', async () => {
  let left: Promise<void> | undefined
  const port = await strangeCore((req) => {
    left = new Promise((resolve) => req.socket.once('close', () => resolve()))
  })
  const { url } = await apiBefore(port, 200)
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 504, code: 'core_timeout' })
  await left
})

test('504: a Core that stops in the middle of its answer is too slow as well', async () => {
  const port = await strangeCore((req, res) => {
    req.resume()
    res.writeHead(200, { 'runsheet-core-version': '2026.1.0', 'content-length': 100 })
    res.write('{"data":')
  })
  const { url } = await apiBefore(port, 200)
  expect(await refusal(`${url}/core/runbooks`)).toMatchObject({ status: 504, code: 'core_timeout' })
})

test('a read whose connection breaks is tried once more, a change is not', async () => {
  const seen: string[] = []
  const port = await strangeCore((req, res) => {
    if (req.url !== '/call') return res.writeHead(404).end()
    const call = JSON.parse(Buffer.from(String(req.headers['runsheet-call']), 'base64url').toString()) as {
      endpoint: string
    }
    seen.push(call.endpoint)
    if (seen.length !== 2) return req.socket.destroy()
    res.writeHead(200, { 'runsheet-core-version': '2026.1.0' }).end('{"data":[]}')
    return undefined
  })
  const { url } = await apiBefore(port)
  expect((await fetch(`${url}/core/runbooks`, { headers: token })).status).toBe(200)
  const init = { method: 'POST', headers: json, body: '{"data":{}}' }
  expect(await refusal(`${url}/core/runbooks`, init)).toMatchObject({ status: 503, code: 'core_unavailable' })
  expect(seen).toEqual(['listRunbooks', 'listRunbooks', 'createRunbook'])
})

test('Core refuses what is no call', async () => {
  const server = createCoreServer({ core: constantCore(), log: silent })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  const url = `http://127.0.0.1:${port}`
  expect((await fetch(`${url}/call`, { method: 'POST', headers: { 'runsheet-call': 'e30' } })).status).toBe(
    400,
  )
  expect((await fetch(`${url}/call`, { method: 'POST' })).status).toBe(400)
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
})

test('a map of Cores may name addresses', async () => {
  const core = constantCore()
  const server = createCoreServer({ core, log: silent })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  const { url } = await startApi(constantCore(), {
    cores: { 'emea.example': { url: `http://127.0.0.1:${port}` } },
  })
  const headers = { ...token, 'core-url': 'https://emea.example' }
  expect((await fetch(`${url}/core/runbooks`, { headers })).status).toBe(200)
  expect(core.calls).toHaveLength(1)
})

test('an api process is counted through the tiers; what is no process is not found', async () => {
  const core = { ...constantCore(), countProcesses: async (id: string) => (id === heard ? 2 : 1) }
  const heard = '0f0e0d0c-0b0a-4908-8706-050403020100'
  const server = createCoreServer({ core, log: silent })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.drain())
  const client = httpCore({ url: `http://127.0.0.1:${port}`, timeoutMs: 5000 })
  onTestFinished(() => client.close())
  expect(await client.countProcesses(heard)).toBe(2)
  expect((await fetch(`http://127.0.0.1:${port}/processes/nobody`)).status).toBe(404)
})
