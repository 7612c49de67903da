import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

const ALLOWED_HEADERS =
  'Accept, Accept-Language, Api-Version, Authorization, Content-Type, Core-Url, Idempotency-Key, If-Match, Last-Event-ID, X-Request-Id'
const EXPOSED_HEADERS =
  'Allow, Api-Version, Content-Disposition, Content-Language, ETag, Idempotency-Replayed, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-As-Of, X-Request-Id'
const METHODS = 'GET, HEAD, POST, PATCH, PUT, DELETE'
const PREFLIGHT_SECONDS = '7200'

/**
 * Adds what lets pages of other origins read the answer (Fetch standard, "CORS protocol"). It never says
 * `Access-Control-Allow-Credentials`: a page elsewhere needs a token, and no browser lends it the session of its person.
 */
export function addCorsHeaders(
  req: IncomingMessage,
  headers: OutgoingHttpHeaders,
  origins: readonly string[],
): void {
  if (origins.length === 0) return
  headers['vary'] = 'Origin'
  const { origin } = req.headers
  if (origin === undefined || !isAllowed(origin, origins)) return
  headers['access-control-allow-origin'] = origin
  headers['access-control-expose-headers'] = EXPOSED_HEADERS
}

/** The headers that answer a preflight request, or undefined when it is none or its origin is not let in. */
export function preflightHeaders(
  req: IncomingMessage,
  origins: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const { origin } = req.headers
  if (req.method !== 'OPTIONS' || origin === undefined || !isAllowed(origin, origins)) return undefined
  if (req.headers['access-control-request-method'] === undefined) return undefined
  return {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-max-age': PREFLIGHT_SECONDS,
  }
}

function isAllowed(origin: string, origins: readonly string[]): boolean {
  return origins.includes(origin) || origins.includes('*')
}
