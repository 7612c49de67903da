import type { Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { type Filters, hasFilters, passing } from '../runbook/filters.ts'
import { type Rows, rowsOf } from './rows.ts'

/** What the rows were made of the last time; they are made again only when one of these changes. */
type Made = readonly unknown[]

/**
 * Rows that stay the same object for as long as nothing changes them. The clock does not, unless a filter follows it:
 * a run publishes a new schedule each second, and thousands of rows need no sorting then.
 *
 * @param me id of the person who looks
 */
export function keepRows() {
  let before: Made = []
  let rows: Rows | undefined
  return (
    plan: Plan,
    schedule: Schedule,
    filters: Filters,
    me: number,
    folded: ReadonlySet<number>,
  ): Rows => {
    const made: Made = [
      plan.tasks,
      plan.streams,
      plan.run ? undefined : schedule.plannedStart,
      hasFilters(filters) ? schedule : undefined,
      JSON.stringify(filters),
      me,
      folded,
    ]
    if (!rows || made.some((part, at) => part !== before[at])) {
      before = made
      rows = rowsOf(plan, schedule.plannedStart, passing(plan, schedule, filters, me), folded)
    }
    return rows
  }
}
