import type { SequenceValue, TableColumns } from './catalogue.ts'

export const FORMAT = 'runsheet backup'
export const FORMAT_VERSION = 1

/** What the file is, before all rows. */
export interface BackupHeader {
  readonly format: typeof FORMAT
  readonly format_version: number
  readonly created_at: string
  readonly runsheet_version: string
  readonly server_version: string
  /** Number of the newest migration of the database that was backed up. */
  readonly migration: number
  /** In the order in which their rows follow. */
  readonly tables: readonly TableColumns[]
  readonly sequences: readonly SequenceValue[]
}

/** A letter, the length of what follows (4 bytes, big endian), and the content. */
export type Frame =
  /** JSON: the header, once. */
  | { readonly type: 'H'; readonly content: Buffer }
  /** Rows of the table that is next in the header, as `copy` writes them in its text format; may end within a row. */
  | { readonly type: 'D'; readonly content: Buffer }
  /** JSON: the rows of the table, after its last row. */
  | { readonly type: 'E'; readonly content: Buffer }

const HEAD_BYTES = 5
const MAX_FRAME_BYTES = 64 * 1024 * 1024

export function frame({ type, content }: Frame): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

/** @throws RangeError when the bytes are no frames */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame, void, undefined> {
  let rest: Buffer[] = []
  let size = 0
  let needed = HEAD_BYTES
  for await (const chunk of bytes) {
    rest.push(chunk)
    size += chunk.length
    if (size < needed) continue
    let buffer = Buffer.concat(rest)
    for (needed = frameBytes(buffer); buffer.length >= needed; needed = frameBytes(buffer)) {
      yield {
        type: buffer.toString('latin1', 0, 1) as Frame['type'],
        content: buffer.subarray(HEAD_BYTES, needed),
      }
      buffer = buffer.subarray(needed)
    }
    rest = [buffer]
    size = buffer.length
  }
  if (size > 0) throw new RangeError('The last frame is cut off')
}

/** Bytes of the frame that begins here; those of its head while that is not complete. */
function frameBytes(buffer: Buffer): number {
  if (buffer.length < HEAD_BYTES) return HEAD_BYTES
  const type = buffer.toString('latin1', 0, 1)
  const length = buffer.readUInt32BE(1)
  if (!'HDE'.includes(type) || length > MAX_FRAME_BYTES)
    throw new RangeError('There is no frame where one must be')
  return HEAD_BYTES + length
}
