import type { Logger } from 'pino'
import { complain, say } from '../terminal/terminal.ts'

/** What a serving process has opened, to be closed in the opposite order. */
export class Opened {
  readonly #closers: { name: string; close: () => Promise<void> }[] = []

  add(name: string, close: () => Promise<void>): void {
    this.#closers.push({ name, close })
  }

  /** Closes everything, also when something does not close. */
  async close(log: Logger): Promise<void> {
    for (let next = this.#closers.pop(); next; next = this.#closers.pop()) {
      try {
        await next.close()
      } catch (error) {
        log.error({ err: error }, `${next.name} did not close`)
      }
    }
  }
}

/** Between `SIGTERM` and the end, at most: what is not closed by then is left to die with the process. */
const STOP_WITHIN_MS = 10_000

/**
 * A supervisor that signals a whole group reaches us twice: by itself, and through the launcher that passes its own on. Only
 * what comes later is somebody's impatience.
 */
const SAME_WITHIN_MS = 500

/**
 * Starts something that serves, lets it serve until SIGTERM, SIGINT or the loss of what it needs, and closes it. A second
 * signal ends the process at once.
 *
 * @param start opens things; what it opened is closed also when it throws
 * @returns the exit code
 */
export async function runUntilSignal(
  log: Logger,
  start: (opened: Opened) => Promise<{ lost: Promise<string> }>,
): Promise<number> {
  const opened = new Opened()
  const { promise: signalled, resolve } = Promise.withResolvers<undefined>()
  let firstAt: number | undefined
  const stop = (signal: NodeJS.Signals) => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_WITHIN_MS) process.exit(130)
      return
    }
    firstAt = performance.now()
    log.info(`${signal}: stopping`)
    resolve(undefined)
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  try {
    const { lost } = await start(opened)
    const reason = await Promise.race([signalled, lost])
    if (reason !== undefined) {
      log.fatal(reason)
      complain(`${reason}. Stopping.`)
    } else say('Stopping: finishing what is under way.')
    await closeInTime(opened, log)
    if (reason === undefined) say('Stopped.')
    return reason === undefined ? 0 : 1
  } catch (error) {
    await closeInTime(opened, log)
    throw error
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop)
  }
}

async function closeInTime(opened: Opened, log: Logger): Promise<void> {
  const patience = setTimeout(() => {
    log.error('Not everything could be closed in time')
    // The embedded server is told to end by the exit of this process.
    process.exit(1)
  }, STOP_WITHIN_MS)
  await opened.close(log)
  clearTimeout(patience)
}
