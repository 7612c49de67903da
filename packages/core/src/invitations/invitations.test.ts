import {
  addPerson,
  buildRunbook,
  dataOf,
  grantRole,
  joinRunbook,
  type MailReceiver,
  OWNER_EMAIL,
  receiveMail,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  trySignIn,
  writeOf,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDueMail } from '../mail/send-due-mail.ts'

let receiver: MailReceiver
let server: TestServer
let silent: TestServer
let admin: TestPerson

beforeAll(async () => {
  receiver = await receiveMail()
  const mail = {
    smtpUrl: receiver.url,
    from: 'Runsheet <runs@example.com>',
    publicUrl: 'https://runs.example.com',
  }
  server = await startTestServer({ mail })
  silent = await startTestServer({ connectionString: server.connectionString })
  admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
})
afterAll(async () => {
  await silent.close()
  await server.close()
  await receiver.close()
})

const invite = (at: TestServer, id: string, attributes: object = {}, headers = admin.headers) =>
  at.send('POST', `/core/users/${id}/invitations`, writeOf('invitation', attributes), headers)
const add = async (email: string, meta?: object, more: object = {}) => {
  const person = { first_name: 'Noor', last_name: 'Haddad', email, ...more }
  return dataOf(await server.send('POST', '/core/users', writeOf('user', person, {}, meta)))['id'] as string
}
const setPassword = (link: string) =>
  server.ask('POST', '/core/passwords', writeOf('password', { link, password: 'a password that is new' }))
const secretIn = (text: string | undefined) => /\/invitation#([0-9a-f]{48})$/m.exec(text ?? '')?.[1] ?? ''
async function deliver() {
  const before = receiver.mails.length
  await sendDueMail(server.core.services)
  return receiver.mails.slice(before)
}
const statusOf = async (id: string) =>
  dataOf(await server.send('GET', `/core/users/${id}`))['attributes'].status as string

test('somebody who has not signed in is invited again by mail, and the link before holds no longer', async () => {
  const id = await add('again@example.com')
  const [first] = await deliver()
  const made = await invite(server, id, { message: 'The first one went astray.' })
  expect(made.status).toBe(201)
  const { attributes, relationships } = dataOf(made)
  expect(attributes).toMatchObject({
    email: 'again@example.com',
    by_mail: true,
    message: 'The first one went astray.',
  })
  expect(attributes).not.toHaveProperty('link')
  expect((Date.parse(attributes.expires_at) - Date.parse(attributes.created_at)) / 86_400_000).toBe(7)
  expect(relationships.user.data).toEqual({ type: 'user', id })
  const [second, ...more] = await deliver()
  expect(more).toEqual([])
  expect(second).toMatchObject({ to: ['again@example.com'], subject: 'You are invited to Runsheet' })
  expect(second?.text).toContain('The first one went astray.')
  expect(refusals(await setPassword(secretIn(first?.text)))).toEqual([
    'link_superseded /data/attributes/link',
  ])
  expect((await setPassword(secretIn(second?.text))).status).toBe(201)
  expect(await statusOf(id)).toBe('active')
  const event = await server.core.database.db
    .selectFrom('event')
    .select(['actor_id', 'payload'])
    .where('name', '=', 'password_link.made')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(event.actor_id).toBe(Number(admin.id))
  expect(event.payload).toContain('"purpose":[null,"invitation"]')
  // Who is in needs no invitation.
  expect(refusals(await invite(server, id))).toEqual(['already_signed_in'])
})

test('a mail that waits with the link before is not sent any more', async () => {
  const id = await add('waiting@example.com')
  expect((await invite(server, id)).status).toBe(201)
  const mails = await deliver()
  expect(mails).toHaveLength(1)
  expect((await setPassword(secretIn(mails[0]?.text))).status).toBe(201)
})

test('somebody who was added without an invitation is invited later', async () => {
  const id = await add('later@example.com', { invitation: { skip: true } })
  expect(await statusOf(id)).toBe('active')
  expect((await invite(server, id)).status).toBe(201)
  expect(await statusOf(id)).toBe('invited')
  expect(await deliver()).toHaveLength(1)
})

test('where the server sends no mail the link is in the answer, once, and gets its person in', async () => {
  const id = await add('by-hand@example.com', { invitation: { skip: true } })
  const made = dataOf(await invite(silent, id))
  expect(made['attributes']).toMatchObject({ by_mail: false, message: null })
  const { link } = made['attributes'] as { link: string }
  expect(link.startsWith(`${silent.url}/invitation#`)).toBe(true)
  const { rows } = await sql<{ text: string }>`
    select (select jsonb_agg(e)::text from event e) || (select jsonb_agg(l)::text from password_link l)
      || coalesce((select jsonb_agg(m)::text from mail m), '') as text`.execute(server.core.database.db)
  const secret = secretIn(link)
  expect(rows[0]?.text).not.toContain(secret)
  expect(refusals(await invite(silent, id, { message: 'Hello' }))).toEqual([
    'mail_not_configured /data/attributes/message',
  ])
  expect((await setPassword(secret)).status).toBe(201)
  expect(
    (await trySignIn(server, { email: 'by-hand@example.com', password: 'a password that is new' })).status,
  ).toBe(201)
})

test('a link is shown only to who could grant all that its person holds; by mail it goes to the person', async () => {
  const id = await add('participant@example.com', { invitation: { skip: true } })
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await joinRunbook(server, runbook, id)
  const refused = await invite(silent, id)
  expect([refused.status, refusals(refused)]).toEqual([403, ['insufficient_role']])
  expect(refused.document['errors'][0].meta.required).toEqual(['runbook_admin', 'owner'])
  expect((await invite(server, id)).status).toBe(201)
  expect((await invite(silent, id, {}, { authorization: `Bearer ${silent.token}` })).status).toBe(201)
})

test('an Owner is invited by Owners, a program by nobody, and who is archived not at all', async () => {
  const { document } = await server.send('GET', `/core/users?query=${OWNER_EMAIL}`)
  const refused = await invite(server, document['data'][0].id)
  expect(refusals(refused)).toEqual(['insufficient_role'])
  expect(refused.document['errors'][0].meta.required).toEqual(['owner'])
  const program = await add('machine@example.com', undefined, { non_interactive: true })
  const ofProgram = await invite(server, program)
  expect(refusals(ofProgram)).toEqual(['validation_failed'])
  expect(ofProgram.document['errors'][0].meta).toEqual({ reason: 'program_not_invited' })
  const gone = await add('gone@example.com')
  expect((await server.send('PATCH', `/core/users/${gone}/archive`)).status).toBe(200)
  expect(refusals(await invite(server, gone))).toEqual(['not_found'])
  const stakeholder = await addPerson(server, undefined)
  await grantRole(server, stakeholder.id, 'global_stakeholder')
  const id = await add('seen@example.com')
  expect(refusals(await invite(server, id, {}, stakeholder.headers))).toEqual(['insufficient_role'])
})

test('after some invitations of somebody the next has to wait, in every process, and the last one still holds', async () => {
  const id = await add('impatient@example.com', { invitation: { skip: true } })
  let link = ''
  for (let sent = 0; sent < 4; sent += 1) link = dataOf(await invite(silent, id))['attributes'].link as string
  for (const at of [silent, server]) {
    const refused = await invite(at, id)
    expect([refused.status, refusals(refused)]).toEqual([429, ['rate_limited']])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  const other = await add('patient@example.com', { invitation: { skip: true } })
  expect((await invite(silent, other)).status).toBe(201)
  expect((await setPassword(secretIn(link))).status).toBe(201)
})
