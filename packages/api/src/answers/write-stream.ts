import type { ServerResponse } from 'node:http'

/** A client that takes nothing of what waits for it for so long has gone, or is too slow to be served. */
const TAKEN_WITHIN_MS = 30_000

interface WritingOptions {
  /** How long the client may take nothing while something waits: then it is cut off. */
  readonly takenWithinMs?: number
  /** What is still written when a function of `streams` ends it, by the chunk that was the last. */
  readonly farewell?: (last: string | Uint8Array) => string
}

type Chunks = AsyncIterable<string | Uint8Array>

/**
 * Writes what an iterable gives, as fast as the client takes it. Ends when the iterable ends, when the client goes, or
 * when somebody calls the function that it puts into `streams`; the iterable is closed in every case.
 *
 * @returns after the end; rejects with what the iterable throws, the connection then being cut
 */
export async function writeStream(
  res: ServerResponse,
  chunks: Chunks,
  streams: Set<() => void>,
  { takenWithinMs = TAKEN_WITHIN_MS, farewell }: WritingOptions = {},
): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]()
  const waiting = { stopped: false, wake: () => {} }
  const stop = () => {
    waiting.stopped = true
    waiting.wake()
  }
  res.once('close', stop)
  streams.add(stop)
  res.flushHeaders()
  let last: string | Uint8Array = ''
  try {
    while (!waiting.stopped && !res.destroyed) {
      // Not `Promise.race` with one promise of the stop: that would keep something of every event until the end.
      const next = await new Promise<IteratorResult<string | Uint8Array> | undefined>((resolve, reject) => {
        waiting.wake = () => resolve(undefined)
        iterator.next().then(resolve, reject)
      })
      if (next === undefined || next.done) break
      last = next.value
      if (res.write(last)) continue
      const patience = setTimeout(() => res.destroy(), takenWithinMs)
      await new Promise<void>((resolve) => {
        waiting.wake = resolve
        res.once('drain', resolve)
      })
      clearTimeout(patience)
    }
    res.end(waiting.stopped && farewell ? farewell(last) : undefined)
  } catch (error) {
    res.destroy()
    throw error
  } finally {
    streams.delete(stop)
    res.off('close', stop)
    closeChunks(iterator)
  }
}

/** A generator that waits for its next event returns only when its signal tells it to, so nobody waits for it here. */
export function closeChunks(iterator: AsyncIterator<string | Uint8Array>): void {
  Promise.resolve(iterator.return?.()).catch(() => {})
}
