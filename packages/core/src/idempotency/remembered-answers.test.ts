import { buildRunbook, startTestServer, type TestRunbook, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let runbook: TestRunbook

beforeAll(async () => {
  server = await startTestServer()
  runbook = await buildRunbook(server, { tasks: Array.from({ length: 9 }, () => ({})) })
  await runbook.run('start')
})
afterAll(() => server.close())

const keyed = (key: string) => ({ 'idempotency-key': key })
const age = (key: string, interval: string) =>
  server.core.database.writePool.query(
    `update idempotency_key set created_at = now() - $1::interval where key = $2`,
    [interval, key],
  )

test('a repeat with the same key gets the same answer and changes nothing', async () => {
  const first = await runbook.move(1, 'start', undefined, keyed('one'))
  await runbook.move(1, 'finish')
  const { length } = await runbook.events()
  const again = await runbook.move(1, 'start', undefined, keyed('one'))
  expect([again.status, again.document]).toEqual([200, first.document])
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
    null,
    'true',
  ])
  expect(await runbook.events()).toHaveLength(length)
})

test('many repeats at the same moment are one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => runbook.move(2, 'skip', { comment: 'once' }, keyed('many'))),
  )
  expect(new Set(answers.map(({ status, document }) => JSON.stringify([status, document]))).size).toBe(1)
  expect((await runbook.tasks())[2]!['attributes'].comments_count).toBe(1)
})

test.each([
  ['another path', () => runbook.move(4, 'start', undefined, keyed('taken'))],
  ['another action', () => runbook.move(3, 'finish', undefined, keyed('taken'))],
  ['another body', () => runbook.move(3, 'start', { comment: 'x' }, keyed('taken'))],
])('a key is of one request only: %s', async (_what, attempt) => {
  await runbook.move(3, 'start', undefined, keyed('taken'))
  const { status, document } = await attempt()
  expect([status, document['errors'][0].code, document['errors'][0].source]).toEqual([
    422,
    'idempotency_key_conflict',
    { header: 'Idempotency-Key' },
  ])
})

test('a refusal is not remembered: the repeat is judged anew', async () => {
  const { status } = await runbook.move(5, 'finish', undefined, keyed('early'))
  expect(status).toBe(422)
  await runbook.move(5, 'start')
  const again = await runbook.move(5, 'finish', undefined, keyed('early'))
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, null])
})

test('a key is remembered for a day, then it is new', async () => {
  await runbook.move(6, 'start', undefined, keyed('day'))
  await age('day', '23 hours 59 minutes')
  expect((await runbook.move(6, 'start', undefined, keyed('day'))).status).toBe(200)
  await age('day', '24 hours 1 minute')
  expect((await runbook.move(6, 'start', undefined, keyed('day'))).status).toBe(422)
  const { status, document } = await runbook.move(6, 'finish', undefined, keyed('day'))
  expect([status, document['data'].attributes.stage]).toEqual([200, 'complete'])
})

test('what put a runbook out of sight is told again that it did', async () => {
  const planned = await buildRunbook(server)
  const archive = () =>
    server.send('PATCH', `${planned.path}/archive`, undefined, keyed(`away-${planned.id}`))
  const [first, again] = [await archive(), await archive()]
  expect([first.status, again.status, again.document]).toEqual([200, 200, first.document])
  const other = await server.send('PATCH', `${planned.path}/pause`, undefined, keyed(`away-${planned.id}`))
  expect([other.status, other.document['errors'][0].code]).toEqual([422, 'idempotency_key_conflict'])
})

test('a repeated delete is told that it was done', async () => {
  const planned = await buildRunbook(server, { tasks: [{}, {}] })
  const remove = () =>
    server.send('DELETE', `${planned.path}/tasks/2`, undefined, keyed(`delete-${planned.id}`))
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204])
  expect(await planned.stages()).toEqual({ 1: 'not_startable' })
})
