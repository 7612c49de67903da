import { useMemo } from 'react'
import { useRoomState } from '../room/use-room.tsx'
import { useMinute } from '../time/use-clock.ts'
import { type BurnUp, burnUpOf } from './burn-up.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Lateness, latenessOf } from './lateness.ts'

/** What the dashboard shows of the open runbook, counted once per schedule and minute. */
export function useFigures(): { figures: Figures; burnUp: BurnUp; lateness: Lateness } {
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const now = plan.run?.end_actual ?? Math.max(minute, schedule.asOf)
  const figures = useMemo(() => figuresOf(plan, schedule, now), [plan, schedule, now])
  const burnUp = useMemo(() => burnUpOf(plan, schedule), [plan, schedule])
  const lateness = useMemo(() => latenessOf(plan, schedule), [plan, schedule])
  return { figures, burnUp, lateness }
}
