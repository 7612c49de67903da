import pg from 'pg'
import { connectionOptions } from '../db/connection.ts'

const CHANNEL = 'runsheet_live'
const BATCH_MS = 5
const RECONNECT_MS = 500
/** Below the 8 000 bytes that a notification may have. */
const PAIRS_AT_MOST = 300
/** No runbook: the chain of the instance, where what people may do is changed. */
const PEOPLE = 0

/**
 * Tells other processes which runbooks have moved and that people may do less, and hears it from them. A hint only: whoever misses it finds out by
 * the sequences. Hints are gathered for a few milliseconds, because notifications inside or at the rate of the actions
 * would make all commits wait for each other.
 */
export class Notifier {
  readonly #connectionString: string
  readonly #self: string
  readonly #onHint: (runbookId: number, seq: number) => void
  readonly #onRecheck: () => void
  readonly #onReconnect: () => void
  readonly #pending = new Map<number, number>()
  #sender: Promise<pg.Client> | undefined
  #listener: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(
    connectionString: string,
    self: string,
    onHint: (runbookId: number, seq: number) => void,
    onRecheck: () => void,
    onReconnect: () => void,
  ) {
    this.#connectionString = connectionString
    this.#self = self
    this.#onHint = onHint
    this.#onRecheck = onRecheck
    this.#onReconnect = onReconnect
    void this.#listen()
  }

  /** Puts a hint in the next batch. */
  send(runbookId: number, seq: number): void {
    this.#pending.set(runbookId, seq)
    this.#timer ??= setTimeout(() => void this.#flush(), BATCH_MS)
  }

  /** Puts in the next batch that somebody may watch no more. */
  sendRecheck(): void {
    this.send(PEOPLE, 1)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#retry)
    const sender = await this.#sender?.catch(() => undefined)
    await Promise.allSettled([sender?.end() ?? Promise.resolve(), this.#listener?.end() ?? Promise.resolve()])
  }

  /** Sends what is pending, one batch at a time: the connection takes one statement at once. */
  async #flush(): Promise<void> {
    try {
      while (this.#pending.size > 0 && !this.#isClosed) {
        const pairs = [...this.#pending].slice(0, PAIRS_AT_MOST)
        for (const [runbookId] of pairs) this.#pending.delete(runbookId)
        this.#sender ??= this.#connect('notify')
        const client = await this.#sender
        const told = `${this.#self} ${pairs.map((pair) => pair.join(':')).join(',')}`
        await client.query('select pg_notify($1, $2)', [CHANNEL, told])
      }
    } catch {
      this.#sender = undefined
    } finally {
      this.#timer = undefined
    }
  }

  async #connect(name: string): Promise<pg.Client> {
    const client = new pg.Client(connectionOptions(this.#connectionString, name))
    client.on('error', () => {
      if (name === 'notify') this.#sender = undefined
    })
    await client.connect()
    return client
  }

  async #listen(): Promise<void> {
    if (this.#isClosed) return
    try {
      const client = await this.#connect('listen')
      this.#listener = client
      client.on('notification', ({ payload }) => this.#heard(payload ?? ''))
      client.on('end', () => this.#listenAgain())
      await client.query(`listen ${CHANNEL}`)
      this.#onReconnect()
      if (this.#isClosed) await client.end()
    } catch {
      this.#listenAgain()
    }
  }

  #listenAgain(): void {
    if (this.#isClosed) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#listen(), RECONNECT_MS)
    this.#retry.unref()
  }

  #heard(payload: string): void {
    const [from, pairs = ''] = payload.split(' ')
    if (from === this.#self) return
    for (const pair of pairs.split(',')) {
      const [runbookId, seq] = pair.split(':').map(Number)
      if (runbookId === PEOPLE) this.#onRecheck()
      else if (runbookId && seq) this.#onHint(runbookId, seq)
    }
  }
}
