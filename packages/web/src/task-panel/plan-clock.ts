import type { Instant, Plan } from '../room/plan.ts'
import type { Schedule } from '../room/schedule.ts'
import { clockTime, minutesAfterStart, shortDate } from '../time/format.ts'

/** How instants of a plan are told. */
export interface PlanClock {
  /** `02:23`; `+0:30` after the start of the run, while nobody has said when that is. */
  readonly time: (instant: Instant) => string
  /** `Sat 28 Nov, `; empty where there is no day yet. */
  readonly day: (instant: Instant) => string
}

/** The clock of a plan: that of its zone, or the time since its start while it is neither running nor scheduled. */
export function planClock({ runbook, run }: Plan, { start }: Pick<Schedule, 'start'>): PlanClock {
  const zone = runbook.timezone
  if (run !== null || runbook.start_scheduled !== null)
    return { time: (instant) => clockTime(instant, zone), day: (instant) => `${shortDate(instant, zone)}, ` }
  return {
    time: (instant) => minutesAfterStart(instant - start),
    day: () => '',
  }
}
