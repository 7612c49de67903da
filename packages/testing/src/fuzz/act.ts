import { type Attribute, endpointNamed } from '@runsheet/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestServer } from '../server/index.ts'
import type { DrawnRequest } from './any-request.ts'
import { fillIn, type World } from './world.ts'

/** Every event moves the sequence of its runbook or of the instance. */
async function eventCount(server: TestServer): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from event`.execute(
    server.core.database.db,
  )
  return rows[0]?.count ?? 0
}

/** Those of the error page that a client's request alone can cause. */
const statuses = [200, 201, 204, 400, 401, 403, 404, 405, 422]

/**
 * Sends a drawn request and judges its answer: the status is on the error page, the document keeps the contract
 * (`send` sees to that), a refusal changes nothing, and a success tells what was sent.
 *
 * @throws {Error} with the request and what is wrong
 */
export async function act(server: TestServer, drawn: DrawnRequest, world: World): Promise<void> {
  const { method, headers } = drawn
  const query = drawn.query.map((entry) =>
    entry.map((text) => encodeURIComponent(fillIn(text, world))).join('='),
  )
  const path = `${encodeURI(fillIn(drawn.path, world))}${query.length > 0 ? '?' : ''}${query.join('&')}`
  const body = drawn.body === undefined ? undefined : fillIn(drawn.body, world)
  const sent = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, fillIn(text, world)]))
  const isCsv = drawn.name === 'importTasks'
  const before = await eventCount(server)
  const answer = await server.send(method, path, body, {
    ...(body === undefined || isCsv ? {} : { 'content-type': 'application/json' }),
    ...sent,
  })
  const after = await eventCount(server)
  const request = `${method} ${path} ${body ?? ''}`
  const { status, document } = answer
  // The limits are off; only wrong passwords make wait.
  const waits = status === 429 && endpointNamed(drawn.name)?.holdsSecret === true
  const mayMove = status < 400 && method !== 'GET'
  const isRepeat = sent['idempotency-key'] !== undefined
  const tells = status < 300 && body !== undefined && !isCsv && !isRepeat && !path.includes('fields')
  const asked = tells && document['data'] ? plainly(drawn.name, body) : {}
  const told = Object.fromEntries(
    Object.keys(asked).map((name) => [name, document['data']?.attributes[name] as unknown]),
  )
  expect({
    request,
    isOnThePage: waits || statuses.includes(status),
    events: mayMove ? after : before,
    told,
  }).toEqual({
    request,
    isOnThePage: true,
    events: after,
    told: asked,
  })
}

/** The attributes that an answer repeats exactly as they were sent: all but texts that are cleaned, and instants. */
function plainly(name: string, body: string): Record<string, unknown> {
  const { data } = JSON.parse(body || '{}') as { data?: { attributes?: Record<string, unknown> } }
  const attributes: Readonly<Record<string, Attribute>> = endpointNamed(name)?.resource.attributes ?? {}
  return Object.fromEntries(
    Object.entries(data?.attributes ?? {}).filter(([member]) => {
      const schema = JSON.stringify(attributes[member]?.schema ?? {})
      return attributes[member]?.access !== 'secret' && !/"(?:html|date-time)"|custom_field_id/.test(schema)
    }),
  )
}
