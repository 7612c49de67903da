import { deliveredEvents } from '@runsheet/contract'
import {
  addPerson,
  dataOf,
  grantRole,
  plannerOf,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventNames } from '../events/event.ts'

let server: TestServer
let workspace: string
let admin: TestPerson
let manager: TestPerson
let stranger: TestPerson

const path = '/core/event_integrations'
let count = 0

beforeAll(async () => {
  server = await startTestServer()
  workspace = await plannerOf(server).makeWorkspace()
  ;[admin, manager, stranger] = [
    await addPerson(server, undefined),
    await addPerson(server, undefined),
    await addPerson(server, undefined),
  ]
  await grantRole(server, admin.id, 'integrations_admin', { type: 'workspace', id: workspace })
  await grantRole(server, manager.id, 'workspace_manager', { type: 'workspace', id: workspace })
})
afterAll(() => server.close())

const write = (attributes: object = {}, links = {}) => {
  count += 1
  return writeOf(
    'event_integration',
    { name: `Chat ${count}`, event_types: ['run.started'], url: 'https://chat.example.com/x', ...attributes },
    links,
  )
}
const make = (attributes?: object, links?: object, headers = {}) =>
  server.send('POST', path, write(attributes, links), headers)
const change = (id: string, attributes: object, meta?: object, headers = {}) =>
  server.send(
    'PATCH',
    `${path}/${id}`,
    { data: { type: 'event_integration', id, attributes }, ...(meta ? { meta } : {}) },
    headers,
  )

test('an integration is made with its defaults; its signing secret is shown once, its token never', async () => {
  const made = dataOf(await make({ auth_type: 'token', token: 'hunter2' }))
  const { signing_secret, ...kept } = made['attributes']
  expect(signing_secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  expect(kept).toMatchObject({
    scope: 'instance',
    enabled: true,
    execute_in_rehearsal: false,
    execute_in_planning: true,
    http_method: 'POST',
    headers: [],
    has_token: true,
    deliveries_count: 0,
  })
  const read = await server.send('GET', `${path}/${made['id']}`)
  expect(dataOf(read)['attributes']).toEqual(kept)
  const { rows } = await server.core.database.writePool.query<{ text: string }>(
    `select row_to_json(i)::text as text from event_integration i
    union all select payload from event union all select coalesce(body, '') from idempotency_key`,
  )
  const stored = rows.map(({ text }) => text).join('\n')
  expect(stored).not.toContain('hunter2')
  expect(stored).not.toContain(String(signing_secret))
})

test('its scope is the instance, a workspace or a runbook type, and stays', async () => {
  const type = await plannerOf(server).typeOf('runbook_types', 'recovery-plan')
  const ofWorkspace = dataOf(await make({}, { workspace }))
  expect(ofWorkspace).toMatchObject({
    attributes: { scope: 'workspace' },
    relationships: { workspace: { data: { id: workspace } }, runbook_type: { data: null } },
  })
  expect(dataOf(await make({}, { runbook_type: type }))['attributes'].scope).toBe('runbook_type')
  expect(refusals(await make({}, { workspace, runbook_type: type }))).toEqual([
    'validation_failed /data/relationships/runbook_type/data',
  ])
  expect(refusals(await make({}, { workspace: '987654321' }))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
  const moved = await server.send('PATCH', `${path}/${ofWorkspace['id']}`, {
    data: {
      type: 'event_integration',
      id: ofWorkspace['id'],
      relationships: { workspace: { data: null } },
    },
  })
  expect(refusals(moved)).toEqual(['read_only /data/relationships/workspace'])
})

test.each<[object, string]>([
  [{ url: 'http://chat.example.com/x' }, 'webhook_url_blocked /data/attributes/url'],
  [{ url: 'https://169.254.169.254/' }, 'webhook_url_blocked /data/attributes/url'],
  [{ url: 'https://user:secret@example.com/' }, 'invalid_format /data/attributes/url'],
  [{ url: 'ftp://example.com/' }, 'invalid_format /data/attributes/url'],
  [{ event_types: [] }, 'blank /data/attributes/event_types'],
  [{ event_types: ['run.exploded'] }, 'invalid_enum /data/attributes/event_types/0'],
  [{ headers: [{ name: 'Authorization', value: 'x' }] }, 'invalid_format /data/attributes/headers/0/name'],
  [{ headers: [{ name: 'X-A', value: 'a\r\nb' }] }, 'invalid_format /data/attributes/headers/0/value'],
  [{ auth_type: 'token' }, 'missing_attribute /data/attributes/token'],
  [{ token: 'hunter2' }, 'validation_failed /data/attributes/token'],
])('%j is refused', async (attributes, refusal) => {
  expect(refusals(await make(attributes))).toEqual([refusal])
  const { id } = dataOf(await make())
  expect(refusals(await change(String(id), attributes))).toEqual([refusal])
})

test('a name is nobody else’s, whatever its case', async () => {
  const first = dataOf(await make({ name: 'Pager' }))
  expect(refusals(await make({ name: 'PAGER' }))).toEqual(['taken /data/attributes/name'])
  const { id } = dataOf(await make())
  expect(refusals(await change(String(id), { name: 'pager' }))).toEqual(['taken /data/attributes/name'])
  expect(dataOf(await change(String(first['id']), { name: 'pager' }))['attributes'].name).toBe('pager')
})

test('secrets are set anew and taken away; the log tells that, and never what they are', async () => {
  const { id, attributes } = dataOf(await make({ auth_type: 'token', token: 'hunter2' }))
  const rotated = dataOf(await change(String(id), { token: 'hunter3' }, { rotate_signing_secret: true }))
  expect(rotated['attributes'].signing_secret).not.toBe(attributes.signing_secret)
  const bare = dataOf(await change(String(id), { auth_type: 'none' }))
  expect(bare['attributes']).toMatchObject({ auth_type: 'none', has_token: false })
  expect(bare['attributes']).not.toHaveProperty('signing_secret')
  const { document } = await server.send('GET', '/core/action_logs?event=event_integration.updated')
  const changes = document['data'].map(
    (entry: { attributes: { changes: object } }) => entry.attributes.changes,
  )
  expect(changes.slice(0, 2)).toEqual([
    { auth_type: ['token', 'none'], token: ['set', null] },
    { token: ['set', 'set anew'], signing_secret: ['set', 'set anew'] },
  ])
})

test('a repeat of a creation shows the same secret again, and makes nothing', async () => {
  const body = write()
  const key = { 'idempotency-key': 'make-chat' }
  const [first, second] = [
    await server.send('POST', path, body, key),
    await server.send('POST', path, body, key),
  ]
  expect(second.document).toEqual(first.document)
  expect(second.headers.get('idempotency-replayed')).toBe('true')
})

test('who may manage integrations of a workspace does so there and nowhere else', async () => {
  const own = await make({}, { workspace }, admin.headers)
  expect(own.status).toBe(201)
  const { id } = dataOf(own)
  expect(refusals(await make({}, {}, admin.headers))).toEqual(['insufficient_role'])
  const other = await plannerOf(server).makeWorkspace()
  expect(refusals(await make({}, { workspace: other }, admin.headers))).toEqual([
    'related_not_found /data/relationships/workspace/data',
  ])
  const ofInstance = dataOf(await make())['id'] as string
  const seen = async ({ headers }: TestPerson) =>
    (await server.send('GET', path, undefined, headers)).document['data'] as { id: string }[]
  expect((await seen(admin)).every((integration) => integration.id !== ofInstance)).toBe(true)
  expect((await seen(admin)).some((integration) => integration.id === id)).toBe(true)
  expect(await seen(stranger)).toEqual([])
  for (const verb of ['', '/deliveries']) {
    expect((await server.send('GET', `${path}/${id}${verb}`, undefined, manager.headers)).status).toBe(200)
    expect((await server.send('GET', `${path}/${id}${verb}`, undefined, stranger.headers)).status).toBe(404)
    const hidden = await server.send('GET', `${path}/${ofInstance}${verb}`, undefined, admin.headers)
    expect(hidden.status).toBe(404)
  }
  expect(refusals(await change(String(id), { enabled: false }, undefined, manager.headers))).toEqual([
    'insufficient_role',
  ])
  expect(refusals(await server.send('DELETE', `${path}/${id}`, undefined, manager.headers))).toEqual([
    'insufficient_role',
  ])
  expect((await change(String(id), { enabled: false }, undefined, admin.headers)).status).toBe(200)
  expect((await server.send('DELETE', `${path}/${id}`, undefined, admin.headers)).status).toBe(204)
  expect((await server.send('GET', `${path}/${id}`)).status).toBe(404)
})

test('lists are filtered, a change holds If-Match, and there are no deliveries yet', async () => {
  const made = await make({ enabled: false, url: 'https://find-me.example.com/' }, { workspace })
  const { id } = dataOf(made)
  const ids = async (query: string) =>
    (await server.send('GET', `${path}?${query}`)).document['data'].map((one: { id: string }) => one.id)
  expect(await ids('query=FIND-ME')).toEqual([id])
  expect(await ids('query=find-me&enabled=true')).toEqual([])
  expect(await ids(`query=find-me&enabled=false&workspace_id=${workspace}`)).toEqual([id])
  expect(await ids('query=find-me&runbook_type_id=1')).toEqual([])
  const stale = await change(String(id), { enabled: true }, undefined, { 'if-match': '"1"' })
  expect(refusals(stale)).toEqual(['stale_resource If-Match'])
  const tag = { 'if-match': made.headers.get('etag') ?? '' }
  expect((await change(String(id), { enabled: true }, undefined, tag)).status).toBe(200)
  const { document } = await server.send('GET', `${path}/${id}/deliveries?status=failed`)
  expect(document['data']).toEqual([])
  expect(document['meta'].page.total).toBe(0)
})

test('an operator may let private addresses in', async () => {
  const home = await startTestServer({ letsPrivateWebhooks: true })
  try {
    const made = await home.send('POST', path, write({ url: 'http://10.0.0.5:8080/hook' }))
    expect(made.status).toBe(201)
  } finally {
    await home.close()
  }
})

test('every event of a runbook can be subscribed to', () => {
  const ofRunbooks = eventNames.filter((name) =>
    /^(?:runbook|run|tasks?|stream|runbook_(?:user|team)|comment)\./.test(name),
  )
  expect([...deliveredEvents].sort()).toEqual([...ofRunbooks].sort())
})
