import { Client } from 'pg'

/** Any number that nobody else locks. */
const LOCK = 20_261_130

/** Holds every commit of events at its very end: what is committed then is told to nobody before `release`. */
export class CommitsHeld {
  readonly #client: Client

  private constructor(client: Client) {
    this.#client = client
  }

  static async begin(connectionString: string): Promise<CommitsHeld> {
    const client = new Client(connectionString)
    await client.connect()
    await client.query(`
      create function hold_commit() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${LOCK}); return null; end $$;
      create constraint trigger hold_commit after insert on event deferrable initially deferred
      for each row execute function hold_commit();
      select pg_advisory_lock(${LOCK})`)
    return new CommitsHeld(client)
  }

  /** Resolves when so many wait to commit. */
  async waitFor(commits: number): Promise<void> {
    for (;;) if ((await this.#countWaiting()) === commits) return
  }

  /** Lets them commit, and resolves when all have. */
  async release(): Promise<void> {
    await this.#client.query(`select pg_advisory_unlock(${LOCK})`)
    while ((await this.#countWaiting()) > 0);
    // Waits for the transactions that wrote events.
    await this.#client.query('drop trigger hold_commit on event; drop function hold_commit()')
    await this.#client.end()
  }

  async #countWaiting(): Promise<number> {
    const { rows } = await this.#client.query<{ count: number }>(
      `select count(*)::integer as count from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`,
    )
    return rows[0]?.count ?? 0
  }
}
