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
} from '@runsheet/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
})
afterAll(() => server.close())

const bulk = (runbook: string, data: readonly unknown[], headers?: Record<string, string>) =>
  server.send('POST', `/core/runbooks/${runbook}/tasks/bulk`, { data }, headers)

const made = (name: string, more: object = {}) => ({ type: 'task', attributes: { name }, ...more })
const changed = (id: string, attributes: object, more: object = {}) => ({
  type: 'task',
  id,
  attributes,
  ...more,
})
const after = (...refs: object[]) => ({
  relationships: { predecessors: { data: refs.map((ref) => ({ type: 'task', ...ref })) } },
})

/** A runbook with so many tasks: 1, 2, 3 … */
async function runbookOf(tasks: number): Promise<string> {
  const runbook = await plan.makeRunbook({}, { workspace })
  if (tasks > 0)
    dataOf(
      await bulk(
        runbook,
        Array.from({ length: tasks }, (_, at) => made(`Task ${at + 1}`)),
      ),
    )
  return runbook
}

const eventsOf = async (runbook: string) =>
  (await server.send('GET', `/core/action_logs?runbook_id=${runbook}`)).document['data'].map(
    ({ attributes }: Document) => attributes.event as string,
  ) as string[]

const idsOf = (document: Document) =>
  (document['data'] as Document[]).map(({ id, attributes, relationships }) => [
    id,
    attributes.name,
    relationships.predecessors.data.map((task: Document) => task['id']),
  ])

test('tasks with an id are changed, the others are made; the answer has them as they were sent, the log one event', async () => {
  const runbook = await runbookOf(2)
  const { status, document } = await bulk(runbook, [
    made('Third', after({ lid: 'later' }, { id: '1' })),
    changed('2', { name: 'Second', duration: 60 }),
    made('Fourth', { lid: 'later', ...after({ id: '2' }) }),
  ])
  expect(status).toBe(200)
  expect(idsOf(document)).toEqual([
    ['3', 'Third', ['1', '4']],
    ['2', 'Second', []],
    ['4', 'Fourth', ['2']],
  ])
  const events = await eventsOf(runbook)
  expect(events.slice(0, 2)).toEqual(['tasks.changed', 'tasks.changed'])
  expect(events).toHaveLength(3)
  const [log] = (await server.send('GET', `/core/action_logs?runbook_id=${runbook}`)).document['data']
  expect(log.attributes).toMatchObject({ changed_tasks_count: 3 })
})

test('one that is refused leaves all undone, and every problem of every task is told at its place', async () => {
  const runbook = await runbookOf(2)
  const before = await eventsOf(runbook)
  const schema = await bulk(runbook, [
    made(''),
    changed('1', { duration: -1, stage: 'complete' }),
    made('Fine'),
    { type: 'stream', attributes: {}, speed: 1 },
    7,
  ])
  expect(refusals(schema)).toEqual([
    'blank /data/0/attributes/name',
    'out_of_range /data/1/attributes/duration',
    'read_only /data/1/attributes/stage',
    'unknown_attribute /data/3/speed',
    'type_mismatch /data/3/type',
    'missing_attribute /data/3/attributes/name',
    'invalid_type /data/4',
  ])
  const rules = await bulk(runbook, [
    made('Fine'),
    changed('9', { name: 'Not there' }),
    made('Late', {
      relationships: {
        stream: { data: { type: 'stream', id: '987654' } },
        predecessors: { data: [{ type: 'task', id: '77' }] },
      },
    }),
    changed('1', { start_minimum: 2, start_requirements: 'minimum' }, after({ id: '1' })),
    changed('2', { start_fixed: '2030-01-02T00:00:00Z', end_fixed: '2030-01-01T00:00:00Z' }),
  ])
  expect(refusals(rules)).toEqual([
    'related_not_found /data/1/id',
    'related_not_found /data/2/relationships/stream/data',
    'related_not_found /data/2/relationships/predecessors/data/0',
    'self_dependency /data/3/relationships/predecessors/data/0',
    'invalid_requirement_minimum /data/3/attributes/start_minimum',
    'schedule_incomplete /data/4/attributes/end_fixed',
  ])
  expect(await eventsOf(runbook)).toEqual(before)
  const { document } = await server.send('GET', `/core/runbooks/${runbook}/tasks`)
  expect(document['data']).toHaveLength(2)
})

describe('names of new tasks', () => {
  test('stand for one task of the same request only, and not for what has an id', async () => {
    const runbook = await runbookOf(1)
    const answer = await bulk(runbook, [
      made('One', { lid: 'a' }),
      made('Two', { lid: 'a' }),
      made('Three', { lid: '', ...after({ lid: 'b' }) }),
      changed('1', {}, { lid: 'c' }),
      changed('1', {}),
      made('Four', after({ lid: 'a', id: '1' })),
      made('Five', { lid: 7, relationships: { stream: { data: { type: 'stream', lid: 'a' } } } }),
    ])
    expect(refusals(answer)).toEqual([
      'taken /data/1/lid',
      'blank /data/2/lid',
      'read_only /data/3/lid',
      'taken /data/4/id',
      'invalid_type /data/6/lid',
      'related_not_found /data/2/relationships/predecessors/data/0/lid',
      'unknown_attribute /data/5/relationships/predecessors/data/0/id',
      'unknown_attribute /data/6/relationships/stream/data/lid',
      'invalid_type /data/6/relationships/stream/data/id',
    ])
  })

  test('a number that a new task is going to get names nothing yet', async () => {
    const runbook = await runbookOf(1)
    expect(refusals(await bulk(runbook, [made('Next'), made('Last', after({ id: '2' }))]))).toEqual([
      'related_not_found /data/1/relationships/predecessors/data/0',
    ])
  })

  test('a single write does not know them', async () => {
    const runbook = await runbookOf(1)
    const answer = await server.send('POST', `/core/runbooks/${runbook}/tasks`, {
      data: { ...made('One', after({ lid: 'a' })), lid: 'a' },
    })
    expect(refusals(answer)).toContain('unknown_attribute /data/lid')
  })
})

test('a circle is refused at a task of the request that is part of it', async () => {
  const runbook = await runbookOf(2)
  dataOf(await plan.change(`/core/runbooks/${runbook}/tasks/2`, {}, { predecessors: ['1'] }))
  const known = await bulk(runbook, [made('Else'), changed('1', {}, after({ id: '2' }))])
  expect(refusals(known)).toEqual(['circular_dependency /data/1/relationships/predecessors/data'])
  const local = await bulk(runbook, [
    made('Else'),
    made('One', { lid: 'a', ...after({ lid: 'b' }) }),
    made('Two', { lid: 'b', ...after({ lid: 'a' }) }),
  ])
  expect(refusals(local)).toEqual(['circular_dependency /data/1/relationships/predecessors/data'])
  const told = local.document['errors'][0].meta.path as string[]
  expect([told.length, told[0], new Set(told)]).toEqual([3, told[2], new Set(['a', 'b'])])
})

test('each task may name the state from which it is changed, as lists and answers tell it', async () => {
  const runbook = await runbookOf(2)
  const { document } = await server.send('GET', `/core/runbooks/${runbook}/tasks`)
  const [one, two] = (document['data'] as Document[]).map(({ meta }) => meta.etag as string)
  expect((await server.send('GET', `/core/runbooks/${runbook}/tasks/1`)).headers.get('etag')).toBe(one)
  const first = await bulk(runbook, [changed('1', { name: 'One' }, { meta: { if_match: one } })])
  const etag = (first.document['data'] as Document[])[0]?.['meta'].etag as string
  expect(etag).not.toBe(one)
  const late = await bulk(runbook, [
    changed('2', { name: 'Two' }, { meta: { if_match: two } }),
    changed('1', { name: 'Uno' }, { meta: { if_match: one } }),
  ])
  expect(refusals(late)).toEqual(['stale_resource /data/1/meta/if_match'])
  expect(late.document['errors'][0].meta).toEqual({ etag })
  expect((await plan.get(`/core/runbooks/${runbook}/tasks/2`))['attributes'].name).toBe('Task 2')
  const malformed = await bulk(runbook, [changed('1', {}, { meta: { if_match: '7' } })])
  expect(refusals(malformed)).toEqual(['invalid_format /data/0/meta/if_match'])
  const unborn = await bulk(runbook, [made('New', { meta: { if_match: one } })])
  expect(refusals(unborn)).toEqual(['unknown_attribute /data/0/meta/if_match'])
})

test('people are added to those that are there, or are the whole set, as in a single change', async () => {
  const runbook = await runbookOf(2)
  const person = await addPerson(server, testRunbook(server, runbook))
  const other = await addPerson(server, testRunbook(server, runbook))
  const owned = (id: string, meta?: object) => ({
    type: 'task',
    id: '1',
    relationships: { assignees: { data: [{ type: 'user', id }] } },
    ...(meta ? { meta } : {}),
  })
  const assignees = async (answer: ReturnType<typeof bulk>) =>
    (dataOf(await answer) as unknown as Document[])[0]?.['relationships'].assignees.data.map(
      ({ id }: Document) => id as string,
    ) as string[]
  expect(await assignees(bulk(runbook, [owned(person.id)]))).toEqual([person.id])
  expect(await assignees(bulk(runbook, [owned(other.id)]))).toEqual([person.id, other.id])
  expect(await assignees(bulk(runbook, [owned(other.id, { delete_excluded_assignees: true })]))).toEqual([
    other.id,
  ])
})

test('links of tasks are allowed as in a single write, with the place of each that is not', async () => {
  const template = await plan.makeRunbook(
    { name: 'Database', is_template: true, template_type: 'default' },
    { workspace },
  )
  await plan.makeTask(template, { duration: 300 })
  const runbook = await runbookOf(0)
  const linked = await plan.typeOf('task_types', 'linked')
  const linking = (name: string, id: string, type = linked) => ({
    type: 'task',
    attributes: { name, task_links: [{ id, link_type: 'runbook' }] },
    relationships: { task_type: { data: { type: 'task_type', id: type } } },
  })
  const refused = await bulk(runbook, [
    linking('One', '987654'),
    linking('Two', template, '1'),
    linking('Three', runbook),
  ])
  expect(refusals(refused)).toEqual([
    'related_not_found /data/0/attributes/task_links/0/id',
    'invalid_task_link /data/1/attributes/task_links/0',
    'invalid_task_link /data/2/attributes/task_links/0',
  ])
  const tasks = dataOf(
    await bulk(runbook, [linking('One', template), linking('Two', template)]),
  ) as unknown as Document[]
  const children = tasks.map(({ attributes }) => attributes.task_links[0].id as string)
  expect(new Set([...children, template]).size).toBe(3)
  expect(tasks.map(({ attributes }) => [attributes.name, attributes.duration])).toEqual([
    ['Database', 300],
    ['Database', 300],
  ])
})

test('a thousand tasks are taken, in a chain, and not one more; nothing is a success that changes nothing', async () => {
  const runbook = await runbookOf(0)
  const chain = Array.from({ length: 1_000 }, (_, at) =>
    made(`Task ${at}`, { lid: `t${at}`, ...(at === 0 ? {} : after({ lid: `t${at - 1}` })) }),
  )
  const tasks = dataOf(await bulk(runbook, chain)) as unknown as Document[]
  expect(tasks.map(({ id }) => id as string)).toEqual(chain.map((_, at) => String(at + 1)))
  expect(refusals(await bulk(runbook, [...chain, made('One more')]))).toEqual(['too_long /data'])
  const before = await eventsOf(runbook)
  expect(dataOf(await bulk(runbook, []))).toEqual([])
  expect(await eventsOf(runbook)).toEqual(before)
})

test('many are deleted at once in any order: what waited for them waits for what they waited for', async () => {
  const runbook = await runbookOf(0)
  const chain = Array.from({ length: 6 }, (_, at) =>
    made(`Task ${at}`, { lid: `t${at}`, ...(at === 0 ? {} : after({ lid: `t${at - 1}` })) }),
  )
  dataOf(await bulk(runbook, chain))
  const path = `/core/runbooks/${runbook}/tasks`
  expect((await server.send('DELETE', `${path}?task_ids=5,4,2`)).status).toBe(204)
  expect(idsOf((await server.send('GET', path)).document)).toEqual([
    ['1', 'Task 0', []],
    ['3', 'Task 2', ['1']],
    ['6', 'Task 5', ['3']],
  ])
})

test('during a run only a dynamic plan takes tasks, facts stay, and what waits for nothing can start', async () => {
  const runbook = await runbookOf(2)
  const start = { meta: { comms: 'off', run_type: 'live' } }
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/start`, start))
  expect(refusals(await bulk(runbook, [made('Late')]))).toEqual(['runbook_locked'])
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/tasks/1/start`))
  dataOf(await server.send('PATCH', `/core/runbooks/${runbook}/pause`))
  const begun = await bulk(runbook, [made('Late'), changed('1', { duration: 5, name: 'Begun' })])
  expect(refusals(begun)).toEqual(['runbook_locked /data/1/attributes/duration'])
  const tasks = dataOf(
    await bulk(runbook, [made('Free', { lid: 'a' }), made('Waits', after({ lid: 'a' }))]),
  ) as unknown as Document[]
  expect(tasks.map(({ attributes }) => attributes.stage as string)).toEqual(['startable', 'not_startable'])
})

test('who may not change the plan is told so before the tasks are read', async () => {
  const runbook = await runbookOf(1)
  const person = await addPerson(server, testRunbook(server, runbook))
  const answer = await bulk(runbook, [made('')], person.headers)
  expect([answer.status, refusals(answer)]).toEqual([403, ['insufficient_role']])
  const form = await server.send('POST', `/core/runbooks/${runbook}/tasks/bulk`, { data: {} })
  expect([form.status, refusals(form)]).toEqual([400, ['invalid_document /data']])
})

test('faults of values of fields are named at their entry, and nothing is written', async () => {
  const runbook = await runbookOf(2)
  const date = await plan.makeField({ field_type: 'date', apply_to: 'task_edit', name: 'in_bulk' })
  const faults = async (custom_field_id: string, value: unknown) =>
    refusals(
      await bulk(runbook, [
        made('Fine'),
        { type: 'task', attributes: { name: 'Not', custom_field_values: [{ custom_field_id, value }] } },
      ]),
    )
  const at = '/data/1/attributes/custom_field_values/0'
  expect(await faults('999999', 'a')).toEqual([`custom_field_not_found ${at}`])
  expect(await faults(date, 'many')).toEqual([`custom_field_invalid_value ${at}/value`])
  dataOf(await plan.change(`/core/custom_fields/${date}`, { read_only: true }))
  expect(await faults(date, '2026-12-01')).toEqual([`custom_field_read_only ${at}`])
  expect((await plan.get(`/core/runbooks/${runbook}/tasks`)) as unknown as Document[]).toHaveLength(2)
})
