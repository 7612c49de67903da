import { randomUUID } from 'node:crypto'
import {
  addPerson,
  buildRunbook,
  startTestServer,
  type TestRunbook,
  type TestServer,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
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

interface Here {
  readonly here: { user: { id: string; name: string }; task: string | null; since: string }[]
  readonly count: number
}

const toldOf = ({ messages }: OpenStream): Here[] =>
  messages.filter(({ event }) => event === 'presence').map(({ data }) => JSON.parse(data ?? '') as Here)

/** `person:task` of everybody, as a stream was told last, in the order of the ids. */
const placesOf = (stream: OpenStream) =>
  toldOf(stream)
    .at(-1)
    ?.here.map(({ user, task }) => `${user.id}:${task ?? '-'}`)
    .toSorted()

async function untilHere(stream: OpenStream, ...places: string[]): Promise<void> {
  const wanted = JSON.stringify(places.toSorted())
  await stream.until(() => JSON.stringify(placesOf(stream)) === wanted)
}

/** Tells where a person is; the answer. */
async function move(
  at: TestServer,
  { path }: TestRunbook,
  meta: object,
  token = server.token,
): Promise<{ status: number; document: Record<string, never> & { data: { attributes: unknown } } }> {
  const response = await fetch(`${at.url}${path}/presence`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ meta }),
  })
  return { status: response.status, document: (await response.json()) as never }
}

const query = (text: string, values: unknown[] = []) => server.core.database.writePool.query(text, values)

test('whoever watches is told who does, in every process, and of all who come and go', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const [mine, hers] = [await watch(server, runbook), await watch(other, runbook, { token: ada.token })]
  for (const stream of [mine, hers]) await untilHere(stream, '1:-', `${ada.id}:-`)
  const [first] = mine.messages.filter(({ event }) => event === 'presence')
  expect(mine.messages.map(({ event }) => event).slice(0, 3)).toEqual([undefined, 'ready', 'presence'])
  expect(first?.id).toBe(undefined)
  const { here, count } = toldOf(mine).at(-1) ?? { here: [], count: 0 }
  expect([here.find(({ user }) => user.id === ada.id)?.user, count]).toEqual([{ id: ada.id, name: 'Ada' }, 2])
  expect(here[0]?.since).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  hers.close()
  await untilHere(mine, '1:-')
})

test('a person says at which task they are, to whichever process', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  const ada = await addPerson(server, runbook)
  const connection = randomUUID()
  const [hers, mine] = [
    await watch(server, runbook, { token: ada.token, connection: connection.toUpperCase() }),
    await watch(other, runbook),
  ]
  await untilHere(mine, '1:-', `${ada.id}:-`)
  const near = await move(server, runbook, { connection, task_id: '2' }, ada.token)
  expect(near).toMatchObject({
    status: 200,
    document: { data: { type: 'presence', id: ada.id, attributes: { connection, task_id: '2' } } },
  })
  for (const stream of [hers, mine]) await untilHere(stream, '1:-', `${ada.id}:2`)
  expect((await move(other, runbook, { connection, task_id: null }, ada.token)).status).toBe(200)
  for (const stream of [hers, mine]) await untilHere(stream, '1:-', `${ada.id}:-`)
})

test('of several connections of a person the one that moved last counts', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  const [desk, phone] = [randomUUID(), randomUUID()]
  const atDesk = await watch(server, runbook, { connection: desk })
  const onPhone = await watch(other, runbook, { connection: phone })
  await move(server, runbook, { connection: desk, task_id: '1' })
  await move(server, runbook, { connection: phone, task_id: '2' })
  await untilHere(atDesk, '1:2')
  await move(server, runbook, { connection: desk, task_id: '1' })
  await untilHere(onPhone, '1:1')
  expect(toldOf(onPhone).at(-1)?.count).toBe(1)
  await move(server, runbook, { connection: phone, task_id: '2' })
  await untilHere(atDesk, '1:2')
  onPhone.close()
  await untilHere(atDesk, '1:1')
})

test('a connection that breaks and comes again has its task still, also in another process', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const mine = await watch(server, runbook)
  const connection = randomUUID()
  // It may say where it is before its stream is there.
  await move(server, runbook, { connection, task_id: '1' }, ada.token)
  const hers = await watch(server, runbook, { token: ada.token, connection })
  await untilHere(mine, '1:-', `${ada.id}:1`)
  hers.close()
  await untilHere(mine, '1:-')
  const lastEventId = eventsOf(hers.messages).at(-1)?.id ?? 0
  const again = await watch(other, runbook, { token: ada.token, connection, lastEventId })
  for (const stream of [mine, again]) await untilHere(stream, '1:-', `${ada.id}:1`)
  expect(eventsOf(again.messages)).toEqual([])
})

test.each([
  ['the same process', () => server],
  ['another process', () => other],
])(
  'a stream that nobody knew had broken takes nothing from the one that follows it in %s',
  async (_, side) => {
    const runbook = await buildRunbook(server, { tasks: [{}] })
    const ada = await addPerson(server, runbook)
    const connection = randomUUID()
    const old = await watch(server, runbook, { token: ada.token, connection })
    await untilHere(old, `${ada.id}:-`)
    const next = await watch(side(), runbook, { token: ada.token, connection })
    await untilHere(next, `${ada.id}:-`)
    old.close()
    // What follows the close is read after it.
    await move(server, runbook, { connection, task_id: '1' }, ada.token)
    await untilHere(next, `${ada.id}:1`)
    expect(toldOf(next).every(({ count }) => count === 1)).toBe(true)
  },
)

test('what is no place is refused', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const connection = randomUUID()
  const refused = async (meta: object, token?: string) => {
    const { status, document } = await move(server, runbook, meta, token)
    const { errors } = document as unknown as { errors: { code: string; source?: { pointer?: string } }[] }
    return errors.map(({ code, source }) => `${status} ${code} ${source?.pointer ?? ''}`.trim())
  }
  expect(await refused({ connection, task_id: '2' })).toEqual(['422 related_not_found /meta/task_id'])
  expect(await refused({ connection, task_id: 1 })).toEqual(['422 invalid_type /meta/task_id'])
  expect(await refused({ connection: 'x', task_id: '1' })).toEqual(['422 invalid_format /meta/connection'])
  expect(await refused({})).toEqual(['422 missing_meta /meta/connection', '422 missing_meta /meta/task_id'])
  const stranger = await addPerson(server, undefined)
  expect(await refused({ connection, task_id: '1' }, stranger.token)).toEqual(['404 not_found'])
  const stream = await openStream(server, { ...runbook, path: `${runbook.path}/events?connection=x#` })
  expect(stream.response.status).toBe(400)
})

test('whose token was revoked cannot say where they are, however lately they were seen', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const meta = { connection: randomUUID(), task_id: null }
  expect((await move(server, runbook, meta, ada.token)).status).toBe(200)
  await query('update user_app_token set revoked_at = now() where user_id = $1', [ada.id])
  expect((await move(server, runbook, meta, ada.token)).status).toBe(401)
})

test('it is no part of the log, and moves no runbook', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const state = async () => {
    const { rows } = await query(
      'select seq, updated_at, (select count(*) from event) as events from runbook where id = $1',
      [runbook.id],
    )
    return rows
  }
  const before = await state()
  const connection = randomUUID()
  const stream = await watch(server, runbook, { connection })
  await move(server, runbook, { connection, task_id: '1' })
  await untilHere(stream, '1:1')
  expect(await state()).toEqual(before)
})

test('of a process that died nobody is left 45 seconds later', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const stream = await watch(server, runbook)
  await query(
    `insert into presence (runbook_id, user_id, connection, holder, task_id) values ($1, $2, gen_random_uuid(), gen_random_uuid(), 1)`,
    [runbook.id, ada.id],
  )
  await untilHere(stream, '1:-', `${ada.id}:1`)
  await query(`update presence set seen_at = now() - interval '43 seconds' where user_id = $1`, [ada.id])
  await untilHere(stream, '1:-')
  const rows = () => query('select from presence where user_id = $1', [ada.id])
  await vi.waitUntil(async () => (await rows()).rowCount === 0)
  expect(toldOf(stream).at(-1)?.count).toBe(1)
})

test('of more than a hundred people a hundred are named and all are counted', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const stream = await watch(server, runbook)
  await untilHere(stream, '1:-')
  await query(
    `with made as (
      insert into app_user (email, first_name) select gen_random_uuid() || '@example.com', 'Ada' from generate_series(1, 120) returning id
    ) insert into presence (runbook_id, user_id, connection, holder) select $1, id, gen_random_uuid(), gen_random_uuid() from made`,
    [runbook.id],
  )
  await stream.until(() => toldOf(stream).at(-1)?.count === 121)
  expect(toldOf(stream).at(-1)?.here).toHaveLength(100)
})

test('many moves are told together', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  const connection = randomUUID()
  const stream = await watch(server, runbook, { connection })
  for (let at = 0; at < 40; at += 1)
    await move(server, runbook, { connection, task_id: String(1 + (at % 2)) })
  await untilHere(stream, '1:2')
  expect(toldOf(stream).length).toBeLessThan(10)
})

test('what the database loses is put back, and what a drain ends is gone at once', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const third = await startTestServer({ connectionString: server.connectionString })
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const [mine, hers] = [await watch(other, runbook), await watch(third, runbook, { token: ada.token })]
  await untilHere(mine, '1:-', `${ada.id}:-`)
  await query('truncate presence')
  // The sequence stands still when the table is emptied: somebody who comes makes the others look.
  const bob = await addPerson(server, runbook)
  await watch(other, runbook, { token: bob.token })
  await untilHere(mine, `${bob.id}:-`)
  vi.advanceTimersByTime(15_000)
  vi.useRealTimers()
  await untilHere(mine, `${ada.id}:-`, `${bob.id}:-`)
  await third.close()
  await hers.ended
  await untilHere(mine, `${bob.id}:-`)
  expect(toldOf(mine).at(-1)?.count).toBe(1)
})
