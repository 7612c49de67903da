import type { IncomingMessage } from 'node:http'

const BYTES_AT_MOST = 256 * 1024 * 1024
const MS_AT_MOST = 10_000

/**
 * Reads on and throws away what a client still sends after its answer was written: closing at once would reset the
 * connection, and the client would never see the answer. Bounded in bytes and time; then the connection goes.
 *
 * @returns when the body has ended or the connection has gone
 */
export function discardBody(req: IncomingMessage): Promise<void> {
  if (req.complete || req.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    let left = BYTES_AT_MOST
    const timer = setTimeout(() => req.socket.destroy(), MS_AT_MOST)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    req.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left < 0) req.socket.destroy()
    })
    req.on('end', done).on('close', done).on('error', done)
    req.resume()
  })
}
