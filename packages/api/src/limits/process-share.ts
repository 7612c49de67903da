import { randomUUID } from 'node:crypto'
import type { CoreClient } from '@runsheet/contract'
import type { Logger } from 'pino'

const BEAT_MS = 10_000

/** How many api processes share the limits, this one included. */
export interface ProcessShare {
  readonly processes: () => number
  /** Asks Core, and from then on again and again. */
  start(): Promise<void>
  stop(): void
}

/** Tells Core regularly that this process is alive. While Core does not answer, the last count stands. */
export function shareWithOthers(core: Pick<CoreClient, 'countProcesses'>, log: Logger): ProcessShare {
  const id = randomUUID()
  let count = 1
  let timer: NodeJS.Timeout | undefined
  const beat = async () => {
    try {
      count = Math.max(1, await core.countProcesses(id))
    } catch (error) {
      log.debug({ err: error }, 'the api processes could not be counted; it is tried again')
    }
  }
  return {
    processes: () => count,
    async start() {
      timer = setInterval(() => void beat(), BEAT_MS)
      timer.unref()
      await beat()
    },
    stop: () => clearInterval(timer),
  }
}
