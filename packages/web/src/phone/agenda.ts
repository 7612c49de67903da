import type { Instant, Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { dayKey } from '../time/format.ts'

/** A row of the agenda: a new day, the present, or a task by its position. */
export type AgendaItem =
  | { readonly kind: 'day'; readonly at: Instant }
  | { readonly kind: 'now' }
  | { readonly kind: 'task'; readonly at: number }

/**
 * All tasks by the time at which they begin or began, with a row for each day and, in a run, one for the present:
 * before the first task that is still to begin.
 *
 * @param mask which positions are shown
 * @param zone in which days begin
 */
export function agendaOf(
  plan: Plan,
  { times }: Schedule,
  mask: Uint8Array,
  zone: string,
): readonly AgendaItem[] {
  const startOf = (at: number) => {
    const start = times.start[at] ?? Number.NaN
    return Number.isNaN(start) ? (plan.tasks[at]?.end_actual ?? times.end[at] ?? 0) : start
  }
  const shown: number[] = []
  for (let at = 0; at < plan.tasks.length; at += 1) if (mask[at] === 1) shown.push(at)
  const isOpen = (at: number) => {
    const stage = plan.tasks[at]?.stage
    return stage === 'not_startable' || stage === 'startable'
  }
  shown.sort(
    (one, other) =>
      Number(isOpen(one)) - Number(isOpen(other)) || startOf(one) - startOf(other) || one - other,
  )
  const items: AgendaItem[] = []
  let day = ''
  let isPast = plan.run !== null && plan.run.end_actual === null
  for (const at of shown) {
    const start = startOf(at)
    const key = dayKey(start, zone)
    if (isPast && isOpen(at)) {
      items.push({ kind: 'now' })
      isPast = false
    }
    if (key !== day) {
      items.push({ kind: 'day', at: start })
      day = key
    }
    items.push({ kind: 'task', at })
  }
  if (isPast) items.push({ kind: 'now' })
  return items
}
