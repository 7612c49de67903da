import { randomBytes } from 'node:crypto'
import { addVary, encodingFor } from '../answers/encoding.ts'
import type { Exchange } from '../answers/exchange.ts'
import { sendAnswer } from '../answers/send-answer.ts'
import type { Web, WebFile } from './load-web.ts'
import type { Page } from './page.ts'
import { pageSecurity, webSecurity } from './security.ts'

/** What lies below these words is never a place in the web: a wrong path there is an error. */
const taken: ReadonlySet<string> = new Set(['core', 'docs', 'openapi.json', 'healthz', 'readyz', 'metrics'])

const ASSETS = '/assets/'
const HTML_TYPE = 'text/html; charset=utf-8'
const NONCE_BYTES = 16

/**
 * Answers with a file of the web or, where none is and somebody navigates, with its page: the web itself knows its places.
 *
 * @param path decoded, with the sub-path
 * @returns false when the web has nothing there
 */
export async function serveWeb(exchange: Exchange, path: string): Promise<boolean> {
  const { api, req } = exchange
  if (!api.web || (req.method !== 'GET' && req.method !== 'HEAD')) return false
  if (path !== api.base && !path.startsWith(`${api.base}/`)) return false
  const { status = 200, type, body, headers } = pageAt(exchange, api.web, path.slice(api.base.length)) ?? {}
  if (type === undefined || body === undefined) return false
  const answer = { status, headers: { 'content-type': type, ...pageSecurity, ...headers }, body }
  await sendAnswer({ ...exchange, endpoint: 'page' }, answer)
  return true
}

function pageAt({ req, headers }: Exchange, web: Web, path: string): Page | undefined {
  const { accept, 'accept-encoding': acceptEncoding } = req.headers
  if (path === '' || path === '/' || path === '/index.html') return webPage(web)
  const file = web.files.get(path)
  if (file) {
    addVary(headers, 'Accept-Encoding')
    return filePage(file, acceptEncoding, path.startsWith(ASSETS))
  }
  // A page instead of an old script would be run as one, and stay in caches.
  if (path.startsWith(ASSETS))
    return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such file.\n' }
  if (taken.has(path.split('/')[1] ?? '')) return undefined
  return asksForHtml(accept) ? webPage(web) : undefined
}

function webPage({ page }: Web): Page {
  const nonce = randomBytes(NONCE_BYTES).toString('base64')
  return {
    type: HTML_TYPE,
    body: page.replaceAll('%STYLE_NONCE%', nonce),
    headers: { ...webSecurity(nonce), 'cache-control': 'no-store' },
  }
}

function filePage(
  { type, body, encoded }: WebFile,
  acceptEncoding: string | undefined,
  isHashed: boolean,
): Page {
  const encoding = encodingFor(acceptEncoding, (name) => encoded[name] !== undefined)
  return {
    type,
    body: (encoding && encoded[encoding]) ?? body,
    headers: {
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding && { 'content-encoding': encoding }),
    },
  }
}

/** Whether a browser navigates: clients of the API and loaders of pictures and scripts do not name HTML. */
function asksForHtml(accept: string | undefined): boolean {
  return (accept ?? '')
    .split(',')
    .some((range) => /^\s*text\/html\s*(?:;|$)(?!.*q\s*=\s*0(?:\.0*)?\s*$)/i.test(range))
}
