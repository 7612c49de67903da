import type { OutgoingHttpHeaders } from 'node:http'
import { AppError, type CoreAnswer } from '@runsheet/contract'
import { discardBody } from '../bodies/discard-body.ts'
import { announcesBody, waitsForContinue } from '../bodies/read-body.ts'
import { VERSION_HEADER } from '../core-transport/wire.ts'
import { standardHeaders, toResponse } from '../errors/to-response.ts'
import { compress, isCompressible } from './compress.ts'
import { asAccepted } from './document-type.ts'
import type { Exchange } from './exchange.ts'
import { closeChunks, writeStream } from './write-stream.ts'

const COME_BACK_MS = 1000

/** Writes an answer; resolves when all of it was handed to the connection, for a live stream when that has ended. */
export async function sendAnswer(exchange: Exchange, answer: CoreAnswer): Promise<void> {
  const { api, req, res } = exchange
  const { status, body } = answer
  const headers = { ...exchange.headers }
  if (status >= 400) Object.assign(headers, standardHeaders(status))
  for (const name in answer.headers) headers[name.toLowerCase()] = answer.headers[name]
  delete headers[VERSION_HEADER]
  headers['cache-control'] ??= 'no-store'
  if (api.draining) headers['connection'] = 'close'

  if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array)) {
    await sendStream(exchange, status, headers, body)
    return
  }
  let bytes = status === 204 ? null : body
  if (bytes !== null && isCompressible(headers, bytes))
    bytes = await compress(req.headers['accept-encoding'], headers, bytes)
  if (status !== 204)
    headers['content-length'] =
      bytes === null ? 0 : typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.byteLength
  if (!req.complete && announcesBody(req)) await sendBeforeBody(exchange, status, headers, bytes)
  else {
    res.writeHead(status, headers)
    res.end(bytes)
  }
  // Node takes this back with the next request; a client that pipelines behind its answer waits no longer either.
  req.socket.setTimeout(api.settings.bounds.takenMs)
  tell(exchange, status)
}

/** The only way for a refusal or a fault to leave. */
export function sendError(exchange: Exchange, error: unknown): void {
  const { api, req, res, id } = exchange
  const response = toResponse(error, req.headers['accept-language'], id)
  const { status, ...written } = asAccepted(response, req.headers.accept)
  if (!(error instanceof AppError)) api.log.error({ err: error, request_id: id }, 'fault')
  else if (status >= 500) api.log.warn({ err: error.cause ?? error, request_id: id }, error.message)
  if (res.headersSent) {
    res.destroy()
    return
  }
  sendAnswer(exchange, { status, ...written }).catch((fault: unknown) => {
    api.log.error({ err: fault, request_id: id }, 'answer could not be written')
    res.destroy()
  })
}

async function sendStream(
  exchange: Exchange,
  status: number,
  headers: OutgoingHttpHeaders,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const { api, req, res } = exchange
  const takenWithinMs = api.settings.bounds.takenMs
  const isLive = String(headers['content-type']).startsWith('text/event-stream')
  // Proxies such as nginx gather an answer before they pass it on, unless told.
  if (isLive) headers['x-accel-buffering'] = 'no'
  res.writeHead(status, headers)
  if (isLive) api.metrics.streamOpened()
  try {
    if (req.method === 'HEAD' || (isLive && api.draining)) {
      res.end(req.method === 'HEAD' ? undefined : comeBack(''))
      closeChunks(chunks[Symbol.asyncIterator]())
    } else if (isLive) await writeStream(res, chunks, api.streams, { takenWithinMs, farewell: comeBack })
    // Another answer ends by itself, and must not be cut off as if it were whole.
    else await writeStream(res, chunks, new Set(), { takenWithinMs })
  } finally {
    if (isLive) api.metrics.streamClosed()
    tell(exchange, status, isLive)
  }
}

/**
 * Tells watchers to come back, not all at the same moment, when this process stops (HTML Living Standard, section 9.2.6). After
 * a piece of a message it would be taken for a part of that.
 */
function comeBack(last: string | Uint8Array): string {
  const isWhole = Buffer.from(last).subarray(-2).toString() === '\n\n' || last.length === 0
  return isWhole ? `retry: ${COME_BACK_MS + Math.floor(Math.random() * COME_BACK_MS * 3)}\n\n` : ''
}

/**
 * Answers a client that still sends. Its answer only ends with its body: Node closes a connection that is not to be kept
 * when the answer ends, and that would reset it while the client is sending.
 */
async function sendBeforeBody(
  { req, res }: Exchange,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Uint8Array | null,
): Promise<void> {
  // A client that was not told to send its body will not, and its next bytes cannot be told from one.
  const sendsNone = waitsForContinue(req) && !req.readableDidRead
  if (sendsNone) headers['connection'] = 'close'
  res.writeHead(status, headers)
  if (body === null) res.flushHeaders()
  else res.write(body)
  if (!sendsNone) await discardBody(req)
  res.end()
}

function tell(
  { api, req, id, address, endpoint, startedAt }: Exchange,
  status: number,
  isLive = false,
): void {
  const ms = performance.now() - startedAt
  api.metrics.answered(endpoint, status, isLive ? undefined : ms / 1000)
  const url = req.url ?? ''
  const mark = url.indexOf('?')
  api.log.info(
    {
      request_id: id,
      method: req.method,
      path: mark === -1 ? url : url.slice(0, mark),
      status,
      ms: Math.round(ms * 100) / 100,
      endpoint,
      address,
    },
    'request',
  )
}
