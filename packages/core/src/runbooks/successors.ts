import type { Task } from './snapshot.ts'

/** Which tasks wait for which, kept up with the changes of a draft: asking costs nothing that grows with the plan. */
export class Successors {
  readonly #of = new Map<number, Set<number>>()

  constructor(tasks: Iterable<Task>) {
    for (const task of tasks) this.change(task.id, [], task.predecessors)
  }

  /** Numbers of the tasks that wait for a task, ascending. */
  of(id: number): number[] {
    return [...(this.#of.get(id) ?? [])].sort((a, b) => a - b)
  }

  /** A task waits for others than before. */
  change(id: number, before: readonly number[], after: readonly number[]): void {
    for (const predecessor of before) this.#of.get(predecessor)?.delete(id)
    for (const predecessor of after) {
      const waiting = this.#of.get(predecessor)
      if (waiting) waiting.add(id)
      else this.#of.set(predecessor, new Set([id]))
    }
  }
}
