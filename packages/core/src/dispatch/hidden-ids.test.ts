import {
  addPerson,
  buildRunbook,
  grantRole,
  type Planner,
  plannerOf,
  refusals,
  startTestServer,
  type TestPerson,
  type TestRunbook,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const NOTHING = '999999'

let server: TestServer
let plan: Planner
let hidden: string
let workspace: string
let runbook: TestRunbook
let ada: TestPerson

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  hidden = await plan.makeWorkspace()
  runbook = await buildRunbook(server, { tasks: [{}] })
  workspace = (await plan.get(runbook.path))['relationships'].workspace.data.id
  ada = await addPerson(server, runbook, 'runbook_admin')
  for (const role of ['workspace_manager', 'workspace_runbook_creator'] as const)
    await grantRole(server, ada.id, role, { type: 'workspace', id: workspace })
})
afterAll(() => server.close())

const made = async (path: string, type: string, links = {}, attributes = {}) => {
  const write = writeOf(type, { name: `Hidden ${type}`, ...attributes }, links)
  const answer = await server.send('POST', path, write)
  return answer.document['data'].id as string
}

/** What Ada is told when a write names something. */
const told = async (method: string, path: string, write: object) =>
  refusals(await server.send(method, path, write, ada.headers))

test('an id of what somebody does not see is refused like an id of nothing', async () => {
  const folder = await made(`/core/workspaces/${hidden}/folders`, 'folder')
  const runbookType = await made('/core/runbook_types', 'runbook_type', { workspace: hidden })
  const taskType = await made('/core/task_types', 'task_type', { workspace: hidden }, { key: 'hidden' })
  const team = await made('/core/teams', 'team', { workspace: hidden })
  const writes: [string, string, string, (id: string) => object][] = [
    [folder, 'PATCH', runbook.path, (id) => writeOf('runbook', {}, { folder: id })],
    [folder, 'POST', '/core/runbooks', (id) => writeOf('runbook', { name: 'x' }, { workspace, folder: id })],
    [
      runbookType,
      'POST',
      '/core/runbooks',
      (id) => writeOf('runbook', { name: 'x' }, { workspace, runbook_type: id }),
    ],
    [
      taskType,
      'POST',
      '/core/runbook_types',
      (id) => writeOf('runbook_type', { name: 'x' }, { workspace, task_types: [id] }),
    ],
    [team, 'POST', `${runbook.path}/runbook_teams`, (id) => writeOf('runbook_team', {}, { team: id })],
  ]
  for (const [id, method, path, write] of writes) {
    const [unseen, nothing] = [await told(method, path, write(id)), await told(method, path, write(NOTHING))]
    expect([path, unseen]).toEqual([path, nothing])
    expect(nothing.map((line) => line.split(' ')[0])).toEqual(['related_not_found'])
  }
})

test('what lies in an archived workspace is nowhere, also for those who saw it', async () => {
  const old = await plan.makeRunbook({ name: 'Old' }, { workspace: await plan.makeWorkspace() })
  const field = await plan.makeField({ name: 'lead', field_type: 'user', apply_to: 'runbook_add_edit' })
  const roleTypes = await server.send('GET', '/core/role_types?page[size]=100')
  const { id: role_type_id } = roleTypes.document['data'].find(
    ({ attributes }: { attributes: { key: string } }) => attributes.key === 'runbook_admin',
  )
  const path = `/core/workspaces/${(await plan.get(`/core/runbooks/${old}`))['relationships'].workspace.data.id}`
  expect((await server.send('PATCH', `${path}/archive`)).status).toBe(200)
  const writes: [string, string, object][] = [
    [
      '/core/runbooks',
      'copy_source_invalid /meta/copy/source_runbook_id',
      writeOf('runbook', { name: 'Copy' }, { workspace }, { copy: { source_runbook_id: old, all: true } }),
    ],
    [
      '/core/custom_field_users',
      'related_not_found /data/relationships/runbook/data',
      writeOf('custom_field_user', {}, { custom_field: field, user: '1', runbook: old }),
    ],
    [
      '/core/users',
      'related_not_found /data/attributes/roles_attributes/0/resource_id',
      writeOf('user', {
        first_name: 'Ada',
        last_name: 'Byron',
        email: 'ada@example.org',
        roles_attributes: [{ role_type_id, resource_type: 'runbook', resource_id: old }],
      }),
    ],
  ]
  for (const [to, code, write] of writes)
    expect(refusals(await server.send('POST', to, write))).toEqual([code])
})
