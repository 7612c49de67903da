import { buildRunbook, startTestServer, type TestServer, whileWaiting, writeOf } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('however many wait to change the instance, one connection waits, and runbooks are changed meanwhile', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const many = Array.from({ length: 30 }, (_, at) => `W${at}`)
  const make = () =>
    Promise.all(
      many.map((name) =>
        server.send('POST', '/core/workspaces', writeOf('workspace', { name, key: name.toLowerCase() })),
      ),
    )
  const meanwhile = async () => expect((await runbook.change(1, { name: 'Meanwhile' })).status).toBe(200)
  const made = await whileWaiting(server, 'instance', make, meanwhile)
  expect(made.map(({ status }) => status)).toEqual(many.map(() => 201))
})
