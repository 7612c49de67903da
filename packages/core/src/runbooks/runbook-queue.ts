import { AppError, refuse } from '@runsheet/contract'

const WAITING_AT_MOST = 2_000

/**
 * Lets the actions on one runbook happen one after the other, before any of them takes a connection: writers of one
 * runbook then never hold the connections that everybody else needs.
 */
export class RunbookQueue {
  readonly #tails = new Map<number, { last: Promise<unknown>; waiting: number }>()

  /**
   * Runs an action when those before it have ended.
   *
   * @param deadline milliseconds since the epoch, by this machine's clock, after which it is not begun any more
   * @throws {AppError} 503 `core_unavailable` when too many wait; 504 `core_timeout` when the deadline passed in the queue
   */
  async run<T>(id: number, deadline: number, action: () => Promise<T>): Promise<T> {
    const queue = this.#tails.get(id) ?? { last: Promise.resolve(), waiting: 0 }
    if (queue.waiting >= WAITING_AT_MOST)
      throw new AppError(refuse('core_unavailable').problems, { headers: { 'retry-after': '1' } })
    this.#tails.set(id, queue)
    queue.waiting += 1
    const turn = queue.last.then(() => {
      if (Date.now() > deadline) throw refuse('core_timeout')
      return action()
    })
    queue.last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      queue.waiting -= 1
      if (queue.waiting === 0) this.#tails.delete(id)
    }
  }
}
