import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type RequestPart, refuse } from '@runsheet/contract'
import type { Logger } from 'pino'
import { securityHeaders } from '../answers/security-headers.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { toResponse } from './to-response.ts'

/** What Node's parser tells beside the code. */
export interface ParserError extends Error {
  readonly code?: string | undefined
  /** The bytes in which reading stopped; Fastify's types have another opinion of them. */
  readonly rawPacket?: unknown
}

const CLOSES_AFTER_MS = 5000

const answered = new WeakSet<Socket>()

interface Told {
  readonly log: Logger
  readonly metrics: Metrics
}

/**
 * Answers what Node could not read as HTTP with our envelope, on the bare socket, and closes it; what the client still
 * sends meanwhile is thrown away, so that the answer reaches it.
 *
 * A whole request that came before on the connection keeps its turn (RFC 9112, section 9.3.2): otherwise its client would
 * take the refusal for the answer to what is being done.
 */
export function answerBrokenRequest(error: ParserError, socket: Socket, told: Told): void {
  if (answered.has(socket)) return
  answered.add(socket)
  if (error.code === 'ECONNRESET') socket.destroy()
  else inTurn(socket, () => answer(error, socket, told))
}

/** Waits until the whole requests of a connection that came before are answered. */
function inTurn(socket: Socket, then: () => void): void {
  // Node keeps the response of the request under way here.
  // oxlint-disable-next-line no-underscore-dangle
  const current = (socket as Socket & { _httpMessage?: ServerResponse })._httpMessage
  if (current?.req.complete && !current.writableFinished) current.once('close', () => inTurn(socket, then))
  // A body can break after its answer has begun.
  else if (current?.headersSent) socket.destroy()
  else then()
}

function answer(error: ParserError, socket: Socket, { log, metrics }: Told): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const id = randomUUID()
  const part = partOf(error)
  const { status, headers, body } = toResponse(refuse('bad_request', { part }), undefined, id)
  const lines = Object.entries({
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': id,
    ...securityHeaders,
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} Bad Request\r\n${lines.join('')}\r\n${body}`)
  socket.resume()
  const timer = setTimeout(() => socket.destroy(), CLOSES_AFTER_MS)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
  metrics.answered('none', status, undefined)
  log.info(
    { request_id: id, status, part, code: error.code, address: socket.remoteAddress },
    'broken request',
  )
}

function partOf({ code = '', rawPacket }: ParserError): RequestPart {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'slow'
  if (code === 'HPE_HEADER_OVERFLOW') {
    const packet = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : ''
    const url = /^[A-Z]+ (\S+)/.exec(packet)?.[1] ?? ''
    return url.length > packet.length / 2 ? 'url' : 'headers'
  }
  if (code === 'HPE_INVALID_URL') return 'url'
  if (/CHUNK|CLOSED_CONNECTION/.test(code)) return 'body'
  return /HEADER|CONTENT_LENGTH|TRANSFER_ENCODING/.test(code) ? 'headers' : 'request'
}
