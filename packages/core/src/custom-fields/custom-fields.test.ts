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
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastEvents, valuesOf } from './test-support.ts'

let server: TestServer
let plan: Planner
let workspace: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
})
afterAll(() => server.close())

const FIELDS = '/core/custom_fields'
const pathOf = (id: string) => `${FIELDS}/${id}`
const text = { field_type: 'text', apply_to: 'task_edit' }
const post = (attributes: object, links?: Parameters<typeof writeOf>[2]) =>
  server.send('POST', FIELDS, writeOf('custom_field', attributes, links))
const optionsOf = (id: string) => `${pathOf(id)}/custom_field_options`
const listOf = async (path: string) => (await plan.get(path)) as unknown as Document[]
const namesOf = async (path: string) =>
  (await listOf(path)).map(({ attributes }) => attributes.name as string)

test('a field is made with what it is, and changed, each with its event', async () => {
  const made = dataOf(
    await post({ ...text, name: 'service', display_name: 'Service', help_text: 'Which one', order: 4 }),
  )
  expect(made['attributes']).toMatchObject({
    name: 'service',
    field_options: [],
    required: false,
    help_text: 'Which one',
    global: true,
    order: 4,
  })
  const changed = await plan.change(pathOf(made['id']), { required: true, display_name: null })
  expect(dataOf(changed)['attributes']).toMatchObject({ required: true, display_name: null })
  expect(await lastEvents(server, 1)).toMatchObject([
    { event: 'custom_field.updated', changes: { required: [false, true], display_name: ['Service', null] } },
  ])
})

test('label and order may be sent bare, and nothing else', async () => {
  const id = await plan.makeField({ name: 'bare' })
  const bare = (body: object) => server.send('PATCH', pathOf(id), body)
  expect(dataOf(await bare({ display_name: 'Bare', order: 7 }))['attributes']).toMatchObject({
    display_name: 'Bare',
    order: 7,
  })
  expect(refusals(await bare({ display_name: 'Bare', required: true }))).toEqual([
    'unknown_attribute /required',
  ])
  expect(refusals(await bare({ order: '7' }))).toEqual(['invalid_type /order'])
  expect(refusals(await bare({ required: true }))).toEqual(['invalid_document /data'])
})

test('a name is taken once in its workspace; what a field points at has to hold where it does', async () => {
  dataOf(await post({ ...text, name: 'once' }))
  dataOf(await post({ ...text, name: 'once' }, { workspace }))
  expect(refusals(await post({ ...text, name: 'once' }))).toEqual(['taken /data/attributes/name'])
  const local = await plan.makeRunbookType({}, { workspace })
  const plain = await plan.makeField({ name: 'plain' })
  const elsewhere = await plan.makeField({ name: 'elsewhere', field_type: 'searchable' }, { workspace })
  const wrong = await post(
    { ...text, name: 'pointing' },
    { runbook_types: ['1', local], group: '999', parent_field: '998' },
  )
  expect(refusals(wrong)).toEqual([
    'related_not_in_scope /data/relationships/runbook_types/data/1',
    'related_not_found /data/relationships/group/data',
    'related_not_found /data/relationships/parent/data',
  ])
  const parent = 'related_not_in_scope /data/relationships/parent/data'
  expect(refusals(await post({ ...text, name: 'child' }, { parent_field: elsewhere }))).toEqual([parent])
  expect(refusals(await post({ ...text, name: 'child' }, { parent_field: plain }))).toEqual([
    'validation_failed /data/relationships/parent/data',
  ])
  expect(refusals(await plan.change(pathOf(plain), {}, { runbook_types: ['1', local] }))).toEqual([
    'related_not_in_scope /data/relationships/runbook_types/data/1',
  ])
})

test('a default is a value of the field, and options belong to types that have them', async () => {
  const choice = { name: 'choice', apply_to: 'task_edit', field_type: 'radiobox' }
  expect(refusals(await post({ ...choice, field_options: ['a', 'b'], default_value: 'c' }))).toEqual([
    'custom_field_invalid_value /data/attributes/default_value',
  ])
  expect(refusals(await post({ ...choice, field_options: ['a', 'a'] }))).toEqual([
    'taken /data/attributes/field_options/1',
  ])
  expect(refusals(await post({ ...text, name: 'day', field_options: ['a'] }))).toEqual([
    'validation_failed /data/attributes/field_options',
  ])
  expect(refusals(await post({ ...text, name: 'day', field_type: 'date', default_value: 'soon' }))).toEqual([
    'custom_field_invalid_value /data/attributes/default_value',
  ])
  const place = { workspace: await plan.makeWorkspace() }
  const { id } = dataOf(await post({ ...choice, field_options: ['a', 'b'], default_value: 'b' }, place))
  expect(refusals(await plan.change(pathOf(id), { field_options: ['a'] }))).toEqual([
    'custom_field_invalid_value /data/attributes/default_value',
  ])
  expect(refusals(await plan.change(pathOf(id), { field_type: 'text', field_options: ['a'] }))).toEqual([
    'validation_failed /data/attributes/field_options',
  ])
})

test('fields that depend on a searchable one are archived and restored with it', async () => {
  const parent = await plan.makeField({ name: 'host', field_type: 'searchable' })
  const [early, late] = [
    await plan.makeField({ name: 'host:: early' }, { parent_field: parent }),
    await plan.makeField({ name: 'host:: late' }, { parent_field: parent }),
  ]
  const archived = async (id: string) => (await plan.get(pathOf(id)))['attributes'].archived as boolean
  dataOf(await server.send('PATCH', `${pathOf(early)}/archive`))
  dataOf(await server.send('PATCH', `${pathOf(parent)}/archive`))
  expect([await archived(early), await archived(late)]).toEqual([true, true])
  const twice = await server.send('PATCH', `${pathOf(parent)}/archive?archived=true`)
  expect(refusals(twice)).toEqual(['already_archived'])
  expect(refusals(await server.send('PATCH', `${pathOf(late)}/restore`))).toEqual(['validation_failed'])
  dataOf(await server.send('PATCH', `${pathOf(parent)}/restore`))
  expect([await archived(early), await archived(late)]).toEqual([true, false])
  expect(refusals(await server.send('PATCH', `${pathOf(parent)}/restore`))).toEqual(['not_archived'])
  const twin = await plan.makeField({ name: 'host:: early' })
  expect(refusals(await server.send('PATCH', `${pathOf(early)}/restore`))).toEqual([
    'taken /data/attributes/name',
  ])
  dataOf(await server.send('PATCH', `${pathOf(twin)}/archive`))
})

test('a field on which others depend stays searchable', async () => {
  const parent = await plan.makeField({ name: 'rack', field_type: 'searchable' })
  const child = await plan.makeField({ name: 'rack:: row' }, { parent_field: parent })
  const refused = await plan.change(pathOf(parent), { field_type: 'text' })
  expect(refusals(refused)).toEqual(['validation_failed /data/attributes/field_type'])
  expect(refused.document['errors'][0].meta.reason).toBe('dependent_fields')
  dataOf(await plan.change(pathOf(parent), { field_type: 'multi_searchable' }))
  dataOf(await plan.change(pathOf(child), { field_type: 'textarea' }))
})

test('a field that is archived is read and restored, and else not there', async () => {
  const id = await plan.makeField({ name: 'put away', field_type: 'radiobox', field_options: ['a'] })
  dataOf(await server.send('PATCH', `${pathOf(id)}/archive`))
  expect(await namesOf(optionsOf(id))).toEqual(['a'])
  const option = writeOf('custom_field_option', { name: 'b' })
  for (const refused of [
    await plan.change(pathOf(id), { help_text: 'Late' }),
    await server.send('PATCH', `${pathOf(id)}?dry_run=true`, writeOf('custom_field', { help_text: 'Late' })),
    await server.send('PATCH', `${pathOf(id)}/archive`),
    await server.send('POST', optionsOf(id), option),
  ])
    expect(refusals(refused)).toEqual(['not_found'])
  dataOf(await server.send('PATCH', `${pathOf(id)}/restore`))
  dataOf(await server.send('POST', optionsOf(id), option))
})

test('a default names a person who is there, and has a place where the field holds', async () => {
  const { id } = await addPerson(server, undefined)
  const place = { workspace: await plan.makeWorkspace() }
  const people = { name: 'deputy', apply_to: 'task_edit', field_type: 'user' }
  const wrong = ['custom_field_invalid_value /data/attributes/default_value']
  for (const default_value of ['999999', '9999999999999999', 'x'])
    expect([default_value, refusals(await post({ ...people, default_value }))]).toEqual([
      default_value,
      wrong,
    ])
  expect(refusals(await post({ ...people, default_value: id }, place))).toEqual(wrong)
  await grantRole(server, id, 'workspace_member', { type: 'workspace', id: place.workspace })
  const field = dataOf(await post({ ...people, default_value: id }, place))['id'] as string
  const runbook = await plan.makeRunbook({}, place)
  const task = await plan.makeTask(runbook)
  expect(valuesOf(await plan.get(`/core/runbooks/${runbook}/tasks/${task}`))).toEqual({ deputy: id })
  dataOf(await server.send('PATCH', `/core/users/${id}/archive`))
  expect(refusals(await plan.change(pathOf(field), { default_value: id }))).toEqual(wrong)
  // Who has left is no reason to refuse another change.
  dataOf(await plan.change(pathOf(field), { help_text: 'Who stands in' }))
})

test('options are listed in their order, added, changed, archived and deleted', async () => {
  const id = await plan.makeField({ name: 'sites', field_type: 'select_menu', field_options: ['EU', 'US'] })
  const add = (attributes: object) =>
    server.send('POST', optionsOf(id), writeOf('custom_field_option', attributes))
  const apac = dataOf(await add({ name: 'APAC', color: '#0f8f83' }))
  expect(apac['attributes']).toEqual({
    name: 'APAC',
    color: '#0f8f83',
    order: 3,
    default: false,
    archived: false,
  })
  expect(refusals(await add({ name: 'EU' }))).toEqual(['taken /data/attributes/name'])
  expect(refusals(await add({ name: 'LATAM', default: true, archived: true }))).toEqual([
    'validation_failed /data/attributes/default',
  ])
  const change = (attributes: object) => plan.change(`${optionsOf(id)}/${apac['id']}`, attributes)
  dataOf(await change({ order: 0, default: true }))
  expect(await namesOf(optionsOf(id))).toEqual(['APAC', 'EU', 'US'])
  const field = async () => (await plan.get(pathOf(id)))['attributes'] as Document
  expect(await field()).toMatchObject({ field_options: ['APAC', 'EU', 'US'], default_value: 'APAC' })
  dataOf(await change({ name: 'Asia' }))
  expect(await field()).toMatchObject({ field_options: ['Asia', 'EU', 'US'], default_value: 'Asia' })
  expect(refusals(await change({ name: 'EU' }))).toEqual(['taken /data/attributes/name'])
  expect(refusals(await change({ default: true, archived: true }))).toEqual([
    'validation_failed /data/attributes/default',
  ])
  dataOf(await change({ archived: true }))
  expect(await field()).toMatchObject({ field_options: ['EU', 'US'], default_value: null })
  expect(await namesOf(`${optionsOf(id)}?archived=true`)).toEqual(['Asia'])
  const gone = await server.send('DELETE', `${optionsOf(id)}/${apac['id']}`)
  expect(gone.status).toBe(204)
  expect((await server.send('GET', `${optionsOf(id)}/${apac['id']}`)).status).toBe(404)
  const plain = await plan.makeField({ name: 'no options' })
  const none = await server.send('POST', optionsOf(plain), writeOf('custom_field_option', { name: 'One' }))
  expect(refusals(none)).toEqual(['validation_failed /data/attributes/name'])
  const full = await plan.makeField({
    name: 'full',
    field_type: 'select_menu',
    field_options: Array.from({ length: 500 }, (_, at) => `Option ${at}`),
  })
  const more = await server.send('POST', optionsOf(full), writeOf('custom_field_option', { name: 'One' }))
  expect(refusals(more)).toEqual(['out_of_range'])
})

test('values follow an option that is renamed; one that they name is not deleted', async () => {
  const field = { name: 'teams', field_type: 'checkboxes', field_options: ['Network', 'Storage'] }
  const id = await plan.makeField(field)
  const runbook = await plan.makeRunbook({}, { workspace })
  const path = `/core/runbooks/${runbook}/tasks`
  const write = (value: string[]) => ({ custom_field_values: [{ custom_field_id: id, value }] })
  await plan.makeTask(runbook, write(['Storage', 'Network']))
  await plan.makeTask(runbook, write(['Storage']))
  await plan.makeTask(runbook)
  const { relationships } = await plan.get(pathOf(id))
  const [network, storage] = relationships.options.data.map(({ id: option }: Document) => option as string)
  const tags = async () =>
    Promise.all(
      [1, 2, 3].map(async (task) => (await server.send('GET', `${path}/${task}`)).headers.get('etag')),
    )
  const before = await tags()
  dataOf(await plan.change(`${optionsOf(id)}/${network}`, { name: 'Networks' }))
  expect((await listOf(path)).map(valuesOf)).toEqual([
    { teams: ['Storage', 'Networks'] },
    { teams: ['Storage'] },
    {},
  ])
  const after = await tags()
  expect(after.map((tag, at) => tag === before[at])).toEqual([false, true, true])
  // The event is one of the runbook like all others: it tells the same state of it.
  const { rows } = await sql<{ payload: string }>`
    select payload from event where chain_id = ${runbook}::bigint order by seq desc limit 2`.execute(
    server.core.database.db,
  )
  const [told, previous] = rows.map(({ payload }) => JSON.parse(payload) as Document)
  expect(told?.['summary']).toEqual(previous?.['summary'])
  expect(told?.['things']).toEqual([
    {
      type: 'task',
      id: '1',
      changes: {
        custom_field_values: [{ [id]: ['Storage', 'Network'] }, { [id]: ['Storage', 'Networks'] }],
      },
    },
  ])
  const names = (await lastEvents(server, 2)).map(({ event }) => event as string)
  expect(names.toSorted()).toEqual(['custom_field_option.updated', 'custom_field_values.updated'])
  const refused = await server.send('DELETE', `${optionsOf(id)}/${storage}`)
  expect([refusals(refused), refused.document['errors'][0].meta.values]).toEqual([['option_in_use'], 2])
  // Left out of the list it is archived, since values name it; those that have it keep it.
  dataOf(await plan.change(pathOf(id), { field_options: ['Networks'] }))
  expect(await namesOf(`${optionsOf(id)}?archived=true`)).toEqual(['Storage'])
  dataOf(await plan.change(`${path}/2`, write(['Storage', 'Networks'])))
  expect(refusals(await plan.change(`${path}/3`, write(['Storage'])))).toEqual([
    'custom_field_invalid_value /data/attributes/custom_field_values/0/value',
  ])
})

test('groups hold fields, each in one at most, and leave them when they are deleted', async () => {
  const [first, second] = [await plan.makeField({ name: 'first' }), await plan.makeField({ name: 'second' })]
  const groups = '/core/custom_field_groups'
  const make = (name: string, fields: string[]) =>
    server.send('POST', groups, writeOf('custom_field_group', { name, order: 1 }, { custom_fields: fields }))
  const group = dataOf(await make('Sites', [first, second]))
  const path = `${groups}/${group['id']}`
  const fieldsIn = async (at: string) =>
    ((await plan.get(at))['relationships'].custom_fields.data as Document[]).map(({ id }) => id as string)
  expect(await fieldsIn(path)).toEqual([first, second])
  expect(refusals(await make('Sites', []))).toEqual(['taken /data/attributes/name'])
  expect(refusals(await make('Others', ['999999']))).toEqual([
    'related_not_found /data/relationships/custom_fields/data/0',
  ])
  const other = dataOf(await make('Others', [second]))
  expect(refusals(await plan.change(`${groups}/${other['id']}`, { name: 'Sites' }))).toEqual([
    'taken /data/attributes/name',
  ])
  expect([await fieldsIn(path), await fieldsIn(`${groups}/${other['id']}`)]).toEqual([[first], [second]])
  dataOf(await plan.change(pathOf(second), {}, { group: group['id'] }))
  expect(await fieldsIn(path)).toEqual([first, second])
  const stale = { 'if-match': '"0"' }
  expect(refusals(await server.send('DELETE', path, undefined, stale))).toEqual(['stale_resource If-Match'])
  dataOf(await plan.change(path, { name: 'Places', order: 9 }, { custom_fields: [second] }))
  expect(await namesOf(`${groups}?sort=-order`)).toEqual(['Places', 'Others'])
  expect((await server.send('DELETE', path)).status).toBe(204)
  expect((await plan.get(pathOf(second)))['relationships'].group.data).toBeNull()
  expect((await server.send('GET', path)).status).toBe(404)
})

test('a Custom Fields Admin manages fields, options and groups; others only read them', async () => {
  const id = await plan.makeField({ name: 'guarded', field_type: 'select_menu', field_options: ['a'] })
  const admin = await addPerson(server, undefined)
  const reader = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'custom_fields_admin')
  const writes: readonly [string, string, object | undefined][] = [
    ['POST', FIELDS, writeOf('custom_field', { ...text, name: 'of the admin' })],
    ['PATCH', pathOf(id), writeOf('custom_field', { help_text: 'New' })],
    ['POST', optionsOf(id), writeOf('custom_field_option', { name: 'b' })],
    ['POST', '/core/custom_field_groups', writeOf('custom_field_group', { name: 'Of the admin' })],
    ['PATCH', `${pathOf(id)}/archive`, undefined],
    ['PATCH', `${pathOf(id)}/restore`, undefined],
  ]
  for (const [method, path, body] of writes) {
    const refused = await server.send(method, path, body, reader.headers)
    expect([method, path, refusals(refused)]).toEqual([method, path, ['insufficient_role']])
    dataOf(await server.send(method, path, body, admin.headers))
  }
  const seen = await server.send('GET', pathOf(id), undefined, reader.headers)
  expect(seen.document['data'].meta.permissions).toEqual([])
  const local = writeOf('custom_field', { ...text, name: 'local' }, { workspace })
  expect(refusals(await server.send('POST', FIELDS, local, admin.headers))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
})

test('every single resource has an ETag against which its change is held', async () => {
  const id = await plan.makeField({ name: 'tagged', field_type: 'select_menu', field_options: ['a'] })
  const [option] = (await plan.get(pathOf(id)))['relationships'].options.data as Document[]
  const paths = [pathOf(id), `${optionsOf(id)}/${option?.['id']}`]
  for (const path of paths) {
    const tag = (await server.send('GET', path)).headers.get('etag') ?? ''
    const type = path.includes('options') ? 'custom_field_option' : 'custom_field'
    const change = () => server.send('PATCH', path, writeOf(type, { order: 5 }), { 'if-match': tag })
    expect([path, (await change()).status]).toEqual([path, 200])
    expect([path, refusals(await change())]).toEqual([path, ['stale_resource If-Match']])
  }
})

test('a field cannot be changed to the name of another, and stays', async () => {
  await plan.makeField({ name: 'one_of_two' })
  const second = await plan.makeField({ name: 'two_of_two' })
  expect(refusals(await plan.change(pathOf(second), { name: 'one_of_two' }))).toEqual([
    'taken /data/attributes/name',
  ])
  const rehearsed = await server.send(
    'PATCH',
    `${pathOf(second)}?dry_run=true`,
    writeOf('custom_field', { name: 'one_of_two' }),
  )
  expect(refusals(rehearsed)).toEqual(['taken /data/attributes/name'])
  expect((await plan.get(pathOf(second)))['attributes'].name).toBe('two_of_two')
})
