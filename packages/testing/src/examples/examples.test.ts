import {
  type Endpoint,
  type EndpointName,
  endpoints,
  exampleAnswer,
  operationOf,
  possibleErrors,
  takesIfMatch,
} from '@runsheet/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changesSince, countChanges, fillDisk } from '../database/index.ts'
import type { Answer, TestServer } from '../server/index.ts'
import { compareShape } from './compare-shape.ts'
import { type ExampleWorld, makeExampleWorld } from './example-world.ts'
import { exampleOf, exampleSender, prepareExample } from './send-example.ts'

let world: ExampleWorld
let readers: TestServer

beforeAll(async () => {
  world = await makeExampleWorld()
  readers = await world.open()
})
afterAll(async () => {
  await readers.close()
  await world.close()
})

const named = (Object.entries(endpoints) as [EndpointName, Endpoint][])
  .filter(([, { answer }]) => answer.kind !== 'stream')
  .map(([name, endpoint]) => ({ name, endpoint }))
const [reads, writes] = [true, false].map((isRead) =>
  named.filter(({ endpoint }) => (endpoint.method === 'GET') === isRead),
)

/** Of these nothing is kept, and so no answer: a repeat does the same again. */
const keepsNothing: ReadonlySet<EndpointName> = new Set(['updatePresence'])

/** After these whoever asked is not known, or not allowed to ask, any more. */
const endsItsSender: ReadonlySet<EndpointName> = new Set(['signOut', 'syncRoles'])

async function withServer(use: (server: TestServer) => Promise<void>) {
  const server = await world.open()
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

function expectExample(name: EndpointName, endpoint: Endpoint, { status, document }: Answer, url: string) {
  expect({ status, errors: document['errors'] as unknown }).toEqual({ status: endpoint.answer.status })
  const example = exampleAnswer(name, endpoint, url)
  const isDocument = example !== undefined && typeof example !== 'string'
  // An empty list would agree with any example.
  const isEmpty = endpoint.answer.kind === 'list' && document['data'].length === 0
  const differences = isDocument ? compareShape(document, example) : []
  expect({ differences, isEmpty }).toEqual({ differences: [], isEmpty: false })
}

test.each(reads ?? [])(
  'the example of $name is answered with what the document shows',
  async ({ name, endpoint }) => {
    const read = async (server: TestServer) => {
      await prepareExample(server, name)
      const send = await exampleSender(server, name)
      expectExample(name, endpoint, await send(exampleOf(name)), server.url)
    }
    await (operationOf(name).given === undefined ? read(readers) : withServer(read))
  },
)

test.each(writes ?? [])(
  'the example of $name is refused without a trace, then done once and answered with what the document shows',
  ({ name, endpoint }) =>
    withServer(async (server) => {
      const { writes } = server.core.database
      await prepareExample(server, name)
      const send = await exampleSender(server, name)
      const request = exampleOf(name)
      const codes = new Set([...possibleErrors(endpoint).values()].flat())
      const before = await countChanges(writes)

      await fillDisk(writes, true)
      const full = await send(request)
      await fillDisk(writes, false)
      const isOfOne = takesIfMatch(endpoint)
      const stale = isOfOne ? await send(request, { 'if-match': '"987654321"' }) : undefined
      expect([full, stale].map((answer) => answer?.document['errors']?.[0].code as unknown)).toEqual([
        'storage_full',
        isOfOne ? 'stale_resource' : undefined,
      ])
      expect(await changesSince(writes, before)).toEqual([])

      const key: Readonly<Record<string, string>> = codes.has('idempotency_key_conflict')
        ? { 'idempotency-key': 'once' }
        : {}
      const done = await send(request, key)
      expectExample(name, endpoint, done, server.url)
      if (key['idempotency-key'] === undefined || endsItsSender.has(name) || keepsNothing.has(name)) return
      const after = await countChanges(writes)
      const again = await send(request, key)
      expect([again.status, again.document]).toEqual([done.status, done.document])
      expect(await changesSince(writes, after)).toEqual([])
    }),
)
