import { type Endpoint, type EndpointName, endpoints, exampleAnswer, operationOf } from '@runsheet/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestServer } from '../server/index.ts'
import { compareShape } from './compare-shape.ts'
import { type ExampleWorld, makeExampleWorld } from './example-world.ts'
import { prepareExample, sendExample } from './send-example.ts'

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

/** A read changes nothing for those after it; whatever writes gets an instance of its own. */
async function withServer(
  name: EndpointName,
  { method }: Endpoint,
  use: (server: TestServer) => Promise<void>,
) {
  if (method === 'GET' && operationOf(name).given === undefined) return use(readers)
  const server = await world.open()
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

test.each(named)(
  'the example of $name is done, and answered with what the document shows',
  ({ name, endpoint }) =>
    withServer(name, endpoint, async (server) => {
      await prepareExample(server, name)
      const { status, document } = await sendExample(server, name)
      expect({ status, errors: document['errors'] as unknown }).toEqual({ status: endpoint.answer.status })
      const example = exampleAnswer(name, endpoint, server.url)
      if (example === undefined || typeof example === 'string') return
      // An empty list would agree with any example.
    const isEmpty = endpoint.answer.kind === 'list' && document['data'].length === 0
    expect({ differences: compareShape(document, example), isEmpty }).toEqual({
      differences: [],
      isEmpty: false,
    })
  }),
)
