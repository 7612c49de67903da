import { findMatches } from '../fields/find-matches.ts'
import type { Plan, Task } from '../room/plan.ts'
import { following, preceding } from '../room/reach.ts'
import { mayWithTask } from '../room/rights.ts'
import type { Schedule } from '../room/schedule.ts'

/** Which way a task is linked: it waits for the other one, or the other one waits for it. */
export type Direction = 'before' | 'after'

/** A task that could be linked, or why it could not. */
export interface Candidate {
  readonly task: Task
  /** Ids that would wait for each other, the first one again at the end; undefined when it can be linked. */
  readonly circle: readonly number[] | undefined
}

/**
 * The tasks that a text names, best first, for being linked: all but the task itself, those that are
 * linked already, and those that would follow and may not be changed by who looks.
 *
 * @param text words of the title, or `#17`, or a number
 * @param most how many are wanted
 */
export function linkCandidates(
  plan: Plan,
  schedule: Pick<Schedule, 'network'>,
  at: number,
  direction: Direction,
  text: string,
  most: number,
): readonly Candidate[] {
  const own = plan.tasks[at]
  if (!own) return []
  const linked = new Set(
    direction === 'before'
      ? own.predecessors
      : plan.tasks.filter(({ predecessors }) => predecessors.includes(own.id)).map(({ id }) => id),
  )
  const free = plan.tasks.filter(
    (task) =>
      task.id !== own.id &&
      !linked.has(task.id) &&
      (direction === 'before' || mayWithTask(plan, 'task.update', task)),
  )
  const number = /^#?(\d+)$/.exec(text.trim())?.[1]
  const found =
    number === undefined
      ? findMatches(free, text, ({ name }) => name, most)
      : free
          .filter(({ id }) => String(id).startsWith(number))
          .sort((a, b) => String(a.id).length - String(b.id).length || a.id - b.id)
          .slice(0, most)
  const forbidden = new Set(direction === 'before' ? following(schedule, at) : preceding(schedule, at))
  return found.map((task) => {
    const position = plan.positions.get(task.id) ?? -1
    if (!forbidden.has(position)) return { task, circle: undefined }
    const [first, last] = direction === 'before' ? [at, position] : [position, at]
    return { task, circle: circleThrough(plan, schedule, first, last) }
  })
}

/** The shortest way from a task to one that waits for it, closed to a circle by the new link. */
function circleThrough(
  plan: Plan,
  { network }: Pick<Schedule, 'network'>,
  first: number,
  last: number,
): readonly number[] {
  const cameFrom = new Map<number, number>([[first, -1]])
  const queue = [first]
  for (let next = 0; next < queue.length && !cameFrom.has(last); next += 1) {
    const at = queue[next] ?? 0
    const { successorOffsets, successors } = network
    for (const other of successors.subarray(successorOffsets[at] ?? 0, successorOffsets[at + 1] ?? 0)) {
      if (cameFrom.has(other)) continue
      cameFrom.set(other, at)
      queue.push(other)
    }
  }
  const way: number[] = []
  for (let at = last; at >= 0; at = cameFrom.get(at) ?? -1) way.unshift(plan.tasks[at]?.id ?? 0)
  return [...way, way[0] ?? 0]
}
