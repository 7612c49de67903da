import { type ChildProcess, fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

export const TOKEN = 'b'.repeat(48)

/** A server of `servers.ts` in a process of its own. */
export async function startServer(
  form: 'serve' | 'core' | 'api' | 'bare',
  connectionString: string,
  other = '',
): Promise<{ port: number; stop: () => void }> {
  const child: ChildProcess = fork(
    new URL('./servers.ts', import.meta.url),
    [form, connectionString, other],
    { execArgv: ['--disable-warning=ExperimentalWarning'] },
  )
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`the ${form} server ended with ${code}`)))
  })
  return { port, stop: () => child.disconnect() }
}

interface Connection {
  /** @param keepsBody false leaves the body of a success unread */
  send(head: string, body: string | undefined, keepsBody: boolean): Promise<{ status: number; body: string }>
}

const HEAD_END = '\r\n\r\n'

const RECEIVED_AT_ONCE = 256 * 1024

/**
 * One kept connection that knows just enough HTTP to count an answer's bytes, and receives them all in one place: the load
 * must cost less than what it loads.
 */
function open(port: number): Connection {
  let parts: Buffer[] = []
  let received = 0
  let wanted = -1
  let bodyAt = 0
  let status = 0
  let keepsBody = true
  let settle:
    | { resolve: (answer: { status: number; body: string }) => void; reject: (error: Error) => void }
    | undefined
  const room = Buffer.alloc(RECEIVED_AT_ONCE)
  const receive = (count: number) => {
    const part = room.subarray(0, count)
    received += count
    if (wanted < 0) {
      const head = parts.length === 0 ? part : Buffer.concat([...parts, part])
      const end = head.indexOf(HEAD_END)
      if (end >= 0) {
        const text = head.toString('latin1', 0, end)
        status = Number(text.slice(9, 12))
        bodyAt = end + HEAD_END.length
        wanted = bodyAt + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      }
    }
    // What is received next is written over it.
    if (wanted < 0 || keepsBody || status >= 300) parts.push(Buffer.from(part))
    if (wanted < 0) return true
    if (received < wanted) return true
    const body = keepsBody || status >= 300 ? Buffer.concat(parts).toString('utf8', bodyAt) : ''
    parts = []
    received = 0
    wanted = -1
    settle?.resolve({ status, body })
    return true
  }
  const socket: Socket = connect({
    port,
    host: '127.0.0.1',
    onread: { buffer: room, callback: receive },
  })
  socket.setNoDelay(true)
  socket.on('error', (error) => settle?.reject(error))
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')))
  return {
    send: (head, body, keeps) =>
      new Promise((resolve, reject) => {
        keepsBody = keeps
        settle = { resolve, reject }
        socket.write(body === undefined ? head : head + body)
      }),
  }
}

const idle = new Map<number, Connection[]>()

/** One request, as the Owner unless another token is given; answers status and body (nothing of what a GET reads). */
export async function send(
  port: number,
  method: string,
  path: string,
  body?: string,
  token = TOKEN,
): Promise<{ status: number; body: string }> {
  const free = idle.get(port) ?? []
  idle.set(port, free)
  const connection = free.pop() ?? open(port)
  const type =
    body === undefined
      ? ''
      : `Content-Type: ${body.startsWith('{') ? 'application/json' : 'text/csv'}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
  const answer = await connection.send(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${type}\r\n`,
    body,
    method !== 'GET',
  )
  free.push(connection)
  return answer
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/** Runs work `count` times, `parallel` at once; the first tenth is warm-up. Work on one lane never overlaps. */
export async function measure(
  count: number,
  parallel: number,
  work: (index: number, lane: number) => Promise<unknown>,
): Promise<Measured> {
  const warm = Math.ceil(count / 10)
  const times: number[] = []
  let next = 0
  let began = performance.now()
  const run = async (lane: number) => {
    for (let index = next++; index < count; index = next++) {
      if (index === warm) began = performance.now()
      const from = performance.now()
      await work(index, lane)
      if (index >= warm) times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: parallel }, (_, lane) => run(lane)))
  const seconds = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) }
}

/** The fastest round of each work, measured in turn, so that a slow moment of the machine meets all of them. */
export async function bestInTurn<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => Promise<Measured>>>,
): Promise<Readonly<Record<Name, Measured>>> {
  const best: Partial<Record<Name, Measured>> = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(works) as Name[]) {
      const measured = await works[name]()
      const before = best[name]
      if (!before || measured.perSecond > before.perSecond) best[name] = measured
    }
  }
  // Every name has been measured.
  return best as Record<Name, Measured>
}
