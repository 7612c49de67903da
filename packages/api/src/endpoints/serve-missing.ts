import { AppError, problem, refuse } from '@runsheet/contract'
import type { Exchange } from '../answers/exchange.ts'
import { sendAnswer, sendError } from '../answers/send-answer.ts'
import { preflightHeaders } from '../cors/cors.ts'
import { serveWeb } from '../pages/serve-web.ts'
import { admit } from '../requests/admit.ts'
import { decodedPath, readTarget, segmentsOf } from '../requests/read-target.ts'
import { methodsAt } from './route-table.ts'

/** Answers what no endpoint and no page answers: 405 below `/core`, elsewhere the web, or 404 where it has nothing. */
export async function serveMissing(exchange: Exchange): Promise<void> {
  const { api, req } = exchange
  try {
    const target = readTarget(req.url ?? '')
    const path = decodedPath(target)
    const root = `${api.base}/core`
    if (path !== root && !path.startsWith(`${root}/`)) {
      if (await serveWeb(exchange, path)) return
      throw refuse('route_not_found', { path })
    }
    const preflight = preflightHeaders(req, api.settings.corsOrigins)
    if (preflight) {
      await sendAnswer(exchange, { status: 200, headers: preflight, body: null })
      return
    }
    admit(exchange, { cost: 1 })
    throw notAllowed(req.method ?? '', path, methodsAt(['', ...segmentsOf(target).slice(depthOf(api.base))]))
  } catch (error) {
    sendError(exchange, error)
  }
}

/** How many segments come before the `core` of a path. */
const depthOf = (base: string) => base.split('/').length

/** RFC 9110, section 15.5.6: the header lists what the path has, which may be nothing. */
export function notAllowed(method: string, path: string, allowed: readonly string[]): AppError {
  const headers = { allow: allowed.join(', ') }
  const about = { method, path }
  return allowed.length === 0
    ? new AppError(problem('endpoint_not_implemented', about), { headers })
    : new AppError(problem('method_not_allowed', { ...about, allowed }), { headers })
}
