import { type SpawnOptions, spawn } from 'node:child_process'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { ServerUser } from './server-user.ts'

/**
 * How PostgreSQL's programs are spawned: as the server's user, in a group of their own, and with nothing of our environment that
 * would change what they do (`PGDATA`, `PGPORT`, `LD_LIBRARY_PATH`, a language for messages).
 */
export function spawnOptions(user: ServerUser | undefined, cwd: string): SpawnOptions {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  // macOS has users with a negative id; spawn wants them signed, chown unsigned.
  return { cwd, env, detached: true, ...(user && { uid: user.uid | 0, gid: user.gid | 0 }) }
}

/**
 * By which path a PostgreSQL program whose working directory is the folder is told of it.
 *
 * With another user than ours it is `/proc/self/cwd` (Linux). That user often cannot enter a folder above the data folder
 * (`/root` has mode 700), so a path from the root of the file system is of no use to him; his working directory, into which we
 * put him while we were still root, is. PostgreSQL works in its data folder and never leaves it, so the path stays right in all
 * its processes. The data thus stay where the operator said, whatever the modes above.
 */
export function workingDirectoryPath(user: ServerUser | undefined, folder: string): string {
  return user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

export type ProgramResult = { readonly code: number | null; readonly output: string }

/**
 * Runs a program to its end.
 *
 * @returns its exit code and what it wrote, on both streams
 * @throws {EmbeddedPostgresError} when it cannot be started
 */
export function runProgram(
  path: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<ProgramResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>()
  const child = spawn(path, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  child.once('error', (cause) => reject(notStarted(path, cause)))
  child.once('close', (code) => resolve({ code, output: output.trim() }))
  return promise
}

/** What a person is told when the system refuses to start one of PostgreSQL's programs. */
export function notStarted(path: string, cause: NodeJS.ErrnoException): EmbeddedPostgresError {
  const reasons: Record<string, string> = {
    ENOENT: 'the file is missing, or this system lacks the GNU C library (Alpine)',
    EPERM: 'this process may not change to another user',
    EACCES: 'the user it runs as cannot reach it, or programs are forbidden there (noexec)',
  }
  return new EmbeddedPostgresError(
    `${path} cannot be started: ${reasons[cause.code ?? ''] ?? cause.message}. Set DATABASE_URL to use a PostgreSQL of your own.`,
    { cause },
  )
}
