import type { Instant, Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'

/** Instants at which tasks end, ascending: after the n-th of them n tasks are done. */
export interface BurnUp {
  readonly planned: Float64Array
  /** Of tasks that have ended. */
  readonly actual: Float64Array
  /** Of tasks that have not, as forecast. */
  readonly forecast: Float64Array
  readonly from: Instant
  readonly until: Instant
  readonly total: number
}

/** The three series of a run; while planning only the planned one. */
export function burnUpOf({ tasks, run }: Plan, { times, plannedEnd, start }: Schedule): BurnUp {
  const planned: number[] = []
  const actual: number[] = []
  const forecast: number[] = []
  for (const [at, task] of tasks.entries()) {
    const plan = plannedEnd[at] ?? Number.NaN
    if (!Number.isNaN(plan)) planned.push(plan)
    if (run === null) continue
    if (task.stage === 'complete') actual.push(task.end_actual ?? times.end[at] ?? run.start_actual)
    else if (!Number.isNaN(times.end[at] ?? Number.NaN)) forecast.push(times.end[at] ?? 0)
  }
  const series = [planned, actual, forecast].map((ends) => Float64Array.from(ends).sort())
  const [plannedEnds = new Float64Array(), actualEnds = plannedEnds, forecastEnds = plannedEnds] = series
  const lasts = series.map((ends) => ends.at(-1) ?? start)
  const from = Math.min(start, run?.start_actual ?? start)
  return {
    planned: plannedEnds,
    actual: actualEnds,
    forecast: forecastEnds,
    from,
    until: Math.max(from + 60, ...lasts),
    total: tasks.length,
  }
}

/** How many of ascending instants are not after one. */
export function countUntil(ends: Float64Array, instant: Instant): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= instant) low = middle + 1
    else high = middle
  }
  return low
}

/** Where instants and counts lie in a picture. */
export interface Place {
  readonly x: (instant: Instant) => number
  readonly y: (count: number) => number
}

/**
 * A series as a path of steps. Steps that would be nearer than half a pixel become one, so that a plan of any size has
 * a path as long as the picture is wide.
 *
 * @param begin where the series begins
 * @param until where its last step is drawn to; the last end when left out
 */
export function stepPath(
  ends: Float64Array,
  { x, y }: Place,
  begin: { readonly at: Instant; readonly count: number },
  until: Instant = ends.at(-1) ?? begin.at,
): string {
  const round = (value: number) => Math.round(value * 10) / 10
  const parts = [`M${round(x(begin.at))} ${round(y(begin.count))}`]
  let shown = x(begin.at)
  for (let at = 0; at < ends.length; at += 1) {
    const here = Math.max(shown, x(ends[at] ?? 0))
    const isLast = at === ends.length - 1
    if (!isLast && x(ends[at + 1] ?? 0) - here < 0.5) continue
    parts.push(`H${round(here)}V${round(y(begin.count + at + 1))}`)
    shown = here
  }
  if (x(until) > shown) parts.push(`H${round(x(until))}`)
  return parts.join('')
}
