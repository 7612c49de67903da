import { useWords } from '../language/language.ts'
import { minutesLate } from '../room/cause.ts'
import type { RoomState } from '../room/room-state.ts'
import { useMe } from '../server/use-me.ts'
import { clockTime, dayKey, lengthOf, ownZone, shortDate, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { Block, LatePill } from './block.tsx'
import classes from './clock-band.module.css'

/** When the run ends, or ended; how far that is from the plan; and the same for the zone of whoever looks. */
export function EndBlock({ state }: { state: RoomState }) {
  const { clock } = useWords()
  const me = useMe()
  const minute = useMinute()
  const { plan, schedule } = state
  const { runbook, run } = plan
  const zone = runbook.timezone
  const end = run?.end_actual ?? schedule.times.runbookEnd
  const isOver = run?.end_actual != null
  const own = me.timezone ?? ownZone
  const isElsewhere = clockTime(end, own) !== clockTime(end, zone)
  const label = !isOver ? clock.forecastEnd : runbook.stage === 'canceled' ? clock.canceled : clock.ended
  const length = end - (run?.start_actual ?? schedule.start)
  const below = [
    dayKey(end, zone) === dayKey(minute, zone) ? '' : shortDate(end, zone),
    clock.planned(timeWithDay(schedule.end, zone, end)),
  ]
  const further = isElsewhere
    ? clock.forYou(timeWithDay(end, own, minute))
    : isOver || length <= 0
      ? ''
      : clock.inAll(lengthOf(length))
  return (
    <Block label={label}>
      <div className={classes.figureRow}>
        <span className={classes.figure}>{clockTime(end, zone)}</span>
        {runbook.stage !== 'canceled' && <LatePill minutes={minutesLate(schedule)} />}
      </div>
      <div className={classes.below}>
        {below.filter(Boolean).join(' · ')}
        {further && <span className={isElsewhere ? undefined : classes.roomy}>{` · ${further}`}</span>}
      </div>
    </Block>
  )
}
