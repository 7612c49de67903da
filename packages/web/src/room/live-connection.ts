import type { LiveEvent } from '@runsheet/client'
import { client } from '../server/client.ts'

export type ConnectionState = 'connecting' | 'open' | 'broken'

/** What the tab that holds the connection tells the others. */
type Told =
  | { readonly kind: 'message'; readonly message: LiveEvent }
  | { readonly kind: 'state'; readonly state: ConnectionState; readonly connection: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'hello' }

export interface LiveListener {
  message(message: LiveEvent): void
  state(state: ConnectionState): void
  /** The server refuses to go on: the session, the permission or the runbook is gone. */
  gone(reason: unknown): void
}

/**
 * The live stream of one runbook, shared by all tabs of this browser: one of them holds the connection (a web lock
 * decides which, and another follows when it closes), the others hear of it over a broadcast channel.
 *
 * A tab that joins hears nothing of before; it reads the documents after its first message.
 */
export class LiveConnection {
  readonly #ownId = crypto.randomUUID()
  #heldId: string = this.#ownId
  readonly #runbookId: string
  readonly #listener: LiveListener
  readonly #channel: BroadcastChannel
  readonly #closing = new AbortController()
  #attempt = new AbortController()
  #lastEventId: string | undefined
  #state: ConnectionState = 'connecting'
  #holds = false

  constructor(runbookId: string, listener: LiveListener) {
    this.#runbookId = runbookId
    this.#listener = listener
    this.#channel = new BroadcastChannel(`runsheet-live-${runbookId}`)
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data)
    const { signal } = this.#closing
    for (const event of ['online', 'pageshow'] as const)
      window.addEventListener(event, () => this.#again(), { signal })
    window.addEventListener('offline', () => this.#holds && this.#setState('broken'), { signal })
    document.addEventListener('visibilitychange', () => this.#wake(), { signal })
    void this.#hold()
    this.#channel.postMessage({ kind: 'hello' } satisfies Told)
  }

  /** Names the connection of this browser to the server, whichever tab holds it: for presence. */
  get id(): string {
    return this.#heldId
  }

  /** @param seq what this tab has seen, so that the stream goes on after it when it becomes the holder */
  seen(seq: number): void {
    this.#lastEventId = String(seq)
  }

  close(): void {
    this.#closing.abort()
    this.#attempt.abort()
    this.#channel.close()
  }

  async #hold(): Promise<void> {
    const name = `runsheet-live-${this.#runbookId}`
    const { signal } = this.#closing
    const held = navigator.locks.request(name, { signal }, async () => {
      this.#holds = true
      while (!signal.aborted) await this.#watch()
    })
    // Closing while waiting for the lock ends the wait by an error, which means nothing here.
    await held.catch(() => undefined)
  }

  async #watch(): Promise<void> {
    this.#attempt = new AbortController()
    const signal = AbortSignal.any([this.#closing.signal, this.#attempt.signal])
    try {
      const options = {
        signal,
        connection: this.#ownId,
        ...(this.#lastEventId === undefined ? {} : { lastEventId: this.#lastEventId }),
        onConnection: (isOpen: boolean) => this.#setState(isOpen ? 'open' : 'broken'),
      }
      for await (const message of client().watch(this.#runbookId, options)) {
        if (message.id !== undefined) this.#lastEventId = message.id
        this.#tell({ kind: 'message', message })
        this.#listener.message(message)
      }
    } catch (error) {
      if (signal.aborted) return
      this.#tell({ kind: 'gone', reason: String(error) })
      this.#listener.gone(error)
      this.#closing.abort()
    }
  }

  /** A line that was lost is tried at once when the machine says that there is one again. */
  #again(): void {
    if (this.#holds && this.#state !== 'open') this.#attempt.abort()
  }

  /** After sleep the connection may be dead without knowing it: it is made anew and goes on where it stood. */
  #wake(): void {
    const isVisible = document.visibilityState === 'visible'
    if (isVisible && this.#hiddenAt !== undefined && Date.now() - this.#hiddenAt > 30_000 && this.#holds)
      this.#attempt.abort()
    this.#hiddenAt = isVisible ? undefined : Date.now()
  }
  #hiddenAt: number | undefined

  #hear(told: Told): void {
    if (told.kind === 'hello') {
      if (this.#holds) this.#tell({ kind: 'state', state: this.#state, connection: this.#ownId })
      return
    }
    if (this.#holds) return
    if (told.kind === 'message') {
      if (told.message.id !== undefined) this.#lastEventId = told.message.id
      this.#listener.message(told.message)
    } else if (told.kind === 'state') {
      this.#heldId = told.connection
      this.#listener.state(told.state)
    } else this.#listener.gone(new Error(told.reason))
  }

  #setState(state: ConnectionState): void {
    if (this.#state === state) return
    this.#state = state
    if (state === 'open') this.#heldId = this.#ownId
    this.#tell({ kind: 'state', state, connection: this.#ownId })
    this.#listener.state(state)
  }

  #tell(told: Told): void {
    if (!this.#closing.signal.aborted) this.#channel.postMessage(told)
  }
}
