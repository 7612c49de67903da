import pg from 'pg'
import { connectionOptions } from './connection.ts'

export interface Statement {
  /** Names the prepared statement. */
  readonly name: string
  readonly text: string
}

/**
 * Connections on which statements follow each other without waiting for answers: many small reads share one round trip.
 *
 * Autocommit reads only; a lost connection fails what was under way and is opened anew by the next read.
 */
export class PipelinedReads {
  readonly #connectionString: string
  readonly #clients: (Promise<pg.Client> | undefined)[]
  #next = 0
  #closed = false

  constructor(connectionString: string, connections: number) {
    this.#connectionString = connectionString
    this.#clients = Array.from({ length: connections })
  }

  /** Runs a prepared statement. */
  async query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]> {
    const at = (this.#next = (this.#next + 1) % this.#clients.length)
    const client = await (this.#clients[at] ??= this.#open(at))
    const { rows } = await client.query<Row>({ name: statement.name, text: statement.text, values })
    return rows
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#clients.map(async (client) => (await client?.catch(() => undefined))?.end()))
  }

  async #open(at: number): Promise<pg.Client> {
    const client = new pg.Client({
      ...connectionOptions(this.#connectionString, 'read'),
      pipeline: true,
    })
    const forget = () => {
      if (!this.#closed) this.#clients[at] = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
      return client
    } catch (error) {
      forget()
      throw error
    }
  }
}
