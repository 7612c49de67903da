import { AppError, problem } from '@runsheet/contract'
import { createBoundedMap } from './bounded-map.ts'
import { type Allowance, createTokenBuckets, type RateLimit, type TokenBuckets } from './token-bucket.ts'

export interface GateOptions {
  readonly rateLimit: RateLimit | 'off'
  readonly addressLimit: RateLimit | 'off'
  /** Seconds on a clock that never goes back. */
  readonly now: () => number
  /** Among how many api processes the limits are shared. */
  readonly processes?: () => number
}

/** What Core said of a token; `unheard` when it gave no answer about it. */
export type Verdict = 'valid' | 'unknown' | 'unheard'

/** The rate limits of one api process, its share of the whole: per token, and per address for requests without a valid token. */
export interface Gate {
  /**
   * Judges the address. A token that was valid recently lets its request by; any other request is paid by the address,
   * until `settle` says that its token is valid.
   *
   * @param tokenKey hash of the token, or undefined without one
   * @returns what the address has left, or undefined when the request is not paid by it
   * @throws {AppError} 429 `rate_limited`
   */
  enterAddress(address: string, tokenKey: string | undefined): Allowance | undefined
  /** @throws {AppError} 429 `rate_limited` */
  enterToken(tokenKey: string, cost: number): Allowance | undefined
  /** Tells what Core thought of the token. */
  settle(address: string, tokenKey: string, verdict: Verdict, paidByAddress: boolean): void
}

const VALID_FOR_SECONDS = 3600
const TOKENS_KEPT = 50_000

export function createGate({ rateLimit, addressLimit, now, processes }: GateOptions): Gate {
  const tokens = rateLimit === 'off' ? undefined : createTokenBuckets(rateLimit, now, processes)
  const addresses = addressLimit === 'off' ? undefined : createTokenBuckets(addressLimit, now, processes)
  /** Hash of a token → until when it counts as valid. */
  const valid = createBoundedMap<number>(TOKENS_KEPT)

  return {
    enterAddress(address, tokenKey) {
      if (!addresses) return undefined
      if (tokenKey !== undefined && (valid.get(tokenKey) ?? 0) > now()) return undefined
      return pass(addresses, networkOf(address), 1)
    },
    enterToken(tokenKey, cost) {
      return tokens && pass(tokens, tokenKey, cost)
    },
    settle(address, tokenKey, verdict, paidByAddress) {
      if (!addresses) return
      if (verdict === 'unknown') {
        valid.delete(tokenKey)
        if (!paidByAddress) addresses.charge(networkOf(address), 1)
        return
      }
      if (verdict === 'valid') valid.set(tokenKey, now() + VALID_FOR_SECONDS)
      if (paidByAddress) addresses.refund(networkOf(address), 1)
    },
  }
}

function pass(buckets: TokenBuckets, key: string, cost: number): Allowance {
  const left = buckets.take(key, cost)
  if (left.retrySeconds === 0) return left
  throw new AppError(problem('rate_limited', { retry_after: left.retrySeconds }), {
    headers: { 'retry-after': String(left.retrySeconds), ...rateHeaders(left) },
  })
}

/** The headers that tell a caller what is left. */
export function rateHeaders(left: Allowance): Record<string, string> {
  return {
    'ratelimit-limit': String(left.limit),
    'ratelimit-remaining': String(left.remaining),
    'ratelimit-reset': String(left.resetSeconds),
  }
}

/** An IPv6 caller usually has a whole /64 to choose from, so that counts as one address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::', 2)
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups =
    tail === undefined
      ? first
      : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${groups.slice(0, 4).join(':')}::/64`
}
