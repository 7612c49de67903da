import { refuse } from '@runsheet/contract'
import type { FastifyInstance } from 'fastify'
import { beginExchange, type Exchange } from '../answers/exchange.ts'
import { sendAnswer, sendError } from '../answers/send-answer.ts'
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

/** @throws {AppError} 503 `core_unavailable` while Core does not answer */
export async function readyPage(api: Api, withinMs: number): Promise<Page> {
  const timeout = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), withinMs).unref()
  })
  const ready = !api.draining && (await Promise.race([api.core.ready().catch(() => false), timeout]))
  if (!ready) throw refuse('core_unavailable')
  return statusPage('ready')
}

export function statusPage(status: 'ok' | 'ready'): Page {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify({ status }) }
}

function answered(): void {}
