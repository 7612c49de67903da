import { findBinaries } from './binaries.ts'
import { findClusterDir, prepareCluster } from './cluster.ts'
import { lockDataDir } from './data-dir-lock.ts'
import { stopLeftoverServer } from './leftover-server.ts'
import type { Log } from './log.ts'
import { connectionStringFor } from './running-server.ts'
import { runServer, type ServerExit } from './server-process.ts'
import type { ServerSettings } from './server-settings.ts'
import { findServerUser } from './server-user.ts'
import { makeSocketDir, removeSocketDir } from './socket-dir.ts'

export type { Log, ServerExit }

export type EmbeddedPostgresOptions = {
  /** The program's data folder, made when missing; the database lies in its folder `postgres`. */
  readonly dataDir: string
  readonly log: Log
  /** Replace those of `serverSettings`. */
  readonly settings?: ServerSettings
  /** The user to run a new database's server as when the program is root; `nobody` when absent. */
  readonly user?: string | undefined
}

export type EmbeddedPostgres = {
  /** For `pg`; of the role that owns everything, to the database `postgres`. It holds the password. */
  readonly connectionString: string
  readonly pid: number
  /** Ends all sessions and the server, within some 5 s, and gives the data folder free. May be called again, and after a crash. */
  stop(): Promise<void>
  /** Resolves when the server is gone, whether by `stop` or by itself. To start it again, call `stop` and start anew. */
  readonly exited: Promise<ServerExit>
}

/**
 * Creates the database in the data folder where there is none, and runs a PostgreSQL server on it until `stop`; after a crash of
 * anything, first clears up what that left. When this process ends without `stop`, the server is told to end, too.
 *
 * @throws {EmbeddedPostgresError} when another process uses the data folder (names its pid), when there are no binaries for this
 *   platform, when the data are of another major version, or when the server does not come up (says its last words)
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, settings = {}, user: userName = 'nobody' } = options
  const lock = await lockDataDir(options.dataDir)
  const undo = [() => lock.release()]
  const undoAll = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const { dataDir, clusterDir } = await findClusterDir(options.dataDir)
    const user = await findServerUser(clusterDir, userName)
    const binaries = await findBinaries(user)
    await stopLeftoverServer(clusterDir, log)
    const socketDir = await makeSocketDir(dataDir, user)
    undo.push(() => removeSocketDir(socketDir))
    const password = await prepareCluster({ dataDir, clusterDir, socketDir, user }, binaries)

    const server = await runServer({ binaries, clusterDir, socketDir, user, settings, log })
    undo.push(() => server.stop())
    const connectionString = connectionStringFor(socketDir, password)
    let stopped: Promise<void> | undefined
    return { connectionString, pid: server.pid, exited: server.exited, stop: () => (stopped ??= undoAll()) }
  } catch (error) {
    await undoAll()
    throw error
  }
}
