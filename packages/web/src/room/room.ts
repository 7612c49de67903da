import { ApiError, type CallInput, type CallName, type LiveEvent } from '@runsheet/client'
import { onSecond, serverNow } from '../time/server-clock.ts'
import { applyEvent, type LiveEventData } from './apply-event.ts'
import { type ConnectionState, LiveConnection } from './live-connection.ts'
import { loadPlan } from './load-plan.ts'
import { Outbox, type Outcome, type Write } from './outbox.ts'
import type { Plan } from './plan.ts'
import { refusedTask } from './refused-task.ts'
import {
  type Present,
  type Refusal,
  type RoomState,
  readPresence,
  type WirePresence,
  withAnswer,
  withWaiting,
} from './room-state.ts'
import { scheduleAt } from './schedule.ts'

export type RoomFailure = { readonly error: unknown }

const EVENTS_KEPT = 50

/** Above this many tasks the forecast follows the clock every 5 s, below every second: as the server's does. */
const LARGE_PLAN = 1_000

/**
 * One open runbook: its documents, kept up to date by the live stream; its schedule, by the clock; the actions that
 * are on their way. Everything that is shown of a runbook reads this one place.
 */
export class Room {
  readonly runbookId: string
  readonly #userId: string
  readonly #listeners = new Set<() => void>()
  readonly #eventListeners = new Set<(event: LiveEventData) => void>()
  readonly #outbox: Outbox
  readonly #connection: LiveConnection
  readonly #stopClock: () => void
  /** As the server tells it, without what waits. */
  #truth: Plan | undefined
  #state: RoomState | undefined
  #failure: RoomFailure | undefined
  #held: LiveEvent[] = []
  /** The highest sequence from which on the stream tells. */
  #told = 0
  #isLoading = false
  #mustReload = false
  #isClosed = false
  #connectionState: ConnectionState = 'connecting'
  #brokenSince: number | undefined
  #refusals: readonly Refusal[] = []
  #present: readonly Present[] = []
  #presentCount = 0
  #touched: ReadonlyMap<number, number> = new Map()
  #events: readonly LiveEventData[] = []

  /** @param userId who looks */
  constructor(runbookId: string, userId: string) {
    this.runbookId = runbookId
    this.#userId = userId
    this.#outbox = new Outbox(runbookId, userId, {
      changed: () => this.#publish(),
      settled: (write, outcome) => this.#settled(write, outcome),
      broken: () => this.#connected('broken'),
    })
    this.#connection = new LiveConnection(runbookId, {
      message: (message) => this.#hear(message),
      state: (state) => this.#connected(state),
      gone: (error) => this.#fail(error),
    })
    this.#stopClock = onSecond(() => this.#tick())
    void this.#load()
  }

  /** Names this tab's connection, for presence. */
  get connectionId(): string {
    return this.#connection.id
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears each event of the live stream after it was applied. */
  onEvent(listener: (event: LiveEventData) => void): () => void {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  /** Undefined until the documents are there. */
  readonly state = (): RoomState | undefined => this.#state
  readonly failure = (): RoomFailure | undefined => this.#failure

  /** Sends a change of this runbook; see `Outbox`. */
  send<N extends CallName>(
    endpoint: N,
    input: CallInput<N>,
    about: Pick<Write, 'taskId' | 'patch' | 'patches'> = {},
  ): Promise<Outcome> {
    this.#refusals = this.#refusals.filter(({ taskId }) => taskId !== about.taskId)
    return this.#outbox.send(endpoint, input, about)
  }

  closeRefusal(refusal: Refusal): void {
    this.#refusals = this.#refusals.filter((other) => other !== refusal)
    this.#publish()
  }

  /** Reads the documents again, as after a failure. */
  retry(): void {
    this.#failure = undefined
    this.#notify()
    void this.#load()
  }

  close(): void {
    this.#isClosed = true
    this.#stopClock()
    this.#connection.close()
    this.#outbox.close()
  }

  async #load(): Promise<void> {
    if (this.#isLoading) {
      this.#mustReload = true
      return
    }
    this.#isLoading = true
    try {
      do {
        this.#mustReload = false
        const plan = await loadPlan(this.runbookId, Number(this.#userId))
        if (this.#isClosed) return
        this.#truth = plan
        this.#failure = undefined
        const held = this.#held
        this.#held = []
        for (const message of held) this.#hearEvent(message)
        // What happened between the reading and the opening of the stream came over neither.
        if (this.#truth.seq < this.#told) this.#mustReload = true
      } while (this.#mustReload)
      this.#publish()
      void this.#outbox.flush()
    } catch (error) {
      if (error instanceof ApiError && ![429, 502, 503, 504].includes(error.status)) this.#fail(error)
      else if (this.#truth === undefined) this.#fail(error)
    } finally {
      this.#isLoading = false
    }
  }

  #hear(message: LiveEvent): void {
    if (message.event === 'presence') {
      this.#hearPresence(message.data as WirePresence)
      return
    }
    if (message.event === 'forecast') return
    if (message.event === 'ready' || message.event === 'reset') {
      const { seq } = message.data as { seq: number }
      this.#told = Math.max(this.#told, seq)
      if (!this.#isLoading && (this.#truth?.seq ?? -1) < seq) void this.#load()
      return
    }
    if (this.#truth === undefined || this.#isLoading) {
      this.#held.push(message)
      return
    }
    if (this.#hearEvent(message)) this.#publish()
  }

  /** @returns whether it changed anything */
  #hearEvent(message: LiveEvent): boolean {
    const event = message.data as LiveEventData
    const plan = this.#truth
    if (!plan || event.seq <= plan.seq) return false
    if (event.seq > plan.seq + 1) {
      this.#held.push(message)
      void this.#load()
      return false
    }
    const next = applyEvent(plan, event)
    this.#events = [...this.#events.slice(1 - EVENTS_KEPT), event]
    if (!next) {
      this.#truth = { ...plan, seq: event.seq }
      void this.#load()
    } else {
      this.#truth = next
      if (event.actor !== this.#userId) this.#touch(event)
    }
    for (const listener of this.#eventListeners) listener(event)
    return true
  }

  #touch(event: LiveEventData): void {
    const now = Date.now()
    const touched = new Map([...this.#touched].filter(([, at]) => now - at < 1_500))
    for (const { type, id } of event.things) if (type === 'task') touched.set(Number(id), now)
    this.#touched = touched
  }

  #hearPresence(presence: WirePresence): void {
    this.#present = readPresence(presence)
    this.#presentCount = presence.count ?? presence.here.length
    this.#publish()
  }

  #connected(state: ConnectionState): void {
    if (state === 'broken' && this.#connectionState !== 'broken')
      this.#brokenSince = Math.floor(serverNow() / 1000)
    if (state === 'open') {
      this.#brokenSince = undefined
      void this.#outbox.flush()
    }
    this.#connectionState = state
    this.#publish()
  }

  #settled(write: Write, outcome: Outcome): void {
    // The answer may be here before the event that tells of it: what was shown as done must not fall back meanwhile.
    if (outcome.kind === 'done' && this.#truth) this.#truth = withAnswer(this.#truth, outcome.body)
    if (outcome.kind === 'refused') {
      const { error } = outcome
      const refused = refusedTask(write, error)
      this.#refusals = [
        ...this.#refusals.filter(({ taskId }) => taskId !== refused),
        { error, taskId: refused, endpoint: write.endpoint },
      ]
    }
    this.#publish()
  }

  #fail(error: unknown): void {
    this.#failure = { error }
    this.#notify()
  }

  #tick(): void {
    const { schedule } = this.#state ?? {}
    if (!schedule || !this.#truth) return
    // While the line is lost what waits is tried now and then: the server may be back before the stream is.
    if (this.#connectionState === 'broken' && this.#outbox.waiting.length > 0) void this.#outbox.flush()
    const now = Math.floor(serverNow() / 1000)
    const bucket = this.#truth.tasks.length > LARGE_PLAN ? 5 : 1
    if (now >= schedule.validUntil && now % bucket === 0) this.#publish()
  }

  /** Makes the next state: the truth, with what waits laid over it. */
  #publish(): void {
    if (!this.#truth) return
    const plan = withWaiting(this.#truth, this.#outbox.waiting)
    const now = Math.floor(serverNow() / 1000)
    const before = this.#state
    const isSame =
      before !== undefined &&
      before.plan.tasks === plan.tasks &&
      before.plan.run === plan.run &&
      before.plan.runbook === plan.runbook &&
      now < before.schedule.validUntil
    this.#state = {
      plan,
      schedule: isSame ? before.schedule : scheduleAt(plan, now),
      connection: this.#connectionState,
      brokenSince: this.#brokenSince,
      waiting: this.#outbox.waiting,
      refusals: this.#refusals,
      present: this.#present,
      presentCount: this.#presentCount,
      touched: this.#touched,
      events: this.#events,
    }
    this.#connection.seen(this.#truth.seq)
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
