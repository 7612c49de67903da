import { buildRunbook, startTestServer, type TestRunbook, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const seconds = (text: string) => Date.parse(text) / 1_000
const codes = (document: { errors?: { code: string }[] }) => document.errors?.map(({ code }) => code)

/** Planned start and end of each task, in seconds after an instant. */
async function plannedAfter(runbook: TestRunbook, origin: string): Promise<Record<string, [number, number]>> {
  const tasks = Object.entries(await runbook.tasks())
  return Object.fromEntries(
    tasks.map(([number, { attributes }]) => [
      number,
      [attributes.start_planned, attributes.end_planned].map((at) => seconds(at) - seconds(origin)),
    ]),
  ) as Record<string, [number, number]>
}

/** The database alone knows the time; a schedule in the past is made by moving it back. */
async function scheduleIn(runbook: TestRunbook, byS: number): Promise<string> {
  const at = new Date(Math.floor(Date.now() / 1_000 + byS) * 1_000).toISOString().replace('.000', '')
  if (byS > 0) {
    const { document } = await server.send('PATCH', runbook.path, {
      data: { type: 'runbook', id: runbook.id, attributes: { start_scheduled: at } },
    })
    if (document['errors']) throw new Error(JSON.stringify(document['errors']))
  } else {
    await server.core.database.writes
      .updateTable('runbook')
      .set({ start_scheduled: at })
      .where('id', '=', Number(runbook.id))
      .execute()
    server.core.services.runbooks.forget(Number(runbook.id))
  }
  return at
}

const diamond = [
  { name: 'a', duration: 60 },
  { name: 'b', duration: 300, after: [1] },
  { name: 'c', duration: 120, after: [1] },
  { name: 'd', duration: 30, after: [2, 3] },
]

test('a start binds the plan to a run: baseline from the schedule, the first tasks startable', async () => {
  const runbook = await buildRunbook(server, { tasks: diamond })
  const at = await scheduleIn(runbook, 3_600)
  const { status, document } = await runbook.run('start', {
    run_type: 'rehearsal',
    comms: 'test',
    disable_task_notify: true,
  })
  expect(status).toBe(200)
  expect(document['data'].attributes).toMatchObject({
    stage: 'active',
    run_type: 'rehearsal',
    start_planned: at,
  })
  expect(document['meta']).toMatchObject({ status: 'started' })
  expect(await runbook.stages()).toEqual({
    1: 'startable',
    2: 'not_startable',
    3: 'not_startable',
    4: 'not_startable',
  })
  // a 0–60, b 60–360, c 60–180, d when b ends: 360–390.
  expect(await plannedAfter(runbook, at)).toEqual({ 1: [0, 60], 2: [60, 360], 3: [60, 180], 4: [360, 390] })
  const runs = await server.send('GET', `${runbook.path}/runs`)
  expect(runs.document['data'][0].attributes).toMatchObject({
    run_type: 'rehearsal',
    comms: 'test',
    stage: 'active',
    disable_task_notify: true,
    rebaseline: false,
    shift_fixed_times: false,
    validation_level: 'error',
    start_planned: at,
    paused_duration: 0,
    rta: null,
  })
})

test('the forecast of a run starts at its start, ahead of a schedule that is later', async () => {
  const runbook = await buildRunbook(server, { tasks: diamond })
  await scheduleIn(runbook, 3_600)
  await runbook.run('start')
  const { document } = await server.send('GET', `${runbook.path}/tasks?forecast=true`)
  const now = seconds(document['meta'].as_of)
  const shown = Object.fromEntries(
    (document['data'] as { id: string; attributes: Record<string, unknown> }[]).map(
      ({ id, attributes: a }) => [
        id,
        [
          seconds(a['start_display'] as string) - now,
          seconds(a['end_display'] as string) - now,
          a['total_float'],
          a['is_critical'],
          a['is_late'],
        ],
      ],
    ),
  )
  // As in the plan; only c can slip, by 300 − 120 s.
  expect(shown).toEqual({
    1: [0, 60, 0, true, false],
    2: [60, 360, 0, true, false],
    3: [60, 180, 180, false, false],
    4: [360, 390, 0, true, false],
  })
})

test('rebaseline: planned times are counted from the real start', async () => {
  const runbook = await buildRunbook(server, { tasks: diamond })
  await scheduleIn(runbook, 3_600)
  const { document } = await runbook.run('start', { run_type: 'live', comms: 'off', rebaseline: true })
  const { start_planned, start_actual, end_planned } = document['data'].attributes
  expect(start_planned).toBe(start_actual)
  expect(seconds(end_planned) - seconds(start_actual)).toBe(390)
  expect(await plannedAfter(runbook, start_actual)).toEqual({
    1: [0, 60],
    2: [60, 360],
    3: [60, 180],
    4: [360, 390],
  })
})

test('without rebaseline a run that starts late is late from its first task on', async () => {
  const runbook = await buildRunbook(server, { tasks: diamond })
  const at = await scheduleIn(runbook, -7_200)
  await runbook.run('start')
  expect(await plannedAfter(runbook, at)).toEqual({ 1: [0, 60], 2: [60, 360], 3: [60, 180], 4: [360, 390] })
  const tasks = Object.values(await runbook.tasks())
  expect(tasks.map(({ attributes }) => attributes.is_late)).toEqual([true, true, true, true])
})

test('shift_fixed_times: fixed times move as far as the real start is from the planned one', async () => {
  const runbook = await buildRunbook(server, {
    tasks: [
      { name: 'a', duration: 60 },
      { name: 'b', duration: 60, after: [1] },
    ],
  })
  const at = await scheduleIn(runbook, 3_600)
  const later = (s: number) => new Date((seconds(at) + s) * 1_000).toISOString().replace('.000', '')
  await runbook.change(2, { start_fixed: later(600), end_fixed: later(900) })
  const { document } = await runbook.run('start', {
    run_type: 'live',
    comms: 'off',
    rebaseline: true,
    shift_fixed_times: true,
  })
  const { start_actual } = document['data'].attributes
  const { attributes } = (await runbook.tasks())[2]!
  const after = (text: string) => seconds(text) - seconds(start_actual)
  expect([after(attributes.start_fixed), after(attributes.end_fixed)]).toEqual([600, 900])
  expect([after(attributes.start_planned), after(attributes.end_planned)]).toEqual([600, 660])
})

test('a live run holds a fixed start back, a rehearsal does not', async () => {
  const start_fixed = new Date(Date.now() + 3_600_000).toISOString()
  for (const [run_type, stage] of [
    ['live', 'not_startable'],
    ['rehearsal', 'startable'],
  ] as const) {
    const runbook = await buildRunbook(server, { tasks: [{ start_fixed }] })
    await runbook.run('start', { run_type, comms: 'off' })
    expect(await runbook.stages()).toEqual({ 1: stage })
  }
})

test('comms and run_type must be said, and each that is missing is named', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const none = await server.send('PATCH', `${runbook.path}/start`)
  expect(none.status).toBe(422)
  for (const [meta, missing] of [
    [{}, ['/meta/comms', '/meta/run_type']],
    [{ comms: 'off' }, ['/meta/run_type']],
    [{ run_type: 'live' }, ['/meta/comms']],
  ] as const) {
    const { status, document } = await runbook.run('start', meta)
    expect(status).toBe(422)
    expect(
      document['errors'].map((error: { code: string; source: { pointer: string } }) => [
        error.code,
        error.source.pointer,
      ]),
    ).toEqual(missing.map((pointer) => ['missing_meta', pointer]))
  }
  expect((await runbook.attributes())['stage']).toBe('planning')
})

test.each([
  [{ comms: 'loud', run_type: 'live' }, 'invalid_enum', '/meta/comms'],
  [{ comms: 'off', run_type: 'trial' }, 'invalid_enum', '/meta/run_type'],
  [{ comms: 'off', run_type: 'live', validation_level: 'none' }, 'invalid_enum', '/meta/validation_level'],
  [{ comms: 'off', run_type: 'live', rebaseline: 'yes' }, 'invalid_type', '/meta/rebaseline'],
  [{ comms: 'off', run_type: 'live', colour: 'red' }, 'unknown_attribute', '/meta/colour'],
])('an option that cannot be is refused at its place: %j', async (meta, code, pointer) => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { status, document } = await runbook.run('start', meta)
  expect(status).toBe(422)
  expect(document['errors']).toMatchObject([{ code, source: { pointer } }])
})

test('a template is not run, nor is a runbook without tasks, nor one that runs already', async () => {
  const template = await buildRunbook(server, { attributes: { is_template: true }, tasks: [{}] })
  expect(codes((await template.run('start')).document)).toEqual(['runbook_is_template'])
  const empty = await buildRunbook(server)
  expect(codes((await empty.run('start')).document)).toEqual(['runbook_has_no_tasks'])
  expect(
    codes(
      (await empty.run('start', { run_type: 'live', comms: 'off', validation_level: 'warning' })).document,
    ),
  ).toEqual(['runbook_has_no_tasks'])
  const running = await buildRunbook(server, { tasks: [{}] })
  await running.run('start')
  const again = await running.run('start')
  expect([again.status, again.document['errors']]).toMatchObject([
    422,
    [{ code: 'runbook_not_startable', meta: { stage: 'active', allowed: ['pause', 'cancel'] } }],
  ])
})

test('a start is held against If-Match', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { headers } = await server.send('GET', runbook.path)
  const stale = await runbook.run('start', undefined, { 'if-match': '"0"' })
  expect([stale.status, codes(stale.document)]).toEqual([422, ['stale_resource']])
  const fresh = await runbook.run('start', undefined, { 'if-match': headers.get('etag') ?? '' })
  expect(fresh.status).toBe(200)
})

test('errors of the plan refuse a start, each with its task; warnings do not, and are told', async () => {
  const runbook = await buildRunbook(server, {
    tasks: [{ type: 'email', name: 'Tell all' }, { name: 'Unassigned' }, { type: 'sms', name: 'Text all' }],
  })
  const refused = await runbook.run('start')
  expect(refused.status).toBe(422)
  expect(refused.document['errors']).toMatchObject([
    {
      code: 'runbook_validation_failed',
      meta: { finding: 'message_incomplete', severity: 'error', task: '1' },
    },
    {
      code: 'runbook_validation_failed',
      meta: { finding: 'message_incomplete', severity: 'error', task: '3' },
    },
  ])
  expect((await runbook.attributes())['stage']).toBe('planning')

  const meta = { run_type: 'rehearsal', comms: 'off', validation_level: 'warning' }
  const started = await runbook.run('start', meta, { 'accept-language': 'de' })
  expect(started.status).toBe(200)
  const { findings } = started.document['meta']
  expect(findings).toMatchObject([
    { finding: 'message_incomplete', severity: 'error', task: '1' },
    { finding: 'task_unassigned', severity: 'warning', task: '2' },
    { finding: 'message_incomplete', severity: 'error', task: '3' },
  ])
  expect(findings[0].detail).toEqual(expect.stringMatching(/Aufgabe/))
})

test('a plan in the past is a warning, unless its times are moved to the start', async () => {
  for (const [meta, found] of [
    [{}, ['start_in_past']],
    [{ rebaseline: true }, []],
    [{ shift_fixed_times: true }, []],
  ] as const) {
    const runbook = await buildRunbook(server, { tasks: [{}] })
    await scheduleIn(runbook, -600)
    const { document } = await runbook.run('start', { run_type: 'rehearsal', comms: 'off', ...meta })
    const findings = document['meta'].findings.map(({ finding }: { finding: string }) => finding)
    expect(findings).toEqual([...found, 'task_unassigned'])
  }
})

test('fixed times before the start, or missed by the plan, are a warning', async () => {
  const runbook = await buildRunbook(server, { tasks: [{ duration: 60 }, { duration: 600, after: [1] }, {}] })
  const at = await scheduleIn(runbook, 3_600)
  const later = (s: number) => new Date((seconds(at) + s) * 1_000).toISOString()
  await runbook.change(2, { end_fixed: later(300) })
  await runbook.change(3, { start_fixed: later(-600) })
  const { document } = await runbook.run('start')
  const findings = document['meta'].findings.filter(
    ({ finding }: { finding: string }) => finding === 'fixed_times_inconsistent',
  )
  expect(findings).toMatchObject([
    { severity: 'warning', task: '2' },
    { severity: 'warning', task: '3' },
  ])
})

test('a required field of a task or of the runbook that is empty is an error', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { database, services } = server.core
  const fields = await database.writes
    .insertInto('custom_field')
    .values(
      (['task_add_edit', 'runbook_edit', 'task_end'] as const).map((apply_to) => ({
        name: `need ${apply_to}`,
        display_name: null,
        field_type: 'text',
        required: true,
        apply_to,
        workspace_id: null,
        parent_id: null,
        default_value: null,
      })),
    )
    .returning('id')
    .execute()
  const revise = () =>
    database.writes
      .updateTable('instance')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
      .execute()
  await revise()
  try {
    const { status, document } = await runbook.run('start')
    expect(status).toBe(422)
    const about = document['errors'].map(({ meta }: { meta: { finding: string; task?: string } }) => [
      meta.finding,
      meta.task ?? null,
    ])
    expect(about).toEqual([
      ['required_field_empty', null],
      ['required_field_empty', '1'],
    ])
    services.runbooks.forget(Number(runbook.id))
  } finally {
    await database.writes
      .deleteFrom('custom_field')
      .where(
        'id',
        'in',
        fields.map(({ id }) => id),
      )
      .execute()
    await revise()
  }
  expect((await runbook.run('start')).status).toBe(200)
})

test('a team without members and a linked task without a child are found', async () => {
  const { database } = server.core
  const runbook = await buildRunbook(server, { tasks: [{}, { type: 'linked' }] })
  const { id } = await database.writes
    .insertInto('runbook_team')
    .values({ runbook_id: Number(runbook.id), name: 'Nobody', team_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  server.core.services.runbooks.forget(Number(runbook.id))
  await server.send('PATCH', `${runbook.path}/tasks/1`, {
    data: {
      type: 'task',
      id: '1',
      relationships: { assignees: { data: [{ type: 'runbook_team', id: String(id) }] } },
    },
  })
  const { document } = await runbook.run('start', {
    run_type: 'live',
    comms: 'off',
    validation_level: 'warning',
  })
  expect(document['meta'].findings).toMatchObject([
    { finding: 'team_without_members', severity: 'warning', task: '1' },
    { finding: 'task_unassigned', severity: 'warning', task: '2' },
    { finding: 'linked_not_converted', severity: 'error', task: '2' },
  ])
})

test('findings are told before a start, in the words and by the rules of the start, errors first', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}, { type: 'email' }] })
  await scheduleIn(runbook, -600)
  const path = `/core/runbooks/${runbook.id}/findings`
  const told = async (query = '') => {
    const { status, document } = await server.send('GET', `${path}${query}`)
    expect(status).toBe(200)
    return document
  }
  const all = await told()
  expect(all['data'].map(({ attributes }: { attributes: object }) => attributes)).toMatchObject([
    { finding: 'message_incomplete', severity: 'error', task_id: '2' },
    { finding: 'start_in_past', severity: 'warning', task_id: null },
    { finding: 'task_unassigned', severity: 'warning', task_id: '1' },
  ])
  expect((await told('?rebaseline=true&severity=warning'))['data']).toMatchObject([
    { id: '1', attributes: { finding: 'task_unassigned' } },
  ])
  const refused = await runbook.run('start')
  expect(refused.status).toBe(422)
  expect(refused.document['errors'][0].detail).toBe(all['data'][0].attributes.detail)
  expect((await told())['data']).toHaveLength(3)
})
