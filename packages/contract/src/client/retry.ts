import type { ApiError } from './api-error.ts'

/** Doubles from the first to the longest, in milliseconds. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** A server that wants a longer pause is not waited for: the caller gets its answer. */
const LONGEST_WISH_MS = 120_000

/** These 503 say that nothing was changed; another may come from a proxy and say nothing. */
const nothingChanged: ReadonlySet<string> = new Set(['core_unavailable', 'maintenance'])

/**
 * The pause before the next attempt, in milliseconds: exponential, half of it by chance, so that clients which were
 * refused together do not come back together.
 *
 * @param attempt how many attempts have failed, from 1
 * @param random from 0 to below 1
 */
export function backOff(attempt: number, random: () => number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
  return Math.round(pause / 2 + (pause / 2) * random())
}

/**
 * True for a refusal after which the same request may succeed and cannot do harm.
 *
 * @param repeatable a GET, or a write with an idempotency key
 */
export function mayRepeat({ status, code }: ApiError, repeatable: boolean): boolean {
  if (status === 429) return true
  if (status === 503) return repeatable || nothingChanged.has(code)
  return status === 504 && repeatable
}

/** The pause before an attempt, or undefined when the server asks for one that is too long. */
export function pauseFor(attempt: number, wishMs: number, random: () => number): number | undefined {
  return wishMs > LONGEST_WISH_MS ? undefined : Math.max(backOff(attempt, random), wishMs)
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
