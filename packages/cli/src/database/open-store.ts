import { findRunningServer } from '@runsheet/core'
import type { Logger } from 'pino'
import type { Settings } from '../settings/settings.ts'
import { databaseAddress } from '../settings/values.ts'
import { startEmbedded, superviseEmbeddedPostgres } from './supervised-postgres.ts'

/** A database server that can be connected to. */
export interface Store {
  readonly connectionString: string
  /** In words, without a password. */
  readonly place: string
  /** Resolves, with the reason, when the server is gone for good; never for one that is not ours. */
  readonly lost: Promise<string>
  close(): Promise<void>
}

type Wanted = Pick<Settings, 'databaseUrl' | 'dataDir'>

const never = new Promise<string>(() => undefined)
const nothing = async () => undefined

/** The database of a process that serves: the external one, or the embedded one, which it runs and watches. */
export async function openStore({ databaseUrl, dataDir }: Wanted, log: Logger): Promise<Store> {
  if (databaseUrl !== undefined) return external(databaseUrl)
  const server = await superviseEmbeddedPostgres(dataDir, log)
  return {
    connectionString: server.connectionString,
    place: `embedded PostgreSQL in ${dataDir}`,
    lost: server.lost,
    close: () => server.stop(),
  }
}

/**
 * The database of a command: the external one, the embedded one that a program runs on the data folder now, or else one that
 * is started for the command.
 */
export async function joinStore({ databaseUrl, dataDir }: Wanted, log: Logger): Promise<Store> {
  if (databaseUrl !== undefined) return external(databaseUrl)
  const running = await findRunningServer(dataDir)
  if (running !== undefined) {
    return {
      connectionString: running,
      place: `running PostgreSQL in ${dataDir}`,
      lost: never,
      close: nothing,
    }
  }
  const server = await startEmbedded(dataDir, log)
  return {
    connectionString: server.connectionString,
    place: `embedded PostgreSQL in ${dataDir}`,
    lost: never,
    close: () => server.stop(),
  }
}

function external(databaseUrl: string): Store {
  const { host, pathname } = databaseAddress(databaseUrl) ?? { host: 'an external server', pathname: '' }
  return {
    connectionString: databaseUrl,
    place: `PostgreSQL at ${host}${pathname}`,
    lost: never,
    close: nothing,
  }
}
