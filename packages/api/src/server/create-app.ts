import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { refuse } from '@runsheet/contract'
import Fastify, { type FastifyInstance } from 'fastify'
import { beginExchange } from '../answers/exchange.ts'
import { sendError } from '../answers/send-answer.ts'
import { answerBrokenRequest } from '../errors/broken-request.ts'
import { URL_LENGTH_AT_MOST } from '../requests/read-target.ts'
import { requestId } from '../requests/request-id.ts'
import type { Api } from './api.ts'
import { followConnections } from './close-server.ts'

const CHECK_MS = 5000
/** Longer than the 60 s after which usual proxies let go of an idle connection. */
const KEEP_ALIVE_MS = 72_000
/** Above their bound connections get a refusal for an answer, and above this many times that nothing at all. */
const UNHEARD_ABOVE = 1.1

/** The server with its bounds, which answers in our envelope also what Node or Fastify would answer. */
export function createApp(api: Api): FastifyInstance {
  const { trustedProxies, bounds } = api.settings
  const app = Fastify({
    logger: false,
    genReqId: requestId,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: URL_LENGTH_AT_MOST },
    requestTimeout: bounds.requestMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      maxHeaderSize: bounds.headerBytes,
      headersTimeout: bounds.headersMs,
      connectionsCheckingInterval: Math.min(CHECK_MS, bounds.headersMs),
      // Node would answer a missing Host by itself, without a body.
      requireHostHeader: false,
    },
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, api),
    frameworkErrors: (_error, request, reply) =>
      sendError(beginExchange(api, 'none', request, reply), refuse('bad_request', { part: 'url' })),
  })
  app.server.maxHeadersCount = bounds.headers
  app.server.maxConnections = Math.ceil(bounds.connections * UNHEARD_ABOVE)
  followConnections(app.server)
  app.setErrorHandler((error, request, reply) => sendError(beginExchange(api, 'none', request, reply), error))
  const again = (req: IncomingMessage, res: ServerResponse) => app.server.emit('request', req, res)
  // Node would send 100 at once, and 417: the first is for `readBody` to say, the second is no status of ours.
  app.server.on('checkContinue', again).on('checkExpectation', again)
  app.server.on('connect', (_req: IncomingMessage, socket: Socket) =>
    answerBrokenRequest(new Error('CONNECT'), socket, api),
  )
  return app
}
