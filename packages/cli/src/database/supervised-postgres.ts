import { type EmbeddedPostgres, EmbeddedPostgresError, type Log, startEmbeddedPostgres } from '@runsheet/core'
import type { Logger } from 'pino'
import { CommandError } from '../commands/command.ts'

const RESTARTS_AT_MOST = 3
const WITHIN_MS = 60_000

/** The embedded server, started again when it dies. */
export interface SupervisedPostgres {
  readonly connectionString: string
  stop(): Promise<void>
  /** Resolves, with the reason, when the server is gone for good without `stop`. */
  readonly lost: Promise<string>
}

/**
 * Runs the embedded database. When its server dies, it is started again on the same socket, so that open pools find it by
 * themselves; when it dies again and again, it is given up.
 *
 * @throws {CommandError} when it cannot be had; the message tells a person what to do
 */
export async function superviseEmbeddedPostgres(dataDir: string, log: Logger): Promise<SupervisedPostgres> {
  let server = await startEmbedded(dataDir, log)
  const { connectionString } = server
  const { promise: lost, resolve: giveUp } = Promise.withResolvers<string>()
  const restarts: number[] = []
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()

  const restart = async (how: string) => {
    const now = performance.now()
    restarts.push(now)
    if (restarts.filter((at) => at > now - WITHIN_MS).length > RESTARTS_AT_MOST) {
      giveUp(`PostgreSQL ended ${RESTARTS_AT_MOST + 1} times within a minute, at last ${how}`)
      return
    }
    log.error(`PostgreSQL ended by itself (${how}); starting it again`)
    try {
      await server.stop()
      if (stopping) return
      server = await startEmbedded(dataDir, log)
      if (server.connectionString !== connectionString) {
        giveUp('PostgreSQL could not be started again under its former address')
        return
      }
      watch()
      log.info('PostgreSQL runs again')
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error))
    }
  }
  const watch = () => {
    restarting = restartAfter(server)
  }
  const restartAfter = async ({ exited }: EmbeddedPostgres) => {
    const { code, signal } = await exited
    if (!stopping) await restart(signal ? `by ${signal}` : `with code ${code}`)
  }
  watch()
  return {
    connectionString,
    lost,
    async stop() {
      stopping = true
      await server.stop()
      // A restart that was under way has another server by now.
      await restarting
      await server.stop()
    },
  }
}

/** @throws {CommandError} with what `EmbeddedPostgresError` says */
export async function startEmbedded(dataDir: string, log: Logger): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dataDir, log: serverLog(log) })
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new CommandError(error.message, { cause: error }) : error
  }
}

/** What the server says when all is well is for those who look closely. */
function serverLog(log: Logger): Log {
  return {
    info: (line) => (/\b(ERROR|FATAL|PANIC)\b/.test(line) ? log.warn(line) : log.debug(line)),
    warn: (line) => log.warn(line),
  }
}
