import {
  AppError,
  type CancelSignal,
  type CoreAnswer,
  type CoreCall,
  type CoreClient,
  endpointNamed,
  problem,
  refuse,
} from '@runsheet/contract'
import type { Logger } from 'pino'
import { type Dispatcher, Pool } from 'undici'
import { type CoreFailure, createCoreHealth } from './core-health.ts'
import { CALL_HEADER, CALL_PATH, encodeCall, PROCESSES_PATH, READY_PATH, VERSION_HEADER } from './wire.ts'

export interface HttpCoreOptions {
  /** Where Core listens, such as `http://10.0.0.7:8081`. */
  readonly url: string
  /** How long a call may take, in milliseconds; connecting must take less, so that it is told apart. */
  readonly timeoutMs: number
  /** Calls that may be under way at once; what comes above is refused. */
  readonly callsAtMost?: number
  /** Milliseconds between two questions whether a Core that was given up is there again. */
  readonly probeMs?: number
  readonly log?: Logger
}

/** What an api knows of a Core in another process. */
export interface CoreState {
  readonly isUp: boolean
  /** Calls under way. */
  readonly calls: number
  readonly failures: Readonly<Record<CoreFailure, number>>
}

/** A Core in another process. */
export interface HttpCore extends CoreClient {
  readonly timeoutMs: number
  state(): CoreState
  close(): Promise<void>
}

/** Twice the connections: half of them wait for one. */
export const CALLS_AT_MOST = 256
const CONNECTIONS = 128
const QUESTIONS_AT_ONCE = 4
const QUESTION_MS = 2000
const PROBE_MS = 1000
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
 * A Core that is slow, hangs or is away costs its callers at most its deadline, and others nothing: it has connections of
 * its own, only so many calls under way, and when several of them in a row came to nothing it is sent none until it says
 * again that it is ready.
 */
export function httpCore(options: HttpCoreOptions): HttpCore {
  const { url, timeoutMs, callsAtMost = CALLS_AT_MOST, probeMs = PROBE_MS, log } = options
  const settings = {
    // Two attempts to connect must fit into the deadline.
    connect: { timeout: Math.min(CONNECT_MS_AT_MOST, timeoutMs / 3) },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeoutMs + 1000,
    bodyTimeout: 0,
  }
  const { origin } = new URL(url)
  const calls = new Pool(origin, { ...settings, connections: CONNECTIONS })
  // A stream keeps its connection for hours; it must not take one from the calls.
  const streams = new Pool(origin, { ...settings, connections: null })
  // Calls that hang must not keep the question back whether Core is there.
  const questions = new Pool(origin, { ...settings, connections: QUESTIONS_AT_ONCE })
  const failures = { unreachable: 0, late: 0, refused: 0 }
  let underWay = 0
  let probing: NodeJS.Timeout | undefined

  const ready = async () => {
    const signal = AbortSignal.timeout(Math.min(timeoutMs, QUESTION_MS))
    try {
      const { statusCode, body } = await questions.request({ method: 'GET', path: READY_PATH, signal })
      await body.dump()
      return statusCode === 200
    } catch {
      return false
    }
  }
  const health = createCoreHealth((isUp) => {
    clearInterval(probing)
    if (isUp) log?.info({ core: origin }, 'Core is there again')
    else {
      log?.warn({ core: origin }, 'Core does not answer: calls are refused until it is ready')
      probing = setInterval(() => void ready().then((isReady) => health.probed(isReady)), probeMs)
      probing.unref()
    }
  })
  const fail = (reason: CoreFailure) => {
    failures[reason] += 1
    if (reason !== 'refused') health.failed()
  }

  return {
    timeoutMs,
    state: () => ({ isUp: health.isUp, calls: underWay, failures: { ...failures } }),
    async call(call, signal) {
      if (!health.isUp || underWay >= callsAtMost) {
        fail('refused')
        throw refuse('core_unavailable')
      }
      const endpoint = endpointNamed(call.endpoint)
      underWay += 1
      try {
        const pool = endpoint?.answer.kind === 'stream' ? streams : calls
        const answer = await sendOnceOrTwice(pool, call, signal, endpoint?.method === 'GET')
        health.answered()
        return answer
      } catch (error) {
        fail(signal?.aborted ? 'late' : 'unreachable')
        throw error
      } finally {
        underWay -= 1
      }
    },
    ready,
    async countProcesses(apiId) {
      const signal = AbortSignal.timeout(Math.min(timeoutMs, QUESTION_MS))
      const path = `${PROCESSES_PATH}${apiId}`
      const { statusCode, body } = await questions.request({ method: 'GET', path, signal })
      const count = Number(await body.text())
      if (statusCode !== 200 || !(count >= 1))
        throw new Error(`Core answered ${statusCode} when asked for the api processes`)
      return count
    },
    async close() {
      clearInterval(probing)
      await Promise.all([calls.destroy(), streams.destroy(), questions.destroy()])
    },
  }
}

async function sendOnceOrTwice(
  pool: Pool,
  call: CoreCall,
  signal: CancelSignal | undefined,
  onlyReads: boolean,
): Promise<CoreAnswer> {
  try {
    return await send(pool, call, signal)
  } catch (cause) {
    if (signal?.aborted) throw cause
    if (!onlyReads) throw unavailable(cause)
  }
  try {
    return await send(pool, call, signal)
  } catch (cause) {
    throw signal?.aborted ? cause : unavailable(cause)
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
