import { randomUUID } from 'node:crypto'
import type { Endpoint, EndpointName } from '@runsheet/contract'
import { type Answer, startTestServer, type TestServer } from '@runsheet/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Composed, composeRequest, particularOf, writes } from './compose-request.ts'
import { makeScene, type Scene } from './scene.ts'

let one: TestServer
/** Another Core on the same database, that knows nothing of the first. */
let other: TestServer
let watcher: Client

beforeAll(async () => {
  one = await startTestServer()
  other = await startTestServer({ connectionString: one.connectionString })
  watcher = new Client(one.connectionString)
  await watcher.connect()
})
afterAll(async () => {
  await watcher.end()
  await other.close()
  await one.close()
})

async function sceneFor(name: EndpointName): Promise<Scene> {
  const { prepare = (_server, scene) => Promise.resolve(scene) } = particularOf(name)
  return prepare(one, await makeScene(one))
}

/** A browser speaks for the page of the server that it asks. */
const sending = (scene: Scene, { method, path, body }: Composed, key: string, server = one) =>
  server.ask(method, path, body, {
    ...scene.headers,
    ...('origin' in scene.headers ? { origin: server.url } : {}),
    'idempotency-key': key,
  })

const countEvents = async () =>
  (await watcher.query<{ count: number }>('select count(*)::integer as count from event')).rows[0]!.count

const told = ({ status, document, headers }: Answer) => [status, document, headers.get('etag')]
const isReplayed = ({ headers }: Answer) => headers.get('idempotency-replayed') === 'true'
const refusal = ({ status, document }: Answer) => [status, document['errors']?.[0].code]

/** Transactions in which the events of a request were written, and that in which its key was. */
async function transactionsOf(key: string, { headers }: Answer): Promise<{ events: string[]; key: string[] }> {
  const read = async (text: string, value: unknown) =>
    (await watcher.query<{ xmin: string }>(text, [value])).rows.map(({ xmin }) => xmin)
  return {
    events: await read(
      'select distinct xmin::text from event where request_id = $1',
      headers.get('x-request-id'),
    ),
    key: await read('select xmin::text from idempotency_key where key = $1', key),
  }
}

const expectReplay = (name: string, answer: Answer, first: Answer) =>
  expect([name, isReplayed(answer), ...told(answer)]).toEqual([name, true, ...told(first)])

describe.each(writes)('%s', (name: EndpointName, endpoint: Endpoint) => {
  const { endsItsCaller, isNoEvent } = particularOf(name)

  test('is remembered in the commit that does it, answers repeats the same, and takes its key for nothing else', async () => {
    const scene = await sceneFor(name)
    const request = composeRequest(name, scene)
    const key = randomUUID()
    const before = await countEvents()
    const first = await sending(scene, request, key)
    expect([name, first.status, first.document['errors']]).toEqual([name, endpoint.answer.status, undefined])
    const after = await countEvents()
    expect([name, after > before]).toEqual([name, !isNoEvent])
    const { events, key: remembered } = await transactionsOf(key, first)
    expect(remembered).toHaveLength(1)
    if (!isNoEvent) expect(events).toEqual(remembered)
    const again = await sending(scene, request, key, other)
    if (endsItsCaller) expect(again.status).toBe(401)
    else expectReplay(name, again, first)
    expect(await countEvents()).toBe(after)
    const another = composeRequest(name, scene)
    if (JSON.stringify(another.body) !== JSON.stringify(request.body))
      expect(refusal(await sending(scene, another, key))).toEqual([422, 'idempotency_key_conflict'])
    const matching = await one.ask(request.method, request.path, request.body, {
      ...scene.headers,
      'idempotency-key': key,
      'if-match': '*',
    })
    // As another request, or because nothing can match there.
    expect([400, 401, 422]).toContain(matching.status)
    expect(await countEvents()).toBe(after)
  })

  test('is remembered also where it finds nothing left to change', async () => {
    const scene = await sceneFor(name)
    const request = composeRequest(name, scene)
    const key = randomUUID()
    await sending(scene, request, randomUUID())
    const idle = await sending(scene, request, key)
    if (idle.status >= 300) return
    expectReplay(name, await sending(scene, request, key, other), idle)
  })

  test('waits for the first that is still under way, on this process and on another, and is done once', async () => {
    const scene = await sceneFor(name)
    const request = composeRequest(name, scene)
    const key = randomUUID()
    const before = await countEvents()
    const holding = new Client(one.connectionString)
    await holding.connect()
    await holding.query('begin; lock table event in share mode')
    let answered = 0
    const sent = [one, other, one, other].map((server) =>
      sending(scene, request, key, server).finally(() => (answered += 1)),
    )
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    // Both processes have come as far as the lock, or, where nothing is kept, to their end.
    for (;;) {
      const { rowCount } = await watcher.query(waiting)
      if (answered === sent.length || (rowCount ?? 0) >= 2) break
    }
    await holding.query('commit')
    await holding.end()
    const answers = await Promise.all(sent)
    const done = answers.filter(({ status }) => status === endpoint.answer.status)
    if (!endsItsCaller) expect([name, done.length]).toEqual([name, answers.length])
    expect(new Set(done.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
    expect([name, done.filter((answer) => !isReplayed(answer)).length]).toEqual([name, 1])
    const { rows } = await watcher.query<{ id: string }>(
      'select distinct request_id as id from event where id > (select coalesce(max(id), 0) from event) - $1',
      [(await countEvents()) - before],
    )
    expect(rows).toHaveLength(isNoEvent ? 0 : 1)
  })
})
