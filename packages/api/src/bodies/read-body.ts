import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '@runsheet/contract'

const EMPTY = Buffer.alloc(0)

/** Whether a body was announced; it may still turn out to be empty. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) > 0)
}

/** Whether the client waits for `100 Continue` before it sends its body (RFC 9110, section 10.1.1). */
export function waitsForContinue({ headers }: IncomingMessage): boolean {
  return headers.expect !== undefined && headers.expect.toLowerCase() === '100-continue'
}

/**
 * Reads a body into memory, and never more of it than the limit.
 *
 * @param limit in bytes
 * @throws {AppError} 400 `payload_too_large`, as soon as it is announced or found; the rest is left unread
 * @throws {AppError} 400 `bad_request` when the client breaks off
 */
export async function readBody(req: IncomingMessage, res: ServerResponse, limit: number): Promise<Buffer> {
  if (!announcesBody(req)) return EMPTY
  if (Number(req.headers['content-length'] ?? 0) > limit) throw refuse('payload_too_large', { limit })
  if (waitsForContinue(req)) res.writeContinue()
  const chunks: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else settle(() => reject(refuse('payload_too_large', { limit })))
    }
    const onEnd = () => settle(resolve)
    const onBroken = () => settle(() => reject(refuse('bad_request', { part: 'body' })))
    const settle = (then: () => void) => {
      req.pause()
      req.off('data', onData).off('end', onEnd).off('close', onBroken)
      // An error after this must not end the process.
      req.off('error', onBroken).on('error', ignore)
      then()
    }
    req.on('data', onData).on('end', onEnd).on('close', onBroken).on('error', onBroken)
  })
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)
}

function ignore(): void {}
