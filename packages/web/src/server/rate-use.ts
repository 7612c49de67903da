import { useSyncExternalStore } from 'react'

/** What the last answer said of how often this browser may ask. */
export interface RateUse {
  readonly limit: number
  readonly remaining: number
  /** Seconds until all of it is there again. */
  readonly resetSeconds: number
}

let last: RateUse | undefined
const listeners = new Set<() => void>()

/** Keeps what an answer says of the rate; a server without limits says nothing. */
export function keepRateUse(headers: Headers): void {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    headers.get(`ratelimit-${name}`),
  )
  if (limit == null || remaining == null) return
  last = { limit: Number(limit), remaining: Number(remaining), resetSeconds: Number(reset ?? 0) }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useRateUse = (): RateUse | undefined => useSyncExternalStore(subscribe, () => last)
