import { useSyncExternalStore } from 'react'
import { onSecond, presentSecond } from './server-clock.ts'

/** The present second by the server's clock; renders again with each. */
export function useSecond(): number {
  return useSyncExternalStore(onSecond, presentSecond)
}

/** The present minute (seconds since the epoch at which it began); renders again with each. */
export function useMinute(): number {
  return useSyncExternalStore(onSecond, () => {
    const second = presentSecond()
    return second - (second % 60)
  })
}

/**
 * The full minutes that have passed since an instant, in seconds: 4:59 is 240. Never below 0, and 0 without an instant.
 * Renders again with each of these minutes, which are not those of the clock on the wall.
 *
 * @param since seconds since the epoch by the server's clock
 */
export function useMinutesSince(since: number | null): number {
  return useSyncExternalStore(onSecond, () =>
    since === null ? 0 : Math.max(0, Math.floor((presentSecond() - since) / 60) * 60),
  )
}
