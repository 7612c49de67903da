import { ApiError, readApiError } from './api-error.ts'
import type { Method } from './endpoint-row.ts'
import { mayRepeat, pauseFor } from './retry.ts'
import type { WrittenBody } from './write-request.ts'

/** What a client is made of; see `createClient`. */
export interface Transport {
  readonly baseUrl: string
  readonly token: string | undefined
  readonly fetch: typeof fetch
  readonly language: string | undefined
  readonly apiVersion: string
  readonly retries: number
  readonly timeoutMs: number
  readonly random: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

export interface Request {
  readonly method: Method
  readonly url: string
  readonly accept: string
  readonly body?: WrittenBody | undefined
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: string | undefined
  readonly lastEventId?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * Sends a request, again where that is safe and promises success, and reads its answer whole.
 *
 * Repeated are the refusals of which `mayRepeat` says so and, of a GET or a request with an idempotency key, a connection
 * that failed or took too long.
 *
 * @throws {ApiError} when the server refuses; the error of `fetch` when no answer came; the reason of an aborted signal
 */
export async function perform(transport: Transport, request: Request): Promise<Received> {
  const repeatable = request.method === 'GET' || request.idempotencyKey !== undefined
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(transport, request)
    } catch (error) {
      if (request.signal?.aborted) throw error
      const again = error instanceof ApiError ? mayRepeat(error, repeatable, attempt) : repeatable
      const wish = error instanceof ApiError ? error.retryAfterMs : 0
      const pause =
        again && attempt <= transport.retries ? pauseFor(attempt, wish, transport.random) : undefined
      if (pause === undefined) throw error
      await transport.sleep(pause, request.signal)
    }
  }
}

async function once(transport: Transport, request: Request): Promise<Received> {
  const limit = AbortSignal.timeout(transport.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, limit]) : limit
  const response = await open(transport, request, signal)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/**
 * Sends a request once and gives the answer before its body has come.
 *
 * @throws {ApiError} for any answer but a success; a redirection too, for its repetition could be another method
 */
export async function open(transport: Transport, request: Request, signal: AbortSignal): Promise<Response> {
  const { method, url, body } = request
  // `fetch` of a browser refuses to be called as a method of anything but the window.
  const { fetch } = transport
  const response = await fetch(url, {
    method,
    headers: headersOf(transport, request),
    redirect: 'manual',
    // The session of a browser goes to its own server, and to nobody else.
    credentials: 'same-origin',
    signal,
    ...(body ? { body: body.content } : {}),
  })
  if (response.ok) return response
  const below = new URL(transport.baseUrl).pathname.replace(/\/$/, '').length
  throw await readApiError(response, { method, path: new URL(url).pathname.slice(below) })
}

function headersOf({ token, language, apiVersion }: Transport, request: Request): Record<string, string> {
  const headers: Readonly<Record<string, string | undefined>> = {
    accept: request.accept,
    authorization: token === undefined ? undefined : `Bearer ${token}`,
    'accept-language': language,
    'api-version': apiVersion,
    'content-type': request.body?.type,
    'idempotency-key': request.idempotencyKey,
    'if-match': request.ifMatch,
    'last-event-id': request.lastEventId,
  }
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
