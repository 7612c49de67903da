import {
  type Answer,
  addPerson,
  type Document,
  dataOf,
  grantRole,
  refusals,
  startTestServer,
  type TestPerson,
  type TestServer,
  writeOf,
} from '@runsheet/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetUploads } from './upload-queries.ts'

let server: TestServer
let other: TestServer
let keeper: TestPerson
let reader: TestPerson
let stranger: TestPerson

const path = '/core/data_sources'
const FILE = 'Application,Owner,Tier\nPayments,Mira Okafor,1\n"Ledger, main",Jonas,2\nCards,"Ümit ""U""",\n'
let count = 0

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ connectionString: server.connectionString })
  ;[keeper, reader, stranger] = [
    await addPerson(server, undefined),
    await addPerson(server, undefined),
    await addPerson(server, undefined),
  ]
  await grantRole(server, keeper.id, 'custom_field_data_manager')
  await grantRole(server, reader.id, 'global_stakeholder')
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const make = (attributes: object = {}, headers = {}) => {
  count += 1
  const body = writeOf('data_source', { name: `Source ${count}`, source_type: 'file', ...attributes })
  return server.send('POST', path, body, headers)
}
const change = (id: unknown, attributes: object, headers = {}) =>
  server.send('PATCH', `${path}/${String(id)}`, { data: { type: 'data_source', id, attributes } }, headers)

async function askUpload(headers = {}): Promise<Document> {
  const asked = await server.send('GET', `${path}/upload_url?filename=applications.csv`, undefined, headers)
  return dataOf(asked)['attributes'] as Document
}
/** Puts a file as a program does that knows nothing but the address. */
const put = (url: string, file: string, at: TestServer = server): Promise<Answer> =>
  at.ask('PUT', url.slice(server.url.length), file)

async function upload(file = FILE, headers = {}): Promise<string> {
  const { key, upload_url } = await askUpload(headers)
  expect((await put(upload_url as string, file)).status).toBe(201)
  return key as string
}

const recordsOf = async (id: unknown, query = '') => {
  const { document } = await server.send('GET', `${path}/${String(id)}/records${query}`)
  return document['data'].map(({ attributes }: Document) => attributes.values as Document) as Document[]
}

test('a table is uploaded to a signed address without a token, searched, and replaced later', async () => {
  const { key, upload_url, expires_at, headers } = await askUpload()
  expect(upload_url).toMatch(new RegExp(`^${server.url}/core/uploads/${key}\\?signature=[\\w.-]+$`))
  expect(headers).toEqual({ 'Content-Type': 'text/csv' })
  expect(Date.parse(expires_at as string)).toBeGreaterThan(Date.now())
  // Any process of the instance takes it.
  const sent = await put(upload_url as string, FILE, other)
  expect(dataOf(sent)['attributes']).toMatchObject({
    key,
    columns: ['Application', 'Owner', 'Tier'],
    records_count: 3,
  })

  const made = dataOf(await make({ name: 'Applications', upload_key: key }))
  expect(made['attributes']).toMatchObject({
    filename: 'applications.csv',
    columns: ['Application', 'Owner', 'Tier'],
    records_count: 3,
    uploaded_at: expect.any(String) as string,
  })
  expect(await recordsOf(made['id'])).toEqual([
    { Application: 'Payments', Owner: 'Mira Okafor', Tier: '1' },
    { Application: 'Ledger, main', Owner: 'Jonas', Tier: '2' },
    { Application: 'Cards', Owner: 'Ümit "U"', Tier: '' },
  ])
  expect(
    (await recordsOf(made['id'], '?query=üMIT')).map(({ Application }) => Application as string),
  ).toEqual(['Cards'])
  expect(await recordsOf(made['id'], '?query=%22%2C')).toEqual([])

  const next = await upload('Application;Owner\nVault;Ada\n')
  const changed = dataOf(await change(made['id'], { upload_key: next }))
  expect(changed['attributes']).toMatchObject({ columns: ['Application', 'Owner'], records_count: 1 })
  expect(await recordsOf(made['id'])).toEqual([{ Application: 'Vault', Owner: 'Ada' }])
  const log = await server.send('GET', '/core/action_logs?event=data_source.updated')
  expect(log.document['data'][0].attributes.changes).toMatchObject({ records_count: [3, 1] })
})

test('an address takes one file, for fifteen minutes, as it was signed', async () => {
  const { upload_url, key } = await askUpload()
  const url = upload_url as string
  expect(refusals(await put(`${url}x`, FILE))).toEqual(['upload_refused signature'])
  expect(refusals(await put(url.replace(`/${key}?`, '/1?'), FILE))).toEqual(['upload_refused signature'])
  expect(refusals(await put(url.replace(/signature=.*/, 'signature=a.b'), FILE))).toEqual([
    'upload_refused signature',
  ])
  expect(refusals(await put(url.replace(/\?.*/, ''), FILE))).toEqual(['invalid_parameter signature'])
  // A file that cannot be read does not use the address up.
  expect(refusals(await put(url, 'A,"B\n'))).toEqual(['invalid_csv'])
  expect(refusals(await put(url, ''))).toEqual(['invalid_csv'])
  expect(refusals(await put(url, 'A,,C\n1,2,3\n'))).toEqual(['invalid_csv'])
  expect(refusals(await put(url, 'A,B,A\n1,2,3\n'))).toEqual(['taken'])
  const wide = Array.from({ length: 101 }, (_, at) => `c${at}`).join(',')
  expect(refusals(await put(url, wide))).toEqual(['too_long'])
  expect(refusals(await put(url, `${'n'.repeat(256)}\n1\n`))).toEqual(['too_long'])

  const answers = await Promise.all([put(url, FILE), put(url, FILE, other)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 403]))
  expect(answers.flatMap(refusals)).toEqual(['upload_refused signature'])

  const grant = { id: 7, user_id: 1, filename: 'x.csv', expires_at: 1 }
  const signature = server.core.services.secrets.sign(JSON.stringify(grant))
  expect(
    (await server.ask('PUT', `/core/uploads/7?signature=${signature}`, FILE)).document['errors'],
  ).toMatchObject([{ code: 'upload_refused', detail: 'The upload URL has expired.' }])
})

test('what was uploaded is put to use once, by who asked for the address, within a day', async () => {
  const key = await upload(FILE, keeper.headers)
  expect(refusals(await make({ upload_key: key }))).toEqual(['related_not_found /data/attributes/upload_key'])
  expect((await make({ upload_key: key }, keeper.headers)).status).toBe(201)
  expect(refusals(await make({ upload_key: key }, keeper.headers))).toEqual([
    'related_not_found /data/attributes/upload_key',
  ])
  const { upload_url } = await askUpload(keeper.headers)
  const leaver = Number(keeper.id)
  const archive = (at: string | null) =>
    server.core.database.writes
      .updateTable('app_user')
      .set({ archived_at: at })
      .where('id', '=', leaver)
      .execute()
  await archive(new Date().toISOString())
  expect(refusals(await put(upload_url as string, FILE))).toEqual(['upload_refused signature'])
  await archive(null)
  const late = await upload()
  const { writes } = server.core.database
  await sql`update upload set created_at = created_at - interval '25 hours'`.execute(writes)
  await forgetUploads(writes)
  expect(refusals(await make({ upload_key: late }))).toEqual([
    'related_not_found /data/attributes/upload_key',
  ])
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from upload`.execute(writes)
  expect(rows[0]?.count).toBe(0)
})

test('a refused creation leaves the upload for the next attempt', async () => {
  const key = await upload()
  dataOf(await make({ name: 'Twice' }))
  expect(refusals(await make({ name: 'TWICE', upload_key: key }))).toEqual(['taken /data/attributes/name'])
  expect((await make({ upload_key: key })).status).toBe(201)
})

test('an endpoint of another server is kept with its token, which nobody is shown', async () => {
  const made = dataOf(
    await make({
      source_type: 'api',
      endpoint_url: 'https://cmdb.example.com/search',
      query_parameter: 'q',
      auth_type: 'token',
      token: 'hunter2',
    }),
  )
  expect(made['attributes']).toMatchObject({ has_token: true, records_count: 0, filename: null })
  expect(await recordsOf(made['id'])).toEqual([])
  const { rows } = await sql<{ text: string; token: Buffer }>`
    select row_to_json(s)::text || (select string_agg(payload, '') from event) as text, token
    from data_source s where token is not null`.execute(server.core.database.db)
  expect(rows[0]?.text).not.toContain('hunter2')
  expect(server.core.services.secrets.open(rows[0]?.token ?? Buffer.alloc(0))).toBe('hunter2')
  const bare = dataOf(await change(made['id'], { auth_type: 'none' }))
  expect(bare['attributes'].has_token).toBe(false)
  const log = await server.send('GET', '/core/action_logs?event=data_source.updated')
  expect(log.document['data'][0].attributes.changes).toEqual({
    auth_type: ['token', 'none'],
    token: ['set', null],
  })
})

test.each<[object, string]>([
  [{ source_type: 'api' }, 'missing_attribute /data/attributes/endpoint_url'],
  [{ source_type: 'ftp' }, 'invalid_enum /data/attributes/source_type'],
  [{ endpoint_url: 'https://example.com' }, 'validation_failed /data/attributes/endpoint_url'],
  [{ auth_type: 'token', token: 'x' }, 'validation_failed /data/attributes/auth_type'],
  [{ query_parameter: 'q' }, 'validation_failed /data/attributes/query_parameter'],
  [
    { source_type: 'api', endpoint_url: 'https://example.com', upload_key: '5' },
    'validation_failed /data/attributes/upload_key',
  ],
  [
    { source_type: 'api', endpoint_url: 'https://example.com', auth_type: 'token' },
    'missing_attribute /data/attributes/token',
  ],
  [{ source_type: 'api', endpoint_url: 'example.com' }, 'invalid_format /data/attributes/endpoint_url'],
])('%j is refused', async (attributes, refusal) => {
  expect(refusals(await make(attributes))).toEqual([refusal])
})

test('a source is archived out of sight and restored', async () => {
  const made = await make({ name: 'Sites' })
  const { id } = dataOf(made)
  const names = async (query: string) =>
    (await server.send('GET', `${path}?query=sites&${query}`)).document['data'].map(
      ({ attributes }: Document) => attributes.name as string,
    )
  expect(await names('')).toEqual(['Sites'])
  const toggle = (verb: string, headers = {}) =>
    server.send('PATCH', `${path}/${id}/${verb}`, undefined, headers)
  expect(refusals(await toggle('restore'))).toEqual(['not_archived'])
  expect(refusals(await toggle('archive', { 'if-match': '"1"' }))).toEqual(['stale_resource If-Match'])
  expect(dataOf(await toggle('archive'))['attributes'].archived).toBe(true)
  expect(await names('')).toEqual([])
  expect(await names('archive=true')).toEqual(['Sites'])
  expect((await server.send('GET', `${path}/${id}`)).status).toBe(404)
  expect((await server.send('GET', `${path}/${id}/records`)).status).toBe(404)
  expect((await server.send('GET', `${path}/${id}?archived=true`)).status).toBe(200)
  expect(refusals(await server.send('PATCH', `${path}/${id}/archive?archived=true`))).toEqual([
    'already_archived',
  ])
  expect(dataOf(await toggle('restore'))['attributes'].archived).toBe(false)
  expect(refusals(await change(id, { source_type: 'api' }))).toEqual([
    'read_only /data/attributes/source_type',
  ])
})

test('sources are kept by who manages field data, read by stakeholders, and not there for others', async () => {
  const made = await make({}, keeper.headers)
  const { id } = dataOf(made)
  for (const verb of ['', '/records']) {
    expect((await server.send('GET', `${path}/${id}${verb}`, undefined, reader.headers)).status).toBe(200)
    expect((await server.send('GET', `${path}/${id}${verb}`, undefined, stranger.headers)).status).toBe(404)
  }
  const listed = await server.send('GET', path, undefined, stranger.headers)
  expect([listed.status, listed.document['meta'].page.total]).toEqual([200, 0])
  for (const answer of [
    await make({}, reader.headers),
    await make({}, stranger.headers),
    await change(id, { name: 'Mine' }, reader.headers),
    await server.send('PATCH', `${path}/${id}/archive`, undefined, reader.headers),
    await server.send('GET', `${path}/upload_url?filename=x.csv`, undefined, reader.headers),
  ])
    expect(refusals(answer)).toEqual(['insufficient_role'])
  expect((await change(id, { name: 'Kept' }, keeper.headers)).status).toBe(200)
})

test('an upload URL says which file it is for, of a type that can be read', async () => {
  const ask = async (query: string) => refusals(await server.send('GET', `${path}/upload_url${query}`))
  expect(await ask('')).toEqual(['invalid_parameter filename'])
  expect(await ask('?filename=%20')).toEqual(['invalid_parameter filename'])
  expect(await ask('?filename=x.pdf&content_type=application/pdf')).toEqual([
    'invalid_filter_value content_type',
  ])
  const typed = await server.ask('PUT', '/core/uploads/1?signature=x', { a: 1 })
  expect(refusals(typed)).toEqual(['unsupported_media_type Content-Type'])
})

test('a change is refused as a new source is, and changes nothing', async () => {
  const taken = dataOf(await make({ name: 'Taken' }))
  const { id, attributes } = dataOf(await make())
  expect(refusals(await change(id, { name: 'Taken' }))).toEqual(['taken /data/attributes/name'])
  expect(refusals(await change(id, { name: '' }))).toEqual(['blank /data/attributes/name'])
  expect(refusals(await change(id, { endpoint_url: 'https://example.com' }))).toEqual([
    'validation_failed /data/attributes/endpoint_url',
  ])
  expect(refusals(await change(id, { upload_key: '987654321' }))).toEqual([
    'related_not_found /data/attributes/upload_key',
  ])
  expect(dataOf(await server.send('GET', `${path}/${String(id)}`))['attributes']).toEqual(attributes)
  expect(taken['id']).not.toBe(id)
})
