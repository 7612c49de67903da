import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addCorsHeaders } from '../cors/cors.ts'
import { addressOf } from '../requests/base-url.ts'
import type { Api } from '../server/api.ts'
import { securityHeaders, tlsHeaders } from './security-headers.ts'

/** One request and what is going to be its answer. */
export interface Exchange {
  readonly api: Api
  readonly request: FastifyRequest
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly id: string
  readonly address: string
  /** Milliseconds on the process's own clock. */
  readonly startedAt: number
  /** Name of the endpoint for metrics and logs, or a word for what is none. */
  readonly endpoint: string
  /** Of the answer, whatever it will be. */
  readonly headers: OutgoingHttpHeaders
}

/** Takes a request over from Fastify: from here on we write, so that no status but ours can leave. */
export function beginExchange(
  api: Api,
  endpoint: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Exchange {
  reply.hijack()
  const headers: OutgoingHttpHeaders = { 'x-request-id': request.id, ...securityHeaders }
  if (request.protocol === 'https') Object.assign(headers, tlsHeaders)
  addCorsHeaders(request.raw, headers, api.settings.corsOrigins)
  return {
    api,
    request,
    req: request.raw,
    res: reply.raw,
    id: request.id,
    address: addressOf(request),
    startedAt: performance.now(),
    endpoint,
    headers,
  }
}
