const BYTES_WAITING_AT_MOST = 1024 * 1024

/**
 * One open stream: messages wait here until the connection takes them. A watcher with too much waiting is dropped; it
 * comes back and resumes.
 */
export class Watcher implements AsyncIterable<string> {
  readonly runbookId: number
  readonly tokenId: number
  readonly userId: number
  readonly permissionRevision: number
  /** The last sequence that was put in line. */
  seq: number
  readonly #waiting: string[] = []
  #bytes = 0
  #wake: (() => void) | undefined
  #isClosed = false
  readonly #onClose: (watcher: Watcher) => void

  constructor(
    about: { runbookId: number; tokenId: number; userId: number; permissionRevision: number; seq: number },
    onClose: (watcher: Watcher) => void,
  ) {
    this.runbookId = about.runbookId
    this.tokenId = about.tokenId
    this.userId = about.userId
    this.permissionRevision = about.permissionRevision
    this.seq = about.seq
    this.#onClose = onClose
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
