import {
  addPerson,
  type Document,
  dataOf,
  grantRole,
  type Links,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string
let runbook: string
let ada: TestPerson
let bo: TestPerson
let stranger: TestPerson
let central: string

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  ada = await addPerson(server, undefined)
  bo = await addPerson(server, undefined)
  stranger = await addPerson(server, undefined)
  for (const { id } of [ada, bo])
    await grantRole(server, id, 'workspace_member', { type: 'workspace', id: workspace })
  const team = writeOf('team', { name: 'Operations' }, { workspace, users: [`user:${ada.id}`] })
  central = dataOf(await server.send('POST', '/core/teams', team))['id'] as string
})
afterAll(() => server.close())

const path = (rest = '') => `/core/runbooks/${runbook}/runbook_teams${rest}`
const members = (...people: TestPerson[]) => ({ users: people.map(({ id }) => `user:${id}`) })
const create = (attributes: object, links: Links = {}) =>
  server.send('POST', path(), writeOf('runbook_team', attributes, links))
const make = async (attributes: object, links: Links = {}) =>
  dataOf(await create(attributes, links))['id'] as string
const patch = (id: string, attributes: object, links: Links = {}) =>
  plan.change(path(`/${id}`), attributes, links)
const remove = (id: string, headers?: Record<string, string>) =>
  server.send('DELETE', path(`/${id}`), undefined, headers)
const memberIds = ({ relationships }: Document) =>
  relationships.users.data.map(({ id }: { id: string }) => id) as string[]
const lastLog = async () =>
  (await server.send('GET', `/core/action_logs?page[size]=1&runbook_id=${runbook}`)).document['data'][0]
    .attributes

test('a team of the runbook has a name and members of its own', async () => {
  const made = await create({ name: 'Approvers' }, members(bo, ada))
  expect(made.status).toBe(201)
  const team = dataOf(made)
  const { id } = team
  expect(team).toMatchObject({
    attributes: { name: 'Approvers', linked: false },
    relationships: { team: { data: null } },
    meta: { users_count: 2, permissions: [{ type: 'update' }, { type: 'destroy' }] },
  })
  expect(memberIds(team)).toEqual([ada.id, bo.id])
  expect(await plan.get(path(`/${id}`))).toEqual(team)
  expect(await lastLog()).toMatchObject({
    event: 'runbook_team.added',
    changes: { name: [null, 'Approvers'], users: [null, [ada.id, bo.id]] },
  })
  expect((await server.send('GET', `/core/runbooks/${runbook}`, undefined, bo.headers)).status).toBe(200)

  const other = await make({ name: 'Taken' })
  expect(refusals(await patch(id, { name: 'Taken' }))).toEqual(['taken /data/attributes/name'])
  await remove(other)
  const changed = dataOf(await patch(id, { name: 'Deciders' }, members(bo)))
  expect([changed['attributes'].name, memberIds(changed)]).toEqual(['Deciders', [bo.id]])
  expect(await lastLog()).toMatchObject({
    event: 'runbook_team.updated',
    changes: { name: ['Approvers', 'Deciders'], users: [[ada.id, bo.id], [bo.id]] },
  })
  expect((await server.send('GET', `/core/runbooks/${runbook}`, undefined, ada.headers)).status).toBe(404)
  const stale = { 'if-match': made.headers.get('etag') ?? '' }
  expect(refusals(await remove(id, stale))).toEqual(['stale_resource If-Match'])
  expect((await remove(id)).status).toBe(204)
  expect(await lastLog()).toMatchObject({ event: 'runbook_team.removed', resource_name: 'Deciders' })
  expect((await server.send('GET', path(`/${id}`))).status).toBe(404)
  // The name is free again.
  await remove(await make({ name: 'Deciders' }))
})

test('a linked team is the central team; a copy takes over what it is now', async () => {
  const team = await make({}, { team: central })
  const { document } = await server.send('GET', path('?sort=name&query=OPER&include=team,users,runbook'))
  expect(document['data']).toMatchObject([
    {
      id: team,
      attributes: { name: 'Operations', linked: true },
      relationships: { team: { data: { type: 'team', id: central } } },
      meta: { users_count: 1 },
    },
  ])
  const types = (document['included'] as Document[]).map(({ type }) => type as string)
  expect(types.sort()).toEqual(['runbook', 'team', 'user'])
  expect(refusals(await patch(team, { name: 'x' }, members(bo)))).toEqual([
    'read_only /data/attributes/name',
    'read_only /data/relationships/users',
  ])
  expect(refusals(await create({}, { team: central }))).toEqual(['taken /data/relationships/team/data'])
  expect(refusals(await create({ linked: false }, { team: central }))).toEqual([
    'taken /data/attributes/name',
  ])
  const copy = dataOf(await create({ linked: false, name: 'Their copy' }, { team: central }))
  expect(copy).toMatchObject({
    attributes: { name: 'Their copy', linked: false },
    relationships: { team: { data: null } },
  })
  expect(memberIds(copy)).toEqual([ada.id])
  const filled = dataOf(await create({ linked: false, name: 'Other' }, { team: central, ...members(bo) }))
  expect(memberIds(filled)).toEqual([bo.id])

  // Unlinked it stays as it was, and may be changed in the same request.
  const unlinked = dataOf(await patch(team, { linked: false, name: 'Ours' }))
  expect([unlinked['attributes'], memberIds(unlinked)]).toEqual([{ name: 'Ours', linked: false }, [ada.id]])
  const linkedAgain = dataOf(await patch(team, {}, { team: central }))
  expect(linkedAgain['attributes']).toEqual({ name: 'Operations', linked: true })
  expect(dataOf(await patch(team, {}, { team: null }))['attributes']).toEqual({
    name: 'Operations',
    linked: false,
  })
  for (const id of [team, copy['id'], filled['id']]) expect((await remove(id)).status).toBe(204)
})

test('what is missing, taken, elsewhere or nobody here is refused at its place', async () => {
  const id = await make({ name: 'Watchers' })
  expect(refusals(await create({}))).toEqual(['missing_attribute /data/attributes/name'])
  expect(refusals(await create({ name: 'watchers' }))).toEqual(['taken /data/attributes/name'])
  expect(refusals(await create({ name: 'x', linked: true }))).toEqual([
    'missing_relationship /data/relationships/team',
  ])
  expect(refusals(await patch(id, { linked: true }))).toEqual([
    'missing_relationship /data/relationships/team',
  ])
  expect(refusals(await create({}, { team: '999999' }))).toEqual([
    'related_not_found /data/relationships/team/data',
  ])
  const abroad = writeOf('team', { name: 'Abroad' }, { workspace: await plan.makeWorkspace() })
  const foreign = dataOf(await server.send('POST', '/core/teams', abroad))['id'] as string
  expect(refusals(await create({}, { team: foreign }))).toEqual([
    'related_not_in_scope /data/relationships/team/data',
  ])
  const at = '/data/relationships/users/data'
  expect(refusals(await create({ name: 'x' }, members(ada, stranger)))).toEqual([
    `related_not_in_scope ${at}/1`,
  ])
  expect(refusals(await patch(id, {}, { users: ['user:999999'] }))).toEqual([`related_not_found ${at}/0`])
  expect(refusals(await patch(id, {}, members(stranger)))).toEqual([`related_not_in_scope ${at}/0`])
  expect(refusals(await patch(id, {}, { team: foreign }))).toEqual([
    'related_not_in_scope /data/relationships/team/data',
  ])
  await remove(id)
})

test('a team is assigned to tasks, found by it and included with them; removed, it is off them', async () => {
  const team = await make({ name: 'Movers' }, members(ada))
  const task = await plan.makeTask(
    runbook,
    { name: 'Switch' },
    { assignees: [`runbook_team:${team}`, `user:${ada.id}`], recipients: [`runbook_team:${team}`] },
  )
  await plan.makeTask(runbook, { name: 'Check' })
  const { document } = await server.send(
    'GET',
    `/core/runbooks/${runbook}/tasks?runbook_team_id=${team}&include=assignees`,
  )
  expect(document['data'].map(({ id }: Document) => id)).toEqual([task])
  expect(document['included'][0].attributes.name).toBe('Movers')
  await remove(team)
  const left = await plan.get(`/core/runbooks/${runbook}/tasks/${task}`)
  expect(left['relationships']).toMatchObject({ assignees: { data: [] }, recipients: { data: [] } })
  server.core.services.runbooks.forget(Number(runbook))
  expect(await plan.get(`/core/runbooks/${runbook}/tasks/${task}`)).toEqual(left)
})

test('only who takes part is assigned: by one task, by several, and by a file', async () => {
  const path = `/core/runbooks/${runbook}/tasks`
  const links = { assignees: [`user:${stranger.id}`, 'runbook_team:999999'] }
  const at = (data: string) => `${data}/relationships/assignees/data`
  const task = writeOf('task', { name: 'Refused' }, links)
  expect(refusals(await server.send('POST', path, task))).toEqual([
    `not_a_participant ${at('/data')}/0`,
    `not_a_participant ${at('/data')}/1`,
  ])
  const own = await plan.makeTask(runbook)
  expect(refusals(await plan.change(`${path}/${own}`, {}, { recipients: [`user:${stranger.id}`] }))).toEqual([
    'not_a_participant /data/relationships/recipients/data/0',
  ])
  const several = await server.send('POST', `${path}/bulk`, {
    data: [writeOf('task', { name: 'Fine' })['data'], task['data']],
  })
  expect(refusals(several)).toEqual([
    `not_a_participant ${at('/data/1')}/0`,
    `not_a_participant ${at('/data/1')}/1`,
  ])
  const file = await server.send('POST', `${path}/import`, 'Title,Assigned Team\nStop,Nobody here\n')
  expect(file.document['errors'][0]).toMatchObject({ code: 'not_a_participant', meta: { line: 2 } })
})

test('who leaves the runbook leaves its own teams and its tasks', async () => {
  const joined = writeOf('runbook_user', {}, { user: ada.id })
  const person = dataOf(await server.send('POST', `/core/runbooks/${runbook}/runbook_users`, joined))
  const own = await make({ name: 'Own' }, members(ada))
  const linked = await make({}, { team: central })
  const task = await plan.makeTask(runbook, {}, { assignees: [`user:${ada.id}`] })
  const gone = await server.send('DELETE', `/core/runbooks/${runbook}/runbook_users/${person['id']}`)
  expect(gone.status).toBe(204)
  for (const isLoaded of [true, false]) {
    if (!isLoaded) server.core.services.runbooks.forget(Number(runbook))
    expect(memberIds(await plan.get(path(`/${own}`)))).toEqual([])
    // Who is in a linked team is so by the central team.
    expect(memberIds(await plan.get(path(`/${linked}`)))).toEqual([ada.id])
    const { relationships } = await plan.get(`/core/runbooks/${runbook}/tasks/${task}`)
    expect(relationships.assignees.data).toEqual([])
  }
})
