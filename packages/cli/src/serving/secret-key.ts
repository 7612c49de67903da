import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../commands/command.ts'
import type { Settings } from '../settings/settings.ts'

const KEY_BYTES = 32
const FILE = 'secret.key'

type Wanted = Pick<Settings, 'secretKey' | 'dataDir'>

/**
 * The key that signs anchors and encrypts stored secrets: the one that is set, else the one in the data folder, which is made
 * when it is missing.
 *
 * @returns 64 hexadecimal characters
 * @throws {CommandError} when the file is there and holds no key: what was encrypted with the key could not be read any more
 */
export async function findSecretKey({ secretKey, dataDir }: Wanted): Promise<string> {
  if (secretKey !== undefined) return secretKey
  const path = join(dataDir, FILE)
  const draft = `${path}.${process.pid}`
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    // Whole or not at all, and never over one that is there.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return readKeyFile(path)
}

/**
 * The same key where one must be there already.
 *
 * @throws {CommandError} when there is none, or its file holds none
 */
export async function getSecretKey({ secretKey, dataDir }: Wanted): Promise<string> {
  return secretKey ?? readKeyFile(join(dataDir, FILE))
}

async function readKeyFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  const key = text.trim()
  if (/^[0-9a-f]{64}$/.test(key)) return key
  throw new CommandError(`${path} holds no key. Put it back from a backup, or set RUNSHEET_SECRET_KEY.`)
}
