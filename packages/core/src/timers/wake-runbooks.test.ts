import { wakeDue } from '@runsheet/core'
import { buildRunbook, startTestServer, type TestRunbook, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

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

/** An instant of the near future, on a whole second. */
const soon = (seconds: number) => new Date(Math.ceil(Date.now() / 1_000 + seconds) * 1_000).toISOString()

const wakeUntil = (condition: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      await Promise.all([wakeDue(server.core.services), wakeDue(other.core.services)])
      await condition()
    },
    { timeout: 10_000, interval: 50 },
  )

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

test.concurrent('a fixed start that comes makes its task startable, once, in the name of the system', async () => {
  const start_fixed = soon(1)
  const runbook = await buildRunbook(server, { tasks: [{}, { start_fixed, after: [1] }] })
  await runbook.run('start')
  expect(await wakeAt(runbook)).toBeNull()
  await runbook.move(1, 'skip')
  expect(await wakeAt(runbook)).toBe(Date.parse(start_fixed))
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'not_startable' })
  await wakeUntil(async () => expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' }))
  const { start_ready } = (await runbook.tasks())[2]!['attributes']
  expect(Date.parse(start_ready)).toBeGreaterThanOrEqual(Date.parse(start_fixed))
  const events = await actors(runbook, 4)
  expect(events.filter(({ name }) => name === 'task.startable')).toEqual([
    { name: 'task.startable', actor_id: 0 },
  ])
  expect(await wakeAt(runbook)).toBeNull()
})

test.concurrent('a paused run is not woken; what came meanwhile is startable when it is resumed', async () => {
  const start_fixed = soon(1)
  const runbook = await buildRunbook(server, { tasks: [{}, { start_fixed }] })
  await runbook.run('start')
  await runbook.run('pause')
  expect(await wakeAt(runbook)).toBeNull()
  await vi.waitUntil(() => Date.now() > Date.parse(start_fixed), { timeout: 5_000 })
  await wakeDue(server.core.services)
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'not_startable' })
  await runbook.run('resume')
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'startable' })
})

test.concurrent('a runbook starts by itself at its scheduled start, live and with messages, though it is changed in that very second', async () => {
  const start_scheduled = soon(1)
  const runbook = await buildRunbook(server, {
    attributes: { start_scheduled, auto_start: true },
    tasks: [{}],
  })
  expect(await wakeAt(runbook)).toBe(Date.parse(start_scheduled))
  await vi.waitUntil(() => Date.now() > Date.parse(start_scheduled) + 100, { timeout: 5_000 })
  await runbook.change(1, { name: 'changed at the last moment' })
  await wakeUntil(async () => expect((await runbook.attributes())['stage']).toBe('active'))
  const { document } = await server.send('GET', `${runbook.path}/runs`)
  expect(document['data']).toMatchObject([
    {
      attributes: { run_type: 'live', comms: 'on', start_planned: start_scheduled.replace('.000', '') },
      relationships: { started_by: { data: { type: 'user', id: '0' } } },
    },
  ])
  expect(await runbook.stages()).toEqual({ 1: 'startable' })
})

test.concurrent('a scheduled start that the checks refuse is told once and not tried again', async () => {
  const start_scheduled = soon(1)
  const runbook = await buildRunbook(server, {
    attributes: { start_scheduled, auto_start: true },
    tasks: [{ type: 'email' }],
  })
  await wakeUntil(async () => expect((await runbook.attributes())['auto_start']).toBe(false))
  expect(await wakeAt(runbook)).toBeNull()
  expect(await runbook.attributes()).toMatchObject({
    stage: 'planning',
    start_scheduled: start_scheduled.replace('.000', ''),
  })
  expect((await runbook.events()).filter((name) => name === 'runbook.updated')).toHaveLength(1)
})

test.concurrent('one runbook that cannot be woken does not keep the next from it', async () => {
  const start_scheduled = soon(1)
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
  await wakeUntil(async () => expect((await sound.attributes())['stage']).toBe('active'))
  await point(current_version_id)
  await wakeUntil(async () => expect((await broken.attributes())['stage']).toBe('active'))
})
