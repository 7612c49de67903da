import { RunbookQueue } from '../runbooks/runbook-queue.ts'

/** The chain of the instance. */
const INSTANCE = 0

/**
 * Lets the actions on the instance happen one after the other, as those on one runbook do: they would else wait for its lock
 * with a connection each, and whoever changes a runbook for a connection.
 */
export class InstanceQueue {
  readonly #queue = new RunbookQueue()

  /**
   * Runs an action when those before it have ended.
   *
   * @param deadline milliseconds since the epoch, by this machine's clock, after which it is not begun any more
   * @throws {AppError} 503 `core_unavailable` when too many wait; 504 `core_timeout` when the deadline passed in the queue
   */
  run<T>(deadline: number, action: () => Promise<T>): Promise<T> {
    return this.#queue.run(INSTANCE, deadline, action)
  }
}
