import { type Attribute, endpointNamed, isAnswered } from '@runsheet/contract'
import { expect } from 'vitest'
import { changesSince, countChanges } from '../database/index.ts'
import type { Answer, TestServer } from '../server/index.ts'
import type { DrawnRequest } from './any-request.ts'
import { lineOf, type SentRequest, sendDrawn, sentOf } from './send-drawn.ts'
import type { World } from './world.ts'

/** Those of the error page that a client's request alone can cause. */
const statuses = [200, 201, 204, 400, 401, 403, 404, 405, 422]

/** True for a status that a request alone may cause. The limits are off; only attempts to get in make wait. */
export function isOnThePage(name: string, status: number): boolean {
  const endpoint = endpointNamed(name)
  const makesWait = endpoint?.holdsSecret === true || endpoint?.permission === 'public'
  return statuses.includes(status) || (status === 429 && makesWait)
}

/**
 * Sends a drawn request and judges its answer: the status is on the error page, the document keeps the contract
 * (`send` sees to that), a refusal and a read change nothing in the database, and a success tells what was sent.
 *
 * @throws {Error} with the request and what is wrong
 */
export async function act(server: TestServer, drawn: DrawnRequest, world: World): Promise<void> {
  const { writes } = server.core.database
  const sent = sentOf(drawn, world)
  const before = await countChanges(writes)
  const answer = await sendDrawn(server.send, sent)
  const mayChange = answer.status < 400 && sent.method !== 'GET'
  const changed = mayChange ? [] : await changesSince(writes, before)
  const asked = askedIn(sent, answer)
  const told = Object.fromEntries(
    Object.keys(asked).map((name) => [name, answer.document['data']?.attributes[name] as unknown]),
  )
  const request = lineOf(sent)
  expect({ request, isOnThePage: isOnThePage(sent.name, answer.status), changed, told }).toEqual({
    request,
    isOnThePage: true,
    changed: [],
    told: asked,
  })
}

/**
 * Sends a drawn write several times at once, under one key of its own. Where guesses are counted, some may be told to wait.
 *
 * @throws {Error} when it was done more than once, or the answers differ
 */
export async function actAtOnce(
  server: TestServer,
  drawn: DrawnRequest,
  world: World,
  key: string,
): Promise<void> {
  const { writes } = server.core.database
  const sent = sentOf(drawn, world)
  const keyed = { ...sent, headers: { ...sent.headers, 'idempotency-key': key } }
  const answers = await Promise.all([0, 1, 2].map(() => sendDrawn(server.send, keyed)))
  const before = await countChanges(writes)
  const later = await sendDrawn(server.send, keyed)
  const outcomes = [...answers, later].map(({ status, document }) =>
    status < 400
      ? [status, document]
      : [status, (document['errors'] as { code: string }[]).map(({ code }) => code)],
  )
  const request = lineOf(keyed)
  const judged = outcomes.filter(([status]) => status !== 429 || !isOnThePage(sent.name, 429))
  expect({ request, outcomes: judged, changed: await changesSince(writes, before) }).toEqual({
    request,
    outcomes: judged.map(() => judged[0]),
    changed: [],
  })
}

/**
 * The attributes that an answer has to repeat, as it has to tell them: exactly as they were sent, but for the parts of people's names. Texts
 * that are cleaned, and instants, are left out.
 */
function askedIn(
  { name, body, headers, path }: SentRequest,
  { status, document }: Answer,
): Record<string, unknown> {
  const isDocument = headers['content-type'] === 'application/json' && body !== undefined
  const isRepeat = headers['idempotency-key'] !== undefined
  if (status >= 300 || !isDocument || isRepeat || path.includes('fields') || !document['data']) return {}
  const { data } = JSON.parse(body || '{}') as { data?: { attributes?: Record<string, unknown> } }
  const resource = endpointNamed(name)?.resource
  const attributes: Readonly<Record<string, Attribute>> = resource?.attributes ?? {}
  const names = resource?.type === 'user' ? partsOfNames : []
  return Object.fromEntries(
    Object.entries(data?.attributes ?? {})
      .filter(([member]) => {
        const attribute = attributes[member]
        const schema = JSON.stringify(attribute?.schema ?? {})
        return (
          (attribute === undefined || isAnswered(attribute)) &&
          !/"(?:html|date-time)"|custom_field_id/.test(schema)
        )
      })
      .map(([member, value]) => [member, names.includes(member) ? asPartOfName(value) : value]),
  )
}

const partsOfNames: readonly string[] = ['first_name', 'last_name']

/** Without the space around it, and empty where there is none: clients put the parts together as they are. */
const asPartOfName = (value: unknown) => (typeof value === 'string' ? value.trim() : (value ?? ''))
