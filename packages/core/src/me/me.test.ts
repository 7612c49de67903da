import {
  addPerson,
  dataOf,
  OWNER_EMAIL,
  OWNER_PASSWORD,
  refusals,
  signIn,
  startTestServer,
  type TestServer,
  trySignIn,
} from '@runsheet/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Headers = Readonly<Record<string, string>>

const change = (attributes: object, meta?: object, headers: Headers = {}) =>
  server.send('PATCH', '/core/me', { data: { type: 'me', attributes }, ...(meta && { meta }) }, headers)

const events = (limit: number) =>
  server.core.database.db
    .selectFrom('event')
    .select(['name', 'actor_id', 'payload'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

test('everybody is told who they are, with the defaults of what they have not set', async () => {
  const ada = await addPerson(server, undefined)
  const me = dataOf(await server.send('GET', '/core/me', undefined, ada.headers))
  expect(me['id']).toBe(ada.id)
  expect(me['attributes']).toMatchObject({
    first_name: 'Ada',
    name: 'Ada',
    roles: ['developer'],
    timezone: null,
    language: null,
    theme: 'auto',
    density: 'regular',
    single_key_shortcuts: true,
    has_password: false,
  })
  const owner = dataOf(await server.send('GET', '/core/me?include=user'))
  expect(owner['attributes']).toMatchObject({ email: OWNER_EMAIL, has_password: true })
  expect(owner['attributes'].roles).toContain('owner')
})

test('name and preferences are changed, and the log keeps what they were', async () => {
  const { headers, id } = await addPerson(server, undefined)
  const wanted = {
    last_name: 'Byron',
    timezone: 'Asia/Tokyo',
    language: 'ja',
    theme: 'dark',
    density: 'compact',
    single_key_shortcuts: false,
  }
  const changed = await change(wanted, undefined, headers)
  expect(dataOf(changed)['attributes']).toMatchObject({ first_name: 'Ada', name: 'Ada Byron', ...wanted })
  const [event] = await events(1)
  expect([event?.name, event?.actor_id]).toEqual(['user.updated', Number(id)])
  expect(JSON.parse(event?.payload ?? '').things[0].changes).toEqual({
    last_name: [null, 'Byron'],
    timezone: [null, 'Asia/Tokyo'],
    language: [null, 'ja'],
    theme: ['auto', 'dark'],
    density: ['regular', 'compact'],
    single_key_shortcuts: [true, false],
  })
  expect(dataOf(await change({ theme: 'light' }, undefined, headers))['attributes']).toMatchObject({
    ...wanted,
    theme: 'light',
  })
  const user = dataOf(await server.send('GET', `/core/users/${id}`))
  expect(user['attributes'].name).toBe('Ada Byron')
})

test('a preference leaves everything that Core remembers of the instance as it is, and the person too', async () => {
  const revisions = () =>
    server.core.database.db
      .selectFrom('instance')
      .innerJoin('app_user', (join) => join.on('app_user.id', '=', 1))
      .select(['instance.revision', 'permission_revision', 'app_user.updated_at'])
      .executeTakeFirstOrThrow()
  const before = await revisions()
  dataOf(await change({ theme: 'light' }))
  expect(await revisions()).toEqual(before)
})

test('a change of nothing is no event, and one that is based on what was is refused', async () => {
  const first = await change({ density: 'comfortable' })
  const etag = first.headers.get('etag') ?? ''
  const before = await events(1)
  const same = await change({ density: 'comfortable' }, undefined, { 'if-match': etag })
  expect([same.status, same.headers.get('etag')]).toEqual([200, etag])
  expect(await events(1)).toEqual(before)
  dataOf(await change({ density: 'regular' }, undefined, { 'if-match': etag }))
  expect(refusals(await change({ density: 'compact' }, undefined, { 'if-match': etag }))).toEqual([
    'stale_resource If-Match',
  ])
})

test('what may not be changed, and what is no value, is refused with its place', async () => {
  expect(refusals(await change({ email: 'new@example.com', roles: [] }))).toEqual([
    'read_only /data/attributes/email',
    'read_only /data/attributes/roles',
  ])
  expect(refusals(await change({ theme: 'pink', timezone: 'Mars/Olympus' }))).toEqual([
    'invalid_enum /data/attributes/theme',
    'invalid_format /data/attributes/timezone',
  ])
  const other = await server.send('PATCH', '/core/me', { data: { type: 'me', id: '2', attributes: {} } })
  expect(refusals(other)).toEqual(['id_mismatch /data/id'])
})

test('a new password needs the present one, has 12 characters, and ends every other session', async () => {
  const [desk, phone] = [await signIn(server), await signIn(server)]
  const set = (meta: object) => desk.send('PATCH', '/core/me', { data: { type: 'me', attributes: {} }, meta })
  const current_password = OWNER_PASSWORD
  const password = 'twelve chars'
  expect(refusals(await set({ password }))).toEqual(['missing_meta /meta/current_password'])
  expect(refusals(await set({ current_password }))).toEqual(['missing_meta /meta/password'])
  expect(refusals(await set({ password: 'eleven char', current_password }))).toEqual([
    'too_short /meta/password',
  ])
  expect(refusals(await set({ password, current_password: 'a guess' }))).toEqual([
    'wrong_password /meta/current_password',
  ])
  expect((await phone.send('GET', '/core/me')).status).toBe(200)
  expect((await set({ password, current_password })).status).toBe(200)
  expect((await desk.send('GET', '/core/me')).status).toBe(200)
  expect((await phone.send('GET', '/core/me')).status).toBe(401)
  expect((await server.send('GET', '/core/me')).status).toBe(200)
  expect((await trySignIn(server)).status).toBe(401)
  const [event] = await events(1)
  expect(JSON.parse(event?.payload ?? '').things[0].changes).toEqual({
    password: ['set', 'set anew'],
    sessions_ended: [null, 1],
  })
  expect((await trySignIn(server, { password })).status).toBe(201)
  expect((await change({}, { password: OWNER_PASSWORD, current_password: password })).status).toBe(200)
})

test('guesses at the present password wait as those of signing in do', async () => {
  const guess = () => change({}, { password: 'twelve chars', current_password: 'a guess' })
  expect((await guess()).status).toBe(422)
  await server.core.database.writes.updateTable('sign_in_failure').set({ failures: 8 }).execute()
  expect((await guess()).status).toBe(422)
  expect(refusals(await guess())).toEqual(['rate_limited'])
  await server.core.database.writes.deleteFrom('sign_in_failure').execute()
})

test('somebody without a password sets a first one with a token, and signs in with it', async () => {
  const { headers } = await addPerson(server, undefined)
  const password = 'first of them'
  const wrong = await change({}, { password, current_password: 'none' }, headers)
  expect(refusals(wrong)).toEqual(['wrong_password /meta/current_password'])
  const { attributes } = dataOf(await change({}, { password }, headers)) as { attributes: { email: string } }
  expect(attributes).toMatchObject({ has_password: true })
  expect((await trySignIn(server, { email: attributes.email, password })).status).toBe(201)
})

test('of a repeated change of a password nothing is kept by which it could be guessed', async () => {
  const { headers, id } = await addPerson(server, undefined)
  const key = { ...headers, 'idempotency-key': 'password-1' }
  const meta = { password: 'first of them' }
  expect((await change({}, meta, key)).status).toBe(200)
  expect((await change({}, meta, key)).headers.get('idempotency-replayed')).toBe('true')
  const [kept] = await server.core.database.db
    .selectFrom('idempotency_key')
    .selectAll()
    .where('user_id', '=', Number(id))
    .execute()
  const { createHash } = await import('node:crypto')
  const body = JSON.stringify({ data: { type: 'me', attributes: {} }, meta })
  const guess = createHash('sha256').update('updateMe\n/core/me\n[]\n\n').update(body).digest('hex')
  expect(kept?.fingerprint.toString('hex')).not.toBe(guess)
})

test('a profile is one’s own: the word is told to nobody else, and the log keeps neither word nor number', async () => {
  const ada = await addPerson(server, undefined)
  const own = (attributes: object) => change(attributes, undefined, ada.headers)
  const before = dataOf(await server.send('GET', '/core/me', undefined, ada.headers))
  expect(before['attributes']).toMatchObject({
    job_title: null,
    phone: null,
    email_opt_in: true,
    sms_opt_in: false,
    push_opt_in: false,
    memorable_word: null,
  })
  const profile = {
    job_title: 'Operator',
    phone: '+442079460018',
    email_opt_in: false,
    sms_opt_in: true,
    push_opt_in: true,
    memorable_word: 'lighthouse',
  }
  expect(dataOf(await own(profile))['attributes']).toMatchObject(profile)
  expect(dataOf(await own({ memorable_word: 'harbour' }))['attributes'].memorable_word).toBe('harbour')
  const told = (await events(2)).map(({ payload }) => payload)
  expect(JSON.parse(told[1] ?? '')).toMatchObject({
    things: [{ changes: { sms_opt_in: [false, true], phone: [null, 'set'], memorable_word: [null, 'set'] } }],
  })
  expect(JSON.parse(told[0] ?? '')).toMatchObject({
    things: [{ changes: { memorable_word: ['set', 'set anew'] } }],
  })
  expect(told.join()).not.toMatch(/lighthouse|harbour|79460018/)
  const seen = await server.send('GET', `/core/users/${ada.id}`)
  expect(dataOf(seen)['attributes']).toMatchObject({ job_title: 'Operator', phone: '+442079460018' })
  expect(JSON.stringify(seen.document)).not.toContain('harbour')
  expect(refusals(await own({ phone: '0049 30 1', memorable_word: '' }))).toEqual([
    'invalid_format /data/attributes/phone',
    'blank /data/attributes/memorable_word',
  ])
})

test('what somebody may do anywhere is told with the account', async () => {
  const ada = await addPerson(server, undefined)
  const me = dataOf(await server.send('GET', '/core/me', undefined, ada.headers))
  expect(me['meta'].permissions).toEqual([{ type: 'create', resource: 'user_app_token' }])
  const owner = dataOf(await server.send('GET', '/core/me'))
  expect(owner['meta'].permissions).toContainEqual({ type: 'create', resource: 'user' })
})
