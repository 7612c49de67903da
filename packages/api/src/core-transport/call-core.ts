import {
  AppError,
  CORE_VERSION,
  type CoreAnswer,
  type CoreCall,
  type CoreClient,
  type Endpoint,
  refuse,
} from '@runsheet/contract'
import { closeChunks } from '../answers/write-stream.ts'
import { VERSION_HEADER } from './wire.ts'

/** The statuses that answers may have; there are no others. */
const statuses: ReadonlySet<number> = new Set([
  200, 201, 204, 400, 401, 403, 404, 405, 422, 429, 500, 501, 503, 504,
])

/**
 * Calls Core and waits for its answer until the deadline; the bodies of streams have none.
 *
 * @param endpoint what is called
 * @param abort is aborted at the deadline; the caller aborts it when it no longer wants a stream
 * @throws {AppError} 504 `core_timeout`, 501 `core_outdated`, and whatever Core throws
 */
export async function callCore(
  core: CoreClient,
  call: CoreCall,
  endpoint: Endpoint,
  abort: AbortController,
): Promise<CoreAnswer> {
  let answer: CoreAnswer
  try {
    answer = await beforeDeadline(core.call(call, abort.signal), call.deadlineMs, abort)
  } catch (error) {
    if (error instanceof AppError && error.problems[0]?.code === 'route_not_found')
      throw outdated(endpoint, CORE_VERSION)
    throw error
  }
  if (answer.status === 404 && isRouteNotFound(answer.body))
    throw outdated(endpoint, answer.headers[VERSION_HEADER] ?? CORE_VERSION)
  if (!statuses.has(answer.status)) throw new Error(`Core answered ${call.endpoint} with ${answer.status}`)
  return answer
}

function outdated(endpoint: Endpoint, version: string): AppError {
  return refuse('core_outdated', { minimum_core_version: endpoint.since, core_version: version })
}

function isRouteNotFound(body: CoreAnswer['body']): boolean {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return false
  const text = typeof body === 'string' ? body : Buffer.from(body).toString()
  if (!text.includes('"route_not_found"')) return false
  try {
    const document = JSON.parse(text) as { errors?: { code?: unknown }[] }
    return document.errors?.[0]?.code === 'route_not_found'
  } catch {
    return false
  }
}

function beforeDeadline(
  answering: Promise<CoreAnswer>,
  deadlineMs: number,
  abort: AbortController,
): Promise<CoreAnswer> {
  return new Promise((resolve, reject) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      const error = refuse('core_timeout')
      reject(error)
      abort.abort(error)
    }, deadlineMs)
    answering.then(
      (answer) => {
        clearTimeout(timer)
        return late ? discard(answer) : resolve(answer)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

function discard({ body }: CoreAnswer): void {
  if (body !== null && typeof body === 'object' && Symbol.asyncIterator in body)
    closeChunks(body[Symbol.asyncIterator]())
}
