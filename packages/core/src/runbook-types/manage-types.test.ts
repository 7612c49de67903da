import {
  type Answer,
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

let server: TestServer
let plan: Planner
let workspace: string
let other: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  other = await plan.makeWorkspace()
})
afterAll(() => server.close())

const kinds = ['runbook_type', 'task_type'] as const
const post = (kind: string, attributes: object, links?: Parameters<typeof writeOf>[2]) =>
  server.send('POST', `/core/${kind}s`, writeOf(kind, attributes, links))
const pathOf = (kind: string, id: string) => `/core/${kind}s/${id}`
const shownBy = async (path: string) => (await plan.get(path))['attributes'] as Document
const lastEvent = async () => {
  const { document } = await server.send('GET', '/core/action_logs?page[size]=1')
  const [{ attributes, relationships }] = document['data']
  return { ...attributes, resource: relationships.resource.data } as Document
}
const idsOf = (list: Document[]) => list.map(({ id }) => id as string)

test.each(kinds)('a %s is made, changed, archived and restored, each with its event', async (kind) => {
  const made = dataOf(
    await post(kind, { name: 'Approval', key: `made-${kind}`, icon: 'task', color: '#3b6fd4' }),
  )
  expect(made).toMatchObject({
    attributes: { name: 'Approval', global: true, archived: false, default: false, disabled: false },
    relationships: { workspace: { data: null } },
    meta: { permissions: [{ type: 'update' }, { type: 'archive' }] },
  })
  const path = pathOf(kind, made['id'])
  expect(await lastEvent()).toMatchObject({
    event: `${kind}.created`,
    resource: { type: kind, id: made['id'] },
    changes: { name: [null, 'Approval'] },
  })
  const changed = dataOf(await plan.change(path, { name: 'Go or no-go', description: 'Somebody decides' }))
  expect(changed['attributes']).toMatchObject({ name: 'Go or no-go', description: 'Somebody decides' })
  expect((await lastEvent())['changes']).toEqual({
    name: ['Approval', 'Go or no-go'],
    description: [null, 'Somebody decides'],
  })
  expect(dataOf(await server.send('PATCH', `${path}/archive`))['attributes'].archived).toBe(true)
  expect((await server.send('GET', path)).status).toBe(404)
  for (const spelling of ['archive', 'archived'])
    expect((await shownBy(`${path}?${spelling}=true`))['name']).toBe('Go or no-go')
  expect(refusals(await server.send('PATCH', `${path}/archive?archived=true`))).toEqual(['already_archived'])
  expect(dataOf(await server.send('PATCH', `${path}/restore`))['attributes'].archived).toBe(false)
  expect(refusals(await server.send('PATCH', `${path}/restore`))).toEqual(['not_archived'])
})

test.each(kinds)('a key of a %s is taken once in its workspace, and once in the instance', async (kind) => {
  const attributes = { name: 'Check', key: `once-${kind}` }
  dataOf(await post(kind, attributes))
  dataOf(await post(kind, attributes, { workspace }))
  const taken = ['taken /data/attributes/key']
  expect(refusals(await post(kind, attributes))).toEqual(taken)
  expect(refusals(await post(kind, attributes, { workspace }))).toEqual(taken)
  const { id } = dataOf(await post(kind, { ...attributes, key: `second-${kind}` }))
  expect(refusals(await plan.change(pathOf(kind, id), { key: attributes.key }))).toEqual(taken)
})

test.each(kinds)('one global %s is the default; it is given up only to another', async (kind) => {
  const list = async () => (await plan.get(`/core/${kind}s`)) as unknown as Document[]
  const [standard] = await list()
  const path = pathOf(kind, standard?.['id'])
  const wrong = (answer: Answer) => refusals(answer)
  expect(wrong(await plan.change(path, { default: false }))).toEqual([
    'default_type /data/attributes/default',
  ])
  expect(wrong(await plan.change(path, { disabled: true }))).toEqual([
    'default_type /data/attributes/disabled',
  ])
  expect(wrong(await server.send('PATCH', `${path}/archive`))).toEqual(['default_type'])
  const local = { name: 'Local', key: `local-default-${kind}`, default: true }
  expect(wrong(await post(kind, local, { workspace }))).toEqual(['default_type /data/attributes/default'])
  const next = dataOf(await post(kind, { name: 'Next', key: `next-${kind}`, default: true }))
  expect((await list())[0]?.['id']).toBe(next['id'])
  expect((await shownBy(path))['default']).toBe(false)
  dataOf(await plan.change(path, { default: true }))
  expect((await lastEvent())['changes']).toEqual({ default: [false, true] })
  expect(idsOf(await list())[0]).toBe(standard?.['id'])
})

test.each(kinds)('a change of a %s is held against its ETag', async (kind) => {
  const { id } = dataOf(await post(kind, { name: 'Tagged', key: `tagged-${kind}` }))
  const path = pathOf(kind, id)
  const tag = (await server.send('GET', path)).headers.get('etag') ?? ''
  const change = (name: string, match: string) =>
    server.send('PATCH', path, writeOf(kind, { name }), { 'if-match': match })
  const changed = await change('Once', tag)
  expect(changed.headers.get('etag')).not.toBe(tag)
  const stale = ['stale_resource If-Match']
  expect(refusals(await change('Twice', tag))).toEqual(stale)
  for (const verb of ['archive', 'restore'])
    expect(refusals(await server.send('PATCH', `${path}/${verb}`, undefined, { 'if-match': tag }))).toEqual(
      stale,
    )
})

test.each(kinds)('a %s of a workspace is managed there, a global one by the Owner', async (kind) => {
  const manager = await addPerson(server, undefined)
  const stranger = await addPerson(server, undefined)
  await grantRole(server, manager.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const as = (who: typeof manager, method: string, path: string, body?: unknown) =>
    server.send(method, path, body, who.headers)
  const create = (who: typeof manager, links?: Parameters<typeof writeOf>[2]) =>
    as(who, 'POST', `/core/${kind}s`, writeOf(kind, { name: 'Mine', key: `mine-${kind}` }, links))
  const own = dataOf(await create(manager, { workspace }))
  expect(own['relationships'].workspace.data).toEqual({ type: 'workspace', id: workspace })
  expect(refusals(await create(manager))).toEqual(['insufficient_role'])
  expect(refusals(await create(manager, { workspace: other }))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
  const nowhere = await create(manager, { workspace: '9223372036854775807' })
  expect(nowhere.document['errors'][0].detail).toContain('9223372036854775807')
  expect(refusals(await create(stranger, { workspace }))).toEqual(['insufficient_role'])
  const path = pathOf(kind, own['id'])
  const change = writeOf(kind, { name: 'Changed' })
  expect((await as(manager, 'PATCH', path, change)).status).toBe(200)
  expect((await as(stranger, 'PATCH', path, change)).status).toBe(404)
  expect((await as(stranger, 'GET', path)).status).toBe(404)
  expect(refusals(await as(manager, 'PATCH', pathOf(kind, '1'), change))).toEqual(['insufficient_role'])
  const moved = writeOf(kind, {}, { workspace: other })
  expect(refusals(await server.send('PATCH', path, moved))).toEqual([
    'read_only /data/relationships/workspace',
  ])
})

test('a built-in task type keeps its key and its flags, and its key is nobody else’s', async () => {
  const linked = await plan.typeOf('task_types', 'linked')
  const path = pathOf('task_type', linked)
  expect((await shownBy(path))['built_in']).toBe(true)
  expect(refusals(await plan.change(path, { key: 'other', zero_duration: true }))).toEqual([
    'built_in_type /data/attributes/key',
    'built_in_type /data/attributes/zero_duration',
  ])
  expect(refusals(await server.send('PATCH', `${path}/archive`))).toEqual(['built_in_type'])
  const changed = dataOf(await plan.change(path, { name: 'Child runbook', zero_duration: false }))
  expect(changed['attributes']).toMatchObject({ name: 'Child runbook', key: 'linked' })
  for (const links of [undefined, { workspace }])
    expect(refusals(await post('task_type', { name: 'Fake', key: 'linked' }, links))).toEqual([
      'taken /data/attributes/key',
    ])
})

test('what a run or a plan depends on stays while it does', async () => {
  const runbook_type = await plan.makeRunbookType({ name: 'In use' })
  const task_type = await plan.makeTaskType({ name: 'In use' })
  const runbook = await plan.makeRunbook({}, { workspace, runbook_type })
  await plan.makeTask(runbook, {}, { task_type })
  const types = { runbook: pathOf('runbook_type', runbook_type), task: pathOf('task_type', task_type) }
  expect(refusals(await plan.change(types.task, { zero_duration: true }))).toEqual([
    'type_in_use /data/attributes/zero_duration',
  ])
  dataOf(await plan.change(types.task, { auto_start: false, auto_finish: true }))
  dataOf(await plan.change(types.task, { auto_finish: false }))
  const meta = { comms: 'off', run_type: 'rehearsal' }
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/start`, { meta }))
  expect(refusals(await plan.change(types.task, { auto_finish: true }))).toEqual([
    'type_in_use /data/attributes/auto_finish',
  ])
  expect(refusals(await plan.change(types.runbook, { dynamic: true }))).toEqual([
    'type_in_use /data/attributes/dynamic',
  ])
  for (const path of Object.values(types)) {
    const refused = await server.send('PATCH', `${path}/archive`)
    expect([refusals(refused), refused.document['errors'][0].meta.uses]).toEqual([['type_in_use'], 1])
  }
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/tasks/1/skip`, { meta: { comment: 'no' } }))
  dataOf(await plan.change(types.task, { zero_duration: true }))
  for (const path of Object.values(types)) dataOf(await server.send('PATCH', `${path}/archive`))
})

test('a runbook type lists what its runbooks may use, of its own workspace or global', async () => {
  const foreign = await plan.makeTaskType({ name: 'Foreign' }, { workspace: other })
  const field = await plan.makeField({ name: 'listed' })
  const write = (links: Parameters<typeof writeOf>[2]) =>
    post('runbook_type', { name: 'Listing' }, { workspace, ...links })
  expect(refusals(await write({ task_types: ['1', foreign, '999999'] }))).toEqual([
    'related_not_in_scope /data/relationships/task_types/data/1',
    'related_not_found /data/relationships/task_types/data/2',
  ])
  const made = dataOf(await write({ task_types: ['2', '1'], custom_fields: [field] }))
  const lists = async () => {
    const { relationships } = await plan.get(pathOf('runbook_type', made['id']))
    return [relationships.task_types.data, relationships.custom_fields.data].map(idsOf)
  }
  expect(await lists()).toEqual([['1', '2'], [field]])
  const local = await plan.makeField({ name: 'of_the_other' }, { workspace: other })
  expect(
    refusals(await plan.change(pathOf('runbook_type', made['id']), {}, { custom_fields: [field, local] })),
  ).toEqual(['related_not_in_scope /data/relationships/custom_fields/data/1'])
  dataOf(await plan.change(pathOf('runbook_type', made['id']), {}, { task_types: [] }))
  expect(await lists()).toEqual([[], [field]])
})

test('a task takes only a type that the type of its runbook allows, also by an import', async () => {
  const approval = await plan.makeTaskType({ name: 'Approval', key: 'approval-only' })
  const runbook_type = await plan.makeRunbookType({ name: 'Narrow' }, { task_types: [approval, '2'] })
  const runbook = await plan.makeRunbook({}, { workspace, runbook_type })
  const path = `/core/runbooks/${runbook}/tasks`
  const make = (task_type?: string) =>
    server.send('POST', path, writeOf('task', { name: 'Task' }, task_type ? { task_type } : {}))
  const first = dataOf(await make())
  expect(first['relationships'].task_type.data.id).toBe('2')
  const wrong = await make('1')
  expect(refusals(wrong)).toEqual(['task_type_not_allowed /data/relationships/task_type/data'])
  expect(wrong.document['errors'][0].meta.allowed).toEqual(['Milestone', 'Approval'])
  dataOf(await make(approval))
  expect(refusals(await plan.change(`${path}/1`, {}, { task_type: '1' }))).toEqual([
    'task_type_not_allowed /data/relationships/task_type/data',
  ])
  const several = await server.send('POST', `${path}/bulk`, {
    data: [
      writeOf('task', { name: 'Fits' }, { task_type: approval })['data'],
      writeOf('task', { name: 'Does not' }, { task_type: '1' })['data'],
    ],
  })
  expect(refusals(several)).toEqual(['task_type_not_allowed /data/1/relationships/task_type/data'])
  const file = (type: string) =>
    server.send('POST', `${path}/import`, `Title,Task Type\nDrain,Milestone\nStop,${type}\n`)
  const refused = await file('Normal')
  expect([refusals(refused), refused.document['errors'][0].meta.line]).toEqual([['task_type_not_allowed'], 3])
  expect((await file('Approval')).status).toBe(201)
  // A type that is taken away, or switched off, stays where it is, and is not given again.
  dataOf(await plan.change(pathOf('task_type', approval), { disabled: true }))
  expect(refusals(await make(approval))).toEqual(['type_disabled /data/relationships/task_type/data'])
  expect(refusals(await file('Approval'))).toEqual(['type_disabled'])
  expect(refusals(await plan.change(`${path}/1`, {}, { task_type: approval }))).toEqual([
    'type_disabled /data/relationships/task_type/data',
  ])
  const oneOfTwo = [{ name: 'Fits' }, { name: 'Is off' }].map(
    (attributes, at) =>
      writeOf('task', attributes, { task_type: at === 0 ? '2' : approval })['data'] as Document,
  )
  expect(refusals(await server.send('POST', `${path}/bulk`, { data: oneOfTwo }))).toEqual([
    'type_disabled /data/1/relationships/task_type/data',
  ])
  dataOf(await plan.change(`${path}/2`, { name: 'Still' }, { task_type: approval }))
})

test('a disabled runbook type makes no runbooks', async () => {
  const runbook_type = await plan.makeRunbookType({ name: 'Off', disabled: true })
  const write = writeOf('runbook', { name: 'None' }, { workspace, runbook_type })
  expect(refusals(await server.send('POST', '/core/runbooks', write))).toEqual([
    'type_disabled /data/relationships/runbook_type/data',
  ])
  const found = (query: string) => plan.get(`/core/runbook_types${query}`) as unknown as Promise<Document[]>
  expect(idsOf(await found(''))).not.toContain(runbook_type)
  expect(idsOf(await found('?disabled=true'))).toContain(runbook_type)
})

test('a copy into another workspace leaves task types of its own behind, and says so', async () => {
  const local = await plan.makeTaskType({ name: 'Local' }, { workspace })
  const source = await plan.makeRunbook({}, { workspace })
  await plan.makeTask(source, {}, { task_type: local })
  const copy = { source_runbook_id: source, all: true }
  const made = await server.send(
    'POST',
    '/core/runbooks',
    writeOf('runbook', { name: 'Copy' }, { workspace: other }, { copy }),
  )
  expect(made.document['meta']).toEqual({
    task_types_replaced: [{ task_type_id: local, name: 'Local', tasks: 1 }],
  })
  const task = await plan.get(`/core/runbooks/${dataOf(made)['id']}/tasks/1`)
  expect(task['relationships'].task_type.data.id).toBe('1')
})

test('a type that is renamed is told by every process at once, in lists and beside tasks', async () => {
  const second = await startTestServer({ connectionString: server.connectionString })
  try {
    const task_type = await plan.makeTaskType({ name: 'Before' })
    const runbook = await plan.makeRunbook({}, { workspace })
    await plan.makeTask(runbook, {}, { task_type })
    const seen = async () => {
      const { document } = await second.send('GET', `/core/runbooks/${runbook}/tasks?include=task_type`)
      return document['included'][0].attributes.name as string
    }
    expect(await seen()).toBe('Before')
    dataOf(await plan.change(pathOf('task_type', task_type), { name: 'After' }))
    expect(await seen()).toBe('After')
    const { document } = await second.send('GET', pathOf('task_type', task_type))
    expect(document['data'].attributes.name).toBe('After')
  } finally {
    await second.close()
  }
})
