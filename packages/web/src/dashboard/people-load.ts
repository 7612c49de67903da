import type { Instant, Party, Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'

/** How much is planned for a person or team. */
export interface Load {
  readonly party: Party
  readonly tasks: number
  /** Planned seconds of its tasks, those at the same time counted each. */
  readonly seconds: number
  /** The most tasks that are planned for it at one instant. */
  readonly atOnce: number
  /** Its tasks as spans, ascending by start, those that touch joined. */
  readonly busy: readonly (readonly [Instant, Instant])[]
}

/** What is planned for whom, those with the most to do first. Tasks without a length count, and fill no time. */
export function loadsOf({ tasks }: Plan, { plannedStart, plannedEnd }: Schedule): readonly Load[] {
  const spans = new Map<string, { party: Party; tasks: number; spans: [number, number][] }>()
  for (const [at, task] of tasks.entries()) {
    for (const party of task.assignees) {
      const key = `${party.type}-${party.id}`
      const found = spans.get(key) ?? { party, tasks: 0, spans: [] }
      spans.set(key, found)
      found.tasks += 1
      const start = plannedStart[at] ?? Number.NaN
      const end = plannedEnd[at] ?? Number.NaN
      if (end > start) found.spans.push([start, end])
    }
  }
  return [...spans.values()]
    .map(({ party, tasks: count, spans: own }) => {
      const sorted = own.sort((one, other) => one[0] - other[0])
      return {
        party,
        tasks: count,
        seconds: sorted.reduce((sum, [from, until]) => sum + until - from, 0),
        atOnce: mostAtOnce(sorted),
        busy: joined(sorted),
      }
    })
    .sort((one, other) => other.seconds - one.seconds || other.tasks - one.tasks)
}

function joined(sorted: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [from, until] of sorted) {
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else found.push([from, until])
  }
  return found
}

/** A task that begins when another ends is not beside it. */
function mostAtOnce(sorted: readonly (readonly [number, number])[]): number {
  const ends = sorted.map(([, until]) => until).sort((one, other) => one - other)
  let ended = 0
  let most = 0
  for (const [at, [from]] of sorted.entries()) {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= from) ended += 1
    most = Math.max(most, at + 1 - ended)
  }
  return most
}
