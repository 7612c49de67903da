import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, CORE_VERSION, type CoreAnswer, type CoreClient, refuse } from '@runsheet/contract'
import type { Logger } from 'pino'
import { writeStream } from '../answers/write-stream.ts'
import { readBody } from '../bodies/read-body.ts'
import { toResponse } from '../errors/to-response.ts'
import { closeServer, followConnections } from '../server/close-server.ts'
import { CALL_HEADER, CALL_PATH, decodeCall, PROCESSES_PATH, READY_PATH, VERSION_HEADER } from './wire.ts'

export interface CoreServerOptions {
  readonly core: CoreClient
  readonly log: Logger
}

/** The door through which apis in other processes call Core. */
export interface CoreServer {
  /** @param port 0 takes any free one */
  listen(options: { host: string; port: number }): Promise<{ address: string; port: number }>
  /** Takes no more calls, answers those under way, ends streams. */
  drain(): Promise<void>
}

const KEEP_ALIVE_MS = 75_000
/** The api judges the size of bodies; this only bounds what a stranger could make us keep. */
const BODY_BYTES_AT_MOST = 64 * 1024 * 1024
const HEADER_BYTES_AT_MOST = 128 * 1024

/** Serves Core's calls and `/ready` over plain HTTP, for a private network. */
export function createCoreServer({ core, log }: CoreServerOptions): CoreServer {
  const streams = new Set<() => void>()
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: HEADER_BYTES_AT_MOST },
    (req, res) => {
      res.setHeader(VERSION_HEADER, CORE_VERSION)
      const serving =
        req.url === CALL_PATH ? serveCall(core, req, res, streams, log) : serveOther(core, req, res)
      serving.catch((error: unknown) => {
        log.error({ err: error }, 'call could not be answered')
        res.destroy()
      })
    },
  )
  followConnections(server)
  return {
    async listen({ host, port }) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, resolve)
      })
      const { address, port: taken } = server.address() as AddressInfo
      return { address, port: taken }
    },
    async drain() {
      const closed = closeServer(server)
      for (const end of streams) end()
      await closed
    },
  }
}

async function serveOther(core: CoreClient, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { url = '' } = req
  if (url === READY_PATH) {
    res.writeHead((await core.ready()) ? 200 : 503).end()
    return
  }
  const api = url.startsWith(PROCESSES_PATH) ? url.slice(PROCESSES_PATH.length) : ''
  if (!UUID.test(api)) {
    res.writeHead(404).end()
    return
  }
  const count = await core.countProcesses(api).catch(() => undefined)
  res.writeHead(count === undefined ? 503 : 200, { 'content-type': 'text/plain' }).end(String(count ?? ''))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function serveCall(
  core: CoreClient,
  req: IncomingMessage,
  res: ServerResponse,
  streams: Set<() => void>,
  log: Logger,
): Promise<void> {
  const gone = new AbortController()
  res.once('close', () => gone.abort(new Error('the api has gone')))
  let requestId = ''
  let language: string | undefined
  let answer: CoreAnswer
  try {
    const body = await readBody(req, res, BODY_BYTES_AT_MOST)
    const call = decodeCall(String(req.headers[CALL_HEADER] ?? ''), body)
    requestId = call.requestId
    language = call.language
    answer = await core.call(call, gone.signal)
  } catch (error) {
    const isStranger = error instanceof SyntaxError && requestId === ''
    if (!isStranger && !(error instanceof AppError)) log.error({ err: error, request_id: requestId }, 'fault')
    answer = toResponse(isStranger ? refuse('bad_request', { part: 'request' }) : error, language, requestId)
  }
  const { status, headers, body } = answer
  if (body === null || typeof body === 'string' || body instanceof Uint8Array) {
    const length = body === null ? 0 : Buffer.byteLength(body)
    res.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': length })
    res.end(body ?? undefined)
    return
  }
  res.writeHead(status, headers)
  await writeStream(res, body, streams)
}
