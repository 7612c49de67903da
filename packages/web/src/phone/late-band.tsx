import { useStory } from '../clock-band/why-block.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { minutesLate } from '../room/cause.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { Triangle } from '../signs/time-pair.tsx'
import { lengthOf } from '../time/format.ts'
import { causeOf } from './cause-of.ts'
import classes from './phone-band.module.css'

/** How late or early the run is, and why: leads to the task that is the cause. */
export function LateBand({ state: { plan, schedule } }: { state: RoomState }) {
  const words = useWords()
  const { clock, phone } = words
  const story = useStory({ plan, schedule })
  const { openTask } = useRunbookAddress()
  if (plan.runbook.stage === 'canceled') return null
  const minutes = minutesLate(schedule)
  const { text, taskId, others } = causeOf(story, plan, words)
  const amount = lengthOf(Math.abs(minutes) * 60)
  const tone = minutes > 0 ? classes.late : minutes < 0 ? classes.early : ''
  const inner = (
    <>
      <span className={classes.strong}>
        {minutes !== 0 && <Triangle up={minutes > 0} size={9} />}
        {minutes > 0 ? clock.late(amount) : minutes < 0 ? clock.early(amount) : clock.onTime}
      </span>
      <span className={classes.why}>{text}</span>
      {others > 0 && <span className={classes.others}>{phone.andMore(others)}</span>}
    </>
  )
  if (taskId === undefined) return <div className={`${classes.cause} ${tone}`}>{inner}</div>
  return (
    <button
      type="button"
      className={`${classes.cause} ${tone}`}
      data-cause={taskId}
      onClick={() => openTask(taskId)}
    >
      {inner}
      <Icon name="chevronRight" size={14} />
    </button>
  )
}
