import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between a client and a server, and sometimes in the way. Requests are named `GET /core/runbooks`. */
export interface BusyProxy {
  readonly url: string
  /** What it did to requests, in their order: `503 GET /core/runbooks`, `lost GET /core/runbooks`. */
  readonly met: readonly string[]
  /** Answers the next such request itself. */
  refuse(name: string, status: 429 | 503): void
  /** Lets the next such request through, and its answer not. */
  loseAnswer(name: string): void
  close(): Promise<void>
}

/** Opens a proxy to a server, which is told the address that the client called. */
export async function openBusyProxy(target: string): Promise<BusyProxy> {
  const plans = new Map<string, 429 | 503 | 'lost'>()
  const met: string[] = []
  const server = createServer((req, res) => {
    const name = `${req.method} ${req.url?.split('?')[0]}`
    const plan = plans.get(name)
    plans.delete(name)
    if (plan !== undefined) met.push(`${plan} ${name}`)
    if (typeof plan === 'number') {
      req.resume()
      res.writeHead(plan, { 'retry-after': '0' }).end()
    } else passOn(target, req, res, plan === 'lost')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    met,
    refuse: (name, status) => plans.set(name, status),
    loseAnswer: (name) => plans.set(name, 'lost'),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function passOn(target: string, req: IncomingMessage, res: ServerResponse, isLost: boolean): void {
  const { method, headers } = req
  const onward = request(new URL(req.url ?? '', target), { method, headers }, (answer) => {
    if (isLost) {
      answer.resume().once('end', () => res.destroy())
      return
    }
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(res)
  })
  onward.once('error', () => res.destroy())
  // Whoever watches a stream leaves it without an end.
  res.once('close', () => onward.destroy())
  req.pipe(onward)
}
