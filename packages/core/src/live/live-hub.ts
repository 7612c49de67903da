import { randomUUID } from 'node:crypto'
import type { CancelSignal } from '@runsheet/contract'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { NewEvent } from '../events/event.ts'
import { keyOfHeld, listStanding } from '../people/held-credential.ts'
import type { ExpectedEnd } from './clock-drift.ts'
import { HEARTBEAT, liveMessage, readyMessage } from './live-message.ts'
import { listSequences } from './live-queries.ts'
import { LiveRoom } from './live-room.ts'
import { Notifier } from './notifier.ts'
import { listPlaces } from './place-queries.ts'
import { Presence } from './presence.ts'
import { Watcher, type Watching } from './watcher.ts'

const POLL_MS = 1_000
const HEARTBEAT_MS = 15_000

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
  readonly #rooms = new Map<number, LiveRoom>()
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
    if (!room.canTell(firstSeq)) {
      this.#hint(runbookId, last)
      return
    }
    for (const [at, event] of events.entries()) {
      const seq = firstSeq + at
      room.tell(seq, liveMessage({ ...event, seq }))
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
      if (room.seq < about.seq) await room.catchUp(about.seq)
      if (lastEventId === undefined) watcher.send(readyMessage(room.seq))
      else await room.resume(watcher, readSequence(lastEventId))
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
    for (const room of this.#rooms.values()) room.close()
    await Promise.all([this.#notifier.close(), this.presence.close()])
  }

  #room(runbookId: number, seq: number): LiveRoom {
    let room = this.#rooms.get(runbookId)
    if (!room) {
      room = new LiveRoom(runbookId, seq, this.#database.db, this.#log)
      this.#rooms.set(runbookId, room)
    }
    return room
  }

  #hint(runbookId: number, seq: number): void {
    const room = this.#rooms.get(runbookId)
    if (room && room.seq < seq) void room.catchUp(seq)
  }

  /** Asks where the watched runbooks stand, and whether those who watch still may. */
  async #poll(): Promise<void> {
    if (this.#isPolling || this.#rooms.size === 0) return
    this.#isPolling = true
    try {
      const ids = [...this.#rooms.keys()]
      const rows = await listSequences(this.#database.db, ids)
      for (const { id, seq } of rows) this.#hint(id, seq)
      const there = new Set(rows.map(({ id }) => id))
      for (const id of ids) if (!there.has(id)) await this.#closeDeleted(id)
      for (const { id, seq, stage, now } of rows)
        if (stage === 'active' || stage === 'paused')
          this.#rooms.get(id)?.tellDrift(await this.#expect(id, seq, now))
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

  /** Tells the last of a runbook that is no more; its log stays. */
  async #closeDeleted(runbookId: number): Promise<void> {
    const room = this.#rooms.get(runbookId)
    if (!room) return
    await room.catchUp(Number.MAX_SAFE_INTEGER)
    room.close()
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
    for (const room of this.#rooms.values()) room.send(HEARTBEAT)
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
