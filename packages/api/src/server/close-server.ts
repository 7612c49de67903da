import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const DRAIN_MS = 8000
const LOOK_MS = 50

const connections = new WeakMap<Server, Set<Socket>>()

/** To be called when a server is made: what Node does not tell is which connections have never sent anything. */
export function followConnections(server: Server): void {
  const open = new Set<Socket>()
  connections.set(server, open)
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
}

/** How many connections a followed server has open. */
export function openConnections(server: Server): number {
  return connections.get(server)?.size ?? 0
}

/**
 * Stops accepting and waits for what is under way; what is not done by then is cut.
 *
 * @param withinMs by default 8 s: a process has 10 s from `SIGTERM`, and the database wants some of them
 */
export async function closeServer(server: Server, withinMs: number = DRAIN_MS): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), withinMs)
  // A connection that becomes idle now was told to stay: its answer had begun before the drain.
  const looking = setInterval(() => {
    server.closeIdleConnections()
    // Node takes a connection that was opened in advance, and has sent nothing yet, for busy.
    for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  }, LOOK_MS)
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
  }
}
