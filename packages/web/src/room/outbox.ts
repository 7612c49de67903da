import { ApiError, type CallInput, type CallName } from '@runsheet/client'
import { client } from '../server/client.ts'
import type { Task } from './plan.ts'

/** A change that was asked for and is not answered yet. */
export interface Write {
  /** Its idempotency key: however often it is sent, it is done once. */
  readonly id: string
  readonly endpoint: CallName
  readonly input: Readonly<Record<string, unknown>>
  /** The task at whose place a refusal is shown. */
  readonly taskId?: number
  /** What the task is taken for until the server answers. */
  readonly patch?: Partial<Task>
  /** The same of several tasks, by number; they are sent in the order of their numbers. */
  readonly patches?: Readonly<Record<number, Partial<Task>>>
  /** Milliseconds since the epoch. */
  readonly at: number
}

export type Outcome =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly error: ApiError }

export interface OutboxListener {
  changed(): void
  settled(write: Write, outcome: Outcome): void
  /** No answer came: what waits is sent again when the line is back. */
  broken(): void
}

/**
 * Changes of one runbook, sent one after the other in the order in which they were asked for. What finds no server
 * waits, survives a reload of the page, and is sent again with its idempotency key: it arrives once.
 */
export class Outbox {
  readonly #key: string
  readonly #listener: OutboxListener
  readonly #waiters = new Map<string, (outcome: Outcome) => void>()
  #waiting: readonly Write[]
  #isSending = false
  #isClosed = false

  /** @param userId whose changes they are: what somebody left here waits for them, and nobody else sends it */
  constructor(runbookId: string, userId: string, listener: OutboxListener) {
    this.#key = `runsheet-outbox ${userId} ${runbookId}`
    this.#listener = listener
    this.#waiting = restored(this.#key)
  }

  get waiting(): readonly Write[] {
    return this.#waiting
  }

  /** Sends a change; the promise settles when the server has answered, however long that takes. */
  send<N extends CallName>(
    endpoint: N,
    input: CallInput<N>,
    about: Pick<Write, 'taskId' | 'patch' | 'patches'> = {},
  ): Promise<Outcome> {
    const write: Write = {
      ...about,
      id: crypto.randomUUID(),
      endpoint,
      input: input as unknown as Write['input'],
      at: Date.now(),
    }
    this.#set([...this.#waiting, write])
    const settled = new Promise<Outcome>((resolve) => this.#waiters.set(write.id, resolve))
    void this.flush()
    return settled
  }

  /** Sends what waits, as far as the server answers. */
  async flush(): Promise<void> {
    if (this.#isSending || this.#isClosed) return
    this.#isSending = true
    try {
      for (let write = this.#waiting[0]; write && !this.#isClosed; write = this.#waiting[0]) {
        const outcome = await attempt(write)
        if (outcome === undefined) {
          this.#listener.broken()
          return
        }
        const id = write.id
        this.#set(this.#waiting.filter((other) => other.id !== id))
        this.#waiters.get(id)?.(outcome)
        this.#waiters.delete(id)
        this.#listener.settled(write, outcome)
      }
    } finally {
      this.#isSending = false
    }
  }

  close(): void {
    this.#isClosed = true
  }

  #set(waiting: readonly Write[]): void {
    const before = this.#waiting
    this.#waiting = waiting
    for (const write of waiting) if (!before.includes(write)) keep(this.#key, write)
    for (const write of before) if (!waiting.includes(write)) drop(this.#key, write)
    this.#listener.changed()
  }
}

/** Answers of a server, or of what stands before it, that is there again soon; 401 waits for the person to sign in. */
const passing: ReadonlySet<number> = new Set([401, 429, 502, 503, 504])

/** @returns undefined when no answer came that settles it */
async function attempt(write: Write): Promise<Outcome | undefined> {
  try {
    const input = { ...write.input, idempotencyKey: write.id }
    return { kind: 'done', body: await client().call(write.endpoint, input) }
  } catch (error) {
    if (error instanceof ApiError) return passing.has(error.status) ? undefined : { kind: 'refused', error }
    return undefined
  }
}

/** Each write has an entry of its own, so that two tabs do not overwrite each other's. */
const entryOf = (key: string, { at, id }: Write) => `${key} ${at} ${id}`

function keep(key: string, write: Write): void {
  try {
    localStorage.setItem(entryOf(key, write), JSON.stringify(write))
  } catch {
    // Without storage, or with it full, what waits lives as long as the page.
  }
}

function drop(key: string, write: Write): void {
  try {
    localStorage.removeItem(entryOf(key, write))
  } catch {
    // There was nothing to keep it in.
  }
}

/** What waited when a page was left, in the order in which it was asked for. */
function restored(key: string): readonly Write[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${key} `))
      .map((name) => JSON.parse(localStorage.getItem(name) ?? '') as Write)
      .sort((one, other) => one.at - other.at)
  } catch {
    return []
  }
}
