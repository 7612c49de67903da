import type { FastifyInstance } from 'fastify'
import { beginExchange } from '../answers/exchange.ts'
import type { Api } from '../server/api.ts'
import { routes, shadowed } from './route-table.ts'
import { serveEndpoint } from './serve-endpoint.ts'
import { serveMissing } from './serve-missing.ts'

/**
 * Puts every endpoint of the contract, and what answers for those that it does not have, into the router.
 *
 * We answer in the first hook: behind it Fastify would judge bodies and media types before us, with statuses of its own.
 */
export function mountEndpoints(app: FastifyInstance, api: Api): void {
  for (const route of routes) {
    const { method, path } = route.endpoint
    app.route({
      method: method === 'GET' ? ['GET', 'HEAD'] : method,
      url: api.base + path,
      onRequest: (request, reply) => serveEndpoint(beginExchange(api, route.name, request, reply), route),
      handler: answered,
    })
  }
  for (const { pattern, methods } of shadowed()) {
    app.route({
      method: [...methods],
      url: api.base + pattern,
      onRequest: (request, reply) => serveMissing(beginExchange(api, 'none', request, reply)),
      handler: answered,
    })
  }
  app.route({
    method: app.supportedMethods,
    url: '/*',
    onRequest: (request, reply) => serveMissing(beginExchange(api, 'none', request, reply)),
    handler: answered,
  })
  // Methods that the router does not know come here; Fastify reads no body of theirs.
  app.setNotFoundHandler((request, reply) => serveMissing(beginExchange(api, 'none', request, reply)))
}

function answered(): void {}
