import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { readPidFile } from './leftover-server.ts'
import type { Log } from './log.ts'
import { notStarted, spawnOptions, workingDirectoryPath } from './run-program.ts'
import { type ServerSettings, serverSettings, settingArguments } from './server-settings.ts'
import type { ServerUser } from './server-user.ts'

export type ServerExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type ServerProcess = {
  readonly pid: number
  readonly exited: Promise<ServerExit>
  stop(): Promise<void>
}

type ServerOptions = {
  readonly binaries: Binaries
  readonly clusterDir: string
  readonly socketDir: string
  readonly user: ServerUser | undefined
  readonly settings: ServerSettings
  readonly log: Log
}

/** How long a fast shutdown may take; after that the server is stopped without a checkpoint and recovers at its next start. */
const FAST_SHUTDOWN_MS = 5_000

/** How long the last sessions of a server that was killed may take to notice. */
const ORPHANED_SESSIONS_MS = 15_000

/**
 * Starts the server and waits until it takes connections, however long its recovery lasts.
 *
 * @throws {EmbeddedPostgresError} with the server's last words when it ends before that
 */
export async function runServer(options: ServerOptions): Promise<ServerProcess> {
  const end = performance.now() + ORPHANED_SESSIONS_MS
  for (;;) {
    const attempt = await tryServer(options)
    if ('server' in attempt) return attempt.server
    // The sessions of a server that was killed end by themselves, but not at once; until then PostgreSQL refuses, rightly.
    const isWaiting = attempt.lastWords.includes('pre-existing shared memory block')
    if (!isWaiting || performance.now() > end) {
      throw new EmbeddedPostgresError(
        `The PostgreSQL server on ${options.clusterDir} did not start:\n${attempt.lastWords}`,
      )
    }
    await delay(50)
  }
}

async function tryServer(options: ServerOptions): Promise<{ server: ServerProcess } | { lastWords: string }> {
  const { binaries, clusterDir, socketDir, user, settings, log } = options
  const { env, ...how } = spawnOptions(user, clusterDir)
  const stale = await readPidFile(clusterDir)
  const child = spawn(
    binaries.postgres,
    ['-D', workingDirectoryPath(user, clusterDir), ...settingArguments(serverSettings(socketDir, settings))],
    {
      ...how,
      // The server refuses when the pid in an old postmaster.pid is alive, unless it is that of an ancestor. That the process is
      // no server of ours is known here (`stopLeftoverServer`), and the server's other check, for shared memory, stays in force.
      env: { ...env, ...(stale && { PG_GRANDPARENT_PID: String(stale.pid) }) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const lastWords = listen(child, log)
  const exited = whenExited(child, socketDir)
  const closed = once(child, 'close')
  await once(child, 'spawn').catch((cause: Error) => {
    throw notStarted(binaries.postgres, cause)
  })
  const { pid } = child as { pid: number }

  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPidFile(clusterDir)
    // In a container that was started again our server may well have the same pid as the one before.
    const isOwn = file?.pid === pid && !(stale?.pid === pid && stale.startedAt === file.startedAt)
    if (isOwn && file.isReady) return { server: { pid, exited, stop: () => stopServer(child, exited) } }
    await delay(3)
  }
  await closed
  return { lastWords: lastWords.join('\n') }
}

/** Passes on what the server says, and keeps its last lines. */
function listen(child: ChildProcess, log: Log): readonly string[] {
  const lines: string[] = []
  if (child.stderr === null) return lines
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.info(`PostgreSQL: ${line}`)
    lines.push(line)
    if (lines.length > 20) lines.shift()
  })
  return lines
}

/** When this process ends first, the server is told to end and its socket goes: nobody will be there to clear up. */
function whenExited(child: ChildProcess, socketDir: string): Promise<ServerExit> {
  const { promise, resolve } = Promise.withResolvers<ServerExit>()
  const endWithUs = () => {
    child.kill('SIGINT')
    rmSync(socketDir, { recursive: true, force: true })
  }
  process.once('exit', endWithUs)
  child.once('exit', (code, signal) => {
    process.off('exit', endWithUs)
    resolve({ code, signal })
  })
  return promise
}

async function stopServer(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MS)
  await exited
  clearTimeout(patience)
}
