import { execFile } from 'node:child_process'
import { chown, lstat, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

export type ServerUser = { readonly uid: number; readonly gid: number }

/**
 * As whom the server runs. PostgreSQL refuses to run as root; so a program started as root runs it as the owner of an existing
 * cluster, else as the user of the given name.
 *
 * @returns undefined when the program is not root: the server then runs as the program's own user
 */
export async function findServerUser(clusterDir: string, name: string): Promise<ServerUser | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const owner = await lstat(clusterDir).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = await lookUp(name)
  // A folder that root put back from a backup belongs to root.
  if (owner !== undefined) await giveTo(user, clusterDir)
  return user
}

async function lookUp(name: string): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (what) => Number((await promisify(execFile)('id', [what, name])).stdout)),
    )
    if (uid && gid !== undefined) return { uid, gid }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `PostgreSQL must not run as root, and this machine has no user ${name} to run it as. Start as an ordinary user, or set DATABASE_URL.`,
      { cause },
    )
  }
  throw new EmbeddedPostgresError(`PostgreSQL must not run as ${name}, which is root. Name another user.`)
}

/** Makes the user the owner of the path and of all that lies in it; without a user nothing changes. */
export async function giveTo(user: ServerUser | undefined, path: string): Promise<void> {
  if (user === undefined) return
  const stats = await lstat(path)
  if (stats.isSymbolicLink()) return
  await chown(path, user.uid, user.gid)
  if (!stats.isDirectory()) return
  for (const name of await readdir(path)) await giveTo(user, join(path, name))
}

/** Whether the mode bits of the folder and of all folders above it let the user pass; without a user nothing is asked. */
export async function canEnter(user: ServerUser | undefined, path: string): Promise<boolean> {
  if (user === undefined) return true
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await lstat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
