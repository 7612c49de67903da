import { randomUUID } from 'node:crypto'
import { type Endpoint, type EndpointName, endpoints } from '@runsheet/contract'
import { OWNER_PASSWORD, startTestServer, type TestServer, trySignIn } from '@runsheet/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Composed, composeRequest, writes } from './compose-request.ts'
import { findInDatabase, secretsIn } from './find-secrets.ts'
import type { Scene } from './scene.ts'
import { sceneFor } from './scene-for.ts'

let server: TestServer
let client: Client

beforeAll(async () => {
  server = await startTestServer()
  client = new Client(server.connectionString)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await server.close()
})

interface Thing {
  readonly type: string
  readonly id: string
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>
}

interface Logged {
  readonly actor_id: string
  readonly payload: string
}

const send = ({ headers }: Scene, { method, path, body }: Composed) =>
  server.ask(method, path, body, { ...headers, 'idempotency-key': randomUUID() })

/** What a request sent as attributes. */
const attributesOf = ({ body }: Composed) =>
  (body as { data?: { attributes?: Readonly<Record<string, unknown>> } } | undefined)?.data?.attributes ?? {}

/** What the log says of people, roles, tokens, sessions, settings and workspaces: all but what is inside a runbook. */
const ofInstance = writes.filter(
  ([, { path }]) => !path.startsWith('/core/runbooks') || path.includes('/runbook_users'),
)

test.each(ofInstance)(
  '%s is in the log, with who did it, what was before and what is after',
  async (name, endpoint) => {
    const scene = await sceneFor(server, name)
    const request = composeRequest(name, scene)
    const { headers } = await send(scene, request)
    const { rows } = await client.query<Logged>('select actor_id, payload from event where request_id = $1', [
      headers.get('x-request-id'),
    ])
    expect(rows).not.toEqual([])
    expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set(['1']))
    const things = rows.flatMap(({ payload }) => (JSON.parse(payload) as { things: Thing[] }).things)
    const changes = things.flatMap((thing) => Object.entries(thing.changes))
    expect(changes).not.toEqual([])
    for (const [member, [before, after]] of changes) expect([member, before]).not.toEqual([member, after])
    const isNew = endpoint.answer.status === 201
    for (const [member, value] of Object.entries(attributesOf(request))) {
      const told = changes.find(([changed]) => changed === member)?.[1] ?? []
      expect([name, member, told[1]]).toEqual([name, member, value])
      expect([name, member, told[0] === null]).toEqual([name, member, isNew || told[0] === null])
    }
  },
)

/** Endpoints that a request or an answer could give a secret to, by the names of its members. */
const secretive = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(
  ([, { method, resource, body }]) =>
    method !== 'GET' &&
    body?.kind !== 'csv' &&
    [
      ...Object.entries(resource.attributes).flatMap(([name, { access, schema }]) =>
        access === 'secret' || (schema as { type?: string }).type === 'string' ? [name] : [],
      ),
      ...Object.keys(body && 'meta' in body ? (body.meta?.members ?? {}) : {}),
    ].some((name) => secretsIn({ [name]: 'long enough' }).length > 0) &&
    body !== undefined &&
    (body.kind !== 'meta' || Object.keys(body.meta.members).length > 0),
)

test.each(secretive)('%s says that it holds a secret', (_name, { holdsSecret }) => {
  expect(holdsSecret).toBe(true)
})

test('no secret that was sent or answered stands anywhere in the database', async () => {
  const secrets = [OWNER_PASSWORD, server.token, 'mistaken for another']
  const signedIn = await trySignIn(server)
  await trySignIn(server, { password: 'mistaken for another' })
  const holding = writes.filter(([, { holdsSecret }]) => holdsSecret)
  expect(holding).not.toEqual([])
  for (const [name] of holding) {
    const scene = await sceneFor(server, name)
    const request = composeRequest(name, scene, true)
    const { status, document } = await send(scene, request)
    expect([name, status < 300]).toEqual([name, true])
    secrets.push(
      ...secretsIn(request.body),
      ...secretsIn(document),
      scene.headers['cookie']?.split('=')[1] ?? '',
    )
  }
  secrets.push(signedIn.headers.get('set-cookie')?.split(/[=;]/)[1] ?? '')
  const known = [...new Set(secrets)].filter((secret) => secret !== '')
  expect(known.length).toBeGreaterThan(5)
  expect(await findInDatabase(client, known)).toEqual([])
})

test.each([
  ['text', 'a correct horse'],
  ['bytes', Buffer.from('correct horse').toString('hex')],
  ['base64', Buffer.from('correct horse').toString('base64')],
])('the search finds a secret as %s', async (_form, kept) => {
  await client.query('begin')
  await client.query('insert into sign_in_failure values ($1, 1, now(), now())', [kept])
  const found = await findInDatabase(client, ['correct horse'])
  await client.query('rollback')
  expect(found).toEqual([expect.stringMatching(/^sign_in_failure: /)])
})
