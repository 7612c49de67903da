import type { Server } from 'node:http'

const DRAIN_MS = 8000
const LOOK_MS = 50

/**
 * Stops accepting and waits for what is under way; what is not done by then is cut.
 *
 * @param withinMs by default 8 s: a process has 10 s from `SIGTERM`, and the database wants some of them
 */
export async function closeServer(server: Server, withinMs: number = DRAIN_MS): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), withinMs)
  // A connection that becomes idle now was told to stay: its answer had begun before the drain.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS)
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
  }
}
