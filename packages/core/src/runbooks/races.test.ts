import { verifyAudit } from '@runsheet/core'
import {
  buildRunbook,
  startTestServer,
  type TestRunbook,
  type TestServer,
  testRunbook,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let one: TestServer
let other: TestServer

beforeAll(async () => {
  one = await startTestServer()
  other = await startTestServer({ connectionString: one.connectionString })
})
afterAll(async () => {
  await other.close()
  await one.close()
})

const rehearsal = { run_type: 'rehearsal', comms: 'off' }

/** Rows of the log of a runbook, in their order. */
function logOf(runbook: TestRunbook) {
  return one.core.database.db
    .selectFrom('event')
    .select(['seq', 'name', 'payload', 'request_id'])
    .where('chain_id', '=', Number(runbook.id))
    .orderBy('seq')
    .execute()
}

/** What a server tells of a runbook whose run has ended. */
async function documents(server: TestServer, { path }: TestRunbook) {
  const [runbook, tasks, runs, streams] = await Promise.all(
    ['', '/tasks?forecast=true', '/runs', '/streams'].map((end) => server.send('GET', `${path}${end}`)),
  )
  const etags = [runbook!.headers.get('etag')]
  return {
    etags,
    runbook: runbook!.document,
    tasks: tasks!.document['data'],
    runs: runs!.document,
    streams: streams!.document,
  }
}

/** Every server, and one that has just been started, tells the same; the log is whole. */
async function expectSame(runbook: TestRunbook): Promise<void> {
  const fresh = await startTestServer({ connectionString: one.connectionString })
  try {
    const host = (text: string) => text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '')
    const [first, ...others] = await Promise.all(
      [fresh, one, other].map(async (server) => host(JSON.stringify(await documents(server, runbook)))),
    )
    for (const text of others) expect(JSON.parse(text)).toEqual(JSON.parse(first!))
  } finally {
    await fresh.close()
  }
  const log = await logOf(runbook)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
  const audit = await verifyAudit(one.core.database)
  expect(audit.broken).toEqual([])
}

test.each(['in one process', 'in two'])(
  'of two who start a task at the same moment one does: %s',
  async (where) => {
    const rounds = 50
    const runbook = await buildRunbook(one, { tasks: Array.from({ length: rounds }, () => ({})) })
    await runbook.run('start', rehearsal)
    const sides = [runbook, where === 'in two' ? testRunbook(other, runbook.id) : runbook]
    for (let task = 1; task <= rounds; task += 1) {
      const answers = await Promise.all(sides.map((side) => side.move(task, 'start')))
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422])
      const refused = answers.find(({ status }) => status === 422)
      expect(refused?.document['errors'][0].code).toBe('task_not_startable')
    }
    const starts = (await logOf(runbook)).filter(({ name }) => name === 'task.started')
    expect(new Set(starts.map(({ payload }) => JSON.parse(payload).resource.id)).size).toBe(rounds)
    expect(starts).toHaveLength(rounds)
  },
)

test('the same request with the same key, sent to two processes at once, is done once and answered twice', async () => {
  const runbook = await buildRunbook(one, { tasks: Array.from({ length: 20 }, () => ({})) })
  await runbook.run('start', rehearsal)
  for (let task = 1; task <= 20; task += 1) {
    const headers = { 'idempotency-key': `start-${runbook.id}-${task}` }
    const [left, right] = await Promise.all(
      [runbook, testRunbook(other, runbook.id)].map((side) => side.move(task, 'start', undefined, headers)),
    )
    expect([left!.status, right!.status]).toEqual([200, 200])
    expect(left!.document).toEqual(right!.document)
  }
  expect((await logOf(runbook)).filter(({ name }) => name === 'task.started')).toHaveLength(20)
})

test('of two who start a run at the same moment one does', async () => {
  for (let round = 0; round < 10; round += 1) {
    const runbook = await buildRunbook(one, { tasks: [{}] })
    const answers = await Promise.all(
      [runbook, testRunbook(other, runbook.id)].map((side) => side.run('start')),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422])
    expect((await one.send('GET', `${runbook.path}/runs`)).document['data']).toHaveLength(1)
  }
})

test('eight writers in two processes lose nothing and do nothing twice', async () => {
  const tasks = 100
  const runbook = await buildRunbook(one, { tasks: Array.from({ length: tasks }, () => ({ duration: 60 })) })
  await runbook.run('start', rehearsal)
  const acknowledged: string[] = []
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    const side = writer % 2 === 0 ? runbook : testRunbook(other, runbook.id)
    for (let task = writer + 1; task <= tasks; task += 8)
      for (const verb of ['start', 'finish']) {
        const { status, headers, document } = await side.move(task, verb)
        expect(document['errors']).toBeUndefined()
        expect(status).toBe(200)
        acknowledged.push(headers.get('x-request-id') ?? '')
      }
  })
  await Promise.all(writers)
  expect(acknowledged).toHaveLength(2 * tasks)
  const actions = (await logOf(runbook)).filter(({ name }) =>
    ['task.started', 'task.finished'].includes(name),
  )
  expect(actions.map(({ request_id }) => request_id).sort()).toEqual(acknowledged.sort())
  expect(await runbook.attributes()).toMatchObject({ stage: 'complete', tasks_complete_count: tasks })
  await expectSame(runbook)
})

test('people, plan and run changed at once by two processes: the kept runbook is what a fresh load gives', async () => {
  const runbook = await buildRunbook(one, {
    type: 'dynamic-runbook',
    tasks: Array.from({ length: 12 }, () => ({})),
  })
  await runbook.run('start', rehearsal)
  const twin = testRunbook(other, runbook.id)
  await Promise.all([
    (async () => {
      for (const task of [1, 2, 3, 4]) await runbook.move(task, 'skip')
    })(),
    (async () => {
      for (const task of [5, 6, 7, 8]) await twin.change(task, { duration: task * 60 }, [task + 4])
    })(),
    (async () => {
      for (const after of [9, 10]) await twin.addTask({ after: [after], duration: 30 })
    })(),
    (async () => {
      for (const task of [11, 12]) await other.send('DELETE', `${runbook.path}/tasks/${task}`)
    })(),
  ])
  await runbook.run('cancel')
  await expectSame(runbook)
})

test('a reader never sees less than has been acknowledged, wherever it reads', async () => {
  const tasks = 40
  const runbook = await buildRunbook(one, { tasks: Array.from({ length: tasks }, () => ({})) })
  await runbook.run('start', rehearsal)
  let done = 0
  const readers = Array.from({ length: 6 }, async () => {
    for (let least = 0; least < tasks; least = done) {
      const { document } = await other.send('GET', runbook.path)
      expect(document['data'].attributes.tasks_complete_count).toBeGreaterThanOrEqual(least)
    }
  })
  for (let task = 1; task <= tasks; task += 1) {
    await runbook.move(task, 'skip')
    done = task
  }
  await Promise.all(readers)
})
