import {
  addPerson,
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestServer,
  testRunbook,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
})
afterAll(() => server.close())

/** A runbook with tasks of these durations, by name, each after the ones that are named. */
async function planned(tasks: Readonly<Record<string, readonly [duration: number, ...after: string[]]>>) {
  const id = await plan.makeRunbook({ start_scheduled: '2097-01-01T00:00:00Z' })
  const names = Object.keys(tasks)
  for (const [name, [duration, ...after]] of Object.entries(tasks))
    await plan.makeTask(
      id,
      { name, duration },
      { predecessors: after.map((one) => `${names.indexOf(one) + 1}`) },
    )
  return { id, path: `/core/runbooks/${id}/tasks` }
}

const idsOf = (document: Document, name: string) =>
  (document['relationships'][name].data as { id: string }[]).map(({ id }) => id)

test('a task is made with defaults, in the primary stream, with the next number', async () => {
  const { path } = await planned({ Drain: [60] })
  const made = await server.send('POST', path, writeOf('task', { name: 'Switch' }))
  expect(made.status).toBe(201)
  const { id, attributes, relationships, links } = dataOf(made)
  expect(id).toBe('2')
  expect(links).toEqual({ self: `${path}/2` })
  expect(attributes).toMatchObject({
    description: null,
    stage: 'not_startable',
    completion_type: null,
    duration: null,
    elapsed_duration: null,
    is_late: false,
    level: 'level_3',
    start_requirements: 'anyone',
    start_planned: '2097-01-01T00:00:00Z',
    end_planned: '2097-01-01T00:00:00Z',
    comments_count: 0,
    task_links: [],
  })
  expect(relationships.started_by).toEqual({ data: null })
  expect(await plan.get(`${path}/2`)).toEqual(dataOf(made))
  const { document } = await server.send('GET', path)
  expect(document['data'][1]).toEqual(made.document['data'])
})

test('predecessors replace, and times and successors follow', async () => {
  const { path } = await planned({ a: [60], b: [30], c: [10, 'a', 'b'] })
  expect((await plan.get(`${path}/3`))['attributes'].start_planned).toBe('2097-01-01T00:01:00Z')
  const changed = dataOf(await plan.change(`${path}/3`, {}, { predecessors: ['2'] }))
  expect(changed['attributes']).toMatchObject({
    start_planned: '2097-01-01T00:00:30Z',
    end_planned: '2097-01-01T00:00:40Z',
  })
  expect(idsOf(changed, 'predecessors')).toEqual(['2'])
  expect(idsOf(await plan.get(`${path}/1`), 'successors')).toEqual([])
  expect(idsOf(await plan.get(`${path}/2`), 'successors')).toEqual(['3'])
  const renamed = dataOf(await plan.change(`${path}/3`, { name: 'last' }))
  expect(idsOf(renamed, 'predecessors')).toEqual(['2'])
})

test('tasks that would wait for each other are refused with the way round', async () => {
  const { path } = await planned({ a: [1], b: [1, 'a'], c: [1, 'b'] })
  const circle = await plan.change(`${path}/1`, {}, { predecessors: ['3'] })
  expect(circle.document['errors'][0]).toMatchObject({ code: 'circular_dependency' })
  const told = circle.document['errors'][0].meta.path as string[]
  expect(told).toHaveLength(4)
  expect(told[0]).toBe(told[3])
  expect(new Set(told)).toEqual(new Set(['1', '2', '3']))
  expect(circle.document['errors'][0].source).toEqual({ pointer: '/data/relationships/predecessors/data' })
  expect(refusals(await plan.change(`${path}/2`, {}, { predecessors: ['1', '2', '9'] }))).toEqual([
    'self_dependency /data/relationships/predecessors/data/1',
    'related_not_found /data/relationships/predecessors/data/2',
  ])
  expect(idsOf(await plan.get(`${path}/1`), 'predecessors')).toEqual([])
})

test('those that waited for a deleted task wait for what it waited for; its number is never used again', async () => {
  const { path } = await planned({ a: [1], b: [1, 'a'], c: [1, 'b'] })
  expect((await server.send('DELETE', `${path}/2`)).status).toBe(204)
  expect((await server.send('GET', `${path}/2`)).status).toBe(404)
  expect((await server.send('DELETE', `${path}/2`)).status).toBe(404)
  expect(idsOf(await plan.get(`${path}/3`), 'predecessors')).toEqual(['1'])
  expect(dataOf(await server.send('POST', path, writeOf('task', { name: 'd' })))['id']).toBe('4')
})

test('several tasks are deleted together or not at all', async () => {
  const { path } = await planned({ a: [1], b: [1, 'a'], c: [1, 'b'], d: [1, 'c'] })
  const missing = await server.send('DELETE', `${path}?task_ids=2,9`)
  expect(refusals(missing)).toEqual(['related_not_found task_ids'])
  expect(refusals(await server.send('DELETE', path))).toEqual(['invalid_parameter task_ids'])
  expect(refusals(await server.send('DELETE', `${path}?task_ids=`))).toEqual(['invalid_parameter task_ids'])
  expect(refusals(await server.send('DELETE', `${path}?task_ids=1&include=stream`))).toEqual([
    'unknown_parameter include',
  ])
  expect((await server.send('DELETE', `${path}?task_ids=2,3`)).status).toBe(204)
  const { document } = await server.send('GET', path)
  expect(document['data'].map(({ id }: Document) => id)).toEqual(['1', '4'])
  expect(idsOf(document['data'][1], 'predecessors')).toEqual(['1'])
})

test('assignees are added, unless the ones sent are to be all', async () => {
  const { id, path } = await planned({ a: [1] })
  const [one, two] = [
    await addPerson(server, testRunbook(server, id)),
    await addPerson(server, testRunbook(server, id)),
  ]
  const stranger = await addPerson(server, undefined)
  dataOf(await plan.change(`${path}/1`, {}, { assignees: [one.id], recipients: [one.id] }))
  const both = dataOf(
    await plan.change(`${path}/1`, {}, { assignees: [two.id, one.id], recipients: [two.id] }),
  )
  expect([idsOf(both, 'assignees'), idsOf(both, 'recipients')]).toEqual([
    [one.id, two.id],
    [one.id, two.id],
  ])
  const twice = await server.send(
    'POST',
    path,
    writeOf('task', { name: 'b' }, { assignees: [two.id, two.id] }),
  )
  expect(idsOf(dataOf(twice), 'assignees')).toEqual([two.id])
  const only = { delete_excluded_assignees: true }
  expect(
    idsOf(dataOf(await plan.change(`${path}/1`, {}, { assignees: [two.id] }, only)), 'assignees'),
  ).toEqual([two.id])
  expect(idsOf(dataOf(await plan.change(`${path}/1`, {}, { assignees: [] }, only)), 'assignees')).toEqual([])
  expect(refusals(await plan.change(`${path}/1`, {}, { assignees: [stranger.id, one.id] }))).toEqual([
    'not_a_participant /data/relationships/assignees/data/0',
  ])
  expect(refusals(await plan.change(`${path}/1`, {}, { recipients: ['task:1'] }))).toEqual([
    'type_mismatch /data/relationships/recipients/data/0/type',
  ])
})

test('a minimum of people lies between one and the number of assignees', async () => {
  const { id, path } = await planned({ a: [1] })
  const person = await addPerson(server, testRunbook(server, id))
  const ask = (attributes: object) => plan.change(`${path}/1`, attributes, { assignees: [person.id] })
  expect(refusals(await ask({ start_requirements: 'minimum' }))).toEqual([
    'invalid_requirement_minimum /data/attributes/start_minimum',
  ])
  expect(refusals(await ask({ end_requirements: 'minimum', end_minimum: 2 }))).toEqual([
    'invalid_requirement_minimum /data/attributes/end_minimum',
  ])
  expect(refusals(await ask({ start_minimum: 0 }))).toEqual(['out_of_range /data/attributes/start_minimum'])
  expect(refusals(await ask({ start_requirements: 'everyone', end_requirements: 'same_user' }))).toEqual([
    'invalid_enum /data/attributes/end_requirements',
  ])
  dataOf(await ask({ start_requirements: 'minimum', start_minimum: 1 }))
  const none = await plan.change(`${path}/1`, {}, { assignees: [] }, { delete_excluded_assignees: true })
  expect(refusals(none)).toEqual(['invalid_requirement_minimum /data/attributes/start_minimum'])
})

test('values of custom fields are written by id, name or label, cleared, and refused with their place', async () => {
  const { path } = await planned({ a: [1] })
  const text = await plan.makeField({ name: 'ticket', display_name: 'Ticket', order: 1 })
  const choice = await plan.makeField({
    name: 'sites',
    display_name: 'Sites',
    field_type: 'checkboxes',
    field_options: ['EU', 'US'],
    order: 2,
  })
  const fixed = await plan.makeField({ name: 'cost', read_only: true })
  const ofRunbooks = await plan.makeField({ name: 'review', apply_to: 'runbook_page' })
  const day = await plan.makeField({ name: 'day', field_type: 'date' })
  for (const name of ['twin_1', 'twin_2']) await plan.makeField({ name, display_name: 'Twin' })
  const write = (...custom_field_values: object[]) => plan.change(`${path}/1`, { custom_field_values })
  const at = (index: number) => `/data/attributes/custom_field_values/${index}`

  const set = dataOf(
    await write({ custom_field_id: text, value: 'CHG-1' }, { name: 'Sites', value: ['US', 'EU'] }),
  )
  expect(set['attributes'].custom_field_values).toEqual([
    { custom_field_id: text, name: 'ticket', display_name: 'Ticket', value: 'CHG-1', read_only: false },
    { custom_field_id: choice, name: 'sites', display_name: 'Sites', value: ['US', 'EU'], read_only: false },
  ])
  const kept = dataOf(await write({ name: 'ticket', value: 'CHG-2' }))
  expect(kept['attributes'].custom_field_values).toHaveLength(2)
  const cleared = dataOf(await write({ name: 'ticket', value: '' }, { custom_field_id: choice, value: null }))
  expect(cleared['attributes'].custom_field_values).toEqual([])

  const wrong = await write(
    { custom_field_id: '999999', value: 'x' },
    { name: 'nothing', value: 'x' },
    { name: 'Twin', value: 'x' },
    { custom_field_id: fixed, value: 'x' },
    { custom_field_id: ofRunbooks, value: 'x' },
    { custom_field_id: choice, value: ['Mars'] },
    { custom_field_id: text, value: ['two', 'values'] },
    { value: 'x' },
    { custom_field_id: day, value: '2026-02-30' },
  )
  expect(refusals(wrong)).toEqual([
    `custom_field_not_found ${at(0)}`,
    `custom_field_not_found ${at(1)}`,
    `custom_field_not_found ${at(2)}`,
    `custom_field_read_only ${at(3)}`,
    `custom_field_not_applicable ${at(4)}`,
    `custom_field_invalid_value ${at(5)}/value`,
    `custom_field_invalid_value ${at(6)}/value`,
    `missing_attribute ${at(7)}/custom_field_id`,
    `custom_field_invalid_value ${at(8)}/value`,
  ])
  expect(wrong.document['errors'][0].detail).toContain('999999')
  expect(wrong.document['errors'][2].meta.candidates).toEqual(['twin_1', 'twin_2'])
  expect(refusals(await write({ custom_field_id: 12, value: true, display_name: 'x' }))).toEqual([
    `invalid_type ${at(0)}/custom_field_id`,
    `invalid_type ${at(0)}/value`,
    `unknown_attribute ${at(0)}/display_name`,
  ])
})

test('a fixed start holds the task back, and an end is not before a start', async () => {
  const { path } = await planned({ a: [60], b: [60, 'a'] })
  const held = dataOf(await plan.change(`${path}/2`, { start_fixed: '2097-01-01T03:00:00+01:00' }))
  expect(held['attributes']).toMatchObject({
    start_fixed: '2097-01-01T02:00:00Z',
    start_planned: '2097-01-01T02:00:00Z',
    end_planned: '2097-01-01T02:01:00Z',
  })
  expect(refusals(await plan.change(`${path}/2`, { end_fixed: '2097-01-01T01:00:00Z' }))).toEqual([
    'schedule_incomplete /data/attributes/end_fixed',
  ])
  expect(refusals(await plan.change(`${path}/2`, { start_fixed: '2097-01-01 02:00' }))).toEqual([
    'invalid_format /data/attributes/start_fixed',
  ])
  const checklist = await plan.typeOf('task_types', 'checklist')
  const unfit = await plan.change(
    `${path}/1`,
    { start_fixed: '2097-01-01T02:00:00Z' },
    { task_type: checklist },
  )
  expect(refusals(unfit)).toEqual(['validation_failed /data/attributes/start_fixed'])
  const free = dataOf(await plan.change(`${path}/2`, { start_fixed: null }))
  expect(free['attributes'].start_planned).toBe('2097-01-01T00:01:00Z')
})

test('instants and plans end with the calendar', async () => {
  const { path } = await planned({ a: [60], b: [60, 'a'] })
  const late = (attributes: object) => plan.change(`${path}/2`, attributes)
  expect(refusals(await late({ end_fixed: '9999-12-31T23:59:59-01:00' }))).toEqual([
    'invalid_format /data/attributes/end_fixed',
  ])
  expect(refusals(await late({ start_fixed: '1970-01-01T00:00:00+01:00' }))).toEqual([
    'invalid_format /data/attributes/start_fixed',
  ])
  expect(refusals(await late({ start_fixed: '9999-01-01T00:00:01Z' }))).toEqual([
    'out_of_range /data/attributes/start_fixed',
  ])
  const beyond = await late({ start_fixed: '9998-06-01T00:00:00Z', duration: 315_360_000 })
  expect(refusals(beyond)).toEqual(['out_of_range'])
  dataOf(await late({ start_fixed: '9998-06-01T00:00:00Z' }))
  const { document } = await server.send('GET', `${path}?forecast=true`)
  expect(document['data'][1].attributes.end_display).toBe('9998-06-01T00:01:00Z')
})

test('an SMS has 1 600 characters at most, whichever comes first, its message or its type', async () => {
  const { path } = await planned({ a: [1] })
  const types = (await server.send('GET', '/core/task_types')).document['data']
  const sms = types.find(({ attributes }: Document) => attributes['key'] === 'sms').id
  const write = (message: string | undefined, task_type?: string) =>
    plan.change(`${path}/1`, message === undefined ? {} : { message }, task_type ? { task_type } : {})
  const long = `<p>${'é'.repeat(1_601)}</p>`
  expect(refusals(await write(long, sms))).toEqual(['too_long /data/attributes/message'])
  dataOf(await write(long))
  expect(refusals(await write(undefined, sms))).toEqual(['too_long /data/relationships/task_type/data'])
  dataOf(await write(`<p><b>${'&'.repeat(1_600)}</b></p>`, sms))
  expect(refusals(await write(long))).toEqual(['too_long /data/attributes/message'])
})

test('text of tasks is kept without what could do harm', async () => {
  const { path } = await planned({ a: [1] })
  const html = '<p onclick="x()">Stop <b>all</b><script>x()</script></p>'
  const { attributes } = dataOf(await plan.change(`${path}/1`, { description: html, message: html }))
  expect([attributes.description, attributes.message]).toEqual([
    '<p>Stop <b>all</b></p>',
    '<p>Stop <b>all</b></p>',
  ])
})
