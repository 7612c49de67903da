import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { processIdentity } from './process-identity.ts'

export type DataDirLock = { release(): Promise<void> }

/**
 * Takes the data folder for this process: `runsheet.lock` in it holds our pid and our start, so that neither a dead holder nor a
 * pid that was given to another program later keeps anybody out. Meant for programs of one machine: a pid says nothing about
 * another container that has the same folder mounted.
 *
 * @throws {EmbeddedPostgresError} naming the pid of the process that holds the folder
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(refuseUnusable(dataDir))
  const own = `${process.pid} ${await processIdentity(process.pid)}\n`
  const draft = join(dataDir, `runsheet.lock.${randomUUID()}`)
  await writeFile(draft, own, { mode: 0o600 }).catch(refuseUnusable(dataDir))
  try {
    const path = join(dataDir, 'runsheet.lock')
    await take(path, draft, dataDir)
    return { release: () => release(path, own) }
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * A dead holder's lock must be replaced by one of several processes that find it at the same time. They first compete, in the
 * same way, for a second lock named after the dead holder; only its owner may replace the lock, and only while it is still that
 * of the dead holder.
 */
async function take(path: string, draft: string, dataDir: string): Promise<void> {
  for (;;) {
    if (await linked(draft, path)) return
    const found = await contentOf(path)
    if (found === undefined) continue
    const pid = Number.parseInt(found, 10)
    const identity = await processIdentity(pid)
    if (identity !== undefined && found === `${pid} ${identity}\n`) {
      throw new EmbeddedPostgresError(
        `The data folder ${dataDir} is in use by the process with pid ${pid}. Stop that process first, or choose another data folder.`,
      )
    }
    const succession = `${path}.after-${pid}`
    await take(succession, draft, dataDir)
    try {
      if ((await contentOf(path)) === found) {
        const successor = `${draft}.successor`
        await link(draft, successor)
        await rename(successor, path)
        return
      }
    } finally {
      await rm(succession, { force: true })
    }
  }
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function release(path: string, own: string): Promise<void> {
  if ((await contentOf(path)) === own) await rm(path, { force: true })
}

function refuseUnusable(dataDir: string) {
  return (cause: unknown): never => {
    throw new EmbeddedPostgresError(
      `The data folder ${dataDir} cannot be written to (${(cause as NodeJS.ErrnoException).code}). Start as the user who owns it, or choose another data folder.`,
      { cause },
    )
  }
}
