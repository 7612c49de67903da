import { type Endpoint, type EndpointName, endpoints, readsOne, takesIfMatch } from '@runsheet/contract'
import { type Answer, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeRequest, pathOf, writes } from './compose-request.ts'
import type { Scene } from './scene.ts'
import { sceneFor } from './scene-for.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const all = Object.entries<Endpoint>(endpoints) as [EndpointName, Endpoint][]

/** Reads of one resource, and who reads there what a change of it names. */
const reads = all.filter(([, endpoint]) => readsOne(endpoint))
const readAt = (path: string) => reads.find(([, endpoint]) => endpoint.path === path)?.[1]

test.each(reads)('%s tells the state of the resource in its ETag', async (name, endpoint) => {
  const scene = await sceneFor(server, name)
  const { status, headers } = await server.ask('GET', pathOf(endpoint, scene), undefined, scene.headers)
  expect([name, status, headers.get('etag')]).toEqual([name, 200, expect.stringMatching(/^"\d+"$/)])
})

const refusals = ({ status, document }: Answer) => [
  status,
  document['errors']?.[0].code,
  document['errors']?.[0].source,
]
/** The ETag of no state that anything has had. */
const NEVER = '"987654321"'

const stale = [422, 'stale_resource', { header: 'If-Match' }]

const send = (name: EndpointName, scene: Scene, match: string) => {
  const { method, path, body } = composeRequest(name, scene)
  return server.ask(method, path, body, { ...scene.headers, 'if-match': match })
}

const matching = writes.filter(([, endpoint]) => takesIfMatch(endpoint))
const others = writes.filter(([, endpoint]) => !takesIfMatch(endpoint))

test.each(others)('%s is about no single state, and takes no If-Match', async (name) => {
  const answer = await send(name, await sceneFor(server, name), '*')
  expect(refusals(answer)).toEqual([400, 'invalid_header', { header: 'If-Match' }])
})

describe.each(matching)('%s', (name: EndpointName, endpoint: Endpoint) => {
  test('is done only to the state that If-Match names: alone, in a list, never weakly', async () => {
    const scene = await sceneFor(server, name)
    const late = await send(name, scene, NEVER)
    expect(refusals(late)).toEqual(stale)
    const { etag } = late.document['errors'][0].meta as { etag: string }
    const read = readAt(endpoint.path)
    const before = read && (await server.ask('GET', pathOf(read, scene), undefined, scene.headers))
    expect(before?.headers.get('etag') ?? etag).toBe(etag)
    expect(refusals(await send(name, scene, `W/${etag}`))).toEqual(stale)
    expect(refusals(await send(name, scene, `${NEVER}, W/${etag}`))).toEqual(stale)
    const done = await send(name, scene, `${NEVER}, ${etag}`)
    expect([name, done.status]).toEqual([name, endpoint.answer.status])
    const after = done.headers.get('etag')
    expect([name, /^"\d+"$/.test(after ?? '')]).toEqual([name, endpoint.answer.kind === 'resource'])
    expect(after).not.toBe(etag)
  })

  test('is done to any state that is there with *', async () => {
    expect((await send(name, await sceneFor(server, name), '*')).status).toBe(endpoint.answer.status)
  })
})
