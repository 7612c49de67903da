import {
  AppError,
  type CancelSignal,
  type CoreAnswer,
  type CoreCall,
  type CoreClient,
  endpointNamed,
  problem,
} from '@runsheet/contract'
import { type Dispatcher, Pool } from 'undici'
import { CALL_HEADER, CALL_PATH, encodeCall, PROCESSES_PATH, READY_PATH, VERSION_HEADER } from './wire.ts'

export interface HttpCoreOptions {
  /** Where Core listens, such as `http://10.0.0.7:8081`. */
  readonly url: string
  /** How long a call may take, in milliseconds; connecting must take less, so that it is told apart. */
  readonly timeoutMs: number
}

/** A Core in another process. */
export interface HttpCore extends CoreClient {
  close(): Promise<void>
}

const CONNECTIONS = 128
const CONNECT_MS_AT_MOST = 3000
/** Below the 75 s of `createCoreServer`: the side that sends must be the one that lets go of a connection. */
const KEEP_ALIVE_MS = 30_000
/** Answers up to this size are taken in whole: a Core that dies half-way then gives a 503, not half a document. */
const WHOLE_AT_MOST = 4 * 1024 * 1024

const ofTheConnection: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
])

/**
 * Core over HTTP, one request per call. A call that only reads is repeated once when the connection fails; nothing else is.
 *
 * Its calls throw 503 `core_unavailable` when Core cannot be reached, breaks off, or something else answers.
 */
export function httpCore({ url, timeoutMs }: HttpCoreOptions): HttpCore {
  const options = {
    // Two attempts to connect must fit into the deadline.
    connect: { timeout: Math.min(CONNECT_MS_AT_MOST, timeoutMs / 3) },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeoutMs + 1000,
    bodyTimeout: 0,
  }
  const { origin } = new URL(url)
  const calls = new Pool(origin, { ...options, connections: CONNECTIONS })
  // A stream keeps its connection for hours; it must not take one from the calls.
  const streams = new Pool(origin, { ...options, connections: null })
  return {
    async call(call, signal) {
      const endpoint = endpointNamed(call.endpoint)
      const pool = endpoint?.answer.kind === 'stream' ? streams : calls
      try {
        return await send(pool, call, signal)
      } catch (cause) {
        if (signal?.aborted) throw cause
        if (endpoint?.method !== 'GET') throw unavailable(cause)
      }
      try {
        return await send(pool, call, signal)
      } catch (cause) {
        throw signal?.aborted ? cause : unavailable(cause)
      }
    },
    async ready() {
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const { statusCode, body } = await calls.request({ method: 'GET', path: READY_PATH, signal })
        await body.dump()
        return statusCode === 200
      } catch {
        return false
      }
    },
    async countProcesses(apiId) {
      const signal = AbortSignal.timeout(timeoutMs)
      const { statusCode, body } = await calls.request({
        method: 'GET',
        path: `${PROCESSES_PATH}${apiId}`,
        signal,
      })
      const count = Number(await body.text())
      if (statusCode !== 200 || !(count >= 1))
        throw new Error(`Core answered ${statusCode} when asked for the api processes`)
      return count
    },
    async close() {
      await Promise.all([calls.destroy(), streams.destroy()])
    },
  }
}

function unavailable(cause: unknown) {
  return new AppError(problem('core_unavailable'), { cause })
}

async function send(pool: Pool, call: CoreCall, signal: CancelSignal | undefined): Promise<CoreAnswer> {
  const { statusCode, headers, body } = await pool.request({
    method: 'POST',
    path: CALL_PATH,
    headers: { [CALL_HEADER]: encodeCall(call), 'content-type': 'application/octet-stream' },
    body: call.body,
    // undici takes anything that tells of an abort by an event.
    ...(signal && { signal: signal as AbortSignal }),
  })
  if (headers[VERSION_HEADER] === undefined) {
    await body.dump()
    throw new Error(`${statusCode} of something that is no Core`)
  }
  const length = headers['content-length']
  const whole = statusCode >= 400 || (length !== undefined && Number(length) <= WHOLE_AT_MOST)
  if (statusCode === 204) await body.dump()
  return {
    status: statusCode,
    headers: passedOn(headers),
    body: statusCode === 204 ? null : whole ? new Uint8Array(await body.arrayBuffer()) : body,
  }
}

function passedOn(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const passed: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || ofTheConnection.has(name)) continue
    passed[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return passed
}
