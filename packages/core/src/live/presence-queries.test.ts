import { randomUUID } from 'node:crypto'
import {
  addPerson,
  buildRunbook,
  startTestServer,
  type TestRunbook,
  type TestServer,
} from '@runsheet/testing'
import pino from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { Presence } from './presence.ts'
import { enterVisits, listPresent, moveVisit } from './presence-queries.ts'
import { Watcher } from './watcher.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('a stream that is noted after its person has moved elsewhere moves the person nowhere', async () => {
  const { database } = server.core
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  const visit = { runbookId: Number(runbook.id), userId: 1, connection: randomUUID() }
  const later = { ...visit, connection: randomUUID() }
  await moveVisit(database.writes, visit, 1)
  await moveVisit(database.writes, later, 2)
  await enterVisits(database.writes, randomUUID(), [later])
  await enterVisits(database.writes, randomUUID(), [visit])
  expect(await listPresent(database.db, [visit.runbookId], 100)).toMatchObject([{ task_id: 2, count: 1 }])
})

/** A process of its own with one stream, and what that was told last. */
async function lonelyPresence(runbook: TestRunbook) {
  const presence = new Presence(server.core.database, pino({ level: 'silent' }))
  const about = { userId: 1, permissionRevision: 1, place: '', connection: randomUUID(), seq: 0 }
  const credential = { kind: 'token', id: 1 } as const
  const watcher = new Watcher({ ...about, runbookId: Number(runbook.id), credential }, (left) =>
    presence.leave(left),
  )
  onTestFinished(async () => {
    watcher.close()
    await presence.close()
  })
  presence.enter(watcher)
  await presence.poll()
  const told: string[] = []
  void (async () => {
    for await (const message of watcher) told.push(message)
  })()
  return { presence, told }
}

test('whoever comes in another process is seen however long the database takes to commit it', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const ada = await addPerson(server, runbook)
  const { presence, told } = await lonelyPresence(runbook)
  const visit = { runbookId: Number(runbook.id), userId: Number(ada.id), connection: randomUUID() }
  await server.core.database.writes.transaction().execute(async (trx) => {
    await enterVisits(trx, randomUUID(), [visit])
    for (let polls = 0; polls < 4; polls += 1) await presence.poll()
  })
  await presence.poll()
  await expect.poll(() => told.at(-1)).toContain(`"id":"${ada.id}"`)
})
