import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ROLE } from './cluster.ts'
import { readPidFile } from './leftover-server.ts'
import { processIdentity } from './process-identity.ts'

/** How long the server of a program that is just starting may take, its recovery included. */
const STARTING_MS = 15_000

/**
 * Finds the server that another living program of this machine runs on the data folder, so that a command can work beside it.
 *
 * @returns for `pg`, as in `EmbeddedPostgres`; undefined when no living program holds the folder, or its server does not come up
 */
export async function findRunningServer(dataDir: string): Promise<string | undefined> {
  const end = performance.now() + STARTING_MS
  for (;;) {
    if (!(await isHeld(dataDir))) return undefined
    const found = await connectionStringOf(dataDir)
    if (found !== undefined || performance.now() > end) return found
    await delay(50)
  }
}

/** Whether the program that locked the folder is alive; see `lockDataDir`. */
async function isHeld(dataDir: string): Promise<boolean> {
  const lock = await contentOf(join(dataDir, 'runsheet.lock'))
  if (lock === undefined) return false
  const pid = Number.parseInt(lock, 10)
  const identity = await processIdentity(pid)
  return identity !== undefined && lock === `${pid} ${identity}\n`
}

async function connectionStringOf(dataDir: string): Promise<string | undefined> {
  const clusterDir = await realpath(join(dataDir, 'postgres')).catch(() => undefined)
  if (clusterDir === undefined || !(await readPidFile(clusterDir))?.isReady) return undefined
  const [pidFile, password] = await Promise.all([
    contentOf(join(clusterDir, 'postmaster.pid')),
    contentOf(join(clusterDir, 'runsheet.password')),
  ])
  // The fifth line is the folder of the socket (`utils/pidfile.h`).
  const socketDir = pidFile?.split('\n')[4]
  if (!socketDir || password === undefined) return undefined
  return connectionStringFor(socketDir, password.trim())
}

/** The port is named although it is the usual one, and TLS refused, lest PGPORT and PGSSLMODE in our environment have a say. */
export function connectionStringFor(socketDir: string, password: string): string {
  return `postgresql://${ROLE}:${password}@/postgres?host=${encodeURIComponent(socketDir)}&port=5432&sslmode=disable`
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
