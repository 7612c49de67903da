import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { objectiveOf } from '../room/objective.ts'
import type { Instant } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { TimePair } from '../signs/time-pair.tsx'
import { dayKey, lengthOf, shortDate, shownMinute, timeWithDay } from '../time/format.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import { Fitting } from './fitting.tsx'
import lineClasses from './lines.module.css'
import { TaskLine } from './task-line.tsx'
import { useIsOnWall } from './wall-context.ts'

const SHOWN = 12

/** In a shorter run each time of day comes once. */
const LONG_S = 20 * 3_600

/** Positions of milestones and when they are reached, by the plan and now; and the objective. */
export function MilestonesCard() {
  const { clock, dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const isOnWall = useIsOnWall()
  const isLong = Math.max(schedule.end, schedule.times.runbookEnd) - schedule.start > LONG_S
  const zone = plan.runbook.timezone
  const milestones = useMemo(
    () =>
      plan.tasks
        .flatMap(({ task_type_id }, at) =>
          plan.taskTypes.get(task_type_id)?.key === 'milestone' &&
          !Number.isNaN(schedule.times.end[at] ?? Number.NaN)
            ? [at]
            : [],
        )
        .sort(
          (one, other) => (schedule.times.end[one] ?? 0) - (schedule.times.end[other] ?? 0) || one - other,
        ),
    [plan, schedule],
  )
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  // On a wall the last one that was reached stands before those to come.
  const open = milestones.filter((at) => plan.tasks[at]?.stage !== 'complete')
  const reached = milestones.filter((at) => plan.tasks[at]?.stage === 'complete')
  const shown = isOnWall ? [...reached.slice(-1), ...open] : milestones
  const minutes = objective ? shownMinute(objective.due) - shownMinute(objective.expected) : 0
  return (
    <Card name="milestones" title={dashboard.milestones}>
      {milestones.length === 0 && <Nothing>{dashboard.noMilestones}</Nothing>}
      <Fitting items={shown} most={SHOWN} wallRow={44}>
        {(at) => (
          <TaskLine
            key={plan.tasks[at]?.id}
            at={at}
            isSmall
            figure={
              <span className={lineClasses.milestoneTime}>
                {isLong && (
                  <Day at={schedule.times.end[at] ?? Number.NaN} than={schedule.start} zone={zone} />
                )}
                <TimePair
                  planned={schedule.plannedEnd[at] ?? Number.NaN}
                  expected={schedule.times.end[at] ?? Number.NaN}
                  isFact={plan.tasks[at]?.stage === 'complete'}
                  zone={zone}
                />
              </span>
            }
          />
        )}
      </Fitting>
      {objective && !isOnWall && (objective.isFact || plan.run?.end_actual == null) && (
        <div className={lineClasses.foot}>
          <h3 className={cardClasses.subtitle}>{dashboard.objective}</h3>
          <TaskLine
            at={objective.at}
            detail={dashboard.objectiveAt(timeWithDay(objective.due, zone, schedule.asOf))}
            figure={
              <span className={minutes < 0 ? cardClasses.late : undefined}>
                {minutes > 0
                  ? clock.toSpare(lengthOf(minutes * 60))
                  : minutes === 0
                    ? clock.justInTime
                    : clock.missedBy(lengthOf(-minutes * 60))}
              </span>
            }
          />
        </div>
      )}
    </Card>
  )
}

/** The day of a time, where it is not the one on which the run starts. */
function Day({ at, than, zone }: { readonly at: Instant; readonly than: Instant; readonly zone: string }) {
  if (Number.isNaN(at) || dayKey(at, zone) === dayKey(than, zone)) return null
  return <span className={cardClasses.quiet}>{shortDate(at, zone)}</span>
}
