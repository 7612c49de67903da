import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { objectiveOf } from '../room/objective.ts'
import type { RoomState } from '../room/room-state.ts'
import { lengthOf, shownMinute, timeWithDay } from '../time/format.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'
import { milestonesOf } from './milestones.ts'

/** Whether the objective is met; without one, the milestones to come. */
export function ObjectiveBlock({ state }: { state: RoomState }) {
  const { clock } = useWords()
  const { plan, schedule } = state
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  const zone = plan.runbook.timezone
  if (!objective) return <MilestonesBlock state={state} />
  const minutes = shownMinute(objective.due) - shownMinute(objective.expected)
  const said =
    minutes > 0
      ? clock.toSpare(lengthOf(minutes * 60))
      : minutes === 0
        ? clock.justInTime
        : clock.missedBy(lengthOf(-minutes * 60))
  return (
    <Block
      label={
        <span className={classes.objectiveLabel}>
          <span className={classes.causeName}>{plan.tasks[objective.at]?.name}</span>
          <span>, {clock.objective(timeWithDay(objective.due, zone, objective.expected))}</span>
        </span>
      }
    >
      <div className={classes.figureRow}>
        <span className={classes.figure}>{timeWithDay(objective.expected, zone, objective.due)}</span>
        <span className={minutes < 0 ? `${classes.pill} ${classes.pillLate}` : classes.aside}>{said}</span>
      </div>
      <div className={classes.below}>{objective.isFact ? clock.wasDone : clock.expectedThen}</div>
    </Block>
  )
}

const MILESTONES_SHOWN = 2

function MilestonesBlock({ state }: { state: RoomState }) {
  const { clock } = useWords()
  const { plan, schedule } = state
  const milestones = useMemo(() => milestonesOf(plan, schedule), [plan, schedule])
  const coming = milestones.filter(({ isDone }) => !isDone)
  if (milestones.length === 0 || (plan.run?.end_actual != null && coming.length === 0)) return null
  const zone = plan.runbook.timezone
  return (
    <Block label={clock.milestones} isOptional>
      {coming.length === 0 && <div className={classes.below}>{clock.noMilestones}</div>}
      {coming.slice(0, MILESTONES_SHOWN).map(({ id, name, at }) => (
        <div key={id} className={classes.milestone}>
          <span className={classes.diamond} aria-hidden="true" />
          <span className={classes.causeName}>{name}</span>
          <span className={classes.milestoneTime}>{timeWithDay(at, zone, schedule.asOf)}</span>
        </div>
      ))}
    </Block>
  )
}
