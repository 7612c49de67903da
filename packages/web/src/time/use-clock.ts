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
