import type { AddressInfo } from 'node:net'
import type { CoreClient } from '@runsheet/contract'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { HttpCore } from '../core-transport/http-core.ts'
import { namedCores, openCores } from '../core-transport/map-of-cores.ts'
import { mountEndpoints } from '../endpoints/mount-endpoints.ts'
import { createGate } from '../limits/gate.ts'
import { shareWithOthers } from '../limits/process-share.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { loadWeb } from '../pages/load-web.ts'
import { mountPages, readyPage, redirectTo, statusPage } from '../pages/mount-pages.ts'
import type { Pages } from '../pages/page.ts'
import { type ApiSettings, defaultApiSettings } from '../settings.ts'
import type { Api } from './api.ts'
import { closeServer } from './close-server.ts'
import { createApp } from './create-app.ts'

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
