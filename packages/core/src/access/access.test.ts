import {
  addPerson,
  type Document,
  dataOf,
  grantRole,
  joinRunbook,
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

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  runbook = await plan.makeRunbook({}, { workspace })
  ada = await addPerson(server, undefined)
  await joinRunbook(server, { path: `/core/runbooks/${runbook}` }, ada.id)
  await plan.makeTask(runbook, {}, { assignees: [ada.id] })
  await plan.makeTask(runbook)
})
afterAll(() => server.close())

const ask = (query: string, as: TestPerson = ada) =>
  server.send('GET', `/core/access?${query}`, undefined, as.headers)
const told = async (query: string, as?: TestPerson) =>
  ((await ask(query, as)).document['data'] as Document[]).map(({ attributes, relationships }) => ({
    ...attributes,
    able: (relationships['able'].data as Document[]).map(({ id }) => id),
  }))

test('who may not do something is told what would do, and who could help', async () => {
  const [control] = await told(`runbook_id=${runbook}&permission=run.control`)
  expect(control).toEqual({
    permission: 'run.control',
    may: 'start, pause, resume, cancel and override the run',
    allowed: false,
    visible: true,
    because: [],
    required: ['runbook_admin', 'owner'],
    able: ['1'],
  })
})

test('who may is told by what', async () => {
  const reasonsOn = async (task: number) => {
    const [progress] = await told(`runbook_id=${runbook}&task_id=${task}&permission=task.progress`)
    return [progress?.['allowed'], progress?.['because']]
  }
  const assigned = { role: 'assignee', resource_type: 'runbook', resource_id: runbook }
  expect(await reasonsOn(1)).toEqual([true, [assigned]])
  expect(await reasonsOn(2)).toEqual([false, []])
  const [read] = await told(`workspace_id=${workspace}&permission=workspace.read`)
  expect(read?.['because']).toEqual([
    { role: 'workspace_member', resource_type: 'workspace', resource_id: workspace },
  ])
})

test('a request is explained by its method and path', async () => {
  const path = encodeURIComponent(`/core/runbooks/${runbook}/tasks/2/start`)
  expect(await told(`method=PATCH&path=${path}`)).toMatchObject([
    {
      permission: 'task.progress',
      allowed: false,
      required: ['assignee', 'stream_editor', 'runbook_admin', 'owner'],
    },
  ])
  expect(await told(`method=POST&path=${encodeURIComponent('/core/workspaces')}`)).toMatchObject([
    { permission: 'workspace.create', allowed: false, required: ['owner'] },
  ])
  expect(refusals(await ask(`path=${path}`))).toEqual(['invalid_parameter method'])
  expect(refusals(await ask(`method=POST&path=${path}`))).toEqual(['invalid_parameter path'])
})

test('a place that the caller does not see is not explained, and nobody is explained to strangers', async () => {
  const hidden = await plan.makeRunbook()
  expect(refusals(await ask(`runbook_id=${hidden}`))).toEqual(['not_found'])
  expect(refusals(await ask(`runbook_id=${runbook}&task_id=77`))).toEqual(['not_found'])
  expect(refusals(await ask(`runbook_id=${runbook}&stream_id=777777`))).toEqual(['not_found'])
  expect(refusals(await ask('workspace_id=999999'))).toEqual(['not_found'])
  expect(refusals(await ask(`user_id=1&runbook_id=${runbook}`))).toEqual(['insufficient_role'])
  const bob = await addPerson(server, undefined)
  expect(refusals(await ask(`user_id=${bob.id}`))).toEqual(['not_found'])
  expect(refusals(await ask(`user_id=${ada.id}&workspace_id=${workspace}`, bob))).toEqual(['not_found'])
})

test('what a path names is explained to who sees it only', async () => {
  const hidden = await plan.makeWorkspace()
  const made = async (type: string, attributes: object, workspace = hidden) =>
    dataOf(await server.send('POST', `/core/${type}s`, writeOf(type, attributes, { workspace })))['id']
  const integration = { name: 'Pager', event_types: ['run.started'], url: 'https://pager.example.com/' }
  const request = (type: string, id: unknown) =>
    `method=PATCH&path=${encodeURIComponent(`/core/${type}s/${String(id)}`)}`
  for (const [type, id] of [
    ['team', await made('team', { name: 'Operations' })],
    ['runbook_type', await made('runbook_type', { name: 'Hidden' })],
    ['event_integration', await made('event_integration', integration)],
  ] as const)
    expect([type, refusals(await ask(request(type, id)))]).toEqual([type, ['not_found']])
  const team = await made('team', { name: 'Operations' }, workspace)
  expect(await told(request('team', team))).toMatchObject([
    { permission: 'team.manage', allowed: false, visible: true },
  ])
})

test('one place is named, and whatever names none is refused', async () => {
  const at = `runbook_id=${runbook}`
  const path = 'method=GET&path=/core/workspaces'
  for (const [query, parameter] of [
    [`${at}&workspace_id=${workspace}`, 'workspace_id'],
    [`workspace_id=${workspace}&team_id=1`, 'team_id'],
    [`${path}&${at}`, 'runbook_id'],
    [`${at}&stream_id=1&task_id=1`, 'task_id'],
    ['task_id=1', 'task_id'],
    [`workspace_id=${workspace}&stream_id=1`, 'stream_id'],
  ] as const)
    expect([query, refusals(await ask(query))]).toEqual([query, [`invalid_parameter ${parameter}`]])
})

test('who says who takes part asks about others', async () => {
  const owner = { id: '1', token: server.token, headers: { authorization: `Bearer ${server.token}` } }
  const [read] = await told(`user_id=${ada.id}&runbook_id=${runbook}&permission=runbook.read`, owner)
  expect(read).toMatchObject({
    allowed: true,
    because: [{ role: 'runbook_team_member', resource_type: 'runbook', resource_id: runbook }],
  })
  const mira = await addPerson(server, undefined)
  await grantRole(server, mira.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const [create] = await told(`user_id=${ada.id}&workspace_id=${workspace}&permission=runbook.create`, mira)
  expect(create).toMatchObject({ allowed: false, visible: true })
})

test('all permissions are explained, by pages', async () => {
  const { document } = await ask(`runbook_id=${runbook}&page[size]=10`)
  expect(document['data']).toHaveLength(10)
  expect(document['meta'].page.total).toBeGreaterThan(30)
  const included = await ask(`runbook_id=${runbook}&permission=run.control&include=able`)
  expect(included.document['included'][0].id).toBe('1')
})
