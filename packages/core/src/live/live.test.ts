import { connect } from 'node:net'
import {
  addPerson,
  browserWith,
  buildRunbook,
  signIn,
  startTestServer,
  type TestRunbook,
  type TestServer,
  testRunbook,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { eventsOf, type OpenStream, openStream } from './test-support.ts'

let server: TestServer
let other: TestServer

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ connectionString: server.connectionString })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

/** A stream that is closed after the test. */
async function watch(...args: Parameters<typeof openStream>): Promise<OpenStream> {
  const stream = await openStream(...args)
  onTestFinished(() => stream.close())
  return stream
}

const ids = (stream: OpenStream) => eventsOf(stream.messages).map(({ id }) => id)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

async function seqOf({ id }: TestRunbook): Promise<number> {
  const { seq } = await server.core.database.db
    .selectFrom('runbook')
    .select('seq')
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow()
  return seq
}

/** Makes `count` events, as fast as one client can. */
async function makeEvents(runbook: TestRunbook, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1)
    expect((await runbook.change(1, { name: `name ${Math.random()}` })).status).toBe(200)
}

test('a stream says when to come again and where it begins, then tells each event with its sequence', async () => {
  const runbook = await buildRunbook(server, { tasks: [{ name: 'first' }, { after: [1] }] })
  const stream = await watch(server, runbook)
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const from = await seqOf(runbook)
  await stream.until((messages) => eventsOf(messages).length === 1)
  expect(stream.messages[0]?.text).toMatch(/^retry: [12]\d{3}$/)
  expect(stream.messages[1]).toMatchObject({ id: from, event: 'ready', data: JSON.stringify({ seq: from }) })
  await runbook.run('start')
  await runbook.move(1, 'start')
  await runbook.move(1, 'finish')
  await stream.until((messages) => eventsOf(messages).length === 4)
  expect(ids(stream)).toEqual(range(from, from + 3))
  expect(eventsOf(stream.messages).map(({ event }) => event)).toEqual([
    'ready',
    'run.started',
    'task.started',
    'task.finished',
  ])
  const finished = JSON.parse(eventsOf(stream.messages).at(-1)?.data ?? '')
  expect(finished).toMatchObject({
    seq: from + 3,
    actor: '1',
    name: 'task.finished',
    resource: { type: 'task', id: '1', name: 'first' },
    things: [
      { type: 'task', id: '1', changes: { stage: ['in_progress', 'complete'] } },
      { type: 'task', id: '2', changes: { stage: ['not_startable', 'startable'] } },
    ],
    summary: { stage: 'active', tasks_count: 2, tasks_complete_count: 1 },
  })
})

test('another process tells the same bytes', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, { after: [1] }] })
  const [near, far] = [await watch(server, runbook), await watch(other, runbook)]
  await runbook.run('start')
  await runbook.move(1, 'skip', { comment: 'Grüße 東京' })
  await testRunbook(other, runbook.id).move(2, 'skip')
  for (const stream of [near, far])
    await stream.until((messages) => eventsOf(messages).at(-1)?.event === 'run.finished')
  const told = (stream: OpenStream) => eventsOf(stream.messages).map(({ text }) => text)
  expect(told(far)).toEqual(told(near))
})

test('what no hint told of is found by the sequences', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const stream = await watch(other, runbook)
  await stream.until((messages) => eventsOf(messages).length === 1)
  // Neither the hints of this process leave, nor are they heard: only the log knows.
  onTestFinished(await silence())
  await makeEvents(runbook, 3)
  await stream.until((messages) => eventsOf(messages).length === 4)
  expect(ids(stream)).toEqual(range((await seqOf(runbook)) - 3, await seqOf(runbook)))
})

test('what the clock alone does to the expected end is told, without an id: it is no part of the log', async () => {
  const runbook = await buildRunbook(server, { tasks: [{ name: 'waits for somebody', duration: 60 }] })
  await runbook.run('start')
  const stream = await watch(server, runbook)
  const drifts = () => stream.messages.filter(({ event }) => event === 'forecast')
  await stream.until(() => drifts().length >= 2)
  const [first, second] = drifts().map(({ data }) => JSON.parse(data ?? ''))
  expect(drifts().every(({ id }) => id === undefined)).toBe(true)
  expect(Date.parse(second.end_display)).toBeGreaterThan(Date.parse(first.end_display))
  expect(Date.parse(second.end_display) - Date.parse(second.as_of)).toBe(60_000)
  expect(ids(stream)).toEqual([await seqOf(runbook)])
})

/** Ends the LISTEN sessions of the database again and again, until the answer is called. */
async function silence(): Promise<() => void> {
  const end = () =>
    server.core.database.writePool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name in ('runsheet listen', 'runsheet notify')`,
    )
  await end()
  const timer = setInterval(() => void end(), 100)
  return () => clearInterval(timer)
}

test('whoever comes again with the last id gets what follows, once, while others write', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const from = await seqOf(runbook)
  const writing = Promise.all([makeEvents(runbook, 60), makeEvents(testRunbook(other, runbook.id), 60)])
  const got: number[] = []
  const last = from + 120
  for (let visit = 0; (got.at(-1) ?? from) < last; visit += 1) {
    const side = visit % 2 === 0 ? server : other
    const stream = await openStream(side, runbook, { lastEventId: got.at(-1) ?? from })
    const wanted = 1 + Math.floor(Math.random() * 12)
    await stream.until((messages) => {
      const all = eventsOf(messages)
      return all.length >= wanted || all.at(-1)?.id === last
    })
    stream.close()
    expect(eventsOf(stream.messages).every(({ event }) => event === 'task.updated')).toBe(true)
    got.push(...(ids(stream) as number[]))
  }
  await writing
  expect(got).toEqual(range(from + 1, last))
})

test('many who watch all get everything in order, whenever they come', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const from = await seqOf(runbook)
  const last = from + 40
  const writing = makeEvents(runbook, 40)
  const streams = await Promise.all(
    range(0, 11).map((at) => watch(at % 2 ? other : server, runbook, { lastEventId: from })),
  )
  await writing
  for (const stream of streams) {
    await stream.until((messages) => eventsOf(messages).at(-1)?.id === last)
    expect(ids(stream)).toEqual(range(from + 1, last))
  }
})

test('someone who leaves while another comes takes nothing away', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  for (let round = 0; round < 15; round += 1) {
    const leaving = await openStream(server, runbook)
    const [coming] = await Promise.all([
      watch(server, runbook, { lastEventId: (await seqOf(runbook)) - 2 }),
      Promise.resolve().then(() => leaving.close()),
    ])
    await makeEvents(runbook, 1)
    const last = await seqOf(runbook)
    await coming.until((messages) => eventsOf(messages).at(-1)?.id === last)
    expect(ids(coming).slice(-2)).toEqual([last - 1, last])
    coming.close()
  }
  await vi.waitUntil(() => server.core.services.live.watchers === 0)
})

test('a gap of more than 500 events is told as a reset; one of 500 is filled', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const from = await seqOf(runbook)
  await Promise.all(range(1, 4).map(() => makeEvents(runbook, 126)))
  const last = await seqOf(runbook)
  expect(last).toBe(from + 504)
  for (const side of [server, other]) {
    const far = await watch(side, runbook, { lastEventId: last - 501 })
    await far.until((messages) => eventsOf(messages).length > 0)
    expect(eventsOf(far.messages)).toMatchObject([
      { id: last, event: 'reset', data: JSON.stringify({ seq: last }) },
    ])
    const near = await watch(side, runbook, { lastEventId: last - 500 })
    await near.until((messages) => eventsOf(messages).at(-1)?.id === last)
    expect(ids(near)).toEqual(range(last - 499, last))
  }
})

test.each(['-1', 'abc', '99999999', '1.5'])(
  'a last id that never was is told as a reset: %s',
  async (lastEventId) => {
    const runbook = await buildRunbook(server, { tasks: [{}] })
    const stream = await watch(server, runbook, { lastEventId })
    await stream.until((messages) => eventsOf(messages).length > 0)
    expect(eventsOf(stream.messages)).toMatchObject([{ id: await seqOf(runbook), event: 'reset' }])
  },
)

test('more than 200 changed things are told as a reset, 200 are not', async () => {
  for (const [count, event] of [
    [200, 'tasks.imported'],
    [201, 'reset'],
  ] as const) {
    const runbook = await buildRunbook(server)
    const streams = [await watch(server, runbook), await watch(other, runbook)]
    const rows = range(1, count).map((id) => `${id},t,60`)
    const { status } = await server.send(
      'POST',
      `${runbook.path}/tasks/import`,
      `id,name,duration\n${rows.join('\n')}\n`,
    )
    expect(status).toBe(201)
    for (const stream of streams) {
      await stream.until((messages) => eventsOf(messages).length === 2)
      expect(eventsOf(stream.messages)[1]).toMatchObject({ id: await seqOf(runbook), event })
    }
  }
})

test('a stream ends when its token is revoked, and when its person leaves the runbook', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const [ada, bob, eve] = [
    await addPerson(server, runbook),
    await addPerson(server, runbook),
    await addPerson(server, runbook),
  ]
  const [hers, his, stays] = [
    await watch(server, runbook, { token: ada.token }),
    await watch(other, runbook, { token: bob.token }),
    await watch(server, runbook, { token: eve.token }),
  ]
  const { database } = server.core
  await database.writes
    .updateTable('user_app_token')
    .set({ revoked_at: new Date().toISOString() })
    .where('user_id', '=', Number(ada.id))
    .execute()
  await hers.ended
  const people = await server.send('GET', `${runbook.path}/runbook_users`)
  const bobs = people.document['data'].find(
    ({ relationships }: { relationships: { user: { data: { id: string } } } }) =>
      relationships.user.data.id === bob.id,
  )
  expect((await server.send('DELETE', `${runbook.path}/runbook_users/${bobs.id}`)).status).toBe(204)
  await his.ended
  expect((await openStream(other, runbook, { token: bob.token })).response.status).toBe(404)
  await makeEvents(runbook, 1)
  const last = await seqOf(runbook)
  await stays.until((messages) => eventsOf(messages).at(-1)?.id === last)
})

describe('what is revoked in one process', () => {
  /** A process that never polls: what it knows of the others, it was told. */
  async function startWithoutPolls(): Promise<TestServer> {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    try {
      const third = await startTestServer({ connectionString: server.connectionString })
      onTestFinished(() => third.close())
      // Whoever listens hears of everything from now on.
      await vi.waitUntil(async () => {
        const { rows } = await sql<{ count: number }>`select count(*)::integer as count from pg_stat_activity
          where datname = current_database() and query like 'listen %'`.execute(server.core.database.db)
        return rows[0]?.count === 3
      })
      return third
    } finally {
      vi.useRealTimers()
    }
  }

  const tokenOf = async (headers: object) => {
    const made = await server.send(
      'POST',
      '/core/user_app_tokens',
      { data: { type: 'user_app_token', attributes: { label: 'Watches' } } },
      { ...headers },
    )
    return made.document['data'] as { id: string; attributes: { token: string } }
  }

  test('ends its streams in another that hears of it, and every other request there, at once', async () => {
    const third = await startWithoutPolls()
    const runbook = await buildRunbook(server, { tasks: [{}] })
    const { id, attributes } = await tokenOf({})
    const streams = [await watch(third, runbook, { token: attributes.token }), await watch(third, runbook)]
    await streams[0]?.until((messages) => eventsOf(messages).length === 1)
    expect((await server.send('DELETE', `/core/user_app_tokens/${id}`)).status).toBe(204)
    await streams[0]?.ended
    const bearer = { authorization: `Bearer ${attributes.token}` }
    for (const at of [server, other, third])
      expect((await at.ask('GET', '/core/me', undefined, bearer)).document['errors'][0].code).toBe(
        'token_revoked',
      )
    await makeEvents(runbook, 1)
    await streams[1]?.until((messages) => eventsOf(messages).length === 2)
  })

  test('holds for a session that is signed out everywhere', async () => {
    const third = await startWithoutPolls()
    const runbook = await buildRunbook(server, { tasks: [{}] })
    const { cookie, send } = await signIn(third)
    const open = () =>
      fetch(`${third.url}${runbook.path}/events`, { headers: { cookie, accept: 'text/event-stream' } })
    const stream = await open()
    expect(stream.status).toBe(200)
    const elsewhere = browserWith(server, cookie)
    expect((await elsewhere.send('DELETE', '/core/sessions?all=true')).status).toBe(204)
    expect(await stream.text()).toContain('retry:')
    expect((await send('GET', '/core/me')).status).toBe(401)
    expect((await open()).status).toBe(401)
  })

  test('holds for a person who is archived', async () => {
    const third = await startWithoutPolls()
    const runbook = await buildRunbook(server, { tasks: [{}] })
    const ada = await addPerson(server, runbook)
    const stream = await watch(third, runbook, { token: ada.token })
    await stream.until((messages) => eventsOf(messages).length === 1)
    await server.core.database.writes
      .updateTable('app_user')
      .set({ archived_at: new Date().toISOString() })
      .where('id', '=', Number(ada.id))
      .execute()
    await server.core.services.live.recheck()
    await stream.ended
    expect((await openStream(third, runbook, { token: ada.token })).response.status).toBe(401)
  })
})

test('the last that a stream tells of a deleted runbook is that', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const streams = [await watch(server, runbook), await watch(other, runbook)]
  expect((await server.send('DELETE', runbook.path)).status).toBe(204)
  for (const stream of streams) {
    await stream.ended
    expect(eventsOf(stream.messages).at(-1)?.event).toBe('runbook.deleted')
  }
})

test('when the client has gone its place is free at once, without an event', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const stream = await openStream(server, runbook)
  await stream.until((messages) => eventsOf(messages).length === 1)
  const before = server.core.services.live.watchers
  stream.close()
  await vi.waitUntil(() => server.core.services.live.watchers === before - 1)
  expect(eventsOf(stream.messages).map(({ event }) => event)).toEqual(['ready'])
})

test('who takes nothing is dropped when more than 1 MiB waits, and others are not held up', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { port } = new URL(server.url)
  const before = server.core.services.live.watchers
  const socket = connect(Number(port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.pause()
  socket.write(
    `GET ${runbook.path}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.token}\r\nAccept: text/event-stream\r\n\r\n`,
  )
  await vi.waitUntil(() => server.core.services.live.watchers === before + 1)
  const reader = await watch(server, runbook)
  const from = await seqOf(runbook)
  let made = 0
  // The system takes some megabytes for the connection before anything waits here.
  while (server.core.services.live.watchers === before + 2 && made < 400) {
    await runbook.change(1, { description: `${'x'.repeat(45_000)}${made}` })
    made += 1
  }
  expect(server.core.services.live.watchers).toBe(before + 1)
  await reader.until((messages) => eventsOf(messages).at(-1)?.id === from + made)
  expect(ids(reader)).toEqual(range(from, from + made))
})

test('a stream on which nothing happens is kept open by a heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const third = await startTestServer({ connectionString: server.connectionString })
  const stream = await watch(third, await buildRunbook(server))
  await stream.until((messages) => eventsOf(messages).length === 1)
  vi.advanceTimersByTime(15_000)
  await stream.until((messages) => messages.some(({ text }) => text === ': heartbeat'))
  expect(eventsOf(stream.messages)).toHaveLength(1)
  vi.useRealTimers()
  await third.close()
})

test('a drain ends the streams', async () => {
  const third = await startTestServer({ connectionString: server.connectionString })
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const stream = await openStream(third, runbook)
  await stream.until((messages) => eventsOf(messages).length === 1)
  await third.close()
  await stream.ended
  expect(third.core.services.live.watchers).toBe(0)
})
