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

/** What a refusal says: status, code, stage and what is allowed instead. */
function told({ status, document }: Answered) {
  const [error] = document['errors'] ?? []
  return [status, error?.code, error?.meta?.stage, error?.meta?.allowed]
}

async function running(tasks: Parameters<typeof buildRunbook>[1] & object): Promise<TestRunbook> {
  const runbook = await buildRunbook(server, tasks)
  const { status, document } = await runbook.run('start', { run_type: 'rehearsal', comms: 'off' })
  expect(document['errors']).toBeUndefined()
  expect(status).toBe(200)
  return runbook
}

async function seqOf(runbook: TestRunbook): Promise<number> {
  const { seq } = await server.core.database.db
    .selectFrom('runbook')
    .select('seq')
    .where('id', '=', Number(runbook.id))
    .executeTakeFirstOrThrow()
  return seq
}

test('a task is started, then finished, and the answers tell what became of it', async () => {
  const runbook = await running({ tasks: [{ duration: 60 }, { after: [1] }] })
  const started = await runbook.move(1, 'start')
  expect(started.status).toBe(200)
  expect(started.document['data']).toMatchObject({
    id: '1',
    attributes: { stage: 'in_progress', completion_type: null, end_actual: null, elapsed_duration: null },
    relationships: { started_by: { data: { type: 'user', id: '1' } }, completed_by: { data: null } },
  })
  const { start_actual, start_ready } = started.document['data'].attributes
  expect(Date.parse(start_actual)).toBeGreaterThanOrEqual(Date.parse(start_ready))
  const finished = await runbook.move(1, 'finish')
  expect(finished.document['data'].attributes).toMatchObject({
    stage: 'complete',
    completion_type: 'complete_normal',
    start_actual,
  })
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' })
  const actions = await server.send('GET', `${runbook.path}/tasks/1?include=task_actions`)
  expect(
    actions.document['included'].map(
      ({ attributes }: { attributes: { action: string } }) => attributes.action,
    ),
  ).toEqual(['start', 'finish'])
})

test('every move that a stage does not allow is refused with the stage and with what is allowed', async () => {
  const runbook = await running({ tasks: [{}, { after: [1] }, {}] })
  const startable = ['start', 'skip']
  expect(told(await runbook.move(1, 'finish'))).toEqual([422, 'task_not_in_progress', 'startable', startable])
  expect(told(await runbook.move(2, 'start'))).toEqual([422, 'task_not_startable', 'not_startable', ['skip']])
  expect(told(await runbook.move(2, 'finish'))).toEqual([
    422,
    'task_not_in_progress',
    'not_startable',
    ['skip'],
  ])
  await runbook.move(1, 'start')
  expect(told(await runbook.move(1, 'start'))).toEqual([
    422,
    'task_not_startable',
    'in_progress',
    ['finish', 'skip'],
  ])
  await runbook.move(1, 'finish')
  for (const verb of ['start', 'finish', 'skip'])
    expect(told(await runbook.move(1, verb))).toEqual([422, 'task_already_complete', 'complete', []])
  expect(told(await runbook.move(99, 'start'))).toEqual([404, 'not_found', undefined, undefined])
  expect(told(await runbook.move(1.5, 'start'))).toEqual([404, 'not_found', undefined, undefined])
})

test('what a task waits for is named', async () => {
  const runbook = await running({ tasks: [{}, {}, { after: [1, 2] }] })
  await runbook.move(1, 'skip')
  const { document } = await runbook.move(3, 'start')
  expect(document['errors'][0].detail).toContain('waits for task 2')
})

test('nothing starts, ends or is skipped before the run, while it is paused, or after it', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, {}] })
  expect(told(await runbook.move(1, 'start'))).toEqual([422, 'task_not_startable', 'not_startable', []])
  expect(told(await runbook.move(1, 'skip'))).toEqual([422, 'task_not_startable', 'not_startable', []])
  expect(told(await runbook.move(1, 'finish'))).toEqual([422, 'task_not_in_progress', 'not_startable', []])
  await runbook.run('start')
  await runbook.move(1, 'start')
  await runbook.run('pause')
  expect(told(await runbook.move(2, 'start'))).toEqual([422, 'task_not_startable', 'startable', []])
  expect(told(await runbook.move(2, 'skip'))).toEqual([422, 'task_not_startable', 'startable', []])
  expect(told(await runbook.move(1, 'finish'))).toEqual([
    422,
    'invalid_stage_transition',
    'paused',
    ['resume', 'cancel'],
  ])
  await runbook.run('cancel')
  expect(told(await runbook.move(1, 'finish'))).toEqual([
    422,
    'invalid_stage_transition',
    'canceled',
    ['return_to_planning'],
  ])
  expect(told(await runbook.move(2, 'start'))).toEqual([422, 'task_not_startable', 'startable', []])
})

test('a skip wants a reason, which is cleaned and stands among the comments', async () => {
  const runbook = await running({ tasks: [{}, { after: [1] }] })
  for (const meta of [{}, { comment: '' }, { comment: '<p> </p>' }, { comment: null }]) {
    const { status, document } = await runbook.move(1, 'skip', meta)
    expect(status).toBe(422)
    expect(document['errors'][0].source.pointer).toMatch(/^\/meta/)
  }
  const missing = await server.send('PATCH', `${runbook.path}/tasks/1/skip`)
  expect(missing.document['errors']).toMatchObject([
    { code: 'missing_meta', source: { pointer: '/meta/comment' } },
  ])
  const { status, document } = await runbook.move(1, 'skip', {
    comment: '<p>done <strong>before</strong><script>alert(1)</script></p>',
  })
  expect(status).toBe(200)
  expect(document['data'].attributes).toMatchObject({
    stage: 'complete',
    completion_type: 'complete_skipped',
    start_actual: null,
    elapsed_duration: 0,
    comments_count: 1,
  })
  const comments = await server.send('GET', `${runbook.path}/comments`)
  expect(comments.document['data']).toMatchObject([
    {
      attributes: { content: '<p>done <strong>before</strong></p>' },
      relationships: { task: { data: { id: '1' } } },
    },
  ])
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' })
})

test('a task in progress may be skipped, and one that still waits: its successors wait only for what is open', async () => {
  const runbook = await running({ tasks: [{}, { after: [1] }, { after: [2] }, { after: [1, 2] }] })
  await runbook.move(2, 'skip')
  expect(await runbook.stages()).toEqual({
    1: 'startable',
    2: 'complete',
    3: 'startable',
    4: 'not_startable',
  })
  await runbook.move(1, 'start')
  await runbook.move(1, 'skip')
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'complete', 3: 'startable', 4: 'startable' })
})

test('a milestone takes one click', async () => {
  const runbook = await running({ tasks: [{ type: 'milestone', duration: 600 }, { after: [1] }] })
  const seq = await seqOf(runbook)
  const { document } = await runbook.move(1, 'start')
  const { attributes } = document['data']
  expect(attributes).toMatchObject({
    stage: 'complete',
    completion_type: 'complete_normal',
    elapsed_duration: 0,
  })
  expect(attributes.end_actual).toBe(attributes.start_actual)
  expect(await runbook.events(seq)).toEqual(['task.started'])
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' })
})

test('what starts and finishes by itself cascades, each as an event of its own that names its cause', async () => {
  const runbook = await running({
    tasks: [
      { name: 'go' },
      { name: 'mail', after: [1], auto_start: true, auto_finish: true },
      { name: 'mark', after: [2], auto_start: true, type: 'milestone' },
      { name: 'work', after: [3], auto_start: true, duration: 60 },
      { name: 'end', after: [4] },
    ],
  })
  const seq = await seqOf(runbook)
  await runbook.move(1, 'start')
  await runbook.move(1, 'finish')
  expect(await runbook.stages()).toEqual({
    1: 'complete',
    2: 'complete',
    3: 'complete',
    4: 'in_progress',
    5: 'not_startable',
  })
  const rows = await server.core.database.db
    .selectFrom('event')
    .select(['seq', 'name', 'payload', 'actor_id'])
    .where('chain_id', '=', Number(runbook.id))
    .where('seq', '>', seq + 1)
    .orderBy('seq')
    .execute()
  const events = rows.map(({ seq: at, name, payload, actor_id }) => {
    const { resource, cause } = JSON.parse(payload)
    return [at - seq, name, resource.name, cause === undefined ? null : cause - seq, actor_id]
  })
  expect(events).toEqual([
    [2, 'task.finished', 'go', null, 1],
    [3, 'task.started', 'mail', 2, 1],
    [4, 'task.started', 'mark', 3, 1],
    [5, 'task.started', 'work', 4, 1],
  ])
  const types = Object.values(await runbook.tasks()).map(({ attributes }) => attributes.completion_type)
  expect(types).toEqual(['complete_normal', 'complete_auto', 'complete_normal', null, null])
})

test('the run ends with its last task, however that ends, and its version is frozen', async () => {
  for (const [tasks, moves] of [
    [[{}], ['start', 'finish']],
    [[{}], ['skip']],
    [[{ type: 'milestone' }], ['start']],
    [[{ auto_finish: true }], ['start']],
    [[{ auto_start: true, auto_finish: true }], []],
  ] as const) {
    const runbook = await running({ tasks })
    for (const verb of moves) expect((await runbook.move(1, verb)).status).toBe(200)
    const attributes = await runbook.attributes()
    expect(attributes).toMatchObject({ stage: 'complete', tasks_complete_count: 1 })
    expect(attributes['end_actual']).not.toBeNull()
    expect((await runbook.events()).at(-1)).toBe('run.finished')
    expect((await server.send('GET', `${runbook.path}/runs`)).document['data'][0].attributes).toMatchObject({
      stage: 'complete',
      end_actual: attributes['end_actual'],
    })
  }
})

test('a run of an incident type goes on after its last task', async () => {
  const { database } = server.core
  await database.writes
    .insertInto('runbook_type')
    .values({
      name: 'Incident',
      key: 'incident',
      incident: true,
      workspace_id: null,
      description: null,
      icon: null,
      color: null,
    })
    .execute()
  await revise()
  const runbook = await running({ type: 'incident', tasks: [{}] })
  await runbook.move(1, 'skip')
  expect(await runbook.attributes()).toMatchObject({ stage: 'active', tasks_complete_count: 1 })
  // It may be edited while it runs: one more task, with what it waits for complete.
  expect((await runbook.addTask({ after: [1] })).status).toBe(201)
  expect(await runbook.stages()).toEqual({ 1: 'complete', 2: 'startable' })
})

test('RTA is measured from the start of one task to the end of another', async () => {
  const runbook = await buildRunbook(server, { type: 'recovery-plan', tasks: [{}, { after: [1] }] })
  const set = await server.send('PATCH', runbook.path, {
    data: {
      type: 'runbook',
      id: runbook.id,
      attributes: { rto: 3_600 },
      relationships: {
        rto_start_task: { data: { type: 'task', id: '1' } },
        rto_end_task: { data: { type: 'task', id: '2' } },
      },
    },
  })
  expect(set.status).toBe(200)
  await runbook.run('start')
  for (const [task, verb] of [
    [1, 'start'],
    [1, 'finish'],
    [2, 'start'],
    [2, 'finish'],
  ] as const)
    await runbook.move(task, verb)
  const tasks = await runbook.tasks()
  const { attributes } = (await server.send('GET', `${runbook.path}/runs`)).document['data'][0]
  const took =
    Date.parse(tasks[2]!['attributes'].end_actual) - Date.parse(tasks[1]!['attributes'].start_actual)
  expect([attributes.rto, attributes.rta]).toEqual([3_600, took / 1_000])
})

test('everyone must start: each is counted once, and the last one starts it', async () => {
  const runbook = await buildRunbook(server)
  const [ada, bob, eve] = [
    await addPerson(server, runbook),
    await addPerson(server, runbook),
    await addPerson(server, runbook),
  ]
  await runbook.addTask({ assignees: [ada.id, bob.id], start_requirements: 'everyone' })
  await runbook.run('start')
  const one = await runbook.move(1, 'start', undefined, ada.headers)
  expect([one.status, one.document['data'].attributes.stage]).toEqual([200, 'startable'])
  expect(told(await runbook.move(1, 'start', undefined, ada.headers)).slice(0, 2)).toEqual([
    422,
    'task_requirements_not_met',
  ])
  const stranger = await runbook.move(1, 'start', undefined, eve.headers)
  expect([stranger.status, stranger.document['errors'][0].code]).toEqual([403, 'insufficient_role'])
  const two = await runbook.move(1, 'start', undefined, bob.headers)
  expect(two.document['data'].attributes.stage).toBe('in_progress')
  const actions = await server.send('GET', `${runbook.path}/tasks/1?include=task_actions`)
  expect(actions.document['included']).toHaveLength(1)
})

test('a minimum of people must finish; who runs the runbook and is not assigned decides alone', async () => {
  for (const [byOwner, finishers] of [
    [false, 2],
    [true, 0],
  ] as const) {
    const runbook = await buildRunbook(server)
    const people = [
      await addPerson(server, runbook),
      await addPerson(server, runbook),
      await addPerson(server, runbook),
    ]
    await runbook.addTask({
      assignees: people.map(({ id }) => id),
      end_requirements: 'minimum',
      end_minimum: 2,
    })
    await runbook.run('start')
    await runbook.move(1, 'start', undefined, people[2]!.headers)
    for (const [at, { headers }] of people.slice(0, finishers).entries()) {
      const { document } = await runbook.move(1, 'finish', undefined, headers)
      expect(document['data'].attributes.stage).toBe(at === 1 ? 'complete' : 'in_progress')
    }
    if (byOwner) await runbook.move(1, 'finish')
    expect(await runbook.stages()).toEqual({ 1: 'complete' })
  }
})

test('who started must finish, except for who runs the runbook', async () => {
  for (const finisher of ['starter', 'owner'] as const) {
    const runbook = await buildRunbook(server)
    const [ada, bob] = [await addPerson(server, runbook), await addPerson(server, runbook)]
    await runbook.addTask({ assignees: [ada.id, bob.id], end_requirements: 'same_user' })
    await runbook.run('start')
    await runbook.move(1, 'start', undefined, ada.headers)
    expect(told(await runbook.move(1, 'finish', undefined, bob.headers)).slice(0, 2)).toEqual([
      422,
      'task_requirements_not_met',
    ])
    await runbook.move(1, 'finish', undefined, finisher === 'starter' ? ada.headers : {})
    expect(await runbook.stages()).toEqual({ 1: 'complete' })
  }
})

test('who only takes part does not control the run, and a stranger does not see it', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const [ada, stranger] = [await addPerson(server, runbook), await addPerson(server, undefined)]
  for (const verb of ['start', 'pause', 'resume', 'cancel', 'return_to_planning']) {
    const meta = verb === 'start' ? { run_type: 'live', comms: 'off' } : {}
    expect(told(await runbook.run(verb, meta, ada.headers)).slice(0, 2)).toEqual([403, 'insufficient_role'])
    expect(told(await runbook.run(verb, meta, stranger.headers)).slice(0, 2)).toEqual([404, 'not_found'])
  }
  await runbook.run('start')
  expect(told(await runbook.move(1, 'start', undefined, stranger.headers)).slice(0, 2)).toEqual([
    404,
    'not_found',
  ])
})

test('a comment that comes with a start or a finish is kept', async () => {
  const runbook = await running({ tasks: [{}] })
  await runbook.move(1, 'start', { comment: '<p>begun</p>' })
  const { document } = await runbook.move(1, 'finish', { comment: '<p>done</p>' })
  expect(document['data'].attributes.comments_count).toBe(2)
  expect((await server.send('GET', `${runbook.path}/comments`)).document['data']).toHaveLength(2)
})

test('a chain that is added to a dynamic run and starts by itself runs through at once', async () => {
  const { database } = server.core
  await database.writes
    .insertInto('task_type')
    .values({
      name: 'Robot',
      key: 'robot',
      auto_start: true,
      auto_finish: true,
      workspace_id: null,
      description: null,
      icon: null,
      color: null,
    })
    .execute()
  await revise()
  const runbook = await running({ type: 'dynamic-runbook', tasks: [{ name: 'open' }] })
  const file = 'id,name,task_type,predecessors\n1,a,robot,\n2,b,robot,1\n3,c,normal,2\n'
  const { document } = await server.send('POST', `${runbook.path}/tasks/import`, file)
  expect(document['meta']).toMatchObject({ created: 3 })
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'complete', 3: 'complete', 4: 'startable' })
})

/** Makes what was written into the tables of the instance known. */
async function revise(): Promise<void> {
  await server.core.database.writes
    .updateTable('instance')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .execute()
}
