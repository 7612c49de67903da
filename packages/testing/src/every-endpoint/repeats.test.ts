import { randomUUID } from 'node:crypto'
import type { Endpoint, EndpointName } from '@runsheet/contract'
import { type Answer, startTestServer, type TestServer } from '@runsheet/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Composed, composeRequest, particularOf, writes } from './compose-request.ts'
import type { Scene } from './scene.ts'
import { sceneFor } from './scene-for.ts'

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
async function transactionsOf(
  key: string,
  { headers }: Answer,
): Promise<{ events: string[]; key: string[] }> {
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

/** What a repeat is told: the same again, unless the first ended that by which the caller is known. */
const repeatOf = (name: EndpointName, first: Answer) =>
  particularOf(name).endsItsCaller ? [401] : [true, ...told(first)]
const tellRepeat = (name: EndpointName, answer: Answer) =>
  particularOf(name).endsItsCaller ? [answer.status] : [isReplayed(answer), ...told(answer)]

describe.each(writes)('%s', (name: EndpointName, endpoint: Endpoint) => {
  const { endsItsCaller, isNoEvent } = particularOf(name)
  const refusalOfRepeat = endsItsCaller ? [401, 'invalid_token'] : [endpoint.answer.status, undefined]

  test('is remembered in the commit that does it, answers repeats the same, and takes its key for nothing else', async () => {
    const scene = await sceneFor(one, name)
    const request = composeRequest(name, scene)
    const key = randomUUID()
    const before = await countEvents()
    const first = await sending(scene, request, key)
    expect([name, first.status, first.document['errors']]).toEqual([name, endpoint.answer.status, undefined])
    const after = await countEvents()
    expect([name, after > before]).toEqual([name, !isNoEvent])
    const { events, key: remembered } = await transactionsOf(key, first)
    expect(remembered).toHaveLength(1)
    expect(events).toEqual(isNoEvent ? [] : remembered)
    expect(tellRepeat(name, await sending(scene, request, key, other))).toEqual(repeatOf(name, first))
    const another = composeRequest(name, scene)
    const isSame = JSON.stringify(another.body) === JSON.stringify(request.body)
    expect(refusal(await sending(scene, another, key))).toEqual(
      isSame ? refusalOfRepeat : [422, 'idempotency_key_conflict'],
    )
    expect(await countEvents()).toBe(after)
  })

  test('is remembered also where it finds nothing left to change', async () => {
    const scene = await sceneFor(one, name)
    const request = composeRequest(name, scene)
    const key = randomUUID()
    await sending(scene, request, randomUUID())
    const idle = await sending(scene, request, key)
    const again = await sending(scene, request, key, other)
    expect([again.status, isReplayed(again)]).toEqual([idle.status, idle.status < 300])
  })

  test('waits for the first that is still under way, on this process and on another, and is done once', async () => {
    const scene = await sceneFor(one, name)
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
    expect([name, done.length]).toEqual([name, endsItsCaller ? done.length : answers.length])
    expect(new Set(done.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
    expect([name, done.filter((answer) => !isReplayed(answer)).length]).toEqual([name, 1])
    const { rows } = await watcher.query<{ id: string }>(
      'select distinct request_id as id from event where id > (select coalesce(max(id), 0) from event) - $1',
      [(await countEvents()) - before],
    )
    expect(rows).toHaveLength(isNoEvent ? 0 : 1)
  })
})
