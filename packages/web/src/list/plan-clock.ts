import { clockTime, minutesAfterStart, shortDate } from '../time/format.ts'

/** What planned times are told from: the scheduled start in a zone or, without one, the start itself. */
export interface PlanClock {
  /** Seconds since the epoch. */
  readonly start: number
  readonly zone: string
  readonly isScheduled: boolean
}

/** A planned time: `02:23` where the start is scheduled, else how long after the start: `+2:23`. */
export function plannedTime(instant: number, { start, zone, isScheduled }: PlanClock): string {
  if (isScheduled) return clockTime(instant, zone)
  return minutesAfterStart(instant - start)
}

/** The same with its day, to be read out. */
export function plannedTimeTitle(instant: number, clock: PlanClock): string | undefined {
  return clock.isScheduled
    ? `${shortDate(instant, clock.zone)}, ${clockTime(instant, clock.zone)}`
    : undefined
}
