import type { ApiError } from '@runsheet/client'
import type { Outcome } from '../room/outbox.ts'
import type { Party } from '../room/plan.ts'
import { FIRST } from './held-order.ts'

/** A task as it is typed. Numbers below zero in `after` are tasks of the queue that have no number of their own yet. */
export interface Draft {
  readonly name: string
  readonly streamId: number
  readonly typeId: number
  readonly after: readonly number[]
  /** Seconds. */
  readonly duration: number | null
  readonly owners: readonly Party[]
}

/** A typed task that is on its way. */
export interface Pending {
  /** Below zero. */
  readonly key: number
  readonly draft: Draft
  /** The row that it was typed after: a task, a task of the queue, or `FIRST`. */
  readonly anchor: number
  /** What the server said against it; it waits to be corrected, and so does what was typed after it. */
  readonly refusal?: ApiError
  /** Its number, once the server has given one. */
  readonly taskId?: number
}

/**
 * Tasks that were typed one after the other: each is sent when the one before it has its number, so that it can come
 * after it, while the person types on.
 */
export class EntryQueue {
  readonly #send: (draft: Draft) => Promise<Outcome>
  readonly #listeners = new Set<() => void>()
  readonly #ids = new Map<number, number>()
  readonly #anchors = new Map<number, number>()
  #pending: readonly Pending[] = []
  #lastKey = 0
  #isSending = false

  /** @param send sends a task whose predecessors all have numbers */
  constructor(send: (draft: Draft) => Promise<Outcome>) {
    this.#send = send
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly get = (): readonly Pending[] => this.#pending

  /** Where tasks of the queue were typed, by their numbers: the rows that they stand after. */
  get anchors(): ReadonlyMap<number, number> {
    return this.#anchors
  }

  /** The number that a task of the queue was given; numbers of other tasks are themselves. */
  idOf(key: number): number | undefined {
    return key >= 0 || key === FIRST ? key : this.#ids.get(key)
  }

  /** @returns its key, to come after it */
  add(draft: Draft, anchor: number): number {
    this.#lastKey -= 1
    this.#set([...this.#pending, { key: this.#lastKey, draft, anchor }])
    void this.#flush()
    return this.#lastKey
  }

  /** Sends a refused task again, as it was corrected. */
  correct(key: number, draft: Draft): void {
    this.#set(this.#pending.map((one) => (one.key === key ? { key, draft, anchor: one.anchor } : one)))
    void this.#flush()
  }

  /** Gives a refused task up; what was typed after it comes after its predecessors. */
  leaveOut(key: number): void {
    const gone = this.#pending.find((one) => one.key === key)
    if (!gone) return
    const inherit = (after: readonly number[]) => [
      ...new Set(after.flatMap((id) => (id === key ? gone.draft.after : [id]))),
    ]
    this.#set(
      this.#pending
        .filter((one) => one.key !== key)
        .map((one) => ({
          ...one,
          draft: { ...one.draft, after: inherit(one.draft.after) },
          anchor: one.anchor === key ? gone.anchor : one.anchor,
        })),
    )
    void this.#flush()
  }

  /** Lets go of the tasks that have come into the plan. */
  arrived(isThere: (taskId: number) => boolean): void {
    const rest = this.#pending.filter(({ taskId }) => taskId === undefined || !isThere(taskId))
    if (rest.length < this.#pending.length) this.#set(rest)
  }

  async #flush(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (;;) {
        const next = this.#pending.find(({ taskId }) => taskId === undefined)
        if (!next || next.refusal !== undefined) return
        const after = next.draft.after.map((id) => this.idOf(id)).filter((id) => id !== undefined)
        const outcome = await this.#send({ ...next.draft, after })
        if (outcome.kind === 'refused') this.#replace(next.key, { refusal: outcome.error })
        else {
          const taskId = Number((outcome.body as { data: { id: string } }).data.id)
          this.#ids.set(next.key, taskId)
          this.#anchors.set(taskId, this.idOf(next.anchor) ?? FIRST)
          this.#replace(next.key, { taskId })
        }
      }
    } finally {
      this.#isSending = false
    }
  }

  #replace(key: number, change: Partial<Pending>): void {
    this.#set(this.#pending.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }

  #set(pending: readonly Pending[]): void {
    this.#pending = pending
    for (const listener of this.#listeners) listener()
  }
}
