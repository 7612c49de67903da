import { createLog } from '@runsheet/api'
import { type Logger, pino } from 'pino'
import type { Settings } from '../settings/settings.ts'

/** The log of this process: JSON lines on standard error, for standard output is for people. */
export function processLog({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return createLog(logLevel, pino.destination({ fd: 2, sync: true }))
}

/** The log of a command that is done in a moment: only what is wrong. */
export function commandLog(settings: Pick<Settings, 'logLevel'>): Logger {
  const log = processLog(settings)
  if (log.isLevelEnabled('info') && !log.isLevelEnabled('debug')) log.level = 'warn'
  return log
}
