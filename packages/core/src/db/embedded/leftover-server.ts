import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { Log } from './log.ts'
import { processIdentity } from './process-identity.ts'

/** What a running server says of itself in `postmaster.pid`; the lines are those of PostgreSQL's `utils/pidfile.h`. */
export async function readPidFile(
  clusterDir: string,
): Promise<{ pid: number; startedAt: string | undefined; isReady: boolean } | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const [pid, , startedAt, , , , , status] = text?.split('\n') ?? []
  return Number(pid) > 0 ? { pid: Number(pid), startedAt, isReady: status?.trim() === 'ready' } : undefined
}

/**
 * Stops the server that a killed program left running on the cluster, if there is one. The data folder must be locked, so that
 * it is nobody's. (It is not taken over: it may have been started with other settings, and by another version of the program.)
 */
export async function stopLeftoverServer(clusterDir: string, log: Log): Promise<void> {
  const pid = (await readPidFile(clusterDir))?.pid
  if (pid === undefined || !(await isServerOf(pid, clusterDir))) return
  log.warn(`Stopping the PostgreSQL server (pid ${pid}) that an earlier run left behind`)
  const identity = await processIdentity(pid)
  for (const [signal, patienceMs] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    process.kill(pid, signal)
    const end = performance.now() + patienceMs
    while (performance.now() < end) {
      if ((await processIdentity(pid)) !== identity) return
      await delay(5)
    }
  }
  throw new EmbeddedPostgresError(`The PostgreSQL server with pid ${pid} on ${clusterDir} does not stop.`)
}

/** A server works in its data folder, so its working directory tells whose it is; elsewhere than on Linux its command line does. */
async function isServerOf(pid: number, clusterDir: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') {
      const [cwd, program] = await Promise.all([readlink(`/proc/${pid}/cwd`), readlink(`/proc/${pid}/exe`)])
      return cwd === clusterDir && basename(program).split(' ')[0] === 'postgres'
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])
    return stdout.includes('/postgres ') && stdout.includes(` -D ${clusterDir} `)
  } catch {
    return false
  }
}
