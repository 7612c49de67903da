import type { HeldCredential } from '../people/held-credential.ts'

const BYTES_WAITING_AT_MOST = 1024 * 1024

/** Who watches what, and from where on. */
export interface Watching {
  readonly runbookId: number
  readonly credential: HeldCredential
  readonly userId: number
  readonly permissionRevision: number
  /** Where the runbook lay when it was seen that they may watch it: see `placeText`. */
  readonly place: string
  /** By which the client names the stream: a UUID in lower case. */
  readonly connection: string
  readonly seq: number
}

/**
 * One open stream: messages wait here until the connection takes them. A watcher with too much waiting is dropped; it
 * comes back and resumes.
 */
export class Watcher implements AsyncIterable<string> {
  readonly runbookId: number
  readonly credential: HeldCredential
  readonly userId: number
  readonly permissionRevision: number
  readonly place: string
  readonly connection: string
  /** The last sequence that was put in line. */
  seq: number
  readonly #waiting: string[] = []
  #bytes = 0
  #wake: (() => void) | undefined
  #isClosed = false
  readonly #onClose: (watcher: Watcher) => void

  constructor(about: Watching, onClose: (watcher: Watcher) => void) {
    this.runbookId = about.runbookId
    this.credential = about.credential
    this.userId = about.userId
    this.permissionRevision = about.permissionRevision
    this.place = about.place
    this.connection = about.connection
    this.seq = about.seq
    this.#onClose = onClose
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Puts a message in line. */
  send(message: string): void {
    if (this.#isClosed) return
    this.#bytes += message.length
    if (this.#bytes > BYTES_WAITING_AT_MOST) {
      this.close()
      return
    }
    this.#waiting.push(message)
    this.#wake?.()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#onClose(this)
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    try {
      for (;;) {
        if (this.#waiting.length > 0) {
          const text = this.#waiting.length === 1 ? (this.#waiting[0] as string) : this.#waiting.join('')
          this.#waiting.length = 0
          this.#bytes = 0
          yield text
        } else if (this.#isClosed) {
          return
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
          this.#wake = undefined
        }
      }
    } finally {
      this.close()
    }
  }
}
