import { theWords } from '../language/language.ts'
import { clockTime, shortDate } from '../time/format.ts'

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
  const minutes = Math.round((instant - start) / 60)
  const clock = `${Math.floor((minutes % 1440) / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return `+${minutes < 1440 ? clock : theWords().time.dayClock(Math.floor(minutes / 1440), clock)}`
}

/** The same with its day, to be read out. */
export function plannedTimeTitle(instant: number, clock: PlanClock): string | undefined {
  return clock.isScheduled
    ? `${shortDate(instant, clock.zone)}, ${clockTime(instant, clock.zone)}`
    : undefined
}
