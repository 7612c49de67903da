import {
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
})
afterAll(() => server.close())

async function list(query: string): Promise<{ names: string[]; document: Document }> {
  const { document } = await server.send('GET', `/core/runbooks?workspace_id=${workspace}&${query}`)
  const data = document['data'] as Document[]
  return { names: data.map(({ attributes }) => attributes.name as string), document }
}

const create = (attributes: object, links = {}, meta?: object) =>
  server.send('POST', '/core/runbooks', writeOf('runbook', attributes, { workspace, ...links }, meta))

test('a runbook is made with the defaults of its workspace, and its maker takes part', async () => {
  const made = await create({ name: 'Defaults' })
  expect(made.status).toBe(201)
  const { attributes, relationships, links, id } = dataOf(made)
  expect(attributes).toMatchObject({
    description: null,
    archived: false,
    is_template: false,
    template_type: 'off',
    template_status: null,
    stage: 'planning',
    status: 'off',
    run_type: null,
    tasks_count: 0,
    custom_field_values: [],
  })
  expect(attributes.start_planned).toBe(attributes.created_at)
  expect(attributes.end_planned).toBe(attributes.created_at)
  expect(links).toEqual({ self: `/core/runbooks/${id}` })
  expect(relationships.folder.data.type).toBe('folder')
  expect(relationships.source_runbook).toEqual({ data: null })
  const got = await server.send('GET', `/core/runbooks/${id}`)
  expect(got.document['data']).toEqual(made.document['data'])
  expect(got.headers.get('etag')).toBe(made.headers.get('etag'))
  const { document } = await server.send('GET', `/core/runbooks/${id}/runbook_users`)
  expect(document['data'][0].attributes.role).toBe('runbook_admin')
})

test('an id that no row can have finds nothing', async () => {
  const huge = '9223372036854775807'
  for (const name of ['workspace_id', 'folder_id', 'source_runbook_id', 'runbook_type_id']) {
    const { document } = await server.send('GET', `/core/runbooks?${name}=${huge}`)
    expect(document['data']).toEqual([])
  }
  expect((await server.send('GET', `/core/runbooks/${huge}`)).status).toBe(404)
  expect((await server.send('GET', '/core/runbooks/99999999999999999999')).status).toBe(404)
  expect((await server.send('GET', '/core/runbooks/first')).status).toBe(404)
  expect(refusals(await create({ name: 'Lost' }, { folder: huge }))).toEqual([
    'related_not_found /data/relationships/folder/data',
  ])
  expect(refusals(await create({ name: 'Lost' }, { runbook_type: huge }))).toEqual([
    'related_not_found /data/relationships/runbook_type/data',
  ])
  expect(refusals(await create({ name: 'Lost' }, { workspace: huge }))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
  expect(refusals(await create({ name: 'Lost' }, {}, { copy: { source_runbook_id: huge } }))).toEqual([
    'copy_source_invalid /meta/copy/source_runbook_id',
  ])
})

test('what is wrong with a new runbook is told all at once, with its place', async () => {
  const wrong = await server.send('POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: {
        name: ' ',
        status: 'blue',
        stage: 'active',
        colour: 'red',
        rto: -1,
        timezone: 'Mars/Base',
      },
      relationships: { author: { data: null }, folder: { data: { type: 'stream', id: '1' } } },
    },
  })
  expect(wrong.status).toBe(422)
  expect(refusals(wrong).sort()).toEqual([
    'blank /data/attributes/name',
    'invalid_enum /data/attributes/status',
    'invalid_format /data/attributes/timezone',
    'out_of_range /data/attributes/rto',
    'read_only /data/attributes/stage',
    'read_only /data/relationships/author',
    'type_mismatch /data/relationships/folder/data/type',
    'unknown_attribute /data/attributes/colour',
  ])
  const nowhere = await server.send('POST', '/core/runbooks', writeOf('runbook', { name: 'Nowhere' }))
  expect(refusals(nowhere)).toEqual(['missing_relationship /data/relationships/workspace/data'])
})

test('templates: the kind follows is_template, and only templates are master templates', async () => {
  const template = dataOf(await create({ name: 'T', is_template: true, master_template: true }))
  expect(template['attributes']).toMatchObject({ template_type: 'default', template_status: 'approved' })
  const snippet = dataOf(await create({ name: 'S', template_type: 'snippet' }))
  expect(snippet['attributes']).toMatchObject({ is_template: true, template_status: 'approved' })
  expect(refusals(await create({ name: 'M', master_template: true }))).toEqual([
    'template_required /data/attributes/master_template',
  ])
  expect(refusals(await create({ name: 'X', is_template: false, template_type: 'snippet' }))).toEqual([
    'invalid_enum /data/attributes/template_type',
  ])
  const plain = await plan.change(`/core/runbooks/${snippet['id']}`, { is_template: false })
  expect(dataOf(plain)['attributes']).toMatchObject({ template_type: 'off', template_status: null })
})

test('the schedule: an end needs a start before it, and a start is not in the past', async () => {
  const start = '2098-06-01T20:00:00+02:00'
  const made = dataOf(
    await create({ name: 'Scheduled', start_scheduled: start, end_scheduled: '2098-06-02T00:00:00Z' }),
  )
  expect(made['attributes']).toMatchObject({
    start_scheduled: '2098-06-01T18:00:00Z',
    start_planned: '2098-06-01T18:00:00Z',
    end_scheduled: '2098-06-02T00:00:00Z',
  })
  expect(refusals(await create({ name: 'x', end_scheduled: start }))).toEqual([
    'schedule_incomplete /data/attributes/end_scheduled',
  ])
  expect(refusals(await create({ name: 'x', start_scheduled: start, end_scheduled: start }))).toEqual([
    'schedule_incomplete /data/attributes/end_scheduled',
  ])
  expect(refusals(await create({ name: 'x', start_scheduled: '2020-01-01T00:00:00Z' }))).toEqual([
    'schedule_in_past /data/attributes/start_scheduled',
  ])
  expect(refusals(await create({ name: 'x', start_scheduled: '9999-06-01T00:00:00Z' }))).toEqual([
    'out_of_range /data/attributes/start_scheduled',
  ])
  const now = dataOf(await create({ name: 'Now', start_scheduled: 'now' }))
  expect(now['attributes'].start_scheduled).toBe(now['attributes'].created_at)
  const cleared = await plan.change(`/core/runbooks/${made['id']}`, { start_scheduled: null })
  expect(dataOf(cleared)['attributes']).toMatchObject({ start_scheduled: null, end_scheduled: null })
})

test('a change touches what it names, and moves the runbook between folders of its workspace', async () => {
  const id = await plan.makeRunbook({ name: 'Before', description: '<p>why</p>', rto: 60 }, { workspace })
  const folder = dataOf(
    await server.send('POST', `/core/workspaces/${workspace}/folders`, writeOf('folder', { name: 'Moved' })),
  )['id'] as string
  const changed = dataOf(await plan.change(`/core/runbooks/${id}`, { name: 'After' }, { folder }))
  expect(changed['attributes']).toMatchObject({ name: 'After', description: '<p>why</p>', rto: 60 })
  expect(changed['relationships'].folder.data).toEqual({ type: 'folder', id: folder })
  const elsewhere = await plan.makeWorkspace()
  const [foreign] = (await plan.get(`/core/workspaces/${elsewhere}/folders`)) as unknown as Document[]
  expect(refusals(await plan.change(`/core/runbooks/${id}`, {}, { folder: foreign?.['id'] }))).toEqual([
    'related_not_in_scope /data/relationships/folder/data',
  ])
  expect(refusals(await plan.change(`/core/runbooks/${id}`, {}, { workspace: elsewhere }))).toEqual([
    'read_only /data/relationships/workspace',
  ])
})

test('recovery is measured between tasks of the runbook', async () => {
  const id = await plan.makeRunbook({ rto: 3600 }, { workspace })
  await plan.makeTask(id, { name: 'Drain' })
  const set = await plan.change(`/core/runbooks/${id}`, {}, { rto_start_task: '1', rto_end_task: '1' })
  expect(dataOf(set)['relationships'].rto_start_task.data).toEqual({ type: 'task', id: '1' })
  expect(refusals(await plan.change(`/core/runbooks/${id}`, {}, { rto_end_task: '2' }))).toEqual([
    'related_not_found /data/relationships/rto_end_task/data',
  ])
  expect((await server.send('DELETE', `/core/runbooks/${id}/tasks/1`)).status).toBe(204)
  const { relationships } = await plan.get(`/core/runbooks/${id}`)
  expect([relationships.rto_start_task, relationships.rto_end_task]).toEqual([{ data: null }, { data: null }])
})

test('whoever acted just before does not act on what is archived since', async () => {
  const id = await plan.makeRunbook({ name: 'Just now' }, { workspace })
  const path = `/core/runbooks/${id}`
  await plan.makeTask(id)
  const actions: readonly (() => Promise<{ status: number }>)[] = [
    () => plan.change(path, { name: 'Later' }),
    () => plan.change(`${path}/tasks/1`, { name: 'Later' }),
    () => server.send('POST', `${path}/tasks`, writeOf('task', { name: 'Later' })),
    () => server.send('POST', `${path}/comments`, writeOf('comment', { content: 'Later' })),
    () => server.send('PATCH', `${path}/start`, { meta: { comms: 'off', run_type: 'rehearsal' } }),
    () => server.send('PATCH', `${path}/archive`),
    () => server.send('DELETE', path),
  ]
  for (const act of actions) {
    dataOf(await plan.change(path, { name: 'Before' }))
    dataOf(await server.send('PATCH', `${path}/archive`))
    expect([act.toString(), (await act()).status]).toEqual([act.toString(), 404])
    dataOf(await server.send('PATCH', `${path}/restore`))
  }
})

test('archived is out of sight until it is asked for, and restored', async () => {
  const id = await plan.makeRunbook({ name: 'Put away' }, { workspace })
  await plan.makeTask(id)
  const path = `/core/runbooks/${id}`
  expect(refusals(await server.send('PATCH', `${path}/restore`))).toEqual(['not_archived'])
  const archived = dataOf(await server.send('PATCH', `${path}/archive`))
  expect(archived['attributes'].archived_at).toEqual(expect.any(String))
  for (const inside of [
    '',
    '/tasks',
    '/tasks/1',
    '/streams',
    '/comments',
    '/runbook_users',
    '/runbook_teams',
    '/runs',
    '/tasks/export',
  ])
    expect([inside, (await server.send('GET', `${path}${inside}`)).status]).toEqual([inside, 404])
  for (const inside of [
    '',
    '/tasks',
    '/tasks/1',
    '/streams',
    '/comments',
    '/runbook_users',
    '/runbook_teams',
    '/runs',
    '/tasks/export',
  ])
    expect([inside, (await server.send('GET', `${path}${inside}?archived=true`)).status]).toEqual([
      inside,
      200,
    ])
  expect((await plan.change(path, { name: 'No' })).status).toBe(404)
  expect((await server.send('PATCH', `${path}/archive`)).status).toBe(404)
  expect(refusals(await server.send('PATCH', `${path}/archive?archived=true`))).toEqual(['already_archived'])
  expect((await list('query=Put')).names).toEqual([])
  expect((await list('query=Put&archive=true')).names).toEqual(['Put away'])
  expect(dataOf(await server.send('PATCH', `${path}/restore`))['attributes']).toMatchObject({
    archived: false,
    archived_at: null,
  })
  expect((await list('query=Put')).names).toEqual(['Put away'])
})

test('a runbook that never ran can be deleted, and is gone', async () => {
  const id = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(id)
  const path = `/core/runbooks/${id}`
  const deleted = await server.send('DELETE', path)
  expect([deleted.status, deleted.document['text']]).toEqual([204, ''])
  expect((await server.send('GET', `${path}?archived=true`)).status).toBe(404)
  const { document } = await server.send('GET', `/core/action_logs?event=runbook.deleted`)
  expect(document['data'][0].relationships.resource.data).toEqual({ type: 'runbook', id })
})

test('a runbook that ran is returned to planning with a fresh version of the same plan, and is not deleted', async () => {
  const id = await plan.makeRunbook({}, { workspace })
  const path = `/core/runbooks/${id}`
  await plan.makeTask(id, { name: 'Drain', duration: 60 })
  await plan.makeTask(id, { name: 'Switch', duration: 30 }, { predecessors: ['1'] })
  const before = await plan.get(path)
  expect(refusals(await server.send('PATCH', `${path}/return_to_planning`))).toEqual([
    'invalid_stage_transition',
  ])
  dataOf(await server.send('PATCH', `${path}/start`, { meta: { comms: 'off', run_type: 'rehearsal' } }))
  expect(refusals(await server.send('PATCH', `${path}/archive`))).toEqual(['invalid_stage_transition'])
  expect(refusals(await server.send('DELETE', path))).toEqual(['runbook_has_run'])
  for (const step of ['1/start', '1/finish', '2/start', '2/finish'])
    dataOf(await server.send('PATCH', `${path}/tasks/${step}`))
  const returned = dataOf(await server.send('PATCH', `${path}/return_to_planning`))
  expect(returned['attributes']).toMatchObject({
    stage: 'planning',
    tasks_complete_count: 0,
    start_actual: null,
  })
  expect(returned['relationships'].current_version.data).not.toEqual(
    before['relationships'].current_version.data,
  )
  expect(returned['relationships'].current_run).toEqual({ data: null })
  const tasks = (await plan.get(`${path}/tasks`)) as unknown as Document[]
  expect(tasks.map(({ attributes }) => [attributes.name, attributes.stage, attributes.start_actual])).toEqual(
    [
      ['Drain', 'not_startable', null],
      ['Switch', 'not_startable', null],
    ],
  )
  expect(tasks[1]?.['relationships'].predecessors.data).toEqual([{ type: 'task', id: '1' }])
  expect(tasks[0]?.['relationships'].runbook_version.data).toEqual(
    returned['relationships'].current_version.data,
  )
  dataOf(await plan.change(`${path}/tasks/1`, { duration: 90 }))
  expect(await plan.makeTask(id, { name: 'Check' })).toBe('3')
  expect(refusals(await server.send('DELETE', path))).toEqual(['runbook_has_run'])
  const { document } = await server.send('GET', `${path}?include=runs`)
  expect(document['included']).toHaveLength(1)

  // What a process reads that was not there: the new version holds the plan, the old one what was run.
  server.core.services.runbooks.forget(Number(id))
  const read = (await plan.get(`${path}/tasks`)) as unknown as Document[]
  expect(read.map(({ attributes }) => [attributes.name, attributes.duration])).toEqual([
    ['Drain', 90],
    ['Switch', 30],
    ['Check', null],
  ])
})
