import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { runProgram, spawnOptions, workingDirectoryPath } from './run-program.ts'
import { giveTo, type ServerUser } from './server-user.ts'
import { PASSWORD_FILE } from './socket-dir.ts'

/** The one role of the cluster. */
export const ROLE = 'runsheet'

export type ClusterPlace = {
  readonly dataDir: string
  readonly clusterDir: string
  readonly socketDir: string
  readonly user: ServerUser | undefined
}

/**
 * Sees to it that there is a cluster which these binaries can serve.
 *
 * @returns the password of its role
 * @throws {EmbeddedPostgresError} when the cluster is of another major version, or not whole
 */
export async function prepareCluster(place: ClusterPlace, binaries: Binaries): Promise<string> {
  const version = await contentOf(join(place.clusterDir, 'PG_VERSION'))
  if (version === undefined) await createCluster(place, binaries)
  else if (version !== binaries.majorVersion) {
    throw new EmbeddedPostgresError(
      `The database in ${place.clusterDir} was made by PostgreSQL ${version}; this version of Runsheet comes with PostgreSQL ${binaries.majorVersion}. ` +
        'Back it up with the version of Runsheet that made it (npm start -- backup FILE), start this one with an empty data folder, and put the backup back (npm start -- restore FILE).',
    )
  }
  const password = await contentOf(passwordPath(place.clusterDir))
  if (password) return password
  throw new EmbeddedPostgresError(
    `The database in ${place.clusterDir} lacks its file ${passwordPath('.')}. Put it back from a backup of the folder.`,
  )
}

/**
 * The cluster comes into being under another name and is moved to its place when it is whole, its password in it: a program that
 * is killed meanwhile leaves nothing that looks like a cluster.
 */
async function createCluster(place: ClusterPlace, binaries: Binaries): Promise<void> {
  const { dataDir, clusterDir, socketDir, user } = place
  await removeDrafts(dataDir)
  const draft = await mkdtemp(join(dataDir, 'postgres.draft-'))
  await giveTo(user, draft)

  const password = randomBytes(24).toString('hex')
  const passwordFile = join(socketDir, PASSWORD_FILE)
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
  await giveTo(user, passwordFile)
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      ['-D', workingDirectoryPath(user, draft)],
      ['-U', ROLE, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      // Sorted by code point, as in locale C; but upper and lower case of all letters are known (C alone knows only A to Z).
      ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ['--data-checksums', '--no-instructions'],
    ].flat(),
    spawnOptions(user, draft),
  )
  await rm(passwordFile)
  if (code !== 0) {
    throw new EmbeddedPostgresError(`PostgreSQL could not create its database in ${dataDir}:\n${output}`)
  }

  await writeFile(passwordPath(draft), password, { mode: 0o600, flush: true })
  await giveTo(user, passwordPath(draft))
  await sync(draft)
  await rename(draft, clusterDir)
  await sync(dataDir)
}

async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith('postgres.draft-')) continue
    // Tried again and again: an initdb that outlived its killed parent may still be writing.
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function passwordPath(clusterDir: string): string {
  return join(clusterDir, 'runsheet.password')
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    throw new EmbeddedPostgresError(
      `${path} cannot be read (${code}). Start as the user who made it, or as root.`,
      { cause },
    )
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Where the cluster of a data folder lies. The data folder must exist; it is ours to open on the way to the cluster. */
export async function findClusterDir(dataDir: string): Promise<{ dataDir: string; clusterDir: string }> {
  const real = await realpath(dataDir)
  // Where the server's user has to come by the path (see `workingDirectoryPath`), he must be let through, though not to read.
  if (process.platform === 'darwin' && process.geteuid?.() === 0) await chmod(real, 0o711)
  const clusterDir = join(real, 'postgres')
  return { dataDir: real, clusterDir: await realpath(clusterDir).catch(() => clusterDir) }
}
