import {
  addPerson,
  buildRunbook,
  startTestServer,
  type TestRunbook,
  type TestServer,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Answered = Awaited<ReturnType<TestRunbook['move']>>

function told({ status, document }: Answered) {
  const [error] = document['errors'] ?? []
  return [status, error?.code, error?.meta?.stage, error?.meta?.allowed]
}

async function running(tasks: Parameters<typeof buildRunbook>[1] & object): Promise<TestRunbook> {
  const runbook = await buildRunbook(server, tasks)
  expect((await runbook.run('start')).status).toBe(200)
  return runbook
}

test('every action on a run is refused in the stages that do not have it', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const refuses = async (allowed: string[], ...verbs: string[]) => {
    const { stage } = (await runbook.attributes()) as { stage: string }
    for (const verb of verbs)
      expect(told(await runbook.run(verb))).toEqual([
        422,
        verb === 'start' ? 'runbook_not_startable' : 'invalid_stage_transition',
        stage,
        allowed,
      ])
  }
  await refuses(['start'], 'pause', 'resume', 'cancel', 'return_to_planning')
  await runbook.run('start')
  await refuses(['pause', 'cancel'], 'start', 'resume', 'return_to_planning', 'archive')
  await runbook.run('pause')
  await refuses(['resume', 'cancel'], 'start', 'pause', 'return_to_planning', 'archive')
  await runbook.run('resume')
  await runbook.run('pause')
  await runbook.run('cancel')
  await refuses(['return_to_planning'], 'start', 'pause', 'resume', 'cancel')
  await runbook.run('return_to_planning')
  await refuses(['start'], 'pause', 'resume', 'cancel', 'return_to_planning')
  await runbook.run('start')
  await runbook.move(1, 'skip')
  await refuses(['return_to_planning'], 'start', 'pause', 'resume', 'cancel')
})

test('messages of a pause, a resume and a cancel are kept with their events', async () => {
  const runbook = await running({ tasks: [{}] })
  for (const verb of ['pause', 'resume', 'cancel']) {
    const { status, document } = await runbook.run(verb, { message: `<p>why ${verb}</p>`, notify: true })
    expect(status).toBe(200)
    expect(document['meta'].status).toBe({ pause: 'paused', resume: 'resumed', cancel: 'cancelled' }[verb])
  }
  const rows = await server.core.database.db
    .selectFrom('event')
    .select(['name', 'payload'])
    .where('chain_id', '=', Number(runbook.id))
    .orderBy('seq', 'desc')
    .limit(3)
    .execute()
  expect(rows.map(({ name, payload }) => [name, JSON.parse(payload).message])).toEqual([
    ['run.cancelled', '<p>why cancel</p>'],
    ['run.resumed', '<p>why resume</p>'],
    ['run.paused', '<p>why pause</p>'],
  ])
})

test('what would start by itself is held back by a pause and starts with the resume', async () => {
  const runbook = await running({ tasks: [{}, { auto_start: true, after: [1] }, {}] })
  await runbook.move(1, 'start')
  await runbook.run('pause')
  // While it is paused its plan may be changed: task 2 waits for nothing any more.
  expect((await runbook.change(2, {}, [])).status).toBe(200)
  expect(await runbook.stages()).toEqual({ 1: 'in_progress', 2: 'startable', 3: 'startable' })
  await runbook.run('resume')
  expect(await runbook.stages()).toEqual({ 1: 'in_progress', 2: 'in_progress', 3: 'startable' })
})

test('a cancelled run leaves its open tasks open; back in planning all is as it was planned, under the same numbers', async () => {
  const runbook = await buildRunbook(server, { tasks: [{ duration: 60 }, { after: [1] }] })
  const ada = await addPerson(server, runbook)
  await runbook.addTask({ name: 'assigned', assignees: [ada.id], after: [2] })
  const before = await runbook.tasks()
  const version = before[1]!['relationships'].runbook_version.data.id
  await runbook.run('start')
  await runbook.move(1, 'start')
  await runbook.move(1, 'finish')
  await runbook.move(2, 'start')
  await runbook.run('cancel')
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'in_progress', 3: 'not_startable' })
  expect(await runbook.attributes()).toMatchObject({ stage: 'canceled', tasks_complete_count: 1 })

  const { status, document } = await runbook.run('return_to_planning')
  expect([status, document['meta'].status]).toEqual([200, 'planning'])
  expect(document['data'].attributes).toMatchObject({
    stage: 'planning',
    start_actual: null,
    end_actual: null,
    tasks_complete_count: 0,
    tasks_count: 3,
  })
  const after = await runbook.tasks()
  expect(Object.keys(after)).toEqual(['1', '2', '3'])
  expect(after[1]!['relationships'].runbook_version.data.id).not.toBe(version)
  for (const number of [1, 2, 3]) {
    const [was, is] = [before[number]!, after[number]!]
    expect(is['attributes']).toMatchObject({
      stage: 'not_startable',
      start_actual: null,
      end_actual: null,
      completion_type: null,
      start_planned: was['attributes'].start_planned,
      duration: was['attributes'].duration,
    })
    for (const name of ['stream', 'predecessors', 'successors', 'assignees'])
      expect(is['relationships'][name]).toEqual(was['relationships'][name])
  }
})

test('what happened in an earlier run stays readable, and changes to the plan do not reach it', async () => {
  const runbook = await running({ tasks: [{}, {}] })
  await runbook.move(1, 'start')
  await runbook.move(1, 'finish')
  await runbook.move(2, 'skip')
  const [first] = (await server.send('GET', `${runbook.path}/runs`)).document['data']
  const facts = () =>
    server.core.database.db
      .selectFrom('run_task')
      .selectAll()
      .where('run_id', '=', Number(first.id))
      .orderBy('task_id')
      .execute()
  const happened = await facts()
  const planned = await planOf(first.relationships.runbook_version.data.id)
  await runbook.run('return_to_planning')
  await runbook.change(1, { name: 'renamed', duration: 999 })
  await server.send('DELETE', `${runbook.path}/tasks/2`)
  await runbook.run('start', { run_type: 'rehearsal', comms: 'off' })
  await runbook.move(1, 'skip')

  const { document } = await server.send('GET', `${runbook.path}/runs`)
  expect(
    document['data'].map(({ attributes }: { attributes: Record<string, unknown> }) => [
      attributes['run_type'],
      attributes['stage'],
    ]),
  ).toEqual([
    ['rehearsal', 'complete'],
    ['live', 'complete'],
  ])
  const again = await server.send('GET', `${runbook.path}/runs/${first.id}`)
  expect(again.document['data']).toEqual(first)
  expect(await facts()).toEqual(happened)
  expect(await planOf(first.relationships.runbook_version.data.id)).toEqual(planned)
})

/** The rows of a version of a plan. */
async function planOf(versionId: string) {
  const { db } = server.core.database
  const tables = ['task', 'dependency', 'assignment', 'stream'] as const
  const rows = await Promise.all(
    tables.map((table) =>
      db.selectFrom(table).selectAll().where('version_id', '=', Number(versionId)).execute(),
    ),
  )
  return rows.map((list) => list.map((row) => JSON.stringify(row)).sort())
}

test('the plan of a normal run is locked while it runs, open while it is paused, and locked after its end', async () => {
  const runbook = await running({ tasks: [{}, { after: [1] }] })
  const tries = async () => [
    (await runbook.addTask({ name: 'new' })).document['errors']?.[0].code ?? 'done',
    (await runbook.change(2, { name: 'other' })).document['errors']?.[0].code ?? 'done',
  ]
  expect(await tries()).toEqual(['runbook_locked', 'runbook_locked'])
  await runbook.run('pause')
  expect(await tries()).toEqual(['done', 'done'])
  await runbook.run('resume')
  expect(await tries()).toEqual(['runbook_locked', 'runbook_locked'])
  await runbook.run('cancel')
  expect(await tries()).toEqual(['runbook_locked', 'runbook_locked'])
})

test('stages follow an edit of the plan of a dynamic run, with the edit itself', async () => {
  const runbook = await running({ type: 'dynamic-runbook', tasks: [{}, { after: [1] }, {}] })
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'not_startable', 3: 'startable' })
  await runbook.change(3, {}, [1])
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'not_startable', 3: 'not_startable' })
  expect((await runbook.tasks())[3]!['attributes'].start_ready).toBeNull()
  await runbook.change(2, {}, [])
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'startable', 3: 'not_startable' })
  await runbook.move(1, 'start')
  // What has begun keeps its past.
  const locked = await runbook.change(1, { duration: 5 }, [2])
  expect(locked.status).toBe(422)
  expect(
    locked.document['errors'].map(({ code, source }: { code: string; source: { pointer: string } }) => [
      code,
      source.pointer,
    ]),
  ).toEqual([
    ['runbook_locked', '/data/attributes/duration'],
    ['runbook_locked', '/data/relationships/predecessors'],
  ])
  expect((await server.send('DELETE', `${runbook.path}/tasks/1`)).status).toBe(422)
  await runbook.move(1, 'finish')
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable', 3: 'startable' })
})

test('a task that joins a run has planned times of its own, and others keep theirs', async () => {
  const runbook = await running({
    type: 'dynamic-runbook',
    tasks: [{ duration: 600 }, { duration: 60, after: [1] }],
  })
  const before = await runbook.tasks()
  const { end_planned } = await runbook.attributes()
  await runbook.addTask({ duration: 900, after: [2] })
  const after = await runbook.tasks()
  for (const number of [1, 2])
    expect(after[number]!['attributes'].end_planned).toBe(before[number]!['attributes'].end_planned)
  const joined = after[3]!['attributes']
  expect(joined.start_planned).toBe(before[2]!['attributes'].end_planned)
  expect(Date.parse(joined.end_planned) - Date.parse(joined.start_planned)).toBe(900_000)
  expect((await runbook.attributes())['end_planned']).toBe(end_planned)
})

test('deleting the last open task of a dynamic run ends it', async () => {
  const runbook = await running({ type: 'dynamic-runbook', tasks: [{}, {}] })
  await runbook.move(1, 'skip')
  await server.send('DELETE', `${runbook.path}/tasks/2`)
  expect(await runbook.attributes()).toMatchObject({
    stage: 'complete',
    tasks_count: 1,
    tasks_complete_count: 1,
  })
})

test('deleting the last open task of a paused run ends it when it is resumed', async () => {
  const runbook = await running({ tasks: [{}, {}] })
  await runbook.move(1, 'skip')
  await runbook.run('pause')
  await server.send('DELETE', `${runbook.path}/tasks/2`)
  expect(await runbook.attributes()).toMatchObject({ stage: 'paused' })
  await runbook.run('resume')
  expect(await runbook.attributes()).toMatchObject({ stage: 'complete' })
})

test('before its fixed start only who runs the runbook may start a task, and only by saying so', async () => {
  const start_fixed = new Date(Date.now() + 3_600_000).toISOString()
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const [ada, chief] = [await addPerson(server, runbook), await addPerson(server, runbook, 'runbook_admin')]
  await runbook.addTask({ start_fixed, after: [1], assignees: [ada.id] })
  await runbook.run('start')
  expect(told(await runbook.move(2, 'start', { override: true }))).toEqual([
    422,
    'task_not_startable',
    'not_startable',
    ['skip'],
  ])
  await runbook.move(1, 'skip')
  const plain = await runbook.move(2, 'start')
  expect(plain.document['errors'][0].detail).toContain('cannot be started before')
  expect(told(await runbook.move(2, 'start', { override: true }, ada.headers)).slice(0, 2)).toEqual([
    422,
    'task_not_startable',
  ])
  const { status, document } = await runbook.move(2, 'start', { override: true }, chief.headers)
  expect([status, document['data'].attributes.stage]).toEqual([200, 'in_progress'])
})
