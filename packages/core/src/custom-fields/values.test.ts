import {
  addPerson,
  type Document,
  dataOf,
  grantRole,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastEvents, valuesOf } from './test-support.ts'

let server: TestServer
let plan: Planner

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
})
afterAll(() => server.close())

/** A workspace of a test, so that its fields are in nobody else’s way. */
async function open() {
  const workspace = await plan.makeWorkspace()
  return {
    workspace,
    field: (attributes: object, links = {}) => plan.makeField(attributes, { workspace, ...links }),
    runbook: (attributes: object = {}, links = {}) => plan.makeRunbook(attributes, { workspace, ...links }),
  }
}

const valueOf = (custom_field_id: string, value: unknown) => ({
  custom_field_values: [{ custom_field_id, value }],
})
const AT = '/data/attributes/custom_field_values'
const createTask = (runbook: string, attributes: object = {}) =>
  server.send('POST', `/core/runbooks/${runbook}/tasks`, writeOf('task', { name: 'Task', ...attributes }))
const importCsv = (runbook: string, text: string) =>
  server.send('POST', `/core/runbooks/${runbook}/tasks/import`, text)
const act = (runbook: string, task: number, verb: string, meta: object) =>
  server.send('PATCH', `/core/runbooks/${runbook}/tasks/${task}/${verb}`, { meta })
const start = async (runbook: string) =>
  dataOf(
    await server.send('PATCH', `/core/runbooks/${runbook}/start`, {
      meta: { comms: 'off', run_type: 'rehearsal' },
    }),
  )

test('a required field is filled when a task is made, by whatever way, and not emptied after', async () => {
  const { field, runbook } = await open()
  const made = await runbook()
  dataOf(await createTask(made))
  const id = await field({ name: 'ticket', required: true })
  expect(refusals(await createTask(made))).toEqual([`custom_field_required ${AT}`])
  dataOf(await createTask(made, valueOf(id, 'CHG-1')))
  const path = `/core/runbooks/${made}/tasks`
  const bulk = (...all: object[]) =>
    server.send('POST', `${path}/bulk`, {
      data: all.map((attributes) => writeOf('task', { name: 'Task', ...attributes })['data'] as object),
    })
  expect(refusals(await bulk(valueOf(id, 'CHG-3'), {}))).toEqual([
    'custom_field_required /data/1/attributes/custom_field_values',
  ])
  expect(refusals(await plan.change(`${path}/2`, valueOf(id, '')))).toEqual([
    `custom_field_required ${AT}/0/value`,
  ])
  // What was there before the field was required is changed without it, and asked for at the start.
  dataOf(await plan.change(`${path}/1`, { name: 'Older' }))
  const refused = await importCsv(made, 'Title,Custom field: ticket\nDrain,CHG-2\nStop,\n')
  expect([refusals(refused), refused.document['errors'][0].meta.line]).toEqual([['custom_field_required'], 3])
  expect((await importCsv(made, 'Title,Custom field: ticket\nDrain,CHG-2\n')).status).toBe(201)
})

test('several values are several things, none of them blank', async () => {
  const { field, runbook } = await open()
  const id = await field({ name: 'hosts', field_type: 'multi_searchable' })
  const made = await runbook()
  expect(refusals(await createTask(made, valueOf(id, ['web-1', ' '])))).toEqual([
    `custom_field_invalid_value ${AT}/0/value`,
  ])
  expect(valuesOf(dataOf(await createTask(made, valueOf(id, ['web-1', 'web-2', 'web-1']))))).toEqual({
    hosts: ['web-1', 'web-2'],
  })
})

test('nobody is asked for what nobody may write', async () => {
  const { field, runbook } = await open()
  await field({ name: 'given', required: true, read_only: true })
  await field({ name: 'given_at_start', required: true, read_only: true, apply_to: 'task_start' })
  const made = await runbook()
  dataOf(await createTask(made))
  await start(made)
  expect(dataOf(await act(made, 1, 'start', {})).attributes).toMatchObject({ stage: 'in_progress' })
})

test('a required field of runbooks is filled when one is made, also of a copy', async () => {
  const { workspace, field, runbook } = await open()
  const source = await runbook()
  const id = await field({ name: 'service', apply_to: 'runbook_add_edit', required: true })
  const make = (attributes: object, meta?: object) =>
    server.send(
      'POST',
      '/core/runbooks',
      writeOf('runbook', { name: 'New', ...attributes }, { workspace }, meta),
    )
  const copy = { copy: { source_runbook_id: source } }
  for (const meta of [undefined, copy]) {
    expect(refusals(await make({}, meta))).toEqual([`custom_field_required ${AT}`])
    expect(valuesOf(dataOf(await make(valueOf(id, 'Payments'), meta)))).toEqual({ service: 'Payments' })
  }
  const made = dataOf(await make(valueOf(id, 'Payments')))
  expect(refusals(await plan.change(`/core/runbooks/${made['id']}`, valueOf(id, null)))).toEqual([
    `custom_field_required ${AT}/0/value`,
  ])
})

test('what is new has the defaults of its fields, unless something else is said', async () => {
  const { field, runbook } = await open()
  const id = await field({
    name: 'sites',
    field_type: 'checkboxes',
    field_options: ['EU', 'US'],
    default_value: 'EU',
    required: true,
  })
  await field({ name: 'kind', apply_to: 'runbook_add_edit', default_value: 'Drill' })
  const made = await runbook()
  expect(valuesOf(await plan.get(`/core/runbooks/${made}`))).toEqual({ kind: 'Drill' })
  expect(valuesOf(dataOf(await createTask(made)))).toEqual({ sites: ['EU'] })
  expect(valuesOf(dataOf(await createTask(made, valueOf(id, ['US']))))).toEqual({ sites: ['US'] })
  expect(refusals(await createTask(made, valueOf(id, null)))).toContain(`custom_field_required ${AT}`)
  await importCsv(made, 'Title\nDrain\n')
  expect(valuesOf(await plan.get(`/core/runbooks/${made}/tasks/3`))).toEqual({ sites: ['EU'] })
})

test('fields of a start and of an end are asked for then, and filled with it', async () => {
  const { field, runbook } = await open()
  const atStart = await field({ name: 'approver', apply_to: 'task_start', required: true })
  const atEnd = await field({ name: 'result', display_name: 'Result', apply_to: 'task_end', required: true })
  const made = await runbook()
  dataOf(await createTask(made))
  const milestone = { task_type: await plan.typeOf('task_types', 'milestone') }
  await plan.makeTask(made, {}, milestone)
  await start(made)
  const refused = await act(made, 1, 'start', {})
  expect(refusals(refused)).toEqual(['task_requirements_not_met /meta/custom_field_values'])
  expect(refused.document['errors'][0].meta.missing).toEqual([{ custom_field_id: atStart, name: 'approver' }])
  expect(refusals(await act(made, 1, 'start', valueOf(atEnd, 'Pass')))).toEqual([
    'custom_field_not_applicable /meta/custom_field_values/0',
  ])
  expect(valuesOf(dataOf(await act(made, 1, 'start', valueOf(atStart, 'Ada'))))).toEqual({ approver: 'Ada' })
  const [started] = await lastEvents(server, 1)
  expect([started?.['event'], started?.['changes'].custom_field_values]).toEqual([
    'task.started',
    [{}, { [atStart]: 'Ada' }],
  ])
  expect(refusals(await act(made, 1, 'finish', valueOf(atStart, 'Bo')))).toEqual([
    'custom_field_not_applicable /meta/custom_field_values/0',
  ])
  const unfinished = await act(made, 1, 'finish', {})
  expect(unfinished.document['errors'][0].detail).toContain('Result')
  expect(valuesOf(dataOf(await act(made, 1, 'finish', valueOf(atEnd, 'Pass'))))).toEqual({
    approver: 'Ada',
    result: 'Pass',
  })
  // A milestone ends with its start, so it is asked for both at once.
  const both = await act(made, 2, 'start', valueOf(atStart, 'Ada'))
  expect(both.document['errors'][0].meta.missing).toEqual([{ custom_field_id: atEnd, name: 'result' }])
  expect((await act(made, 2, 'finish', {})).document['errors'][0].code).toBe('task_not_in_progress')
  dataOf(await act(made, 2, 'skip', { comment: 'not needed' }))
})

test('instants are kept in UTC, rich text is cleaned, and people have a place in the workspace', async () => {
  const { workspace, field, runbook } = await open()
  const [instant, rich, person] = [
    await field({ name: 'until', field_type: 'datetime' }),
    await field({ name: 'notes', field_type: 'textarea' }),
    await field({ name: 'approver', field_type: 'user' }),
  ]
  const made = await runbook()
  const member = await addPerson(server, undefined)
  const stranger = await addPerson(server, undefined)
  await grantRole(server, member.id, 'workspace_member', { type: 'workspace', id: workspace })
  const write = (...values: [string, string][]) =>
    createTask(made, {
      custom_field_values: values.map(([custom_field_id, value]) => ({ custom_field_id, value })),
    })
  const kept = await write(
    [instant, '2026-03-28T23:00:00.250+01:00'],
    [rich, '<b>Bold</b><script>x</script>'],
    [person, member.id],
  )
  expect(valuesOf(dataOf(kept))).toEqual({
    until: '2026-03-28T22:00:00Z',
    notes: '<b>Bold</b>',
    approver: member.id,
  })
  const wrong = await write([instant, '2026-03-28'], [person, stranger.id])
  expect(refusals(wrong)).toEqual([0, 1].map((at) => `custom_field_invalid_value ${AT}/${at}/value`))
  for (const nobody of ['Ada', '0', '999999', '99999999999999999999'])
    expect([nobody, refusals(await write([person, nobody]))]).toEqual([
      nobody,
      [`custom_field_invalid_value ${AT}/0/value`],
    ])
})

test('a field that lets people add options gets those that values name, with an event each', async () => {
  const { field, runbook } = await open()
  const options = { field_type: 'multi_select', field_options: ['EU', 'US'], allow_field_creation: true }
  const id = await field({ name: 'regions', ...options })
  const of = await field({ name: 'room', ...options, apply_to: 'runbook_add_edit' })
  const made = await runbook(valueOf(of, ['Hall']))
  const offered = async (one: string) =>
    (await plan.get(`/core/custom_fields/${one}`))['attributes'].field_options as string[]
  expect(await offered(of)).toEqual(['EU', 'US', 'Hall'])
  dataOf(await createTask(made, valueOf(id, ['US', 'APAC', 'LATAM'])))
  expect(await offered(id)).toEqual(['EU', 'US', 'APAC', 'LATAM'])
  const events = (await lastEvents(server, 3)).map(({ event }) => event as string)
  const added = 'custom_field_option.created'
  expect(events.toSorted()).toEqual([added, added, 'task.created'])
  dataOf(await plan.change(`/core/runbooks/${made}/tasks/1`, valueOf(id, ['Moon'])))
  dataOf(await plan.change(`/core/runbooks/${made}`, valueOf(of, ['Cellar'])))
  expect((await importCsv(made, 'Title,Custom field: regions\nDrain,Mars\n')).status).toBe(201)
  const bulk = [['Pluto'], ['Pluto', 'Ceres']].map(
    (value) => writeOf('task', { name: 'Task', ...valueOf(id, value) })['data'] as object,
  )
  expect((await server.send('POST', `/core/runbooks/${made}/tasks/bulk`, { data: bulk })).status).toBe(200)
  expect(await offered(id)).toEqual(['EU', 'US', 'APAC', 'LATAM', 'Moon', 'Mars', 'Pluto', 'Ceres'])
  expect(await offered(of)).toEqual(['EU', 'US', 'Hall', 'Cellar'])
  // A dry run adds none, a refusal neither, and one that was archived is not brought back by a value.
  const dry = await server.send(
    'POST',
    `/core/runbooks/${made}/tasks/import?dry_run=true`,
    'Title,Custom field: regions\nDrain,Venus\n',
  )
  expect(dry.status).toBe(201)
  expect((await createTask(made, { ...valueOf(id, ['Venus']), duration: -1 })).status).toBe(422)
  dataOf(await plan.change(`/core/custom_fields/${id}`, { field_options: ['EU'] }))
  expect(await offered(id)).toEqual(['EU'])
  expect(refusals(await createTask(made, valueOf(id, ['Mars'])))).toEqual([
    `custom_field_invalid_value ${AT}/0/value`,
  ])
  expect(refusals(await createTask(made, valueOf(id, ['two\nlines'])))).toEqual([
    `custom_field_invalid_value ${AT}/0/value`,
  ])
})

test('a field is there for the runbook types that it lists, and that list it', async () => {
  const { workspace, field, runbook } = await open()
  const [wide, narrow] = [await plan.makeRunbookType(), await plan.makeRunbookType()]
  const listed = await field({ name: 'listed' })
  const ofNarrow = await field({ name: 'of narrow', required: true }, { runbook_types: [narrow] })
  dataOf(await plan.change(`/core/runbook_types/${narrow}`, {}, { custom_fields: [] }))
  const types = {
    wide: await runbook({}, { runbook_type: wide }),
    narrow: await runbook({}, { runbook_type: narrow }),
  }
  dataOf(await createTask(types.wide, valueOf(listed, 'a')))
  expect(refusals(await createTask(types.wide, valueOf(ofNarrow, 'a')))).toEqual([
    `custom_field_not_applicable ${AT}/0`,
  ])
  expect(refusals(await createTask(types.narrow))).toEqual([`custom_field_required ${AT}`])
  const local = await plan.makeRunbookType({}, { workspace })
  dataOf(await plan.change(`/core/runbook_types/${local}`, {}, { custom_fields: [ofNarrow] }))
  const own = await runbook({}, { runbook_type: local })
  expect(refusals(await createTask(own, valueOf(listed, 'a')))).toEqual([
    `custom_field_not_applicable ${AT}/0`,
  ])
})

test('a change of the type tells what it would lose, and needs that to be accepted', async () => {
  const { field, runbook } = await open()
  const id = await field({ name: 'size' })
  const ofRunbooks = await field({ name: 'due', field_type: 'datetime', apply_to: 'runbook_edit' })
  const made = await runbook(valueOf(ofRunbooks, '2026-03-28T22:00:00Z'))
  for (const value of ['S', 'M', 'huge', 'huge']) await createTask(made, valueOf(id, value))
  const path = `/core/custom_fields/${id}`
  const change = { field_type: 'select_menu', field_options: ['S', 'M'] }
  const lost = { kept: 2, converted: 0, lost: 2, lost_of_runbooks: 0, lost_of_tasks: 2, examples: ['huge'] }
  const dry = await server.send('PATCH', `${path}?dry_run=true`, writeOf('custom_field', change))
  expect(dry.document['data'].attributes).toMatchObject(change)
  expect(dry.document['meta']).toEqual({ dry_run: true, values: lost })
  expect((await plan.get(path))['attributes'].field_type).toBe('text')
  const refused = await plan.change(path, change)
  expect(refusals(refused)).toEqual(['values_would_be_lost /meta/accept_loss'])
  expect(refused.document['errors'][0].meta.values).toEqual(lost)
  const values = async () =>
    ((await plan.get(`/core/runbooks/${made}/tasks`)) as unknown as Document[]).map(
      (task) => valuesOf(task)['size'] ?? null,
    )
  expect(await values()).toEqual(['S', 'M', 'huge', 'huge'])
  dataOf(await plan.change(path, change, {}, { accept_loss: true }))
  expect(await values()).toEqual(['S', 'M', null, null])
  // What loses nothing needs no word: a choice becomes a list, a list text, an instant its day.
  dataOf(await plan.change(path, { field_type: 'checkboxes' }))
  expect(await values()).toEqual([['S'], ['M'], null, null])
  dataOf(await plan.change(path, { field_type: 'textarea' }))
  expect(await values()).toEqual(['S', 'M', null, null])
  dataOf(await plan.change(`/core/custom_fields/${ofRunbooks}`, { field_type: 'date' }))
  expect(valuesOf(await plan.get(`/core/runbooks/${made}`))).toEqual({ due: '2026-03-28' })
  const moved = await plan.change(`/core/custom_fields/${ofRunbooks}`, { apply_to: 'task_edit' })
  expect(moved.document['errors'][0].meta.values).toMatchObject({ lost: 1, lost_of_runbooks: 1 })
  const stream = await plan.get(`/core/action_logs?runbook_id=${made}&event=custom_field_values.updated`)
  expect((stream as unknown as Document[]).length).toBe(4)
})

test('a copy into another workspace leaves values of fields of the old one behind, and says how many', async () => {
  const { field, runbook } = await open()
  const everywhere = await plan.makeField({ name: 'everywhere' })
  const [ofTasks, ofRunbooks] = [
    await field({ name: 'local' }),
    await field({ name: 'local too', apply_to: 'runbook_edit' }),
  ]
  const source = await runbook(valueOf(ofRunbooks, 'a'))
  await createTask(source, {
    custom_field_values: [
      { custom_field_id: everywhere, value: 'x' },
      { custom_field_id: ofTasks, value: 'y' },
    ],
  })
  await createTask(source, valueOf(ofTasks, 'z'))
  const target = await plan.makeWorkspace()
  const copy = { source_runbook_id: source, all: true }
  const made = await server.send(
    'POST',
    '/core/runbooks',
    writeOf('runbook', { name: 'Copy' }, { workspace: target }, { copy }),
  )
  expect(made.document['meta'].custom_field_values_dropped).toEqual([
    { custom_field_id: ofRunbooks, name: 'local too', values: 1 },
    { custom_field_id: ofTasks, name: 'local', values: 2 },
  ])
  const tasks = (await plan.get(`/core/runbooks/${dataOf(made)['id']}/tasks`)) as unknown as Document[]
  expect(tasks.map(valuesOf)).toEqual([{ everywhere: 'x' }, {}])
})

test('links of fields to people follow the values, and are made and removed as values are', async () => {
  const { workspace, field, runbook } = await open()
  const ofTasks = await field({ name: 'approver', field_type: 'user' })
  const ofRunbooks = await field({ name: 'lead', field_type: 'user', apply_to: 'runbook_edit' })
  const [ada, grace] = [await addPerson(server, undefined), await addPerson(server, undefined)]
  for (const { id } of [ada, grace])
    await grantRole(server, id, 'workspace_member', { type: 'workspace', id: workspace })
  const made = await runbook(valueOf(ofRunbooks, ada.id))
  await createTask(made, valueOf(ofTasks, ada.id))
  await createTask(made)
  const path = '/core/custom_field_users'
  const listed = async (query: string) =>
    ((await plan.get(`${path}?${query}`)) as unknown as Document[]).map(({ relationships }) =>
      ['custom_field', 'user', 'task'].map((name) => relationships[name].data?.id ?? null),
    )
  expect(await listed(`runbook_id=${made}`)).toEqual([
    [ofRunbooks, ada.id, null],
    [ofTasks, ada.id, '1'],
  ])
  const link = (custom_field: string, user: string, task?: string) =>
    server.send(
      'POST',
      path,
      writeOf('custom_field_user', {}, { custom_field, user, runbook: made, ...(task ? { task } : {}) }),
    )
  const second = dataOf(await link(ofTasks, grace.id, '2'))
  expect(valuesOf(await plan.get(`/core/runbooks/${made}/tasks/2`))).toEqual({ approver: grace.id })
  dataOf(await link(ofRunbooks, grace.id))
  expect(await listed(`user_id=${grace.id}`)).toEqual([
    [ofRunbooks, grace.id, null],
    [ofTasks, grace.id, '2'],
  ])
  dataOf(await plan.change(`/core/runbooks/${made}/tasks/1`, valueOf(ofTasks, null)))
  expect(await listed(`custom_field_id=${ofTasks}`)).toEqual([[ofTasks, grace.id, '2']])
  const stale = await server.send('DELETE', `${path}/${second['id']}`, undefined, { 'if-match': '"0"' })
  expect(refusals(stale)).toEqual(['stale_resource If-Match'])
  expect((await server.send('DELETE', `${path}/${second['id']}`)).status).toBe(204)
  expect((await server.send('GET', `${path}/${second['id']}`)).status).toBe(404)
  expect(valuesOf(await plan.get(`/core/runbooks/${made}/tasks/2`))).toEqual({})

  const text = await field({ name: 'words' })
  const wrong: readonly [Parameters<typeof link>, string][] = [
    [[text, ada.id, '2'], 'custom_field_not_found /data/relationships/custom_field/data'],
    [[ofRunbooks, ada.id, '2'], 'custom_field_not_applicable /data/relationships/custom_field/data'],
    [[ofTasks, '999999', '2'], 'custom_field_invalid_value /data/relationships/custom_field/data'],
    [[ofTasks, ada.id, '99'], 'related_not_found /data/relationships/task/data'],
  ]
  for (const [about, refusal] of wrong) expect(refusals(await link(...about))).toEqual([refusal])
  const [own] = (await plan.get(`${path}?runbook_id=${made}`)) as unknown as Document[]
  const stranger = await server.send('GET', `${path}/${own?.['id']}`, undefined, ada.headers)
  expect(stranger.status).toBe(404)
  const seen = await server.send('GET', path, undefined, ada.headers)
  expect(seen.document['data']).toEqual([])
  dataOf(await plan.change(`/core/custom_fields/${ofRunbooks}`, { required: true }))
  expect(refusals(await server.send('DELETE', `${path}/${own?.['id']}`))).toEqual([
    'custom_field_required /data/relationships/custom_field/data',
  ])
  dataOf(await plan.change(`/core/custom_fields/${ofRunbooks}`, { read_only: true }))
  const readOnly = ['custom_field_read_only /data/relationships/custom_field/data']
  expect(refusals(await link(ofRunbooks, ada.id))).toEqual(readOnly)
  expect(refusals(await server.send('DELETE', `${path}/${own?.['id']}`))).toEqual(readOnly)
})

test('a plan that may not be edited keeps whom its tasks name', async () => {
  const { workspace, field, runbook } = await open()
  const custom_field = await field({ name: 'approver', field_type: 'user' })
  const ada = await addPerson(server, undefined)
  await grantRole(server, ada.id, 'workspace_member', { type: 'workspace', id: workspace })
  const made = await runbook()
  await createTask(made, valueOf(custom_field, ada.id))
  await start(made)
  const path = '/core/custom_field_users'
  const links = { custom_field, user: ada.id, runbook: made, task: '1' }
  expect(refusals(await server.send('POST', path, writeOf('custom_field_user', {}, links)))).toEqual([
    'runbook_locked',
  ])
  const [own] = (await plan.get(`${path}?runbook_id=${made}`)) as unknown as Document[]
  expect(refusals(await server.send('DELETE', `${path}/${own?.['id']}`))).toEqual(['runbook_locked'])
})

test('options and values that are changed in one process are those of every other at once', async () => {
  const second = await startTestServer({ connectionString: server.connectionString })
  try {
    const { field, runbook } = await open()
    const id = await field({ name: 'zone', field_type: 'select_menu', field_options: ['old'] })
    const made = await runbook()
    await createTask(made, valueOf(id, 'old'))
    const path = `/core/runbooks/${made}/tasks/1`
    const seen = async () => valuesOf(dataOf(await second.send('GET', path)))
    expect(await seen()).toEqual({ zone: 'old' })
    const [option] = (await plan.get(`/core/custom_fields/${id}`))['relationships'].options.data
    dataOf(await plan.change(`/core/custom_fields/${id}/custom_field_options/${option.id}`, { name: 'new' }))
    expect(await seen()).toEqual({ zone: 'new' })
    const write = (value: string) => second.send('PATCH', path, writeOf('task', valueOf(id, value)))
    expect((await write('old')).status).toBe(422)
    expect((await write('new')).status).toBe(200)
  } finally {
    await second.close()
  }
})

test('a value that cannot be is refused at a start and at an end, and neither happens', async () => {
  const { field, runbook } = await open()
  const chosen = { field_type: 'date' }
  const fields = {
    start: await field({ ...chosen, name: 'asked_at_start', apply_to: 'task_start' }),
    finish: await field({ ...chosen, name: 'asked_at_end', apply_to: 'task_end' }),
  }
  const made = await runbook()
  dataOf(await createTask(made))
  await start(made)
  const at = '/meta/custom_field_values/0'
  for (const [action, id] of Object.entries(fields) as ['start' | 'finish', string][]) {
    expect(refusals(await act(made, 1, action, valueOf('999999', 'a')))).toEqual([
      `custom_field_not_found ${at}`,
    ])
    expect(refusals(await act(made, 1, action, valueOf(id, 'soon')))).toEqual([
      `custom_field_invalid_value ${at}/value`,
    ])
    const { custom_field_values: once } = valueOf(id, '2026-12-01')
    expect(refusals(await act(made, 1, action, { custom_field_values: [...once, ...once] }))).toEqual([
      'taken /meta/custom_field_values/1',
    ])
    dataOf(await plan.change(`/core/custom_fields/${id}`, { read_only: true }))
    expect(refusals(await act(made, 1, action, valueOf(id, '2026-12-01')))).toEqual([
      `custom_field_read_only ${at}`,
    ])
    dataOf(await act(made, 1, action, {}))
  }
})
