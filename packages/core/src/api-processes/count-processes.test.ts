import { randomUUID } from 'node:crypto'
import { startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('every api process that was heard of lately counts once', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const { client } = server.core
  expect(await client.countProcesses(first)).toBe(1)
  expect(await client.countProcesses(second)).toBe(2)
  expect(await client.countProcesses(first)).toBe(2)
})

test('a process that has not been heard of for half a minute is gone', async () => {
  const silent = randomUUID()
  const before = await server.core.client.countProcesses(silent)
  await server.core.services.database.writePool.query(
    `update api_process set seen_at = now() - interval '31 seconds' where id = $1`,
    [silent],
  )
  expect(await server.core.client.countProcesses(randomUUID())).toBe(before)
})
