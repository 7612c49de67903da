import { connect, type Socket } from 'node:net'
import type { CancelSignal, CoreAnswer, CoreCall, CoreClient } from '@runsheet/contract'
import { onTestFinished } from 'vitest'
import { type ApiServer, type ApiSettings, createApi, createLog } from './index.ts'

/** A Core that answers a constant and remembers what it was asked: for tests of what the api does around it. */
export interface ConstantCore extends CoreClient {
  readonly calls: CoreCall[]
}

export const emptyList: CoreAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"data":[]}',
}

export function constantCore(
  answer:
    | CoreAnswer
    | ((call: CoreCall, signal?: CancelSignal) => Promise<CoreAnswer> | CoreAnswer) = emptyList,
): ConstantCore {
  const calls: CoreCall[] = []
  return {
    calls,
    async call(call, signal) {
      calls.push(call)
      return typeof answer === 'function' ? answer(call, signal) : answer
    },
    countProcesses: () => Promise.resolve(1),
    ready: () => Promise.resolve(true),
  }
}

export interface RunningApi extends ApiServer {
  readonly url: string
  readonly port: number
  /** Everything that was logged, one parsed line each. */
  readonly lines: Record<string, unknown>[]
}

/** An api on a free port until the test ends. */
export async function startApi(
  core: CoreClient = constantCore(),
  settings: Partial<ApiSettings> = {},
): Promise<RunningApi> {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', {
    write: (line: string) => {
      lines.push(JSON.parse(line) as Record<string, unknown>)
    },
  })
  const api = await createApi({ core, settings: { port: 0, ...settings }, log })
  const { port } = await api.listen()
  onTestFinished(() => api.drain())
  return { ...api, port, url: `http://127.0.0.1:${port}`, lines }
}

export const token = { authorization: 'Bearer 0123456789abcdef' }
export const json = { ...token, 'content-type': 'application/json' }

export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly code: string
  readonly detail: string
  readonly error: {
    id: string
    code: string
    detail: string
    title: string
    source?: unknown
    meta?: Record<string, unknown>
  }
}

/** The refusal of a request; its body must be the envelope. */
export async function refusal(url: string, init: RequestInit = {}): Promise<Refusal> {
  const response = await fetch(url, { headers: token, redirect: 'manual', ...init })
  const { errors } = (await response.json()) as { errors: [Refusal['error']] }
  const [error] = errors
  return {
    status: response.status,
    headers: response.headers,
    code: error.code,
    detail: error.detail,
    error,
  }
}

export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** A connection that has sent the bytes; its answers are read with `rawAnswer`. */
export function openSocket(port: number, bytes: string | Buffer): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(bytes)
  onTestFinished(() => {
    socket.destroy()
  })
  return socket
}

/** The first whole answer on a connection. */
export function rawAnswer(socket: Socket): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = () => {
      const end = text.indexOf('\r\n\r\n')
      if (end === -1) return
      const head = text.slice(0, end)
      const body = text.slice(end + 4)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (Buffer.byteLength(body) >= length) resolve({ status: Number(head.split(' ')[1]), head, body })
    }
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      read()
    })
    socket.on('close', () => reject(new Error(`closed after ${JSON.stringify(text)}`)))
  })
}

/** The answer to bytes of our own making. */
export function raw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return rawAnswer(openSocket(port, bytes))
}

export function codeOf({ body }: RawAnswer): string | undefined {
  return (JSON.parse(body) as { errors: { code: string }[] }).errors[0]?.code
}
