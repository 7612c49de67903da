import {
  addPerson,
  buildRunbook,
  grantRole,
  joinRunbook,
  type MailReceiver,
  plannerOf,
  receiveMail,
  refusals,
  signIn,
  startTestServer,
  type TestPerson,
  type TestServer,
  trySignIn,
  writeOf,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendDueMail } from '../mail/send-due-mail.ts'
import { makePerson, password } from '../sessions/test-support.ts'

let receiver: MailReceiver
let server: TestServer
let admin: TestPerson

beforeAll(async () => {
  receiver = await receiveMail()
  const mail = {
    smtpUrl: receiver.url,
    from: 'Runsheet <runs@example.com>',
    publicUrl: 'https://runs.example.com',
  }
  server = await startTestServer({ mail })
  admin = await addPerson(server, undefined)
  await grantRole(server, admin.id, 'global_user_admin')
})
afterAll(async () => {
  await server.close()
  await receiver.close()
})

const patch = (id: string, attributes: object, headers = admin.headers) =>
  server.send('PATCH', `/core/users/${id}`, writeOf('user', attributes), headers)
const askForLink = (email: string) =>
  server.ask('POST', '/core/password_resets', writeOf('password_reset', { email }))
const setPassword = (link: string) =>
  server.ask('POST', '/core/passwords', writeOf('password', { link, password: 'a password that is new' }))
const secretIn = (text: string | undefined) => /#([0-9a-f]{48})$/m.exec(text ?? '')?.[1] ?? ''
async function deliver() {
  const before = receiver.mails.length
  await sendDueMail(server.core.services)
  return receiver.mails.slice(before)
}

test('with another address the old one is told, in the language of the person, and open links hold no longer', async () => {
  const { id, email } = await makePerson(server)
  const browser = await signIn(server, { email, password })
  expect((await browser.send('PATCH', '/core/me', writeOf('me', { language: 'de' }))).status).toBe(200)
  await askForLink(email)
  const [reset] = await deliver()
  // One that is still to be sent is not.
  await askForLink(email)
  expect((await patch(id, { email: 'moved@example.com' })).status).toBe(200)
  const [told, ...more] = await deliver()
  expect(more).toEqual([])
  expect(told).toMatchObject({
    to: [email],
    subject: 'Ihr Konto bei Runsheet hat eine andere E-Mail-Adresse',
  })
  expect(told?.text).toContain(`anstelle von ${email}`)
  expect(told?.text).toContain('runs.example.com')
  expect(told?.text).not.toContain('#')
  expect(told?.html).not.toContain('<a ')
  expect(refusals(await setPassword(secretIn(reset?.text)))).toEqual([
    'link_superseded /data/attributes/link',
  ])
  expect((await trySignIn(server, { email, password })).status).toBe(401)
  expect((await trySignIn(server, { email: 'moved@example.com', password })).status).toBe(201)
  await askForLink('moved@example.com')
  const [link] = await deliver()
  expect(link?.to).toEqual(['moved@example.com'])
})

test('the same address in another case is no other one: nothing is told, and links hold', async () => {
  const { id, email } = await makePerson(server)
  await askForLink(email)
  const [reset] = await deliver()
  expect((await patch(id, { email: email.toUpperCase() })).status).toBe(200)
  expect(await deliver()).toEqual([])
  expect((await setPassword(secretIn(reset?.text))).status).toBe(201)
})

test('nobody gets in as somebody who holds what they could not grant', async () => {
  const { id, email } = await makePerson(server)
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await joinRunbook(server, runbook, id, 'runbook_admin')
  for (const attributes of [{ email: 'mine@example.com' }, { unique_id: 'mine' }, { provider: 'oidc' }]) {
    const refused = await patch(id, { ...attributes, job_title: 'Lead' })
    expect([refused.status, refusals(refused)]).toEqual([403, ['insufficient_role']])
    expect(refused.document['errors'][0].meta.required).toEqual(['runbook_admin', 'owner'])
  }
  expect((await trySignIn(server, { email, password })).status).toBe(201)
  expect(await deliver()).toEqual([])
  // What is no way in is changed all the same, as is what is sent as it stands.
  expect((await patch(id, { job_title: 'Lead', email, provider: 'email' })).status).toBe(200)
  // An Owner may.
  const byOwner = { authorization: `Bearer ${server.token}` }
  expect((await patch(id, { email: 'hers@example.com' }, byOwner)).status).toBe(200)
})

test('roles that who manages people could grant stand in nobody’s way, nor does being oneself', async () => {
  const workspace = await plannerOf(server).makeWorkspace()
  const { id } = await makePerson(server)
  await grantRole(server, id, 'integrations_admin')
  await grantRole(server, id, 'workspace_manager', { type: 'workspace', id: workspace })
  expect((await patch(id, { email: 'manager@example.com', unique_id: 'm-1' })).status).toBe(200)
  const runbook = await buildRunbook(server, { tasks: [{}] })
  await joinRunbook(server, runbook, admin.id)
  expect((await patch(admin.id, { email: 'admin@example.com' })).status).toBe(200)
})
