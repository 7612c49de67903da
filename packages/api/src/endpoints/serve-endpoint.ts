import {
  AppError,
  type CoreClient,
  checkForm,
  type Endpoint,
  parseQuery,
  refuse,
  takesIfMatch,
} from '@runsheet/contract'
import { asAccepted } from '../answers/document-type.ts'
import type { Exchange } from '../answers/exchange.ts'
import { sendAnswer, sendError } from '../answers/send-answer.ts'
import { checkMediaType } from '../bodies/media-type.ts'
import { announcesBody, readBody } from '../bodies/read-body.ts'
import { readJson } from '../bodies/read-json.ts'
import { callCore } from '../core-transport/call-core.ts'
import { type Admission, admit } from '../requests/admit.ts'
import { checkHeaders, type RequestHeaders } from '../requests/check-headers.ts'
import { coreHost } from '../requests/core-url.ts'
import { isOwnOrigin } from '../requests/own-origin.ts'
import type { Route } from './route-table.ts'

const NO_BODY = Buffer.alloc(0)
const USER_AGENT_AT_MOST = 512

const notHere = (header: string) => refuse('invalid_header', { header, reason: 'not_allowed' }, { header })

/**
 * Refuses what a change would not honour: a key is remembered with its caller, and nobody knows the caller of a public
 * endpoint; `If-Match` names the state of one resource that is there.
 *
 * @throws {AppError} 400 `invalid_header`
 */
function checkMeaning(endpoint: Endpoint, { idempotencyKey, ifMatch }: RequestHeaders): void {
  if (endpoint.permission === 'public' && idempotencyKey !== undefined) throw notHere('Idempotency-Key')
  const isWrite = endpoint.method !== 'GET'
  if (isWrite && ifMatch !== undefined && !takesIfMatch(endpoint)) throw notHere('If-Match')
}

/** Answers one request to an endpoint: judges what can be judged without data, and lets Core do the rest. */
export async function serveEndpoint(exchange: Exchange, route: Route): Promise<void> {
  const abort = new AbortController()
  try {
    await callAndAnswer(exchange, route, abort)
  } catch (error) {
    sendError(exchange, error)
  } finally {
    if (route.endpoint.answer.kind === 'stream') abort.abort()
  }
}

async function callAndAnswer(exchange: Exchange, route: Route, abort: AbortController): Promise<void> {
  const { api, req, request, id, address } = exchange
  const { endpoint } = route
  const admission = admit(exchange, { cost: route.cost, permission: endpoint.permission })
  const { target, origin, credential } = admission
  const headers = checkHeaders(req, route.answerTypes, api.settings.apiVersion)
  exchange.headers['api-version'] = headers.apiVersion
  checkMeaning(endpoint, headers)
  const core = coreFor(exchange)
  const length = req.headers['content-length']
  if (length !== undefined && Number(length) > 0) checkMediaType(req.headers['content-type'], route.bodyTypes)
  parseQuery(endpoint, target.query)
  const body = announcesBody(req) ? await bodyOf(exchange, route) : NO_BODY
  const document = body.length > 0 && endpoint.body?.kind !== 'csv' ? readJson(body) : undefined
  if (endpoint.body) checkForm(endpoint.body, document)

  const call = {
    endpoint: route.name,
    params: request.params as Record<string, string>,
    query: target.query,
    document,
    body,
    credential,
    origin: req.headers.origin,
    isOwnOrigin: isOwnOrigin(req.headers.origin, origin, api.settings),
    requestId: id,
    baseUrl: origin + api.base,
    path: api.base === '' ? target.path : target.path.slice(api.base.length),
    address,
    userAgent: req.headers['user-agent']?.slice(0, USER_AGENT_AT_MOST),
    deadlineMs: core.timeoutMs ?? api.settings.coreTimeoutMs,
    ...headers,
  }
  let answer
  try {
    answer = await callCore(core, call, endpoint, abort)
  } catch (error) {
    settle(exchange, admission, error instanceof AppError ? error.status : 500)
    throw error
  }
  settle(exchange, admission, answer.status)
  const isFile = endpoint.answer.kind === 'file' && answer.status < 400
  await sendAnswer(exchange, isFile ? answer : asAccepted(answer, req.headers.accept))
}

/** Whoever Core let in or refused by name had a valid token or session; while Core is away nobody can tell. */
function settle({ api, address }: Exchange, { key, paidByAddress }: Admission, status: number): void {
  if (key === undefined) return
  const verdict = status === 401 ? 'unknown' : status < 500 ? 'valid' : 'unheard'
  api.gate.settle(address, key, verdict, paidByAddress)
}

/** Bodies of many tasks: files of lines, and bulk writes. */
const isLarge = ({ body }: Endpoint) => body?.kind === 'csv' || body?.kind === 'documents'

async function bodyOf({ api, req, res }: Exchange, { bodyTypes, endpoint }: Route): Promise<Buffer> {
  const { bodyLimit, importLimit } = api.settings
  const body = await readBody(req, res, isLarge(endpoint) ? importLimit : bodyLimit)
  // Without a length only now it is known that there is something that must have a type.
  if (body.length > 0) checkMediaType(req.headers['content-type'], bodyTypes)
  return body
}

function coreFor({ api, req }: Exchange): CoreClient {
  const value = req.headers['core-url']
  if (typeof value !== 'string') return api.core
  const host = coreHost(value)
  if (!api.cores) return api.core
  const core = api.cores.get(host)
  if (!core) throw refuse('invalid_core_url', { value }, { header: 'Core-Url' })
  return core
}
