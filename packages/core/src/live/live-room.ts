import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import type { ExpectedEnd } from './clock-drift.ts'
import { driftMessage, liveMessage, resetMessage } from './live-message.ts'
import { listEvents } from './live-queries.ts'
import type { Watcher } from './watcher.ts'

/** Messages that a room keeps for those who come back, and events that are read from the log at once. */
const RING = 500

interface Message {
  readonly seq: number
  readonly text: string
}

/** Those who watch one runbook, and its last messages. It is there while somebody watches. */
export class LiveRoom {
  readonly watchers = new Set<Watcher>()
  readonly #runbookId: number
  readonly #db: Db
  readonly #log: Logger
  readonly #ring: Message[] = []
  #seq: number
  /** The highest sequence that is known to be in the log. */
  #known: number
  /** Serialises reads of the log. */
  #catching: Promise<void> | undefined
  /** The expected end as it was last computed. */
  #expected: ExpectedEnd | undefined

  constructor(runbookId: number, seq: number, db: Db, log: Logger) {
    this.#runbookId = runbookId
    this.#seq = seq
    this.#known = seq
    this.#db = db
    this.#log = log
  }

  /** Sequence of the last message. */
  get seq(): number {
    return this.#seq
  }

  /** Whether a message is the next one; if not, the log has to be read first. */
  canTell(seq: number): boolean {
    return this.#seq === seq - 1 && !this.#catching
  }

  /** Tells everybody the next message of the log, and keeps it. */
  tell(seq: number, text: string): void {
    this.#seq = seq
    this.#known = Math.max(this.#known, seq)
    this.#ring.push({ seq, text })
    if (this.#ring.length > RING) this.#ring.shift()
    for (const watcher of this.watchers) {
      if (watcher.seq >= seq) continue
      watcher.seq = seq
      watcher.send(text)
    }
  }

  /** Reads what the log has beyond the room, once at a time. @param known a sequence that the log has reached */
  catchUp(known: number): Promise<void> {
    this.#known = Math.max(this.#known, known)
    this.#catching ??= this.#readOn()
    return this.#catching
  }

  /** Sends what a returning watcher has missed, or `reset` when that is too much or was never. */
  async resume(watcher: Watcher, since: number): Promise<void> {
    if (since === this.#seq) return
    if (since < 0 || since > this.#seq || this.#seq - since > RING) {
      watcher.send(resetMessage(this.#seq))
      return
    }
    let sent = since
    while (sent < this.#seq) {
      const first = this.#ring[0]?.seq ?? this.#seq + 1
      if (sent + 1 < first) {
        // While the log is read the ring moves on; whatever it has dropped by then is read in the next round.
        const missed = await this.#readLog(sent, first - 1)
        if (missed.length === 0)
          throw new Error(`the log of runbook ${this.#runbookId} has nothing after ${sent}`)
        for (const { seq, text } of missed) {
          watcher.send(text)
          sent = seq
        }
      } else {
        for (const { seq, text } of this.#ring) if (seq > sent) watcher.send(text)
        sent = this.#seq
      }
    }
  }

  /** Tells that the clock alone has moved the expected end. Such messages have no id: they are no part of the log. */
  tellDrift(after: ExpectedEnd | undefined): void {
    const before = this.#expected
    this.#expected = after
    // An event has told the end at its own instant: only what the clock has done since then is news.
    if (!before || !after || before.seq !== after.seq || before.end_display === after.end_display) return
    this.send(driftMessage(after))
  }

  /** Sends something to everybody that is no part of the log. */
  send(text: string): void {
    for (const watcher of this.watchers) watcher.send(text)
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close()
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#seq < this.#known) {
        const missed = await this.#readLog(this.#seq, Number.MAX_SAFE_INTEGER)
        if (missed.length === 0) return
        for (const { seq, text } of missed) if (seq > this.#seq) this.tell(seq, text)
      }
    } catch (error) {
      this.#log.warn(
        { err: error, runbookId: this.#runbookId },
        'the log could not be read for the live stream; it is tried again',
      )
    } finally {
      this.#catching = undefined
    }
  }

  async #readLog(after: number, upTo: number): Promise<Message[]> {
    const rows = await listEvents(this.#db, this.#runbookId, { after, upTo, limit: RING })
    return rows.map((row) => ({ seq: row.seq, text: liveMessage(row) }))
  }
}
