import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type CoreClient, refuse } from '@runsheet/contract'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { beginExchange } from '../answers/exchange.ts'
import { sendError } from '../answers/send-answer.ts'
import type { HttpCore } from '../core-transport/http-core.ts'
import { namedCores, openCores } from '../core-transport/map-of-cores.ts'
import { mountEndpoints } from '../endpoints/mount-endpoints.ts'
import { answerBrokenRequest } from '../errors/broken-request.ts'
import { createGate } from '../limits/gate.ts'
import { shareWithOthers } from '../limits/process-share.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { loadWeb } from '../pages/load-web.ts'
import { mountPages, readyPage, redirectTo, statusPage } from '../pages/mount-pages.ts'
import type { Pages } from '../pages/page.ts'
import { URL_LENGTH_AT_MOST } from '../requests/read-target.ts'
import { requestId } from '../requests/request-id.ts'
import { type ApiSettings, defaultApiSettings } from '../settings.ts'
import type { Api } from './api.ts'
import { closeServer, followConnections } from './close-server.ts'

export interface ApiOptions {
  readonly core: CoreClient
  readonly settings?: Partial<ApiSettings>
  readonly log: Logger
}

export interface ApiServer {
  readonly app: FastifyInstance
  listen(): Promise<{ address: string; port: number }>
  /** Stops accepting, finishes what is under way (8 s at most), ends live streams. */
  drain(): Promise<void>
}

const HEADER_BYTES_AT_MOST = 32 * 1024
const HEADERS_MS = 20_000
const REQUEST_MS = 120_000
const CHECK_MS = 5000
/** Longer than the 60 s after which usual proxies let go of an idle connection. */
const KEEP_ALIVE_MS = 72_000
const READY_MS = 2000

/** The HTTP tier: knows HTTP and the contract, and no data. */
export async function createApi({ core, settings: given, log }: ApiOptions): Promise<ApiServer> {
  const settings: ApiSettings = { ...defaultApiSettings, ...given }
  const opened: HttpCore[] = []
  const share = shareWithOthers(core, log)
  const base = settings.basePath.replace(/\/+$/, '')
  const api: Api = {
    settings,
    base,
    core,
    cores: settings.cores && openCores(settings, log, opened),
    gate: createGate({ ...settings, now: () => performance.now() / 1000, processes: share.processes }),
    log,
    metrics: createMetrics(settings.registry),
    web: settings.web === undefined ? undefined : await loadWeb(settings.web, base),
    streams: new Set(),
    draining: false,
  }
  api.metrics.watchCores(() => namedCores(api))
  const app = createApp(api)
  mountEndpoints(app, api)
  mountPages(app, api, { ...ownPages(api), ...settings.pages })
  await app.ready()

  return {
    app,
    async listen() {
      await app.listen({ host: settings.host, port: settings.port })
      // Not waited for: without Core the api serves all the same, and says so.
      if (settings.rateLimit !== 'off' || settings.addressLimit !== 'off') void share.start()
      const { address, port } = app.server.address() as AddressInfo
      return { address, port }
    },
    async drain() {
      api.draining = true
      share.stop()
      const closed = closeServer(app.server)
      for (const end of api.streams) end()
      await closed
      await app.close()
      await Promise.all(opened.map((client) => client.close()))
    },
  }
}

function createApp(api: Api): FastifyInstance {
  const { settings } = api
  const app = Fastify({
    logger: false,
    genReqId: requestId,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: URL_LENGTH_AT_MOST },
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      maxHeaderSize: HEADER_BYTES_AT_MOST,
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: CHECK_MS,
      // Node would answer a missing Host by itself, without a body.
      requireHostHeader: false,
    },
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, api),
    frameworkErrors: (_error, request, reply) =>
      sendError(beginExchange(api, 'none', request, reply), refuse('bad_request', { part: 'url' })),
  })
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

function ownPages(api: Api): Pages {
  return {
    ...(api.web ? {} : { '/': () => redirectTo(`${api.base}/docs`) }),
    '/healthz': () => statusPage({ status: 'ok' }),
    '/readyz': () => readyPage(api, READY_MS),
    '/metrics': async () => ({
      type: api.metrics.registry.contentType,
      body: await api.metrics.registry.metrics(),
    }),
  }
}
