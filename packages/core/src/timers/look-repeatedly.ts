import type { Logger } from 'pino'

const EVERY_MS = 1_000

/** What is looked at again and again, until it is closed. */
export interface RepeatedLook {
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>
}

/**
 * Does what is due once a second, one look at a time, as long as the process runs. A look that fails is told and tried again:
 * what is due is in the database, so nothing is lost with a look or a process.
 *
 * @param what is due, for the log
 */
export function lookRepeatedly(what: string, look: () => Promise<unknown>, log: Logger): RepeatedLook {
  let looking: Promise<void> | undefined
  const begin = async () => {
    try {
      await look()
    } catch (error) {
      log.warn({ err: error }, `${what} could not be looked up; it is tried again`)
    }
    looking = undefined
  }
  const interval = setInterval(() => {
    looking ??= begin()
  }, EVERY_MS)
  interval.unref()
  return {
    async close() {
      clearInterval(interval)
      await looking
    },
  }
}
