import {
  addPerson,
  type Browser,
  browserWith,
  buildRunbook,
  dataOf,
  joinRunbook,
  type MailReceiver,
  receiveMail,
  refusals,
  signIn,
  startTestServer,
  type TestServer,
  trySignIn,
  whileWaiting,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commitInstance, lockInstance } from '../instance/commit-instance.ts'
import { takeDueMail } from '../mail/mail-queries.ts'
import { inviteByMail, sendDueMail } from '../mail/send-due-mail.ts'
import { addSecondFactor } from '../second-factor/test-support.ts'
import { makePerson, makeThoseWhoMayNot, password } from '../sessions/test-support.ts'

let receiver: MailReceiver
let server: TestServer
let silent: TestServer

const publicUrl = 'https://runs.example.com/ops'

beforeAll(async () => {
  receiver = await receiveMail()
  const mail = { smtpUrl: receiver.url, from: 'Runsheet <runs@example.com>', publicUrl }
  server = await startTestServer({ mail })
  silent = await startTestServer({ connectionString: server.connectionString })
})
afterAll(async () => {
  await silent.close()
  await server.close()
  await receiver.close()
})
beforeEach(() => db().deleteFrom('sign_in_failure').execute())

const db = () => server.core.database.writes
const fresh = 'a password that is new'

const ask = (email: string, headers = {}, at: TestServer = server) =>
  at.ask(
    'POST',
    '/core/password_resets',
    { data: { type: 'password_reset', attributes: { email } } },
    headers,
  )
const set = (attributes: object, headers = {}) =>
  server.ask('POST', '/core/passwords', { data: { type: 'password', attributes } }, headers)
/** Sends what waits to be sent, and answers the mails that came of it. */
async function deliver() {
  const before = receiver.mails.length
  await sendDueMail(server.core.services)
  return receiver.mails.slice(before)
}
const secretIn = (text: string) => /#([0-9a-f]{48})$/m.exec(text)?.[1] ?? ''
async function linkFor(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(204)
  const [mail] = await deliver()
  return secretIn(mail?.text ?? '')
}
const lastEvents = (limit: number) =>
  db()
    .selectFrom('event')
    .select(['name', 'actor_id', 'payload'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

test('the sign-in page is told whether a lost password can be set anew by mail', async () => {
  const options = async (at: TestServer) => dataOf(await at.ask('GET', '/core/sign_in_page'))['attributes']
  expect(await options(server)).toEqual({ password: true, password_reset: true })
  expect(await options(silent)).toEqual({ password: true, password_reset: false })
})

test('a link comes by mail, as text and HTML, to the address that the account has, and sets a password once', async () => {
  const { id, email } = await makePerson(server)
  const desk = await signIn(server, { email, password })
  const made = await db()
    .insertInto('user_app_token')
    .values(tokenRow(Number(id)))
    .execute()
  expect(made).toHaveLength(1)
  expect((await ask(email.toUpperCase())).status).toBe(204)
  const [mail, ...more] = await deliver()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    to: [email],
    from: 'runs@example.com',
    subject: 'Set a new password for Runsheet',
  })
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  const link = secretIn(mail?.text ?? '')
  expect(mail?.text).toContain(`${publicUrl}/reset-password#${link}`)
  expect(mail?.html).toContain(`href="${publicUrl}/reset-password#${link}"`)

  const answer = await set({ link, password: fresh }, { 'user-agent': 'Lynx/2.9' })
  expect(answer.status).toBe(201)
  expect(dataOf(answer)).toMatchObject({ id, attributes: { email, sessions_ended: 1 } })
  const signedIn = browserWith(server, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
  expect(dataOf(await signedIn.send('GET', '/core/me'))['attributes'].email).toBe(email)
  expect(refusals(await desk.send('GET', '/core/me'))).toEqual(['invalid_token'])
  const bearer = { authorization: `Bearer ${'c'.repeat(48)}` }
  expect((await server.ask('GET', '/core/me', undefined, bearer)).status).toBe(200)
  expect((await trySignIn(server, { email, password })).status).toBe(401)
  expect((await trySignIn(server, { email, password: fresh })).status).toBe(201)
  expect(refusals(await set({ link, password: fresh }))).toEqual(['link_used /data/attributes/link'])
})

const tokenRow = (user_id: number) => ({
  user_id,
  label: 'Stays',
  hash: sql<Buffer>`sha256(${'c'.repeat(48)}::bytea)`,
  last_four: 'cccc',
})

test('the log keeps who asked for what, and what came of it, and no secret', async () => {
  const { id, email } = await makePerson(server)
  const link = await linkFor(email)
  expect((await set({ link, password: fresh })).status).toBe(201)
  const [created, updated, asked] = await lastEvents(3)
  expect([created?.name, updated?.name, asked?.name]).toEqual([
    'session.created',
    'user.updated',
    'password_link.made',
  ])
  expect([created?.actor_id, updated?.actor_id, asked?.actor_id]).toEqual([Number(id), Number(id), 0])
  expect(JSON.parse(updated?.payload ?? '').things[0].changes).toEqual({
    password: ['set', 'set anew'],
    sessions_ended: [null, 0],
    by_link: [null, 'reset'],
  })
  const { rows } = await sql<{ text: string }>`
    select (select jsonb_agg(e)::text from event e) || (select jsonb_agg(l)::text from password_link l)
      || coalesce((select jsonb_agg(m)::text from mail m), '') as text`.execute(db())
  for (const secret of [link, fresh, Buffer.from(link).toString('hex')])
    expect(rows[0]?.text).not.toContain(secret)
})

test('the answer is the same whether anybody has the address, may sign in, or has a password', async () => {
  const { archived, program, without } = await makeThoseWhoMayNot(server)
  const emails = ['nobody@example.com', archived, program, 'runsheet@localhost', without]
  const told = []
  for (const one of emails) {
    const { status, headers, document } = await ask(one)
    told.push(`${status} ${headers.get('set-cookie')} ${JSON.stringify(document)}`)
  }
  told.push(`${(await ask(without, {}, silent)).status} null {"text":""}`)
  expect(new Set(told)).toEqual(new Set(['204 null {"text":""}']))
  expect((await deliver()).map(({ to }) => to)).toEqual([[without]])
  expect(await db().selectFrom('mail').select('id').execute()).toEqual([])
})

test('whoever asks makes no statement that depends on whether somebody has the address', async () => {
  const { email } = await makePerson(server)
  const rows = async (asked: string) => {
    await ask(asked)
    return db()
      .selectFrom('mail')
      .select(['kind', 'sealed_secret', 'attempts'])
      .where('email', '=', asked)
      .execute()
  }
  expect(await rows(email)).toEqual(await rows('nobody@example.com'))
  expect(
    await db()
      .selectFrom('password_link')
      .innerJoin('app_user', 'app_user.id', 'user_id')
      .select('user_id')
      .where('email', '=', email)
      .execute(),
  ).toEqual([])
  await deliver()
})

test('requests for links wait after three, per address of mail, also one that nobody has', async () => {
  const { email } = await makePerson(server)
  for (const account of [email, 'nobody@example.com']) {
    for (let n = 0; n < 4; n++) expect((await ask(account)).status).toBe(204)
    const early = await ask(account)
    expect(refusals(early)).toEqual(['rate_limited'])
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(50)
  }
  expect((await trySignIn(server, { email, password })).status).toBe(201)
  await deliver()
})

test('a later link takes the place of an earlier one, and so does a password that was changed', async () => {
  const { email } = await makePerson(server)
  const [first, second] = [await linkFor(email), await linkFor(email)]
  expect(refusals(await set({ link: first, password: fresh }))).toEqual([
    'link_superseded /data/attributes/link',
  ])
  const browser = await signIn(server, { email, password })
  const change = {
    data: { type: 'me', attributes: {} },
    meta: { password: 'another password', current_password: password },
  }
  expect((await browser.send('PATCH', '/core/me', change)).status).toBe(200)
  expect(refusals(await set({ link: second, password: fresh }))).toEqual([
    'link_superseded /data/attributes/link',
  ])
})

test('a link ends after an hour, and with the account; one that never was is not known', async () => {
  const { id, email } = await makePerson(server)
  const link = await linkFor(email)
  expect(refusals(await set({ link, password: 'short' }))).toEqual(['too_short /data/attributes/password'])
  const { expires_at, created_at } = await db()
    .selectFrom('password_link')
    .select(['expires_at', 'created_at'])
    .where('user_id', '=', Number(id))
    .executeTakeFirstOrThrow()
  expect(expires_at - created_at).toBe(3_600_000)
  await sql`update password_link set expires_at = now() - interval '1 second' where user_id = ${id}`.execute(
    db(),
  )
  expect(refusals(await set({ link, password: fresh }))).toEqual(['link_expired /data/attributes/link'])
  const next = await linkFor(email)
  await sql`update app_user set archived_at = now() where id = ${id}`.execute(db())
  expect(refusals(await set({ link: next, password: fresh }))).toEqual(['link_unknown /data/attributes/link'])
  expect(refusals(await set({ link: '0'.repeat(48), password: fresh }))).toEqual([
    'link_unknown /data/attributes/link',
  ])
})

test('of two requests with one link at the same time one sets its password', async () => {
  const { email } = await makePerson(server)
  const link = await linkFor(email)
  const answers = await Promise.all(
    ['the first of two', 'the second of two'].map((one) => set({ link, password: one })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
  expect(answers.flatMap((answer) => refusals(answer))).toEqual(['link_used /data/attributes/link'])
})

test('a second factor is asked for here, too, and its codes are guessed no faster', async () => {
  const { email } = await makePerson(server)
  const { authenticator } = await addSecondFactor(await signIn(server, { email, password }), password)
  const link = await linkFor(email)
  const without = await set({ link, password: fresh })
  expect([without.status, ...refusals(without)]).toEqual([401, 'second_factor_required'])
  for (let n = 0; n < 6; n++)
    expect(refusals(await set({ link, password: fresh, code: '000000' }))).toEqual([
      'wrong_code /data/attributes/code',
    ])
  const code = authenticator.code()
  expect(refusals(await set({ link, password: fresh, code }))).toEqual(['rate_limited'])
  await sql`update sign_in_failure set waits_until = now()`.execute(db())
  expect((await set({ link, password: fresh, code })).status).toBe(201)
  const plain = await makePerson(server)
  expect(refusals(await set({ link: await linkFor(plain.email), password: fresh, code }))).toEqual([
    'second_factor_off /data/attributes/code',
  ])
})

test('the live streams of the person end with the sessions', async () => {
  const runbook = await buildRunbook(server, { tasks: [{}] })
  const { id, email } = await makePerson(server)
  await joinRunbook(server, runbook, id, 'participant')
  const { cookie } = await signIn(server, { email, password })
  const headers = { cookie, accept: 'text/event-stream' }
  const stream = await fetch(`${server.url}${runbook.path}/events`, { headers })
  expect(stream.status).toBe(200)
  expect((await set({ link: await linkFor(email), password: fresh })).status).toBe(201)
  expect(await stream.text()).toContain('retry:')
})

test('mail is in the language of the person, else of the request, else in English', async () => {
  const [chosen, browser, none] = [
    await makePerson(server),
    await makePerson(server),
    await makePerson(server),
  ]
  const german = { 'accept-language': 'de-CH' }
  const preferences = { timezone: null, language: 'en' as const, theme: 'auto' as const }
  await db()
    .insertInto('user_preference')
    .values({
      ...preferences,
      user_id: Number(chosen.id),
      density: 'regular',
      single_key_shortcuts: true,
      changed_seq: 1,
    })
    .execute()
  await ask(chosen.email, german)
  await ask(browser.email, german)
  await ask(none.email, { 'accept-language': 'ja' })
  const subjects = Object.fromEntries((await deliver()).map(({ to, subject }) => [to[0], subject]))
  expect(subjects).toEqual({
    [chosen.email]: 'Set a new password for Runsheet',
    [browser.email]: 'Neues Passwort für Runsheet',
    [none.email]: 'Set a new password for Runsheet',
  })
})

test('mail that cannot be sent waits, longer each time, with the same link, and is forgotten when it is sent', async () => {
  const { email } = await makePerson(server)
  await ask(email)
  receiver.refuse(true)
  const pauses: number[] = []
  for (let n = 0; n < 3; n++) {
    expect(await deliver()).toEqual([])
    const { seconds } = await db()
      .selectFrom('mail')
      .select(sql<number>`round(extract(epoch from next_at - clock_timestamp()))::integer`.as('seconds'))
      .executeTakeFirstOrThrow()
    pauses.push(seconds)
    await sql`update mail set next_at = now()`.execute(db())
  }
  expect(pauses).toEqual([5, 10, 20])
  receiver.refuse(false)
  const [mail] = await deliver()
  expect((await set({ link: secretIn(mail?.text ?? ''), password: fresh })).status).toBe(201)
  expect(await db().selectFrom('mail').select('id').execute()).toEqual([])
  const links = await db()
    .selectFrom('password_link')
    .innerJoin('app_user', 'app_user.id', 'user_id')
    .select('password_link.id')
    .where('email', '=', email)
    .execute()
  expect(links).toHaveLength(1)
})

test('mail that a process took and did not send is sent by another', async () => {
  const { email } = await makePerson(server)
  await ask(email)
  expect(await takeDueMail(db(), 20)).toHaveLength(1)
  expect(await deliver()).toEqual([])
  await sql`update mail set next_at = next_at - interval '2 minutes'`.execute(db())
  expect(await deliver()).toHaveLength(1)
})

test('mail whose link would be worth nothing any more is not sent', async () => {
  const { email } = await makePerson(server)
  await ask(email)
  await sql`update mail set expires_at = now() - interval '1 second'`.execute(db())
  expect(await deliver()).toEqual([])
  expect(await db().selectFrom('mail').select('id').execute()).toEqual([])
})

test('an invitation is a link of the same kind, that holds seven days and sets the first password', async () => {
  const { id } = await addPerson(server, undefined)
  const { email } = await db()
    .selectFrom('app_user')
    .select('email')
    .where('id', '=', Number(id))
    .executeTakeFirstOrThrow()
  const invite = (at: TestServer) =>
    db()
      .transaction()
      .execute(async (trx) => {
        await lockInstance(trx)
        const now = Date.now()
        const { event } = await inviteByMail(
          trx,
          at.core.services,
          { id: Number(id), email },
          {
            at: now,
            call: { language: 'de' },
          },
        )
        await commitInstance(trx, { actorId: 1, requestId: 'test', at: now }, [event], null)
      })
  await expect(invite(silent)).rejects.toMatchObject({ problems: [{ code: 'mail_not_configured' }] })
  await invite(server)
  const [mail] = await deliver()
  expect(mail?.subject).toBe('Einladung zu Runsheet')
  const link = secretIn(mail?.text ?? '')
  expect(mail?.text).toContain(`${publicUrl}/invitation#${link}`)
  const { days } = await db()
    .selectFrom('password_link')
    .select(sql<number>`extract(day from expires_at - created_at)::integer`.as('days'))
    .where('user_id', '=', Number(id))
    .executeTakeFirstOrThrow()
  expect(days).toBe(7)
  expect((await set({ link, password: fresh })).status).toBe(201)
  const updated = (await lastEvents(2)).find(({ name }) => name === 'user.updated')
  expect(JSON.parse(updated?.payload ?? '').things[0].changes).toMatchObject({
    password: [null, 'set'],
    by_link: [null, 'invitation'],
  })
  expect((await trySignIn(server, { email, password: fresh })).status).toBe(201)
})

test('a page of another site can ask for nothing', async () => {
  const origin = { origin: 'https://evil.example' }
  expect(refusals(await ask('a@example.com', origin))).toEqual(['origin_not_allowed Origin'])
  expect(refusals(await set({ link: 'x', password: fresh }, origin))).toEqual(['origin_not_allowed Origin'])
})

test('a link is worth nothing to who is archived while it is used', async () => {
  const { email } = await makePerson(server)
  const link = await linkFor(email)
  const archive = () =>
    db().updateTable('app_user').set({ archived_at: sql`now()` }).where('email', '=', email).execute()
  const answer = await whileWaiting(server, 'instance', () => set({ link, password: fresh }), archive)
  expect(refusals(answer)).toEqual(['link_unknown /data/attributes/link'])
})

test('whatever somebody has under way with the old password does not pass after the new one', async () => {
  const { email } = await makePerson(server)
  const [mine, theirs] = [
    await signIn(server, { email, password }),
    await signIn(server, { email, password }),
  ]
  const change = (browser: Browser, wanted: string) =>
    browser.send('PATCH', '/core/me', {
      data: { type: 'me', attributes: {} },
      meta: { password: wanted, current_password: password },
    })
  const both = await Promise.all([change(mine, fresh), change(theirs, 'a password of somebody else')])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
})
