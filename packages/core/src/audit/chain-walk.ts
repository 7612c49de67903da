import type { BrokenReason } from '@runsheet/contract'
import { CHAIN_START, eventHash } from './event-hash.ts'
import type { StoredEvent } from './read-events.ts'

/** Why a link does not hold, in words for people. */
export const brokenReasons: Readonly<Record<BrokenReason, string>> = {
  event_missing: 'the event with this number is missing',
  instant_earlier: 'its instant is before that of the event before it',
  hash_differs:
    'it does not give the hash that was written with it: it was changed, or what stood before it was',
  tail_missing: 'the runbook or the instance counts this event, and the log ends before it',
  beyond_head: 'the log has this event, and the runbook or the instance does not count it',
  head_differs: 'its hash is not the one that the runbook or the instance keeps of it',
}

/** The first link of a chain that does not hold: all before it do. */
export interface BrokenLink {
  /** The runbook, or 0 for the instance. */
  readonly chain: number
  readonly seq: number
  readonly reason: BrokenReason
}

/** The last event of a chain. */
export interface ChainHead {
  readonly chain: number
  readonly seq: number
  /** In hex. */
  readonly hash: string
}

/** Follows the events of one chain from its first. */
export class ChainWalk {
  readonly #chain: number
  #seq = 0
  #hash = CHAIN_START
  #at = Number.NEGATIVE_INFINITY
  #broken: BrokenLink | undefined
  #last: ChainHead | undefined
  #count = 0
  #lastAt: number | undefined

  constructor(chain: string) {
    this.#chain = Number(chain)
  }

  /** The last event as it is stored, right or wrong; undefined before the first step. */
  get last(): ChainHead | undefined {
    return this.#last
  }

  /** How many events were followed. */
  get count(): number {
    return this.#count
  }

  /** Milliseconds since the epoch: the instant of the last event. */
  get lastAt(): number | undefined {
    return this.#lastAt
  }

  step(event: StoredEvent): void {
    this.#count += 1
    this.#lastAt = event.at
    const stored = event.hash.toString('hex')
    this.#last = { chain: this.#chain, seq: Number(event.seq), hash: stored }
    if (this.#broken) return
    if (Number(event.seq) !== this.#seq + 1) return this.#break('event_missing', this.#seq + 1)
    this.#seq += 1
    if (event.at < this.#at) return this.#break('instant_earlier')
    this.#at = event.at
    if (eventHash(this.#hash, event) !== stored) return this.#break('hash_differs')
    this.#hash = stored
  }

  /**
   * The first broken link, once every event was followed.
   *
   * @param head where the runbook or the instance says that the chain stands; undefined when its row is gone
   */
  end(head: ChainHead | undefined): BrokenLink | undefined {
    if (!this.#broken && head) {
      if (head.seq > this.#seq) this.#break('tail_missing', this.#seq + 1)
      else if (head.seq < this.#seq) this.#break('beyond_head', head.seq + 1)
      else if (head.hash !== this.#hash) this.#break('head_differs')
    }
    return this.#broken
  }

  #break(reason: BrokenReason, seq = this.#seq): void {
    this.#broken = { chain: this.#chain, seq, reason }
  }
}
