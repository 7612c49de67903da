import { wakeDue } from '@runsheet/core'
import {
  buildRunbook,
  type DatabaseClock,
  openTestDatabase,
  startTestServer,
  type TestDatabase,
  type TestRunbook,
  type TestServer,
  takeOverClock,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let database: TestDatabase
let clock: DatabaseClock
let server: TestServer
let other: TestServer
/** What the clock of the database shows, milliseconds since the epoch. */
let now = Date.parse('2026-11-22T01:00:00Z')

beforeAll(async () => {
  database = await openTestDatabase()
  clock = await takeOverClock(database.connectionString, now)
  const { connectionString } = clock
  server = await startTestServer({ connectionString })
  other = await startTestServer({ connectionString })
})
afterAll(async () => {
  await other.close()
  await server.close()
  await clock.close()
  await database.drop()
})

/** An instant that has not come. */
const later = () => new Date(now + 60_000).toISOString().replace('.000', '')

/** Lets an instant come. */
async function come(instant: string) {
  now = Date.parse(instant)
  await clock.set(now)
  // Whoever acts next is told by a read what the clock shows by now.
  await server.send('GET', '/core/me')
}

/** What two processes do at the same time when they look for what is due. */
const wake = () => Promise.all([wakeDue(server.core.services), wakeDue(other.core.services)])

async function actors(runbook: TestRunbook, after: number) {
  return server.core.database.db
    .selectFrom('event')
    .select(['name', 'actor_id'])
    .where('chain_id', '=', Number(runbook.id))
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
}

const wakeAt = async ({ id }: TestRunbook) =>
  (
    await server.core.database.db
      .selectFrom('runbook')
      .select('wake_at')
      .where('id', '=', Number(id))
      .executeTakeFirstOrThrow()
  ).wake_at

test('a fixed start that comes makes its task startable, once, in the name of the system', async () => {
  const start_fixed = later()
  const runbook = await buildRunbook(server, { tasks: [{}, { start_fixed, after: [1] }] })
  await runbook.run('start')
  expect(await wakeAt(runbook)).toBeNull()
  await runbook.move(1, 'skip')
  expect(await wakeAt(runbook)).toBe(Date.parse(start_fixed))
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'not_startable' })
  await wake()
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'not_startable' })
  await come(start_fixed)
  await wake()
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' })
  expect((await runbook.tasks())[2]!['attributes']).toMatchObject({ start_ready: start_fixed })
  const events = await actors(runbook, 4)
  expect(events.filter(({ name }) => name === 'task.startable')).toEqual([
    { name: 'task.startable', actor_id: 0 },
  ])
  expect(await wakeAt(runbook)).toBeNull()
})

test('a paused run is not woken; what came meanwhile is startable when it is resumed', async () => {
  const start_fixed = later()
  const runbook = await buildRunbook(server, { tasks: [{}, { start_fixed }] })
  await runbook.run('start')
  await runbook.run('pause')
  expect(await wakeAt(runbook)).toBeNull()
  await come(start_fixed)
  await wake()
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'not_startable' })
  await runbook.run('resume')
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'startable' })
})

test('a runbook starts by itself at its scheduled start, live and with messages, though it is changed in that very second', async () => {
  const start_scheduled = later()
  const runbook = await buildRunbook(server, {
    attributes: { start_scheduled, auto_start: true },
    tasks: [{}],
  })
  expect(await wakeAt(runbook)).toBe(Date.parse(start_scheduled))
  await come(start_scheduled)
  await runbook.change(1, { name: 'changed at the last moment' })
  await wake()
  expect(await runbook.attributes()).toMatchObject({ stage: 'active' })
  const { document } = await server.send('GET', `${runbook.path}/runs`)
  expect(document['data']).toMatchObject([
    {
      attributes: { run_type: 'live', comms: 'on', start_planned: start_scheduled },
      relationships: { started_by: { data: { type: 'user', id: '0' } } },
    },
  ])
  expect(await runbook.stages()).toEqual({ 1: 'startable' })
})

test('a scheduled start that the checks refuse is told once and not tried again', async () => {
  const start_scheduled = later()
  const runbook = await buildRunbook(server, {
    attributes: { start_scheduled, auto_start: true },
    tasks: [{ type: 'email' }],
  })
  await come(start_scheduled)
  await wake()
  expect(await runbook.attributes()).toMatchObject({ auto_start: false })
  expect(await wakeAt(runbook)).toBeNull()
  expect(await runbook.attributes()).toMatchObject({
    stage: 'planning',
    start_scheduled,
  })
  expect((await runbook.events()).filter((name) => name === 'runbook.updated')).toHaveLength(1)
})

test('one runbook that cannot be woken does not keep the next from it', async () => {
  const start_scheduled = later()
  const [broken, sound] = [
    await buildRunbook(server, { attributes: { start_scheduled, auto_start: true }, tasks: [{}] }),
    await buildRunbook(server, { attributes: { start_scheduled, auto_start: true }, tasks: [{}] }),
  ]
  const { writes } = server.core.database
  const { current_version_id } = await writes
    .selectFrom('runbook')
    .select('current_version_id')
    .where('id', '=', Number(broken.id))
    .executeTakeFirstOrThrow()
  const point = (version: number | null) =>
    writes
      .updateTable('runbook')
      .set({ current_version_id: version })
      .where('id', '=', Number(broken.id))
      .execute()
  for (const { core } of [server, other]) core.services.runbooks.forget(Number(broken.id))
  await point(null)
  await come(start_scheduled)
  await wake()
  expect(await sound.attributes()).toMatchObject({ stage: 'active' })
  await point(current_version_id)
  await wake()
  expect(await broken.attributes()).toMatchObject({ stage: 'active' })
})
