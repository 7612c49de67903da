import type { ApiError } from './api-error.ts'

/** Doubles from the first to the longest, in milliseconds. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** A server that wants a longer pause is not waited for: the caller gets its answer. */
const LONGEST_WISH_MS = 120_000

/**
 * A pause by chance, in milliseconds: its bound doubles with each attempt, and all of the range is equally likely.
 *
 * @param attempt how many attempts have failed, from 1
 * @param random from 0 to below 1
 */
export function backOff(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS))
}

/**
 * True for a refusal after which the same request may succeed and cannot do harm: what the error page advises, as far as
 * a program can follow it.
 *
 * @param repeatable a GET, or a write with an idempotency key
 * @param attempt how many attempts have failed, from 1
 */
export function mayRepeat({ status, code }: ApiError, repeatable: boolean, attempt: number): boolean {
  switch (status) {
    case 429:
      return true
    case 503:
      // A full disk waits for the operator. In maintenance nothing is done; of any other 503 it is not known.
      return code !== 'storage_full' && (repeatable || code === 'maintenance')
    case 504:
      return repeatable
    case 500:
      // "If it fails again, tell the operator": once.
      return code === 'internal_error' && repeatable && attempt === 1
    default:
      return false
  }
}

/**
 * The pause before the next attempt, in milliseconds: what the server asks for, doubled each time, and some more by
 * chance, so that clients which were refused together do not come back together. Undefined when the server asks for too
 * much.
 *
 * @param attempt how many attempts have failed, from 1
 * @param random from 0 to below 1
 */
export function pauseFor(attempt: number, wishMs: number, random: () => number): number | undefined {
  if (wishMs > LONGEST_WISH_MS) return undefined
  return Math.min(wishMs * 2 ** (attempt - 1), LONGEST_WISH_MS) + backOff(attempt, random)
}

/** Resolves after the time, or rejects with the reason of the signal. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
