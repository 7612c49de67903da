import {
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let one: TestServer
let other: TestServer
let plan: Planner

/** Two Cores on one database that know nothing of each other. */
beforeAll(async () => {
  one = await startTestServer()
  other = await startTestServer({ connectionString: one.connectionString })
  plan = plannerOf(one)
})
afterAll(async () => {
  await other.close()
  await one.close()
})

test('repeats that reach several processes at the same time happen once', async () => {
  const workspace = await plan.makeWorkspace()
  const runbook = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(runbook)
  const requests: [string, string, unknown][] = [
    ['POST', '/core/workspaces', writeOf('workspace', { name: 'Once', key: 'once' })],
    ['POST', '/core/runbooks', writeOf('runbook', { name: 'Once' }, { workspace })],
    ['POST', `/core/runbooks/${runbook}/tasks`, writeOf('task', { name: 'Once' })],
    ['PATCH', `/core/runbooks/${runbook}`, { data: { type: 'runbook', attributes: { name: 'Once' } } }],
    ['DELETE', `/core/runbooks/${runbook}/tasks/1`, undefined],
  ]
  for (const [at, [method, path, body]] of requests.entries()) {
    const key = { 'idempotency-key': `key-${at}` }
    const answers = await Promise.all(
      [one, other, one, other].map((server) => server.send(method, path, body, key)),
    )
    expect(new Set(answers.map(({ status, document }) => JSON.stringify([status, document]))).size).toBe(1)
    expect([path, (answers[0]?.status ?? 500) < 300]).toEqual([path, true])
  }
  const { document } = await other.send('GET', `/core/runbooks/${runbook}/tasks`)
  expect(document['data'].map(({ attributes }: Document) => attributes.name)).toEqual(['Once'])
})

test('each process reads what the other wrote, at once', async () => {
  const runbook = await plan.makeRunbook()
  const path = `/core/runbooks/${runbook}`
  for (let turn = 1; turn <= 6; turn += 1) {
    const [writer, reader] = turn % 2 === 0 ? [one, other] : [other, one]
    dataOf(await writer.send('POST', `${path}/tasks`, writeOf('task', { name: `Task ${turn}` })))
    const { document } = await reader.send('GET', `${path}/tasks`)
    expect(document['data']).toHaveLength(turn)
  }
})

test('changes that reach both at the same time all happen, each against what is there', async () => {
  const runbook = await plan.makeRunbook()
  const path = `/core/runbooks/${runbook}/tasks`
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      (at % 2 === 0 ? one : other).send('POST', path, writeOf('task', { name: `Task ${at}` })),
    ),
  )
  const numbers = made.map((answer) => Number(dataOf(answer)['id']))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
  // Each alone is an order; together they would be a circle.
  const link = (server: TestServer, from: string, to: string) =>
    server.send('PATCH', `${path}/${from}`, {
      data: { type: 'task', relationships: { predecessors: { data: [{ type: 'task', id: to }] } } },
    })
  const links = await Promise.all([link(one, '1', '2'), link(other, '2', '1')])
  expect(new Set(links.map(({ status }) => status))).toEqual(new Set([200, 422]))
  expect(links.flatMap((answer) => refusals(answer))).toEqual([
    'circular_dependency /data/relationships/predecessors/data',
  ])
})

test('only one of two deletes of a runbook finds it', async () => {
  const runbook = await plan.makeRunbook()
  const path = `/core/runbooks/${runbook}`
  const answers = await Promise.all([one.send('DELETE', path), other.send('DELETE', path)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 404]))
  for (const server of [one, other]) expect((await server.send('GET', path)).status).toBe(404)
})
