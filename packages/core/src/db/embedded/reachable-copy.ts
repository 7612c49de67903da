import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

// Folders below /tmp come last: the system may tidy them up under a running server, which loads libraries when it needs them.
const usualPlaces = ['/var/cache/runsheet', '/var/tmp/runsheet-programs', join(tmpdir(), 'runsheet-programs')]

/**
 * Copies a folder of programs to where every user can run them, once per name, for programs that lie where the server's user
 * cannot go (`/root/runsheet/node_modules`). They are no data: a copy that was tidied away is made again at the next start.
 * Only ever called as root, and only copies of root's own that nobody else can write to are trusted.
 *
 * @param works tells whether the copy serves its purpose; a place without success (noexec, read-only) gives way to the next
 * @throws {EmbeddedPostgresError} when there is no such place
 */
export async function copyForOtherUsers(
  source: string,
  name: string,
  works: (copy: string) => Promise<boolean>,
  places: readonly string[] = usualPlaces,
): Promise<string> {
  const tried: string[] = []
  for (const place of places) {
    try {
      const copy = await copyInto(place, source, name)
      if (await works(copy)) return copy
      tried.push(`${place} (programs there cannot be run)`)
    } catch (error) {
      tried.push(`${place} (${error instanceof Error ? error.message : String(error)})`)
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL must not run as root, and another user can reach neither ${source} nor a copy of it: ${tried.join('; ')}. Start as an ordinary user, or set DATABASE_URL.`,
  )
}

async function copyInto(place: string, source: string, name: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o755 })
  if (!(await isOurs(place))) throw new Error('belongs to somebody else')
  await chmod(place, 0o755)

  const copy = join(place, name)
  if (await isSame(source, copy)) return copy
  const draft = await mkdtemp(`${copy}.`)
  try {
    await cp(source, draft, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: isNeeded,
    })
    await openToAll(draft)
    for (let attempts = 3; ; attempts--) {
      if (await isSame(source, copy)) return copy
      try {
        await rename(draft, copy)
        return copy
      } catch (error) {
        if (attempts === 0) throw error
        // A folder cannot replace another one in one step. One that is not whole is of no use to anybody: out of the way first.
        if (!(await isSame(source, copy))) await rename(copy, `${draft}.old`).catch(() => {})
      }
    }
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(`${draft}.old`, { recursive: true, force: true })
  }
}

async function isOurs(path: string): Promise<boolean> {
  const stats = await lstat(path)
  return stats.isDirectory() && stats.uid === process.geteuid?.() && (stats.mode & 0o022) === 0
}

/** Static libraries, those of the C preprocessor and the build files are for people who compile against PostgreSQL. */
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && !/^(libecpg|libpgtypes|pkgconfig)/.test(basename(path))
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o111 ? 0o755 : 0o644)
  }
}

/** Whether the copy holds every needed file, of the same size and time. */
async function isSame(source: string, copy: string): Promise<boolean> {
  const there = await lstat(copy).catch(() => undefined)
  if (there === undefined || !there.isDirectory() || !(await isOurs(copy))) return false
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(copy, entry.name)]
    if (!isNeeded(from)) continue
    if (entry.isDirectory()) {
      if (!(await isSame(from, to))) return false
      continue
    }
    const [original, copied] = await Promise.all([lstat(from), lstat(to).catch(() => undefined)])
    if (original.size !== copied?.size) return false
    if (entry.isFile() && Math.abs(original.mtimeMs - copied.mtimeMs) > 1000) return false
  }
  return true
}
