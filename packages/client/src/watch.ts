import { ApiError } from './api-error.ts'
import { endpoints } from './generated/endpoints.ts'
import { open, type Transport } from './perform.ts'
import { readEvents } from './read-events.ts'
import { backOff } from './retry.ts'
import { addressOf } from './write-request.ts'

export interface LiveEvent {
  /** Its place among the events of the runbook; messages that are no events, such as those of the clock, have none. */
  readonly id: string | undefined
  readonly event: string
  /** Parsed, where it is JSON. */
  readonly data: unknown
}

export interface WatchOptions {
  /** The last event that was seen: the stream begins after it. */
  readonly lastEventId?: string | undefined
  /** A UUID that names this connection, for `updatePresence`; it stays when the stream is resumed. */
  readonly connection?: string | undefined
  /** Also when the runbook is archived. */
  readonly archived?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** Told when the stream has opened, and when it has broken; it is resumed by itself. */
  readonly onConnection?: ((isOpen: boolean) => void) | undefined
  /** Milliseconds of silence after which the connection is taken for dead; the server sends something every 15 s. */
  readonly idleMs?: number | undefined
}

const RECONNECT_MS = 2000
const IDLE_MS = 45_000

/** Answers of a server that is there again soon. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/**
 * What happens in a runbook, as it happens. The stream is resumed after the last event whenever it breaks, for as long
 * as the caller reads; it ends when the signal is aborted.
 *
 * @throws {ApiError} when the server refuses to go on: the token, the permission or the runbook is gone
 */
export async function* watch(
  transport: Transport,
  runbookId: string,
  { lastEventId, connection: name, archived, signal, onConnection, idleMs = IDLE_MS }: WatchOptions = {},
): AsyncGenerator<LiveEvent, void, undefined> {
  const query = { archived, connection: name }
  const url = transport.baseUrl + addressOf(endpoints.watchRunbook, { params: { id: runbookId }, query })
  let last = lastEventId
  let retryMs = RECONNECT_MS
  let failures = 0
  const stopped = () => signal?.aborted === true
  while (!stopped()) {
    const connection = new AbortController()
    const signals = AbortSignal.any(signal ? [signal, connection.signal] : [connection.signal])
    let wishMs = 0
    try {
      const silence = () => connection.abort(new Error('the stream fell silent'))
      const request = { method: 'GET', url, accept: 'text/event-stream', lastEventId: last } as const
      const opening = setTimeout(silence, idleMs)
      const response = await open(transport, request, signals).finally(() => clearTimeout(opening))
      onConnection?.(true)
      for await (const { id, event, data, ...message } of readEvents(chunksOf(response, idleMs, silence))) {
        failures = 0
        retryMs = message.retryMs ?? retryMs
        if (id !== undefined) last = id
        if (data !== undefined) yield { id, event, data: parsed(data) }
      }
    } catch (error) {
      if (error instanceof ApiError && !passing.has(error.status)) throw error
      wishMs = error instanceof ApiError ? error.retryAfterMs : 0
    } finally {
      connection.abort()
    }
    if (!stopped()) onConnection?.(false)
    failures += 1
    const pause = failures === 1 ? retryMs : Math.max(retryMs, backOff(failures, transport.random))
    // Only an aborted signal ends a pause early, and the loop sees it.
    await transport.sleep(Math.max(pause, wishMs), signal).catch(() => undefined)
  }
}

/** The body piece by piece; `silence` is called when nothing comes while somebody waits for the next piece. */
async function* chunksOf(
  response: Response,
  idleMs: number,
  silence: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader()
  if (!reader) return
  for (;;) {
    const timer = setTimeout(silence, idleMs)
    const { done, value } = await reader.read().finally(() => clearTimeout(timer))
    if (done) return
    yield value
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown
  } catch {
    return data
  }
}
