import {
  addPerson,
  type Document,
  dataOf,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  testRunbook,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let source: string
let person: TestPerson

/** A template with a sub-stream, two linked tasks, a fixed start, a person, and a team of that person. */
beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  source = await plan.makeRunbook({
    name: 'Recovery',
    is_template: true,
    rto: 600,
    status: 'green',
    start_scheduled: '2097-01-01T00:00:00Z',
  })
  person = await addPerson(server, testRunbook(server, source))
  const team = await server.core.database.writes
    .insertInto('runbook_team')
    .values({ runbook_id: Number(source), team_id: null, name: 'Operators' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await server.core.database.writes
    .insertInto('runbook_team_user')
    .values({ runbook_team_id: team.id, user_id: Number(person.id) })
    .execute()
  server.core.services.runbooks.forget(Number(source))
  const stream = await plan.makeStream(source, { name: 'Database', status: 'red' })
  const inner = await plan.makeStream(source, { name: 'Replicas' }, { parent_stream: stream })
  await plan.makeTask(
    source,
    { name: 'Drain', duration: 60, start_fixed: '2097-01-01T02:00:00Z' },
    { stream: inner, assignees: [person.id, `runbook_team:${team.id}`] },
  )
  await plan.makeTask(source, { name: 'Switch', duration: 30 }, { predecessors: ['1'] })
  dataOf(await plan.change(`/core/runbooks/${source}`, {}, { rto_start_task: '1', rto_end_task: '2' }))
})
afterAll(() => server.close())

const copy = (meta: object, attributes: object = {}) =>
  server.send(
    'POST',
    '/core/runbooks',
    writeOf('runbook', { name: 'Copy', ...attributes }, {}, { copy: { source_runbook_id: source, ...meta } }),
  )

interface Copied {
  readonly runbook: Document
  readonly tasks: Document[]
  readonly streams: string[]
  readonly people: number
  readonly teams: number[]
}

async function copied(meta: object): Promise<Copied> {
  const runbook = dataOf(await copy(meta))
  const of = async (part: string) =>
    (await plan.get(`/core/runbooks/${runbook['id']}/${part}`)) as unknown as Document[]
  const teams = await of('runbook_teams')
  return {
    runbook,
    tasks: await of('tasks'),
    streams: (await of('streams')).map(({ attributes }) => attributes.name as string).sort(),
    people: (await of('runbook_users')).length,
    teams: teams.map(({ meta }) => meta.users_count as number),
  }
}

test('without flags a copy takes over the settings and nothing else', async () => {
  const { runbook, tasks, streams, people, teams } = await copied({})
  expect(runbook['attributes']).toMatchObject({
    name: 'Copy',
    rto: 600,
    status: 'off',
    is_template: false,
    template_type: 'off',
    start_scheduled: null,
    tasks_count: 0,
  })
  expect(runbook['relationships'].source_runbook.data).toEqual({ type: 'runbook', id: source })
  expect(runbook['relationships'].rto_start_task).toEqual({ data: null })
  expect([tasks, streams, people, teams]).toEqual([[], ['Main'], 1, []])
})

test('tasks come with their streams, links and numbers, but not with people who are not there', async () => {
  const { runbook, tasks, streams, people, teams } = await copied({ tasks: true })
  expect(streams).toEqual(['Database', 'Main', 'Replicas'])
  expect(tasks.map(({ id, attributes }) => [id, attributes.name])).toEqual([
    ['1', 'Drain'],
    ['2', 'Switch'],
  ])
  expect(tasks[1]?.['relationships']).toMatchObject({
    predecessors: { data: [{ type: 'task', id: '1' }] },
    source_runbook: { data: { type: 'runbook', id: source } },
    source_task: { data: { type: 'task', id: '2' } },
  })
  expect(tasks[0]?.['relationships'].assignees.data).toEqual([])
  expect(runbook['relationships'].rto_end_task.data).toEqual({ type: 'task', id: '2' })
  expect([people, teams]).toEqual([1, []])
  const inner = (await plan.get(`/core/runbooks/${runbook['id']}/streams`)) as unknown as Document[]
  const parents = Object.fromEntries(
    inner.map(({ attributes, relationships }) => [attributes.name, relationships.parent.data?.id]),
  )
  expect(parents['Replicas']).toBe(inner.find(({ attributes }) => attributes.name === 'Database')?.['id'])
})

test('teams come without members unless people come too', async () => {
  expect((await copied({ teams: true })).teams).toEqual([0])
  const both = await copied({ teams: true, users: true })
  expect([both.teams, both.people]).toEqual([[1], 2])
})

test('all brings everything along, assignments included; a flag beside it has the last word', async () => {
  const { tasks, people, teams } = await copied({ all: true })
  expect([tasks.length, people, teams]).toEqual([2, 2, [1]])
  const assignees = tasks[0]?.['relationships'].assignees.data as { type: string; id: string }[]
  expect(assignees.map(({ type }) => type).sort()).toEqual(['runbook_team', 'user'])
  expect((await copied({ all: true, tasks: false })).tasks).toEqual([])
})

test('fixed times stay where they are, or move with the start', async () => {
  const meta = { source_runbook_id: source, tasks: true }
  const start = { name: 'Later', start_scheduled: '2097-01-08T00:00:00Z' }
  const fixed = async (id: string) =>
    (await plan.get(`/core/runbooks/${id}/tasks/1`))['attributes'].start_fixed as string
  const stays = await plan.makeRunbook(start, {}, { copy: meta })
  const moves = await plan.makeRunbook(start, {}, { copy: meta, shift_fixed_times: true })
  expect([await fixed(stays), await fixed(moves)]).toEqual(['2097-01-01T02:00:00Z', '2097-01-08T02:00:00Z'])
  const again = await plan.change(
    `/core/runbooks/${moves}`,
    { start_scheduled: '2097-01-09T00:00:00Z' },
    {},
    { shift_fixed_times: true },
  )
  expect(dataOf(again)['attributes'].start_planned).toBe('2097-01-09T00:00:00Z')
  expect(await fixed(moves)).toBe('2097-01-09T02:00:00Z')
  dataOf(await plan.change(`/core/runbooks/${moves}`, { start_scheduled: '2097-01-10T00:00:00Z' }))
  expect(await fixed(moves)).toBe('2097-01-09T02:00:00Z')
})

test('a copy may be a template again', async () => {
  const made = dataOf(await copy({ tasks: true }, { is_template: true }))
  expect(made['attributes']).toMatchObject({ is_template: true, template_status: 'approved', tasks_count: 2 })
})

test('what is archived or not there cannot be copied', async () => {
  const gone = await plan.makeRunbook({ is_template: true })
  dataOf(await server.send('PATCH', `/core/runbooks/${gone}/archive`))
  for (const id of [gone, '999999']) {
    const refused = await server.send(
      'POST',
      '/core/runbooks',
      writeOf('runbook', { name: 'x' }, {}, { copy: { source_runbook_id: id } }),
    )
    expect(refusals(refused)).toEqual(['copy_source_invalid /meta/copy/source_runbook_id'])
  }
  expect(refusals(await copy({ source_runbook_id: 12 }))).toEqual([
    'invalid_type /meta/copy/source_runbook_id',
  ])
  expect(refusals(await copy({ everything: true }))).toEqual(['unknown_attribute /meta/copy/everything'])
})

test('a linked task becomes a child runbook of its own, with the name and length of the template, at every depth', async () => {
  const linked = await plan.typeOf('task_types', 'linked')
  const inner = await plan.makeRunbook({ name: 'Inner', is_template: true })
  await plan.makeTask(inner, { name: 'Deep', duration: 90 })
  const outer = await plan.makeRunbook({ name: 'Outer', is_template: true })
  await plan.makeTask(
    outer,
    { name: 'Call inner', task_links: [{ id: inner, link_type: 'runbook' }] },
    { task_type: linked },
  )
  const inTemplate = await plan.get(`/core/runbooks/${outer}/tasks/1`)
  expect(inTemplate['attributes'].task_links).toEqual([{ id: inner, link_type: 'runbook' }])

  const parent = await plan.makeRunbook({ name: 'Parent' })
  await plan.makeTask(
    parent,
    { name: 'Call outer', task_links: [{ id: outer, link_type: 'runbook' }] },
    { task_type: linked },
  )
  const task = (await plan.get(`/core/runbooks/${parent}/tasks/1`))['attributes']
  expect(task).toMatchObject({ name: 'Outer', duration: 90 })
  const child = task.task_links[0].id as string
  expect(child).not.toBe(outer)
  const { document } = await server.send('GET', `/core/runbooks?source_runbook_id=${outer}`)
  expect(document['data'].map(({ id }: Document) => id)).toEqual([child])
  expect(document['data'][0].attributes).toMatchObject({
    name: 'Outer',
    is_template: false,
    stage: 'planning',
  })
  const inChild = (await plan.get(`/core/runbooks/${child}/tasks/1`))['attributes']
  expect(inChild).toMatchObject({ name: 'Inner', duration: 90 })
  const grandchild = await plan.get(`/core/runbooks/${inChild.task_links[0].id}`)
  expect(grandchild['relationships'].source_runbook.data.id).toBe(inner)

  const same = await plan.change(`/core/runbooks/${parent}/tasks/1`, {
    task_links: [{ id: child, link_type: 'runbook' }],
  })
  expect(dataOf(same)['attributes'].task_links).toEqual([{ id: child, link_type: 'runbook' }])
  const cleared = await plan.change(`/core/runbooks/${parent}/tasks/1`, { task_links: [] })
  expect(dataOf(cleared)['attributes'].task_links).toEqual([])
})

test('a link that cannot hold is refused, never dropped', async () => {
  const [linked, normal] = [
    await plan.typeOf('task_types', 'linked'),
    await plan.typeOf('task_types', 'normal'),
  ]
  const empty = await plan.makeRunbook({ is_template: true })
  const plain = await plan.makeRunbook()
  await plan.makeTask(plain)
  const full = await plan.makeRunbook({ is_template: true })
  await plan.makeTask(full)
  const snippet = await plan.makeRunbook({ template_type: 'snippet' })
  await plan.makeTask(snippet)
  const parent = await plan.makeRunbook()
  const link = (id: string, task_type: string, link_type = 'runbook') =>
    server.send(
      'POST',
      `/core/runbooks/${parent}/tasks`,
      writeOf('task', { name: 'Call', task_links: [{ id, link_type }] }, { task_type }),
    )
  const wrong = 'invalid_task_link /data/attributes/task_links/0'
  expect(refusals(await link(empty, linked))).toEqual([wrong])
  expect(refusals(await link(plain, linked))).toEqual([wrong])
  expect(refusals(await link(full, normal))).toEqual([wrong])
  expect(refusals(await link(snippet, linked))).toEqual([wrong])
  expect(refusals(await link(full, linked, 'snippet'))).toEqual([wrong])
  expect(refusals(await link('999999', linked))).toEqual([
    'related_not_found /data/attributes/task_links/0/id',
  ])
  expect(refusals(await link('9223372036854775807', linked))).toEqual([
    'related_not_found /data/attributes/task_links/0/id',
  ])
  expect((await plan.get(`/core/runbooks/${parent}`))['attributes'].tasks_count).toBe(0)

  dataOf(await link(full, linked))
  expect(refusals(await plan.change(`/core/runbooks/${parent}/tasks/1`, {}, { task_type: normal }))).toEqual([
    'invalid_task_link /data/relationships/task_type/data',
  ])
  const both = await plan.change(
    `/core/runbooks/${parent}/tasks/1`,
    { task_links: [] },
    { task_type: normal },
  )
  expect(dataOf(both)['attributes'].task_links).toEqual([])
})
