import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, mkdtemp, rmdir, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { canEnter, type ServerUser } from './server-user.ts'

/** Systems allow a socket's path 104 to 108 bytes (`sun_path`, unix(7)); a data folder's own path is often longer. */
const SOCKET_PATH_BYTES = 100
const SOCKET_NAME = '.s.PGSQL.5432'

/** The file through which `initdb` is told the password; it never outlives the creation of the cluster. */
export const PASSWORD_FILE = 'initdb-password'

/**
 * Makes the empty private folder (mode 700, the server's user's own) in which the server puts its socket. It is named after the
 * data folder, so that what a killed program left behind is found and used again; the data folder must be locked.
 */
export async function makeSocketDir(dataDir: string, user: ServerUser | undefined): Promise<string> {
  const { dev, ino } = await stat(dataDir)
  const name = createHash('sha256').update(`${dataDir}:${dev}:${ino}`).digest('hex').slice(0, 12)
  for (const parent of [tmpdir(), '/tmp']) {
    const path = join(parent, `runsheet-${name}`)
    if (Buffer.byteLength(join(`${path}-xxxxxx`, SOCKET_NAME)) > SOCKET_PATH_BYTES) continue
    if (!(await canEnter(user, parent))) continue
    return makePrivate(path, user)
  }
  throw new EmbeddedPostgresError(
    `No folder for PostgreSQL's socket: neither ${tmpdir()} nor /tmp is short enough and open to its user. Set TMPDIR to one that is.`,
  )
}

/** Removes the folder and what PostgreSQL puts there; nothing else is touched. */
export async function removeSocketDir(path: string): Promise<void> {
  for (const name of [SOCKET_NAME, `${SOCKET_NAME}.lock`, PASSWORD_FILE]) {
    await unlink(join(path, name)).catch(() => {})
  }
  await rmdir(path).catch(() => {})
}

async function makePrivate(path: string, user: ServerUser | undefined): Promise<string> {
  const before = await lstat(path).catch(() => undefined)
  const owner = user?.uid ?? process.geteuid?.()
  if (before?.isDirectory() && before.uid === owner) await removeSocketDir(path)
  let made = path
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // Somebody else's: not a place to meet our server.
    made = await mkdtemp(`${path}-`)
  }
  await chmod(made, 0o700)
  if (user !== undefined) await chown(made, user.uid, user.gid)
  return made
}
