/**
 * The server's clock, as far as this browser knows it. The offset is measured from answers: half of the way there and
 * back is taken off, and the measurement with the shortest way counts most.
 */
let offsetMs = 0
let shortestMs = Number.POSITIVE_INFINITY

const listeners = new Set<() => void>()
let second = Math.floor(Date.now() / 1000)
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Takes a measurement. Where it makes the present second another one, whoever listens is told at once.
 *
 * @param server instant that the server told, milliseconds
 * @param sent when the question left, by this machine
 * @param received when the answer came
 */
export function measureClock(server: number, sent: number, received: number): void {
  const wayMs = received - sent
  const measured = server - (sent + wayMs / 2)
  // A slow answer tells little; it counts only where the clock must have jumped.
  if (wayMs > shortestMs * 2 && Math.abs(measured - offsetMs) < wayMs) return
  shortestMs = Math.min(shortestMs, wayMs)
  offsetMs = measured
  if (listeners.size > 0 && Math.floor(serverNow() / 1000) !== second) {
    clearTimeout(timer)
    tick()
  }
}

/** Milliseconds since the epoch by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs
}

function tick() {
  second = Math.floor(serverNow() / 1000)
  for (const listener of listeners) listener()
  timer = setTimeout(tick, 1000 - (serverNow() % 1000) + 2)
}

/** Calls back at each new second of the server's clock, as long as somebody listens: one timer for all. */
export function onSecond(listener: () => void): () => void {
  if (listeners.size === 0) {
    second = Math.floor(serverNow() / 1000)
    timer = setTimeout(tick, 1000 - (serverNow() % 1000) + 2)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** The present second, the same for everybody who asks between two ticks. */
export function presentSecond(): number {
  return listeners.size === 0 ? Math.floor(serverNow() / 1000) : second
}
