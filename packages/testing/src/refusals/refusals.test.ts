import { type Endpoint, type EndpointName, type ErrorEntry, endpoints } from '@runsheet/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleWorld, makeExampleWorld } from '../examples/example-world.ts'
import { exampleOf } from '../examples/send-example.ts'
import type { TestServer } from '../server/index.ts'
import { spoilBody } from './spoil-body.ts'
import { spoilQuery } from './spoil-query.ts'

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

const all = (Object.entries(endpoints) as [EndpointName, Endpoint][]).map(([name, endpoint]) => ({
  name,
  endpoint,
}))

test.each(all)('$name refuses whatever is wrong by its declaration', async ({ name, endpoint }) => {
  const request = exampleOf(name)
  const expected: unknown[] = []
  const answered: unknown[] = []
  for (const { code, or, method, path, body, headers } of [
    ...spoilQuery(endpoint, request),
    ...spoilBody(endpoint, request),
  ]) {
    const { status, document } = await server.send(method, path, body, headers)
    const codes = ((document['errors'] ?? []) as ErrorEntry[]).map((error) => error.code)
    const sent = `${path} ${JSON.stringify(body ?? null).slice(0, 300)}`
    expected.push({ code, sent })
    answered.push(
      codes.some((seen) => seen === code || seen === or)
        ? { code, sent }
        : { code: `${status} ${codes.join(', ')}`, sent },
    )
  }
  expect(answered).toEqual(expected)
})
