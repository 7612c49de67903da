import { join } from 'node:path'
import { anchorHeads } from '@runsheet/core'
import type { Logger } from 'pino'
import type { Store } from '../database/open-store.ts'
import type { Settings } from '../settings/settings.ts'
import { findSecretKey } from './secret-key.ts'

/** A day has one anchor; looking every hour writes it soon after midnight, and again after a failure. */
const LOOK_EVERY_MS = 3_600_000

type Wanted = Pick<Settings, 'secretKey' | 'dataDir'>

/** Where the anchors of a data folder lie. */
export function anchorsIn({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'anchors')
}

/** Anchors the event log now and on every day that follows. What goes wrong is logged, and keeps nobody from their work. */
export async function keepAnchored(
  store: Pick<Store, 'connectionString'>,
  settings: Wanted,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const anchor = async () => {
    try {
      const secretKey = await findSecretKey(settings)
      const file = await anchorHeads(store, { directory: anchorsIn(settings), secretKey })
      if (file !== undefined) log.info({ file }, 'event log anchored')
    } catch (error) {
      log.error({ err: error }, 'the event log could not be anchored')
    }
  }
  let underWay = anchor()
  await underWay
  const timer = setInterval(() => {
    underWay = underWay.then(anchor)
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    close: () => {
      clearInterval(timer)
      return underWay
    },
  }
}
