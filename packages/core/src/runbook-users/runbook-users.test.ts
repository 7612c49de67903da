import { grantRole, startTestServer, type TestServer } from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let runbook: string
const people: Record<string, string> = {}

const path = (rest = '') => `/core/runbooks/${runbook}/runbook_users${rest}`

const naming = (id: string, role?: string) => ({
  data: {
    type: 'runbook_user',
    ...(role ? { attributes: { role } } : {}),
    relationships: { user: { data: { type: 'user', id } } },
  },
})

beforeAll(async () => {
  server = await startTestServer()
  for (const [first_name, archived_at] of [
    ['Mira', null],
    ['Jonas', null],
    ['Nobody', null],
    ['Gone', '2026-01-01T00:00:00Z'],
  ] as const) {
    const email = `${first_name.toLowerCase()}@example.com`
    const { id } = await server.core.database.writes
      .insertInto('app_user')
      .values({ email, first_name, last_name: 'Okafor', unique_id: null, password_hash: null, archived_at })
      .returning('id')
      .executeTakeFirstOrThrow()
    people[first_name] = String(id)
  }
  const workspace = await server.send('POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: 'Payments', key: 'payments' } },
  })
  const made = await server.send('POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: { name: 'Failover' },
      relationships: { workspace: { data: { type: 'workspace', id: workspace.document['data'].id } } },
    },
  })
  runbook = made.document['data'].id
  for (const name of ['Mira', 'Jonas'])
    await grantRole(server, people[name] ?? '', 'workspace_member', {
      type: 'workspace',
      id: workspace.document['data'].id,
    })
})
afterAll(() => server.close())

test('a person is added as participant, is found by name, and leaves with all assignments', async () => {
  const added = await server.send('POST', path(), naming(people['Mira'] ?? ''))
  expect(added.status).toBe(201)
  expect(added.document['data']).toMatchObject({
    attributes: { role: 'participant' },
    relationships: { user: { data: { type: 'user', id: people['Mira'] } } },
  })

  const found = await server.send('GET', path('?query=mira%20oka&include=user'))
  expect(found.document['data'].map(({ id }: { id: string }) => id)).toEqual([added.document['data'].id])
  expect(found.document['meta'].page.total).toBe(1)
  expect(found.document['included'][0].attributes.name).toBe('Mira Okafor')

  const assignees = { assignees: { data: [{ type: 'user', id: people['Mira'] }] } }
  const task = await server.send('POST', `/core/runbooks/${runbook}/tasks`, {
    data: { type: 'task', attributes: { name: 'Stop the queue' }, relationships: assignees },
  })
  expect(task.document['data'].relationships.assignees.data).toHaveLength(1)
  expect((await server.send('DELETE', path(`/${added.document['data'].id}`))).status).toBe(204)
  const after = await server.send('GET', `/core/runbooks/${runbook}/tasks/1`)
  expect(after.document['data'].relationships.assignees.data).toEqual([])
  expect((await server.send('DELETE', path(`/${added.document['data'].id}`))).status).toBe(404)
})

test('nobody is added twice, nor who is archived, built in or not there', async () => {
  expect((await server.send('POST', path(), naming(people['Jonas'] ?? '', 'runbook_admin'))).status).toBe(201)
  const codeOf = async (id: string) => {
    const { status, document } = await server.send('POST', path(), naming(id))
    expect(status).toBe(422)
    expect(document['errors'][0].source).toEqual({ pointer: '/data/relationships/user/data' })
    return document['errors'][0].code
  }
  expect(await codeOf(people['Jonas'] ?? '')).toBe('taken')
  expect(await codeOf(people['Gone'] ?? '')).toBe('related_not_found')
  expect(await codeOf('9223372036854775807')).toBe('related_not_found')
  expect(await codeOf('0')).toBe('related_not_found')
  expect(await codeOf(people['Nobody'] ?? '')).toBe('related_not_in_scope')
})

test('the last administrator stays', async () => {
  const { document } = await server.send('GET', path())
  const [first, second] = document['data'].filter(
    ({ attributes }: { attributes: { role: string } }) => attributes.role === 'runbook_admin',
  )
  expect((await server.send('DELETE', path(`/${second.id}`))).status).toBe(204)
  const refused = await server.send('DELETE', path(`/${first.id}`))
  expect(refused.document['errors'][0].code).toBe('last_admin')
})

test('an editor edits streams that are named; nobody else names any', async () => {
  const stream = await server.send('POST', `/core/runbooks/${runbook}/streams`, {
    data: { type: 'stream', attributes: { name: 'Database' } },
  })
  const { id } = stream.document['data']
  const streams = { streams: { data: [{ type: 'stream', id }] } }
  const write = (attributes: object, relationships: object = {}) => ({
    data: { type: 'runbook_user', attributes, relationships },
  })
  const listed = await server.send('GET', path('?query=mira'))
  const member =
    listed.document['data'][0] ??
    (await server.send('POST', path(), naming(people['Mira'] ?? ''))).document['data']
  await server.send('DELETE', path(`/${member.id}`))
  const mira = { user: { data: { type: 'user', id: people['Mira'] } } }
  const unnamed = await server.send('POST', path(), write({ role: 'stream_editor' }, mira))
  expect(unnamed.document['errors'][0].code).toBe('role_scope_invalid')
  const again = (await server.send('POST', path(), write({}, mira))).document['data']
  const own = path(`/${again.id}`)
  const codes = async (body: object) => {
    const { document } = await server.send('PATCH', own, body)
    return document['errors']?.map(({ code }: { code: string }) => code)
  }
  expect(await codes(write({ role: 'stream_editor' }))).toEqual(['role_scope_invalid'])
  expect(await codes(write({ role: 'participant' }, streams))).toEqual(['role_scope_invalid'])
  expect(
    await codes(write({ role: 'stream_editor' }, { streams: { data: [{ type: 'stream', id: '999999' }] } })),
  ).toEqual(['related_not_found'])
  const editor = await server.send('PATCH', own, write({ role: 'stream_editor' }, streams))
  expect(editor.document['data']).toMatchObject({
    attributes: { role: 'stream_editor' },
    relationships: { streams: { data: [{ type: 'stream', id }] } },
  })
  expect((await server.send('GET', own)).document['data'].relationships.streams.data).toHaveLength(1)
  // What is edited by nobody any more leaves a participant.
  expect((await server.send('DELETE', `/core/runbooks/${runbook}/streams/${id}`)).status).toBe(204)
  expect((await server.send('GET', own)).document['data']).toMatchObject({
    attributes: { role: 'participant' },
    relationships: { streams: { data: [] } },
  })
  const [admin] = (await server.send('GET', path())).document['data']
  const step = await server.send('PATCH', path(`/${admin.id}`), write({ role: 'participant' }))
  expect(step.document['errors'][0].code).toBe('last_admin')
})

test('who changes what they may do again and again waits for themselves, and is not turned away', async () => {
  const [own] = (await server.send('GET', path())).document['data'] as { id: string; attributes: object }[]
  const again = { data: { type: 'runbook_user', id: own?.id, attributes: { role: 'runbook_admin' } } }
  const changes = Array.from({ length: 20 }, () => server.send('PATCH', path(`/${own?.id}`), again))
  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(changes.map(() => 200))
})
