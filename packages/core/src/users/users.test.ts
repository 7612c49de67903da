import {
  type Answer,
  addPerson,
  type Document,
  dataOf,
  grantRole,
  joinRunbook,
  plannerOf,
  receiveMail,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  testRunbook,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDueMail } from '../mail/send-due-mail.ts'

let server: TestServer

const person = (email: string, first_name: string | null, archived_at: string | null = null) => ({
  email,
  first_name,
  last_name: first_name && 'Okafor',
  unique_id: null,
  password_hash: null,
  archived_at,
})

beforeAll(async () => {
  server = await startTestServer()
  await server.core.database.writes
    .insertInto('app_user')
    .values([
      person('mira@example.com', 'Mira'),
      person('nameless@example.com', null),
      person('gone@example.com', 'Gone', '2026-01-01T00:00:00Z'),
    ])
    .execute()
})
afterAll(() => server.close())

const emails = async (query: string) => {
  const { document } = await server.send('GET', `/core/users${query}`)
  return document['data'].map(({ attributes }: { attributes: { email: string } }) => attributes.email)
}

test('people are searched by part of the name or e-mail; the built-in user and who is archived are left out', async () => {
  expect(await emails('?sort=-core_users.email')).toEqual([
    'owner@example.com',
    'nameless@example.com',
    'mira@example.com',
  ])
  expect(await emails('?query=RA%20oka')).toEqual(['mira@example.com'])
  expect(await emails('?query=%25')).toEqual([])
  expect(await emails('?archived=true')).toEqual(['gone@example.com'])
})

test('a person without a name is called by the e-mail address', async () => {
  const { document } = await server.send('GET', '/core/users?query=nameless')
  expect(document['data'][0].attributes.name).toBe('nameless@example.com')
  expect(document['data'][0].relationships.roles.data).toEqual([])
})

test('the roles of a person are told, and can be included', async () => {
  const { document } = await server.send('GET', '/core/users?query=owner&include=roles')
  const roles = document['data'][0].relationships.roles.data
  expect(roles.length).toBeGreaterThan(0)
  expect(document['included']).toHaveLength(roles.length)
  expect(document['included'][0].relationships.role_type.data.type).toBe('role_type')
  const types = await server.send('GET', '/core/role_types?page[size]=2')
  expect(types.document['meta'].page.total).toBe(19)
  expect(types.document['data']).toHaveLength(2)
})

test('a person who is archived is there only for who asks for that', async () => {
  const { document } = await server.send('GET', '/core/users?archived=true')
  const { id } = document['data'][0]
  expect((await server.send('GET', `/core/users/${id}`)).status).toBe(404)
  const asked = await server.send('GET', `/core/users/${id}?archived=true`)
  expect(asked.document['data'].attributes).toMatchObject({ archived: true, status: 'archived' })
})

const write = (attributes: object, meta?: object) => writeOf('user', attributes, {}, meta)
const named = (email: string, more: object = {}) => ({
  first_name: 'Noor',
  last_name: 'Haddad',
  email,
  ...more,
})
const create = (attributes: object, meta?: object, as?: TestPerson) =>
  server.send('POST', '/core/users', write(attributes, meta), as?.headers)
const patch = (id: string, attributes: object, as?: TestPerson) =>
  server.send('PATCH', `/core/users/${id}`, write(attributes), as?.headers)
const move = (id: string, verb: 'archive' | 'restore', as?: TestPerson) =>
  server.send('PATCH', `/core/users/${id}/${verb}`, undefined, as?.headers)
const typeOf = async (key: string) => {
  const types = dataOf(await server.send('GET', '/core/role_types?page[size]=100')) as unknown as Document[]
  return types.find(({ attributes }) => attributes.key === key)?.['id'] as string
}
const lastEvent = async () => (await server.send('GET', '/core/action_logs?page[size]=1')).document['data'][0]

test('a person is added with roles', async () => {
  const workspace = await plannerOf(server).makeWorkspace()
  const roles_attributes = [
    { role_type_id: await typeOf('developer') },
    { role_type_id: await typeOf('workspace_member'), resource_type: 'workspace', resource_id: workspace },
  ]
  const sent = named('noor@example.com', { unique_id: 'n-17', last_name: '', job_title: 'Lead' })
  const made = await create({ ...sent, roles_attributes })
  expect(made.status).toBe(201)
  const { id, attributes, relationships, meta } = dataOf(made)
  expect(attributes).toMatchObject({
    name: 'Noor',
    last_name: '',
    unique_id: 'n-17',
    job_title: 'Lead',
    phone: null,
    provider: 'email',
    non_interactive: false,
    status: 'active',
  })
  expect(relationships.roles.data).toHaveLength(2)
  expect(meta.permissions).toContainEqual({ type: 'archive', resource: 'user' })
  const event = await lastEvent()
  expect(event.attributes.event).toBe('user.created')
  expect(event.attributes.changes).toMatchObject({
    email: [null, 'noor@example.com'],
    roles: [[], ['developer', `workspace_member on workspace ${workspace}`]],
  })
  const program = dataOf(await create(named('robot@example.com', { non_interactive: true })))
  expect(program['attributes']).toMatchObject({ non_interactive: true, status: 'active' })
  const listed = (query: string) => emails(`?${query}&sort=email`)
  expect(await listed('non_interactive=true')).toEqual(['robot@example.com'])
  expect(await listed(`role_type_id=${await typeOf('workspace_member')}`)).toEqual(['noor@example.com'])
  expect(await listed(`workspace_id=${workspace}`)).toEqual(['noor@example.com', 'owner@example.com'])
  expect(dataOf(await server.send('GET', `/core/users/${id}`))).toEqual(dataOf(made))
})

test('a person is invited by mail unless it is said otherwise, with what is said to them', async () => {
  const receiver = await receiveMail()
  const mail = {
    smtpUrl: receiver.url,
    from: 'Runsheet <runs@example.com>',
    publicUrl: 'https://runs.example.com',
  }
  const sending = await startTestServer({ mail, connectionString: server.connectionString, hasOwner: true })
  const add = (email: string, invitation?: object, more = {}) =>
    sending.send('POST', '/core/users', write(named(email, more), invitation && { invitation }))
  const message = 'See you on Friday.\n\n<b>Noor</b>'
  expect(dataOf(await add('guest@example.com', { message }))['attributes'].status).toBe('invited')
  expect(dataOf(await add('other@example.com'))['attributes'].status).toBe('invited')
  expect(dataOf(await add('silent@example.com', { skip: true }))['attributes'].status).toBe('active')
  expect(await sendDueMail(sending.core.services)).toBe(2)
  const letter = receiver.mails.find(({ to }) => to.includes('guest@example.com'))
  expect(letter?.text).toContain('See you on Friday.\n\n<b>Noor</b>')
  expect(letter?.text).toContain('https://runs.example.com/invitation#')
  expect(letter?.html).toContain('<p>&lt;b&gt;Noor&lt;/b&gt;</p>')
  const program = await add('machine@example.com', { message }, { non_interactive: true })
  expect(refusals(program)).toEqual(['validation_failed /meta/invitation'])
  expect(refusals(await create(named('nobody@example.com'), { invitation: { message } }))).toEqual([
    'mail_not_configured /meta/invitation',
  ])
  await sending.close()
  await receiver.close()
})

test('what nobody else may have, what is missing and what is no address is refused, all of it together', async () => {
  await create(named('first@example.com', { unique_id: 'f-1' }))
  expect(refusals(await create(named('FIRST@example.com', { unique_id: 'f-1' })))).toEqual([
    'taken /data/attributes/email',
    'taken /data/attributes/unique_id',
  ])
  expect(
    refusals(await create({ email: 'no address', provider: 'carrier pigeon', phone: '0800 1' })),
  ).toEqual([
    'invalid_format /data/attributes/email',
    'invalid_enum /data/attributes/provider',
    'invalid_format /data/attributes/phone',
    'missing_attribute /data/attributes/first_name',
    'missing_attribute /data/attributes/last_name',
  ])
  const roles = (role: object) => create(named('second@example.com', { roles_attributes: [role] }))
  const at = '/data/attributes/roles_attributes/0'
  expect(refusals(await roles({ role_type_id: '999' }))).toEqual([`related_not_found ${at}/role_type_id`])
  const member = { role_type_id: await typeOf('workspace_member') }
  expect(refusals(await roles(member))).toEqual([`role_scope_invalid ${at}/resource_type`])
  const resource_id = await plannerOf(server).makeRunbook()
  const part = { role_type_id: await typeOf('runbook_team_member'), resource_type: 'runbook', resource_id }
  expect(refusals(await roles(part))).toEqual(['related_not_in_scope /data/attributes/roles_attributes'])
  expect(await emails('?query=second')).toEqual([])
})

test('a person is changed; what another has is refused, and a telephone number is not told to everybody', async () => {
  const { id } = dataOf(await create(named('third@example.com')))
  await create(named('fourth@example.com'))
  expect(refusals(await patch(id, { email: 'Fourth@example.com' }))).toEqual(['taken /data/attributes/email'])
  expect(refusals(await patch(id, { non_interactive: true }))).toEqual([
    'read_only /data/attributes/non_interactive',
  ])
  const changed = dataOf(
    await patch(id, { first_name: 'Nour', phone: '+49301234567', email: 'Third@example.com' }),
  )
  expect(changed['attributes']).toMatchObject({ name: 'Nour Haddad', phone: '+49301234567' })
  expect((await lastEvent()).attributes.changes).toEqual({
    first_name: ['Noor', 'Nour'],
    email: ['third@example.com', 'Third@example.com'],
    phone: [null, 'set'],
  })
  const reader = await addPerson(server, undefined)
  await grantRole(server, reader.id, 'global_stakeholder')
  const seen = dataOf(await server.send('GET', `/core/users/${id}`, undefined, reader.headers))
  expect(seen['attributes'].phone).toBe(null)
  expect(seen['meta'].permissions).toEqual([])
  const stale = await server.send('PATCH', `/core/users/${id}`, write({ job_title: 'x' }), {
    'if-match': '"0"',
  })
  expect(refusals(stale)).toEqual(['stale_resource If-Match'])
})

test('who leaves is archived: sessions end, tokens are refused, and the roles wait for the return', async () => {
  const leaver = await addPerson(server, undefined)
  await grantRole(server, leaver.id, 'global_stakeholder')
  const me = () => server.send('GET', '/core/me', undefined, leaver.headers)
  expect((await me()).status).toBe(200)
  const runbook = await plannerOf(server).makeRunbook()
  await joinRunbook(server, testRunbook(server, runbook), leaver.id)
  await plannerOf(server).makeTask(runbook, {}, { assignees: [leaver.id] })
  const path = `/core/runbooks/${runbook}/events`
  const stream = await fetch(`${server.url}${path}`, { headers: leaver.headers })
  const archived = dataOf(await move(leaver.id, 'archive'))
  // Ends by itself: else this test does.
  expect(await stream.text()).toContain('event: ready')
  expect(archived['attributes']).toMatchObject({ archived: true, status: 'archived' })
  expect((await lastEvent()).attributes.changes).toMatchObject({ sessions_ended: [null, 0] })
  expect(refusals(await me())).toEqual(['user_archived'])
  expect(refusals(await move(leaver.id, 'archive'))).toEqual(['not_found'])
  const findings = await server.send('GET', `/core/runbooks/${runbook}/findings`)
  expect(findings.document['data'][0].attributes).toMatchObject({
    finding: 'assignee_archived',
    severity: 'warning',
    task_id: '1',
  })
  const again = await server.send('PATCH', `/core/users/${leaver.id}/archive?archived=true`)
  expect(again.document['errors'][0].code).toBe('already_archived')
  expect((await move(leaver.id, 'restore')).status).toBe(200)
  expect((await me()).document['data'].attributes.roles).toEqual([
    'developer',
    'global_stakeholder',
    'workspace_member',
  ])
  const twice = await move(leaver.id, 'restore')
  expect(twice.document['errors'][0].code).toBe('not_archived')
})

test('an Owner is for Owners, and the last one stays', async () => {
  const [owner] = (await server.send('GET', '/core/users?query=owner@')).document['data'] as [Document]
  const admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
  const required = ({ status, document }: Answer) => [status, document['errors'][0].meta?.required]
  expect(required(await patch(owner['id'], { email: 'mine@example.com' }, admin))).toEqual([403, ['owner']])
  expect(required(await move(owner['id'], 'archive', admin))).toEqual([403, ['owner']])
  const roles_attributes = [{ role_type_id: await typeOf('owner') }]
  expect(
    required(await create(named('climber@example.com', { roles_attributes }), undefined, admin)),
  ).toEqual([403, ['owner']])
  const last = await move(owner['id'], 'archive')
  expect(last.document['errors'][0].code).toBe('last_admin')
  const second = await addPerson(server, undefined)
  await grantRole(server, second.id, 'owner')
  expect((await move(second.id, 'archive')).status).toBe(200)
})

test('the log tells of a repeated request once', async () => {
  const key = { 'idempotency-key': 'user-1' }
  const post = () => server.send('POST', '/core/users', write(named('once@example.com')), key)
  const [first, again] = [await post(), await post()]
  expect([again.status, again.document]).toEqual([201, first.document])
})
