import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { pipeline as connect, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupError } from './backup-error.ts'

const DIGEST_BYTES = 32
const GZIP_START = Buffer.from([0x1f, 0x8b])

/**
 * Writes a gzip stream that ends with the SHA-256 of all its bytes. The file has its name, or takes the place of the one
 * that had it, only when it is whole and on the disk. It is readable by its owner alone.
 *
 * @returns the bytes of the file
 */
export async function writeSealed(file: string, contents: AsyncIterable<Buffer>): Promise<number> {
  const partial = `${file}.${process.pid}.partial`
  const digest = createHash('sha256')
  let bytes = 0
  const seal = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
    flush(done) {
      bytes += DIGEST_BYTES
      done(null, digest.digest())
    },
  })
  try {
    await pipeline(
      Readable.from(contents, { objectMode: false }),
      createGzip({ level: 3 }),
      seal,
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await rename(partial, file)
    return bytes
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** A file that was whole when it was opened. */
export interface SealedFile {
  readonly bytes: number
  /** What was written, from its beginning; throws at its end when the file was changed since it was opened. */
  contents(): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** @throws {BackupError} not_a_backup, damaged */
export async function openSealed(file: string): Promise<SealedFile> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const start = await readAt(handle, 0, GZIP_START.length)
    if (!start.equals(GZIP_START)) throw new BackupError('not_a_backup', `${file} is no backup of Runsheet.`)
    const end = Math.max(0, size - DIGEST_BYTES)
    const seal = await readAt(handle, end, DIGEST_BYTES)
    const damaged = () => new BackupError('damaged', `${file} was cut off or changed after it was written.`)

    async function* sealedBytes(): AsyncGenerator<Buffer> {
      const digest = createHash('sha256')
      if (end > 0) {
        for await (const chunk of handle.createReadStream({ start: 0, end: end - 1, autoClose: false })) {
          digest.update(chunk)
          yield chunk
        }
      }
      if (!digest.digest().equals(seal)) throw damaged()
    }

    for await (const _ of sealedBytes());
    return {
      bytes: size,
      contents() {
        const unzipped = createGunzip()
        // An error of the source is thrown to whoever reads the end of the chain.
        connect(Readable.from(sealedBytes(), { objectMode: false }), unzipped, () => undefined)
        return unzipped
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
