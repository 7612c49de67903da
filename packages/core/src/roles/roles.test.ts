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
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let plan: Planner
let workspace: string
let roleTypes: Record<string, string>

beforeAll(async () => {
  server = await startTestServer()
  plan = plannerOf(server)
  workspace = await plan.makeWorkspace()
  const { document } = await server.send('GET', '/core/role_types?page[size]=100')
  roleTypes = Object.fromEntries(
    (document['data'] as Document[]).map(({ id, attributes }) => [attributes.key, id]),
  )
})
afterAll(() => server.close())

const grant = (user: string, key: string, scope?: { type: string; id: string }) => ({
  data: {
    type: 'role',
    relationships: {
      user: { data: { type: 'user', id: user } },
      role_type: { data: { type: 'role_type', id: roleTypes[key] } },
      ...(scope ? { scope: { data: scope } } : {}),
    },
  },
})
const inWorkspace = (id = workspace) => ({ type: 'workspace', id })
const post = (body: object, as?: TestPerson) => server.send('POST', '/core/roles', body, as?.headers)
const sync = (user: string, roles: readonly object[], as?: TestPerson) =>
  server.send('PATCH', `/core/users/${user}/roles`, { meta: { roles_attributes: roles } }, as?.headers)
const named = (key: string, resource_type?: string, resource_id?: string) => ({
  role_type_id: roleTypes[key],
  ...(resource_type ? { resource_type, resource_id } : {}),
})
const keysOf = async (user: string) => {
  const { document } = await server.send(
    'GET',
    `/core/roles?user_id=${user}&include=role_type&sort=created_at`,
  )
  const keys = new Map(
    (document['included'] as Document[] | undefined)?.map((one) => [one['id'], one['attributes'].key]),
  )
  return (document['data'] as Document[]).map(
    ({ relationships: { role_type, scope } }) =>
      `${keys.get(role_type.data.id)}${scope.data ? ` on ${scope.data.type}` : ''}`,
  )
}
const get = (path: string, as: TestPerson) => server.send('GET', path, undefined, as.headers)

test('a role is granted, works at once, and is revoked at once', async () => {
  const ada = await addPerson(server, undefined)
  expect((await get(`/core/workspaces/${workspace}`, ada)).status).toBe(404)
  const made = dataOf(await post(grant(ada.id, 'workspace_manager', inWorkspace())))
  expect(made['relationships']).toMatchObject({
    user: { data: { type: 'user', id: ada.id } },
    scope: { data: inWorkspace() },
  })
  expect((await get(`/core/workspaces/${workspace}`, ada)).status).toBe(200)
  expect(refusals(await post(grant(ada.id, 'workspace_manager', inWorkspace())))).toEqual([
    'taken /data/relationships/role_type/data',
  ])
  expect((await server.send('DELETE', `/core/roles/${made['id']}`)).status).toBe(204)
  expect((await get(`/core/workspaces/${workspace}`, ada)).status).toBe(404)
  expect(refusals(await server.send('DELETE', `/core/roles/${made['id']}`))).toEqual(['not_found'])
})

test('a role needs something of the right kind, or nothing', async () => {
  const ada = await addPerson(server, undefined)
  expect(refusals(await post(grant(ada.id, 'workspace_manager')))).toEqual([
    'role_scope_invalid /data/relationships/scope/data',
  ])
  expect(refusals(await post(grant(ada.id, 'developer', inWorkspace())))).toEqual([
    'role_scope_invalid /data/relationships/scope/data',
  ])
  expect(refusals(await post(grant(ada.id, 'folder_manager', inWorkspace())))).toEqual([
    'role_scope_invalid /data/relationships/scope/data',
  ])
  expect(refusals(await post(grant(ada.id, 'workspace_manager', inWorkspace('999999'))))).toEqual([
    'related_not_found /data/relationships/scope/data',
  ])
  expect(refusals(await post(grant('999999', 'developer')))).toEqual([
    'related_not_found /data/relationships/user/data',
  ])
  expect(refusals(await sync(ada.id, [named('workspace_manager', 'workspace')]))).toEqual([
    'role_scope_invalid /meta/roles_attributes/0/resource_id',
  ])
  expect(refusals(await sync(ada.id, [named('workspace_manager', 'workspace', '999999')]))).toEqual([
    'related_not_found /meta/roles_attributes/0/resource_id',
  ])
})

test('who manages a workspace grants roles in it, and no others', async () => {
  const [mira, ada] = [await addPerson(server, undefined), await addPerson(server, undefined)]
  dataOf(await post(grant(mira.id, 'workspace_manager', inWorkspace())))
  const own = dataOf(await post(grant(ada.id, 'workspace_stakeholder', inWorkspace()), mira))
  const other = await plan.makeWorkspace()
  expect(refusals(await post(grant(ada.id, 'workspace_stakeholder', inWorkspace(other)), mira))).toEqual([
    'related_not_found /data/relationships/scope/data',
  ])
  const whole = await post(grant(ada.id, 'global_stakeholder'), mira)
  expect([whole.status, refusals(whole), whole.document['errors'][0].meta.required]).toEqual([
    403,
    ['insufficient_role'],
    ['global_user_admin', 'owner'],
  ])
  expect(refusals(await post(grant(mira.id, 'workspace_member', inWorkspace()), ada))).toEqual([
    'insufficient_role',
  ])
  expect(refusals(await sync(ada.id, [], mira))).toEqual(['insufficient_role'])
  expect((await server.send('DELETE', `/core/roles/${own['id']}`, undefined, ada.headers)).status).toBe(403)
  expect((await server.send('DELETE', `/core/roles/${own['id']}`, undefined, mira.headers)).status).toBe(204)
})

test('a folder is managed with all below it, and nothing beside it', async () => {
  const mira = await addPerson(server, undefined)
  const ada = await addPerson(server, undefined)
  const folder = async (name: string, parent?: string) =>
    dataOf(
      await server.send('POST', `/core/workspaces/${workspace}/folders`, {
        data: {
          type: 'folder',
          attributes: { name },
          ...(parent ? { relationships: { parent: { data: { type: 'folder', id: parent } } } } : {}),
        },
      }),
    )['id'] as string
  const top = await folder('Top')
  const below = await folder('Below', top)
  const beside = await folder('Beside')
  const inFolder = async (id: string) => plan.makeRunbook({}, { workspace, folder: id })
  const [inside, outside] = [await inFolder(below), await inFolder(beside)]
  dataOf(await post(grant(mira.id, 'folder_manager', { type: 'folder', id: top })))
  // Somebody whom she may know of.
  dataOf(await post(grant(ada.id, 'workspace_member', inWorkspace())))
  expect((await get(`/core/runbooks/${inside}`, mira)).status).toBe(200)
  expect((await get(`/core/runbooks/${outside}`, mira)).status).toBe(404)
  const asMira = (id: string) => post(grant(ada.id, 'folder_stakeholder', { type: 'folder', id }), mira)
  expect((await asMira(below)).status).toBe(201)
  expect((await get(`/core/runbooks/${inside}`, ada)).status).toBe(200)
  expect(refusals(await asMira(beside))).toEqual(['insufficient_role'])
  // Moved away from the folder that is managed, it is lost to its manager.
  const path = `/core/workspaces/${workspace}/folders`
  const rename = (id: string) =>
    server.send(
      'PATCH',
      `${path}/${id}`,
      { data: { type: 'folder', attributes: { name: 'New' } } },
      mira.headers,
    )
  expect([(await rename(below)).status, (await rename(beside)).status]).toEqual([200, 403])
  dataOf(
    await server.send('PATCH', `${path}/${below}`, {
      data: { type: 'folder', relationships: { parent: { data: { type: 'folder', id: beside } } } },
    }),
  )
  expect((await rename(below)).status).toBe(403)
  expect((await get(`/core/runbooks/${inside}`, mira)).status).toBe(404)
})

test('sync makes the roles of a person these and no others, and lets them into runbooks', async () => {
  const ada = await addPerson(server, undefined)
  const runbook = await plan.makeRunbook({}, { workspace })
  const stream = await plan.makeStream(runbook)
  const wanted = [
    named('developer'),
    named('workspace_member', 'workspace', workspace),
    named('stream_editor', 'stream', stream),
  ]
  expect(refusals(await sync(ada.id, [named('stream_editor', 'stream', stream)]))).toEqual([
    'related_not_in_scope /meta/roles_attributes',
  ])
  dataOf(await sync(ada.id, wanted))
  expect(await keysOf(ada.id)).toEqual(['developer', 'workspace_member on workspace'])
  const people = await server.send('GET', `/core/runbooks/${runbook}/runbook_users`)
  const own = (people.document['data'] as Document[]).find(
    ({ relationships }) => relationships.user.data.id === ada.id,
  )
  expect(own).toMatchObject({
    attributes: { role: 'stream_editor' },
    relationships: { streams: { data: [{ type: 'stream', id: stream }] } },
  })
  dataOf(await sync(ada.id, [named('developer'), named('runbook_admin', 'runbook', runbook)].slice(0, 1)))
  expect(await keysOf(ada.id)).toEqual(['developer'])
  expect((await get(`/core/runbooks/${runbook}`, ada)).status).toBe(200)
})

test('who manages people makes no Owner, touches none, and reads no runbook', async () => {
  const mira = await addPerson(server, undefined)
  const ada = await addPerson(server, undefined)
  dataOf(await post(grant(mira.id, 'global_user_admin')))
  const refused = await post(grant(ada.id, 'owner'), mira)
  expect([refused.status, refused.document['errors'][0].meta.required]).toEqual([403, ['owner']])
  expect(refusals(await sync(mira.id, [named('developer'), named('owner')], mira))).toEqual([
    'insufficient_role',
  ])
  expect(refusals(await sync('1', [], mira))).toEqual(['insufficient_role'])
  expect((await sync(ada.id, [named('developer'), named('global_stakeholder')], mira)).status).toBe(200)
  const runbook = await plan.makeRunbook()
  expect((await get(`/core/runbooks/${runbook}`, mira)).status).toBe(404)
  expect((await get(`/core/runbooks/${runbook}`, ada)).status).toBe(200)
})

test('the last Owner stays one', async () => {
  const { document } = await server.send('GET', `/core/roles?user_id=1&role_type_id=${roleTypes['owner']}`)
  const [own] = document['data'] as Document[]
  expect(refusals(await server.send('DELETE', `/core/roles/${own?.['id']}`))).toEqual(['last_admin'])
  expect(refusals(await sync('1', [named('developer')]))).toEqual(['last_admin'])
  const ada = await addPerson(server, undefined)
  dataOf(await post(grant(ada.id, 'owner')))
  expect((await server.send('DELETE', `/core/roles/${own?.['id']}`, undefined, ada.headers)).status).toBe(204)
  dataOf(await post(grant('1', 'owner'), ada))
})

test('roles are listed as far as they may be seen', async () => {
  const [mira, ada] = [await addPerson(server, undefined), await addPerson(server, undefined)]
  const own = await plan.makeWorkspace()
  for (const { id } of [mira, ada]) dataOf(await post(grant(id, 'workspace_member', inWorkspace(own))))
  const seen = async (query: string, as: TestPerson) =>
    ((await get(`/core/roles?${query}`, as)).document['data'] as Document[]).length
  expect(await seen(`workspace_id=${own}`, ada)).toBe(1)
  dataOf(await post(grant(mira.id, 'workspace_manager', inWorkspace(own))))
  expect(await seen(`workspace_id=${own}`, mira)).toBe(3)
  expect(await seen(`resource_type=workspace&resource_id=${own}&user_id=${ada.id}`, mira)).toBe(1)
  expect(refusals(await get('/core/roles?resource_id=1', mira))).toEqual(['invalid_parameter resource_id'])
})

test('the log tells who was granted what', async () => {
  const ada = await addPerson(server, undefined)
  dataOf(await post(grant(ada.id, 'workspace_manager', inWorkspace())))
  dataOf(await sync(ada.id, [named('developer')]))
  const { document } = await server.send('GET', '/core/action_logs?event=roles_sync,role_grant&page[size]=2')
  const manager = `workspace_manager on workspace ${workspace}`
  expect((document['data'] as Document[]).map(({ attributes }) => attributes.changes)).toEqual([
    { roles: [['developer', manager], ['developer']] },
    { roles: [['developer'], ['developer', manager]] },
  ])
})
