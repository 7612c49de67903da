import { createBoundedMap } from './bounded-map.ts'

/** So many requests in so many seconds. */
export interface RateLimit {
  readonly requests: number
  readonly seconds: number
}

/** What is left to a caller, in requests and whole seconds. */
export interface Allowance {
  readonly limit: number
  readonly remaining: number
  /** Until everything is there again. */
  readonly resetSeconds: number
  /** Until the refused request would pass; 0 when it passed. */
  readonly retrySeconds: number
}

/** One bucket per caller: full at first, refilled evenly. */
export interface TokenBuckets {
  /** Takes the cost when it is there, and nothing otherwise. */
  take(key: string, cost: number): Allowance
  /** Takes the cost down to an empty bucket: for what has already happened. */
  charge(key: string, cost: number): Allowance
  /** Gives back what was taken for nothing. */
  refund(key: string, cost: number): void
}

interface Bucket {
  level: number
  at: number
}

const CALLERS_KEPT = 50_000

/**
 * @param now seconds on a clock that never goes back
 * @param processes among how many the limit is shared
 */
export function createTokenBuckets(
  limit: RateLimit,
  now: () => number,
  processes: () => number = () => 1,
): TokenBuckets {
  const buckets = createBoundedMap<Bucket>(CALLERS_KEPT)
  const capacity = () => Math.max(1, Math.floor(limit.requests / processes()))
  const perSecond = () => capacity() / limit.seconds

  const bucketOf = (key: string): Bucket => {
    const at = now()
    const bucket = buckets.get(key)
    if (bucket) {
      bucket.level = Math.min(capacity(), bucket.level + (at - bucket.at) * perSecond())
      bucket.at = at
      return bucket
    }
    const fresh = { level: capacity(), at }
    buckets.set(key, fresh)
    return fresh
  }
  const allowance = (level: number, missing: number): Allowance => ({
    limit: capacity(),
    remaining: Math.floor(level),
    resetSeconds: Math.ceil((capacity() - level) / perSecond()),
    retrySeconds: missing > 0 ? Math.max(1, Math.ceil(missing / perSecond())) : 0,
  })

  return {
    take(key, cost) {
      const bucket = bucketOf(key)
      // A request that costs more than the whole limit would never pass.
      const price = Math.min(cost, capacity())
      if (bucket.level < price) return allowance(bucket.level, price - bucket.level)
      bucket.level -= price
      return allowance(bucket.level, 0)
    },
    charge(key, cost) {
      const bucket = bucketOf(key)
      bucket.level = Math.max(0, bucket.level - cost)
      return allowance(bucket.level, 0)
    },
    refund(key, cost) {
      const bucket = bucketOf(key)
      bucket.level = Math.min(capacity(), bucket.level + cost)
    },
  }
}
