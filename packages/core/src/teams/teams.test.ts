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
  type TestPerson,
  type TestServer,
  testRunbook,
  writeOf,
} from '@runsheet/testing'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, type MockInstance, test, vi } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string
let ada: TestPerson
let bo: TestPerson
let stranger: TestPerson

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  ada = await addPerson(server, undefined)
  bo = await addPerson(server, undefined)
  stranger = await addPerson(server, undefined)
  for (const { id } of [ada, bo])
    await grantRole(server, id, 'workspace_member', { type: 'workspace', id: workspace })
})
afterAll(() => server.close())

const users = (ids: readonly string[]) => ids.map((id) => `user:${id}`)
const create = (attributes: object, members: readonly string[] = [], as?: TestPerson) =>
  server.send(
    'POST',
    '/core/teams',
    writeOf('team', attributes, { workspace, users: users(members) }),
    as?.headers,
  )
const makeTeam = async (name: string, members: readonly string[] = []) =>
  dataOf(await create({ name }, members))['id'] as string
const patch = (id: string, attributes: object, members?: readonly string[]) =>
  plan.change(`/core/teams/${id}`, attributes, members ? { users: users(members) } : {})
const move = (id: string, verb: string) => server.send('PATCH', `/core/teams/${id}/${verb}`)
const link = async (runbook: string, team: string) =>
  dataOf(
    await server.send(
      'POST',
      `/core/runbooks/${runbook}/runbook_teams`,
      writeOf('runbook_team', {}, { team }),
    ),
  )['id'] as string
const teamOf = (runbook: string, id: string) => plan.get(`/core/runbooks/${runbook}/runbook_teams/${id}`)
const memberIds = ({ relationships }: Document) =>
  relationships.users.data.map(({ id }: { id: string }) => id) as string[]
const runbookHere = () => plan.makeRunbook({}, { workspace })
const lastLog = async (query = '') =>
  (await server.send('GET', `/core/action_logs?page[size]=1${query}`)).document['data'][0].attributes

test('a team is made, found, changed, archived and restored', async () => {
  const made = await create({ name: 'Databases', description: 'Day and night' }, [ada.id])
  expect(made.status).toBe(201)
  const { id, attributes, meta } = dataOf(made)
  expect(attributes).toMatchObject({ name: 'Databases', description: 'Day and night', archived: false })
  expect(meta).toMatchObject({ users_count: 1, permissions: [{ type: 'update' }, { type: 'archive' }] })
  expect(await plan.get(`/core/teams/${id}`)).toEqual(dataOf(made))
  const { document } = await server.send(
    'GET',
    `/core/teams?workspace_id=${workspace}&query=DATA&include=users`,
  )
  expect(document['data'].map((team: Document) => team['id'])).toEqual([id])
  expect(document['included'].map((user: Document) => user['id'])).toEqual([ada.id])

  const changed = await patch(id, { name: 'DBA' }, [bo.id, ada.id, bo.id])
  expect(memberIds(dataOf(changed))).toEqual([ada.id, bo.id])
  expect(await lastLog()).toMatchObject({
    event: 'team.updated',
    changes: { name: ['Databases', 'DBA'], users: [[ada.id], [ada.id, bo.id]] },
  })
  const late = { data: { type: 'team', id, attributes: { name: 'Late' } } }
  const stale = await server.send('PATCH', `/core/teams/${id}`, late, {
    'if-match': made.headers.get('etag') ?? '',
  })
  expect(refusals(stale)).toEqual(['stale_resource If-Match'])

  expect(dataOf(await move(id, 'archive'))['attributes'].archived).toBe(true)
  expect((await server.send('GET', `/core/teams/${id}`)).status).toBe(404)
  const archived = await server.send('GET', '/core/teams?archived=true')
  expect(archived.document['data'].map((team: Document) => team['id'])).toEqual([id])
  const twice = await server.send('PATCH', `/core/teams/${id}/archive?archived=true`)
  expect(refusals(twice)).toEqual(['already_archived'])
  const other = await makeTeam('dba')
  expect(refusals(await move(id, 'restore'))).toEqual(['taken'])
  await patch(other, { name: 'Others' })
  expect(dataOf(await move(id, 'restore'))['attributes'].archived).toBe(false)
  expect(refusals(await move(id, 'restore'))).toEqual(['not_archived'])
})

test('names differ within a workspace, and only people with a place in it are members', async () => {
  const id = await makeTeam('Network')
  expect(refusals(await create({ name: 'NETWORK' }))).toEqual(['taken /data/attributes/name'])
  const other = await makeTeam('Storage')
  expect(refusals(await patch(other, { name: 'network' }))).toEqual(['taken /data/attributes/name'])
  const at = '/data/relationships/users/data'
  expect(refusals(await patch(id, {}, [ada.id, stranger.id, '999999']))).toEqual([
    `related_not_in_scope ${at}/1`,
    `related_not_found ${at}/2`,
  ])
  expect(refusals(await create({ name: 'Strange' }, [ada.id, stranger.id]))).toEqual([
    `related_not_in_scope ${at}/1`,
  ])
  const unknown = writeOf('team', { name: 'x' }, { workspace: '999999' })
  expect(refusals(await server.send('POST', '/core/teams', unknown))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
  // Who is a member already stays one when others come and go, also without a place in the workspace.
  await server.core.database.writes
    .insertInto('team_user')
    .values({ team_id: Number(id), user_id: Number(stranger.id) })
    .execute()
  expect(memberIds(dataOf(await patch(id, {}, [ada.id, stranger.id])))).toEqual([ada.id, stranger.id])
})

test('linked teams follow their central team in the same action, each runbook with an event of its own', async () => {
  const central = await makeTeam('Operations', [ada.id])
  const runbooks = [await runbookHere(), await runbookHere()]
  const [first = '', second = ''] = runbooks
  const linked = [await link(first, central), await link(second, central)]
  // In the second runbook the name is another team's.
  const local = writeOf('runbook_team', { name: 'Control room' })
  dataOf(await server.send('POST', `/core/runbooks/${second}/runbook_teams`, local))

  dataOf(await patch(central, { name: 'Control Room' }, [ada.id, bo.id]))
  const [one, two] = [await teamOf(first, linked[0] ?? ''), await teamOf(second, linked[1] ?? '')]
  expect([one['attributes'].name, two['attributes'].name]).toEqual(['Control Room', 'Control Room (2)'])
  expect([memberIds(one), memberIds(two)]).toEqual([
    [ada.id, bo.id],
    [ada.id, bo.id],
  ])
  const { sequence } = await lastLog('&event=team.updated')
  for (const runbook of runbooks) {
    expect(await lastLog(`&runbook_id=${runbook}`)).toMatchObject({
      event: 'runbook_team.updated',
      changes: { users: [[ada.id], [ada.id, bo.id]] },
    })
    const { payload } = await server.core.database.db
      .selectFrom('event')
      .select('payload')
      .where('chain_id', '=', Number(runbook))
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(payload)).toMatchObject({ instance_cause: sequence })
  }
  const seen = (person: TestPerson) =>
    server.send('GET', `/core/runbooks/${first}`, undefined, person.headers)
  expect((await seen(bo)).status).toBe(200)

  // A change of the description alone is none of theirs.
  const before = await lastLog(`&runbook_id=${first}`)
  dataOf(await patch(central, { description: 'x' }))
  expect(await lastLog(`&runbook_id=${first}`)).toEqual(before)
})

test('who leaves a central team is off the tasks of its runbooks, unless the person takes part otherwise', async () => {
  const central = await makeTeam('On call', [ada.id, bo.id])
  const runbook = await runbookHere()
  const team = await link(runbook, central)
  const bySelf = writeOf('runbook_user', {}, { user: bo.id })
  dataOf(await server.send('POST', `/core/runbooks/${runbook}/runbook_users`, bySelf))
  const assignees = [`user:${ada.id}`, `user:${bo.id}`, `runbook_team:${team}`]
  await plan.makeTask(runbook, {}, { assignees })
  dataOf(await patch(central, {}, []))
  const task = await plan.get(`/core/runbooks/${runbook}/tasks/1`)
  expect(task['relationships'].assignees.data).toEqual([
    { type: 'user', id: bo.id },
    { type: 'runbook_team', id: team },
  ])
  expect((await server.send('GET', `/core/runbooks/${runbook}`, undefined, ada.headers)).status).toBe(404)
})

test('a room hears that its team has changed', async () => {
  const central = await makeTeam('Heard', [ada.id])
  const runbook = await runbookHere()
  await link(runbook, central)
  const abort = new AbortController()
  const stream = await fetch(`${server.url}/core/runbooks/${runbook}/events`, {
    headers: { authorization: `Bearer ${server.token}` },
    signal: abort.signal,
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('event: ready')) heard += (await reader?.read())?.value ?? ''
  dataOf(await patch(central, { name: 'Heard well' }))
  while (!heard.includes('runbook_team.updated')) heard += (await reader?.read())?.value ?? ''
  expect(heard).toContain('"name":["Heard","Heard well"]')
  abort.abort()
})

test('runbooks that are archived or have ended stay as they were, and catch up when they come back', async () => {
  const central = await makeTeam('Shift', [ada.id])
  const archived = await runbookHere()
  const ended = await runbookHere()
  const running = await runbookHere()
  const ids = new Map<string, string>()
  for (const runbook of [archived, ended, running]) {
    ids.set(runbook, await link(runbook, central))
    await plan.makeTask(runbook, {}, { assignees: [`user:${ada.id}`] })
  }
  const members = async (runbook: string, query = '') =>
    memberIds(await plan.get(`/core/runbooks/${runbook}/runbook_teams/${ids.get(runbook)}${query}`))
  dataOf(await testRunbook(server, ended).run('start'))
  dataOf(await testRunbook(server, ended).run('cancel'))
  dataOf(await testRunbook(server, running).run('start'))
  dataOf(await server.send('PATCH', `/core/runbooks/${archived}/archive`))

  dataOf(await patch(central, {}, [bo.id]))
  expect(await members(running)).toEqual([bo.id])
  expect(await members(ended)).toEqual([ada.id])
  expect(await members(archived, '?archived=true')).toEqual([ada.id])

  dataOf(await server.send('PATCH', `/core/runbooks/${archived}/restore`))
  dataOf(await testRunbook(server, ended).run('return_to_planning'))
  for (const runbook of [archived, ended, running]) {
    expect(await members(runbook)).toEqual([bo.id])
    const task = await plan.get(`/core/runbooks/${runbook}/tasks/1`)
    expect(task['relationships'].assignees.data).toEqual([])
    server.core.services.runbooks.forget(Number(runbook))
    expect(await plan.get(`/core/runbooks/${runbook}/tasks/1`)).toEqual(task)
  }
  // The run that ended keeps who was assigned then.
  const { count } = await server.core.database.db
    .selectFrom('assignment')
    .innerJoin('runbook_version as v', 'v.id', 'assignment.version_id')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('v.runbook_id', '=', Number(ended))
    .executeTakeFirstOrThrow()
  expect(count).toBe(1)
})

test('teams that are linked to an archived team become teams of their runbook, with the members that it had', async () => {
  const central = await makeTeam('Disbanded', [ada.id])
  const runbook = await runbookHere()
  const team = await link(runbook, central)
  dataOf(await move(central, 'archive'))
  const left = await teamOf(runbook, team)
  expect(left).toMatchObject({
    attributes: { name: 'Disbanded', linked: false },
    relationships: { team: { data: null } },
  })
  expect(memberIds(left)).toEqual([ada.id])
})

test('a copy is linked to the same team with its present members; in another workspace it is a team of its own', async () => {
  const central = await makeTeam('Copied', [ada.id])
  const source = await runbookHere()
  await link(source, central)
  dataOf(await testRunbook(server, source).addTask({}))
  dataOf(await testRunbook(server, source).run('start'))
  dataOf(await testRunbook(server, source).run('cancel'))
  dataOf(await patch(central, {}, [bo.id]))
  const copy = { source_runbook_id: source, teams: true, users: true }
  const copied = await plan.makeRunbook({}, { workspace }, { copy })
  const [own] = (await plan.get(`/core/runbooks/${copied}/runbook_teams`)) as unknown as [Document]
  expect([own['attributes'].linked, memberIds(own)]).toEqual([true, [bo.id]])
  const elsewhere = await plan.makeRunbook({}, { workspace: await plan.makeWorkspace() }, { copy })
  const [alone] = (await plan.get(`/core/runbooks/${elsewhere}/runbook_teams`)) as unknown as [Document]
  expect([alone['attributes'].linked, memberIds(alone)]).toEqual([false, []])
})

test('while a central team is being changed nothing takes it over: that would be what it was', async () => {
  const central = await makeTeam('Busy', [ada.id])
  const [archived, ended, source, host] = [
    await runbookHere(),
    await runbookHere(),
    await runbookHere(),
    await runbookHere(),
  ]
  for (const runbook of [archived, ended, source]) await link(runbook, central)
  const own = dataOf(
    await server.send(
      'POST',
      `/core/runbooks/${host}/runbook_teams`,
      writeOf('runbook_team', { name: 'Own' }),
    ),
  )['id'] as string
  dataOf(await server.send('PATCH', `/core/runbooks/${archived}/archive`))
  await plan.makeTask(ended)
  dataOf(await testRunbook(server, ended).run('start'))
  dataOf(await testRunbook(server, ended).run('cancel'))
  const copy = { source_runbook_id: source, teams: true }
  const template = await plan.makeRunbook(
    { name: 'Template', is_template: true, template_type: 'default' },
    { workspace },
    { copy },
  )
  await plan.makeTask(template)
  const child = {
    attributes: { name: 'Child', task_links: [{ id: template, link_type: 'runbook' }] },
    links: { task_type: await plan.typeOf('task_types', 'linked') },
  }
  const linking = writeOf('task', child.attributes, child.links)
  const task = await plan.makeTask(host)
  const tasks = `/core/runbooks/${host}/tasks`
  await server.core.database.writes.transaction().execute(async (trx) => {
    await trx.updateTable('team').set({ description: 'x' }).where('id', '=', Number(central)).execute()
    const refused = [
      await server.send(
        'POST',
        `/core/runbooks/${host}/runbook_teams`,
        writeOf('runbook_team', {}, { team: central }),
      ),
      await plan.change(`/core/runbooks/${host}/runbook_teams/${own}`, {}, { team: central }),
      await server.send('PATCH', `/core/runbooks/${archived}/restore`),
      await testRunbook(server, ended).run('return_to_planning'),
      await server.send('POST', '/core/runbooks', writeOf('runbook', { name: 'x' }, { workspace }, { copy })),
      await server.send('POST', tasks, linking),
      await plan.change(`${tasks}/${task}`, child.attributes, child.links),
      await server.send('POST', `${tasks}/bulk`, { data: [linking['data']] }),
    ]
    expect(refused.map(refusals)).toEqual(refused.map(() => ['conflict']))
  })
  dataOf(await server.send('PATCH', `/core/runbooks/${archived}/restore`))
})

/** How many statements an action sends to the database by the connections for writing. */
async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const { writePool } = server.core.database
  const spies = new Set<MockInstance>()
  const watch = (client: PoolClient) => spies.add(vi.spyOn(client, 'query'))
  writePool.on('acquire', watch)
  await act()
  writePool.off('acquire', watch)
  const count = [...spies].reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return count
}

test('many runbooks follow with as many statements as few', async () => {
  const counts: number[] = []
  for (const [name, length] of [
    ['Few', 2],
    ['Many', 12],
  ] as const) {
    const central = await makeTeam(name, [ada.id])
    for (let at = 0; at < length; at += 1) await link(await runbookHere(), central)
    counts.push(await countStatements(async () => dataOf(await patch(central, {}, [bo.id]))))
  }
  const [few = 0, many = 0] = counts
  expect(few).toBeGreaterThan(10)
  // Whatever is written on the side, such as when a token was used, is less than one for each runbook.
  expect(many - few).toBeLessThan(5)
})

const load = (csv: string, query = '') =>
  server.send('POST', `/core/workspaces/${workspace}/teams/import${query}`, csv)
const emailOf = async ({ id }: TestPerson) =>
  (await plan.get(`/core/users/${id}`))['attributes'].email as string

test('a file fills teams and makes those that are not there; nobody leaves', async () => {
  const central = await makeTeam('Filled', [ada.id])
  const runbook = await runbookHere()
  const team = await link(runbook, central)
  const [a, b] = [await emailOf(ada), await emailOf(bo)]
  const csv = `Email,Team\n${b.toUpperCase()},filled\n${a},Brand new\n${b},Brand new\n`
  const rehearsed = await load(csv, '?dry_run=true')
  expect(rehearsed.document).toEqual({
    data: [{ type: 'team', id: central }],
    meta: { people: 2, added: 2, teams_created: 1, teams: ['Brand new'], dry_run: true },
  })
  expect(memberIds(await teamOf(runbook, team))).toEqual([ada.id])
  const done = await load(csv)
  expect(done.status).toBe(201)
  expect(done.document['meta']).toMatchObject({ added: 2, teams_created: 1, dry_run: false })
  expect(await lastLog('&event=teams.imported')).toMatchObject({ event: 'teams.imported' })
  expect(memberIds(await teamOf(runbook, team))).toEqual([ada.id, bo.id])
  const [made] = (await server.send('GET', '/core/teams?query=brand')).document['data'] as [Document]
  expect([made['attributes'].name, memberIds(made)]).toEqual(['Brand new', [ada.id, bo.id]])
  const again = await load(csv)
  expect(again.document['meta']).toMatchObject({ added: 0, teams_created: 0, teams: [] })
})

test('a file with anything wrong in it changes nothing, and every line is told', async () => {
  const [a, s] = [await emailOf(ada), await emailOf(stranger)]
  const placed = ({ document }: Answer) =>
    document['errors'].map(({ code, meta }: Document) => `${code} ${meta.line} ${meta.column ?? ''}`.trim())
  expect(placed(await load(`Email,Team\n${a},Wrong\nnobody@example.com,Wrong\n${s},Wrong\n`))).toEqual([
    'related_not_found 3 Email',
    'related_not_in_scope 4 Email',
  ])
  expect(placed(await load(`Email,Team\n${a},\nno address,Wrong\n${a},${'x'.repeat(256)}\n`))).toEqual([
    'blank 2 Team',
    'invalid_format 3 Email',
    'too_long 4 Team',
  ])
  expect(placed(await load(`Email,Team\n${a},Wrong\n${a},wrong\n`))).toEqual(['taken 3 Email'])
  expect(placed(await load('Email,Role\nx,y\n'))).toEqual(['unknown_column 1 Role', 'missing_attribute 1'])
  expect(placed(await load('"Email\n'))).toEqual(['invalid_csv 1'])
  expect((await server.send('GET', '/core/teams?query=wrong')).document['data']).toEqual([])
})
