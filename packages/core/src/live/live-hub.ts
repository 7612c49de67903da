import { randomUUID } from 'node:crypto'
import type { CancelSignal } from '@runsheet/contract'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { NewEvent } from '../events/event.ts'
import { keyOfHeld, listStanding } from '../people/held-credential.ts'
import type { ExpectedEnd } from './clock-drift.ts'
import { driftMessage, HEARTBEAT, liveMessage, readyMessage, resetMessage } from './live-message.ts'
import { Notifier } from './notifier.ts'
import { listPlaces } from './place-queries.ts'
import { Presence } from './presence.ts'
import { Watcher, type Watching } from './watcher.ts'

const RING = 500
const POLL_MS = 1_000
const HEARTBEAT_MS = 15_000

interface Room {
  /** Sequence of the last message in the ring. */
  seq: number
  /** The highest sequence that is known to be in the log. */
  known: number
  readonly ring: { readonly seq: number; readonly text: string }[]
  readonly watchers: Set<Watcher>
  /** Serialises reads of the log for this room. */
  catching: Promise<void> | undefined
  /** The expected end as it was last computed. */
  expected: ExpectedEnd | undefined
}

/** Computes where the clock has moved the end of a run to. */
type Expect = (runbookId: number, seq: number, now: number) => Promise<ExpectedEnd | undefined>

/**
 * Tells watchers what happens in their runbooks. The log is the truth: the own commits are told at once, those of other
 * processes when their hint arrives, and what no hint told of within a second, by the sequences.
 */
export class LiveHub {
  readonly presence: Presence
  readonly #database: Database
  readonly #log: Logger
  readonly #rooms = new Map<number, Room>()
  readonly #notifier: Notifier
  readonly #timers: NodeJS.Timeout[]
  readonly #expect: Expect
  #isPolling = false

  constructor(database: Database, log: Logger, expect: Expect) {
    this.#expect = expect
    this.#database = database
    this.#log = log
    this.presence = new Presence(database, log)
    this.#notifier = new Notifier(
      database.connectionString,
      randomUUID(),
      (runbookId, seq) => this.#hint(runbookId, seq),
      () => void this.#closeThoseWhoMayNot(),
      () => void this.#poll(),
    )
    this.#timers = [
      setInterval(() => void this.#poll(), POLL_MS),
      setInterval(() => this.#beat(), HEARTBEAT_MS),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  /** Number of open streams. */
  get watchers(): number {
    let count = 0
    for (const { watchers } of this.#rooms.values()) count += watchers.size
    return count
  }

  /** Tells of a commit of this process. */
  committed(runbookId: number, firstSeq: number, events: readonly NewEvent[]): void {
    const last = firstSeq + events.length - 1
    this.#notifier.send(runbookId, last)
    const room = this.#rooms.get(runbookId)
    if (!room) return
    if (room.seq !== firstSeq - 1 || room.catching) {
      this.#hint(runbookId, last)
      return
    }
    room.known = last
    for (const [at, event] of events.entries()) {
      const seq = firstSeq + at
      this.#append(room, seq, liveMessage({ ...event, seq }))
    }
  }

  /**
   * Opens a stream.
   *
   * @param seq sequence of the runbook as the caller was seen
   * @param lastEventId what the watcher says it has
   * @param signal aborted when nobody reads any more
   */
  async watch(
    about: Watching,
    lastEventId: string | undefined,
    signal?: CancelSignal,
  ): Promise<AsyncIterable<string>> {
    const room = this.#room(about.runbookId, about.seq)
    // It is in the room from the start, so that the room stays, but is told of nothing before it has what it missed.
    const watcher = new Watcher({ ...about, seq: Number.POSITIVE_INFINITY }, (closed) => this.#leave(closed))
    room.watchers.add(watcher)
    signal?.addEventListener('abort', () => watcher.close(), { once: true })
    if (signal?.aborted) watcher.close()
    try {
      watcher.send(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`)
      if (room.seq < about.seq) await this.#catchUp(about.runbookId, room, about.seq)
      if (lastEventId === undefined) watcher.send(readyMessage(room.seq))
      else await this.#resume(about.runbookId, room, watcher, readSequence(lastEventId))
      watcher.seq = room.seq
      this.presence.enter(watcher)
      return watcher
    } catch (error) {
      watcher.close()
      throw error
    }
  }

  /**
   * Ends the streams of those who may not watch any more, here at once, in other processes when they hear of it; whoever
   * misses it ends them within a second.
   */
  async recheck(): Promise<void> {
    this.#notifier.sendRecheck()
    await this.#closeThoseWhoMayNot()
  }

  async #closeThoseWhoMayNot(): Promise<void> {
    await this.#closeUnwelcome().catch((error: unknown) =>
      this.#log.warn({ err: error }, 'who may still watch could not be read; it is tried again'),
    )
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const { watchers } of this.#rooms.values()) for (const watcher of watchers) watcher.close()
    await Promise.all([this.#notifier.close(), this.presence.close()])
  }

  #room(runbookId: number, seq: number): Room {
    let room = this.#rooms.get(runbookId)
    if (!room) {
      room = { seq, known: seq, ring: [], watchers: new Set(), catching: undefined, expected: undefined }
      this.#rooms.set(runbookId, room)
    }
    return room
  }

  #append(room: Room, seq: number, text: string): void {
    room.seq = seq
    room.ring.push({ seq, text })
    if (room.ring.length > RING) room.ring.shift()
    for (const watcher of room.watchers) {
      if (watcher.seq >= seq) continue
      watcher.seq = seq
      watcher.send(text)
    }
  }

  /** Sends what a returning watcher has missed, or `reset` when that is too much or was never. */
  async #resume(runbookId: number, room: Room, watcher: Watcher, since: number): Promise<void> {
    if (since === room.seq) return
    if (since < 0 || since > room.seq || room.seq - since > RING) {
      watcher.send(resetMessage(room.seq))
      return
    }
    let sent = since
    while (sent < room.seq) {
      const first = room.ring[0]?.seq ?? room.seq + 1
      if (sent + 1 < first) {
        // While the log is read the ring moves on; whatever it has dropped by then is read in the next round.
        const missed = await this.#readLog(runbookId, sent, first - 1)
        if (missed.length === 0) throw new Error(`the log of runbook ${runbookId} has nothing after ${sent}`)
        for (const { seq, text } of missed) {
          watcher.send(text)
          sent = seq
        }
      } else {
        for (const { seq, text } of room.ring) if (seq > sent) watcher.send(text)
        sent = room.seq
      }
    }
  }

  #hint(runbookId: number, seq: number): void {
    const room = this.#rooms.get(runbookId)
    if (room && room.seq < seq) void this.#catchUp(runbookId, room, seq)
  }

  /** Reads what the log has beyond the room, once at a time. @param known a sequence that the log has reached */
  #catchUp(runbookId: number, room: Room, known: number): Promise<void> {
    room.known = Math.max(room.known, known)
    room.catching ??= this.#readOn(runbookId, room)
    return room.catching
  }

  async #readOn(runbookId: number, room: Room): Promise<void> {
    try {
      while (room.seq < room.known) {
        const missed = await this.#readLog(runbookId, room.seq, Number.MAX_SAFE_INTEGER)
        if (missed.length === 0) return
        for (const { seq, text } of missed) if (seq > room.seq) this.#append(room, seq, text)
      }
    } catch (error) {
      this.#log.warn(
        { err: error, runbookId },
        'the log could not be read for the live stream; it is tried again',
      )
    } finally {
      room.catching = undefined
    }
  }

  async #readLog(runbookId: number, after: number, upTo: number): Promise<{ seq: number; text: string }[]> {
    const rows = await this.#database.db
      .selectFrom('event')
      .select(['seq', 'at', 'actor_id', 'request_id', 'name', 'payload'])
      .where('chain_id', '=', runbookId)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(RING)
      .execute()
    return rows.map((row) => ({ seq: row.seq, text: liveMessage(row) }))
  }

  /** Asks where the watched runbooks stand, and whether those who watch still may. */
  async #poll(): Promise<void> {
    if (this.#isPolling || this.#rooms.size === 0) return
    this.#isPolling = true
    try {
      const ids = [...this.#rooms.keys()]
      const rows = await this.#database.db
        .selectFrom('runbook')
        .select(['id', 'seq', 'stage', sql<number>`clock_timestamp()`.as('now')])
        .where('id', 'in', ids)
        .execute()
      for (const { id, seq } of rows) this.#hint(id, seq)
      const there = new Set(rows.map(({ id }) => id))
      for (const id of ids) if (!there.has(id)) await this.#closeDeleted(id)
      for (const { id, seq, stage, now } of rows)
        if (stage === 'active' || stage === 'paused') await this.#tellDrift(id, seq, now)
      await this.#closeUnwelcome()
      await this.presence.poll()
    } catch (error) {
      this.#log.warn(
        { err: error },
        'the sequences of the watched runbooks could not be read; it is tried again',
      )
    } finally {
      this.#isPolling = false
    }
  }

  /** Tells that the clock alone has moved the expected end. Such messages have no id: they are no part of the log. */
  async #tellDrift(runbookId: number, seq: number, now: number): Promise<void> {
    const room = this.#rooms.get(runbookId)
    if (!room || room.watchers.size === 0) return
    const before = room.expected
    const after = await this.#expect(runbookId, seq, now)
    room.expected = after
    // An event has told the end at its own instant: only what the clock has done since then is news.
    if (!before || !after || before.seq !== after.seq || before.end_display === after.end_display) return
    const text = driftMessage(after)
    for (const watcher of room.watchers) watcher.send(text)
  }

  /** Tells the last of a runbook that is no more; its log stays. */
  async #closeDeleted(runbookId: number): Promise<void> {
    const room = this.#rooms.get(runbookId)
    if (!room) return
    await this.#catchUp(runbookId, room, Number.MAX_SAFE_INTEGER)
    for (const watcher of room.watchers) watcher.close()
  }

  async #closeUnwelcome(): Promise<void> {
    const watchers = [...this.#rooms.values()].flatMap((room) => [...room.watchers])
    if (watchers.length === 0) return
    const { db } = this.#database
    const [standing, places] = await Promise.all([
      listStanding(
        db,
        watchers.map(({ credential }) => credential),
      ),
      listPlaces(db, [...this.#rooms.keys()]),
    ])
    // Someone whose permissions have changed, or whose runbook lies elsewhere, is asked to come again, and is judged anew then.
    for (const watcher of watchers) {
      const isSame = standing.get(keyOfHeld(watcher.credential)) === watcher.permissionRevision
      // One that is no more is told of its end first.
      const place = places.get(watcher.runbookId) ?? watcher.place
      if (!isSame || place !== watcher.place) watcher.close()
    }
  }

  #beat(): void {
    for (const { watchers } of this.#rooms.values()) for (const watcher of watchers) watcher.send(HEARTBEAT)
  }

  #leave(watcher: Watcher): void {
    this.presence.leave(watcher)
    const room = this.#rooms.get(watcher.runbookId)
    room?.watchers.delete(watcher)
    if (room && room.watchers.size === 0) this.#rooms.delete(watcher.runbookId)
  }
}

/** The sequence that a watcher says it has; -1 when it is none. */
function readSequence(text: string): number {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : -1
}
