import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { presenceMessage } from './presence-message.ts'
import {
  enterVisits,
  leaveVisits,
  listPresent,
  moveVisit,
  type Present,
  refreshVisits,
  sweepVisits,
  type Visit,
} from './presence-queries.ts'
import type { Watcher } from './watcher.ts'

const GATHER_MS = 50
const REFRESH_MS = 15_000
const TOLD_EVERY_MS = 1_000
const PEOPLE_AT_MOST = 100
/** Longer than a statement may take (`statement_timeout`): what has not been committed by then never is. */
const COMMITTED_WITHIN_MS = 10_000

interface Room {
  readonly watchers: Set<Watcher>
  /** Those that have not been told anything yet. */
  readonly newcomers: Set<Watcher>
  /** The list as it was last read. */
  text: string | undefined
  /** The list that everybody has. */
  told: string | undefined
  /** Runs while the room may not be told again. */
  pause: NodeJS.Timeout | undefined
}

/**
 * Tells those who watch a runbook who else does, and at which task. The table `presence` knows it for all processes; each writes
 * what happens to its own streams, in batches, and reads the lists of its rooms when anything has changed.
 */
export class Presence {
  readonly #database: Database
  readonly #log: Logger
  /** Names this process. */
  readonly #holder = randomUUID()
  readonly #rooms = new Map<number, Room>()
  /** The open streams of this process, by visit: a client may open one before it knows that another has broken. */
  readonly #open = new Map<string, { readonly visit: Visit; streams: number }>()
  readonly #entering = new Map<string, Visit>()
  readonly #leaving = new Map<string, Visit>()
  /** Rooms whose list has to be read. */
  readonly #changed = new Set<number>()
  readonly #refreshing: NodeJS.Timeout
  #gathering: NodeJS.Timeout | undefined
  /** One statement after the other, so that an older list is never told after a newer one. */
  #work: Promise<void> = Promise.resolve()
  #last: number | undefined
  /** When this process saw the number move, in milliseconds of its own clock. */
  #movedAt = 0
  #isClosed = false

  constructor(database: Database, log: Logger) {
    this.#database = database
    this.#log = log
    this.#refreshing = setInterval(() => void this.#inTurn(() => this.#refresh()), REFRESH_MS)
    this.#refreshing.unref()
  }

  /** A stream was opened; it is told who is there as soon as it is noted itself. */
  enter(watcher: Watcher): void {
    if (watcher.isClosed) return
    const room = this.#room(watcher.runbookId)
    room.watchers.add(watcher)
    room.newcomers.add(watcher)
    const key = keyOf(watcher)
    const open = this.#open.get(key) ?? { visit: visitOf(watcher), streams: 0 }
    open.streams += 1
    this.#open.set(key, open)
    this.#entering.set(key, open.visit)
    this.#leaving.delete(key)
    this.#gather(watcher.runbookId)
  }

  /** A stream was closed. */
  leave(watcher: Watcher): void {
    const room = this.#rooms.get(watcher.runbookId)
    if (!room?.watchers.delete(watcher)) return
    room.newcomers.delete(watcher)
    if (room.watchers.size === 0) {
      clearTimeout(room.pause)
      this.#rooms.delete(watcher.runbookId)
    }
    const key = keyOf(watcher)
    const open = this.#open.get(key)
    if (!open) return
    open.streams -= 1
    if (open.streams > 0) return
    this.#open.delete(key)
    this.#entering.delete(key)
    this.#leaving.set(key, open.visit)
    this.#gather(watcher.runbookId)
  }

  /** @returns since when, in milliseconds since the epoch */
  async move(visit: Visit, taskId: number | null): Promise<number> {
    const since = await moveVisit(this.#database.writes, visit, taskId)
    this.#gather(visit.runbookId)
    return since
  }

  /** To be called every second: reads the lists when another process has changed anything. */
  poll(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#rooms.size === 0) return
      await this.#write()
      const last = await sweepVisits(this.#database.writes)
      const now = performance.now()
      if (last !== this.#last) this.#movedAt = now
      // The number moves before the change behind it is committed: the lists are read until that must have happened.
      else if (now - this.#movedAt > COMMITTED_WITHIN_MS) return
      this.#last = last
      await this.#read([...this.#rooms.keys()])
    })
  }

  /** After all streams were closed: others see it at once. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#refreshing)
    clearTimeout(this.#gathering)
    await this.#inTurn(() => this.#write())
  }

  #room(runbookId: number): Room {
    let room = this.#rooms.get(runbookId)
    if (!room) {
      room = { watchers: new Set(), newcomers: new Set(), text: undefined, told: undefined, pause: undefined }
      this.#rooms.set(runbookId, room)
    }
    return room
  }

  #gather(runbookId: number): void {
    this.#changed.add(runbookId)
    if (this.#isClosed) return
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      void this.#inTurn(() => this.#writeAndRead())
    }, GATHER_MS)
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'presence could not be written or read; it is tried again')
    })
    return this.#work
  }

  async #writeAndRead(): Promise<void> {
    const rooms = [...this.#changed]
    this.#changed.clear()
    await this.#write()
    await this.#read(rooms.filter((id) => this.#rooms.has(id)))
  }

  /** What fails here is put right by the refreshes, and by their absence. */
  async #write(): Promise<void> {
    const leaving = [...this.#leaving.values()]
    const entering = [...this.#entering.values()]
    this.#leaving.clear()
    this.#entering.clear()
    const { writes } = this.#database
    if (leaving.length > 0) await leaveVisits(writes, this.#holder, leaving)
    if (entering.length > 0) await enterVisits(writes, this.#holder, entering)
  }

  async #refresh(): Promise<void> {
    const visits = [...this.#open.values()].map(({ visit }) => visit)
    if (visits.length > 0) await refreshVisits(this.#database.writes, this.#holder, visits)
  }

  async #read(runbookIds: readonly number[]): Promise<void> {
    if (runbookIds.length === 0) return
    const present = await listPresent(this.#database.db, runbookIds, PEOPLE_AT_MOST)
    const byRoom = new Map<number, Present[]>(runbookIds.map((id) => [id, []]))
    for (const person of present) byRoom.get(person.runbook_id)?.push(person)
    for (const [runbookId, people] of byRoom) {
      const room = this.#rooms.get(runbookId)
      if (room) this.#tell(room, presenceMessage(people))
    }
  }

  /** Tells newcomers at once, and the others when it is time. */
  #tell(room: Room, text: string): void {
    room.text = text
    for (const watcher of room.newcomers) watcher.send(text)
    // They have another list than the others: all are told when it is time, also when it is the one before again.
    if (room.newcomers.size > 0 && text !== room.told) room.told = undefined
    this.#tellOthers(room)
    room.newcomers.clear()
  }

  #tellOthers(room: Room): void {
    const { text, newcomers } = room
    if (text === undefined || room.told === text || room.pause) return
    for (const watcher of room.watchers) if (!newcomers.has(watcher)) watcher.send(text)
    room.told = text
    room.pause = setTimeout(() => {
      room.pause = undefined
      this.#tellOthers(room)
    }, TOLD_EVERY_MS)
    room.pause.unref()
  }
}

function visitOf({ runbookId, userId, connection }: Watcher): Visit {
  return { runbookId, userId, connection }
}

function keyOf({ runbookId, userId, connection }: Visit): string {
  return `${runbookId} ${userId} ${connection}`
}
