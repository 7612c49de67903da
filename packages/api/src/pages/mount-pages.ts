import { AppError, type CoreClient, problem } from '@runsheet/contract'
import type { FastifyInstance } from 'fastify'
import { beginExchange, type Exchange } from '../answers/exchange.ts'
import { sendAnswer, sendError } from '../answers/send-answer.ts'
import { namedCores } from '../core-transport/map-of-cores.ts'
import { notAllowed } from '../endpoints/serve-missing.ts'
import { readTarget } from '../requests/read-target.ts'
import type { Api } from '../server/api.ts'
import type { Page, Pages } from './page.ts'
import { pageSecurity } from './security.ts'

/** Serves documents outside `/core`, which need no token and cost nothing of a rate limit. */
export function mountPages(app: FastifyInstance, api: Api, pages: Pages): void {
  for (const [path, make] of Object.entries(pages)) {
    app.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: api.base === '' ? path : api.base + (path === '/' ? '' : path),
      onRequest: (request, reply) => servePage(beginExchange(api, 'page', request, reply), path, make),
      handler: answered,
    })
  }
}

async function servePage(exchange: Exchange, path: string, make: Pages[string]): Promise<void> {
  const { req } = exchange
  try {
    readTarget(req.url ?? '')
    if (req.method !== 'GET' && req.method !== 'HEAD')
      throw notAllowed(req.method ?? '', path, ['GET', 'HEAD'])
    const { status = 200, type, body, headers } = await make()
    await sendAnswer(exchange, {
      status,
      headers: { 'content-type': type, ...pageSecurity, ...headers },
      body,
    })
  } catch (error) {
    sendError(exchange, error)
  }
}

/** A page that only says where to look instead. */
export function redirectTo(location: string): Page {
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location } }
}

/**
 * Ready while a Core answers: with a map of them one that is away must not take the api from the callers of the others.
 *
 * @throws {AppError} 503 `core_unavailable` while none answers
 */
export async function readyPage(api: Api, withinMs: number): Promise<Page> {
  const states = api.draining
    ? []
    : await Promise.all(
        namedCores(api).map(async ([name, core]) => [name, await answers(core, withinMs)] as const),
      )
  const cores = api.cores && Object.fromEntries(states.map(([name, isUp]) => [name, isUp ? 'up' : 'down']))
  if (!states.some(([, isUp]) => isUp))
    throw new AppError(problem('core_unavailable', {}, cores ? { meta: { cores } } : {}))
  return statusPage({ status: 'ready', ...(cores ? { cores } : {}) })
}

function answers(core: CoreClient, withinMs: number): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), withinMs).unref()
  })
  return Promise.race([core.ready().catch(() => false), timeout])
}

export function statusPage(status: Readonly<Record<string, unknown>>): Page {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(status) }
}

function answered(): void {}
