import { ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { taskLook } from '../room/look.ts'
import { plannedDuration } from '../room/schedule.ts'
import { useRoomState } from '../room/use-room.tsx'
import { countdown, lengthPassed } from '../time/format.ts'
import { useMinutesSince, useSecond } from '../time/use-clock.ts'
import cardClasses from './card.module.css'
import { Card, Nothing } from './card.tsx'
import type { Figures } from './figures.ts'
import { Fitting } from './fitting.tsx'
import lineClasses from './lines.module.css'
import { TaskLine } from './task-line.tsx'
import { useIsOnWall } from './wall-context.ts'

const SHOWN = 8

/** What runs, how long it still takes or how far it is over, and what somebody could start. */
export function RunningCard({ figures }: { readonly figures: Figures }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const isOnWall = useIsOnWall()
  const { running, startable } = figures
  const floatOf = (at: number) => {
    const seconds = schedule.times.totalFloat[at] ?? 0
    return schedule.times.critical[at] !== 1 && seconds >= 60 ? dashboard.float(lengthPassed(seconds)) : ''
  }
  const detail = (at: number) => [ownersOf(plan, at), floatOf(at)].filter(Boolean).join(' · ')
  const [first] = startable
  return (
    <Card name="running" title={dashboard.running}>
      {running.length === 0 && <Nothing>{dashboard.nothingRuns}</Nothing>}
      <Fitting items={running} most={SHOWN} wallRow={47}>
        {(at) => (
          <TaskLine
            key={plan.tasks[at]?.id}
            at={at}
            detail={detail(at)}
            figure={
              plannedDuration(plan.tasks[at] as never, plan.taskTypes) === 0 ? undefined : <Left at={at} />
            }
          />
        )}
      </Fitting>
      <div className={lineClasses.foot}>
        {first === undefined && <Nothing>{dashboard.nothingStarts}</Nothing>}
        {isOnWall
          ? first !== undefined && (
              <TaskLine
                at={first}
                isSmall
                lead={startable.length > 1 ? dashboard.canStartCount(startable.length) : dashboard.canStart}
                figure={<span className={cardClasses.quiet}>{ownersOf(plan, first)}</span>}
              />
            )
          : startable.length > 0 && (
              <>
                <h3 className={cardClasses.subtitle}>{dashboard.canStart}</h3>
                <Fitting items={startable} most={SHOWN} wallRow={47}>
                  {(at) => (
                    <TaskLine
                      key={plan.tasks[at]?.id}
                      at={at}
                      detail={detail(at)}
                      figure={<Waits at={at} />}
                    />
                  )}
                </Fitting>
              </>
            )}
      </div>
    </Card>
  )
}

/** `1:55 left`, or `+4:17` when it runs over. */
export function Left({ at }: { readonly at: number }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const now = useSecond()
  const task = plan.tasks[at]
  if (!task) return null
  const { elapsed, over } = taskLook(plan, schedule, at, plan.run?.end_actual ?? now)
  const duration = plannedDuration(task, plan.taskTypes)
  if (over > 0) return <span className={cardClasses.late}>+{countdown(over)}</span>
  return (
    <>
      {countdown(duration - elapsed)} <span className={lineClasses.unit}>{dashboard.left}</span>
    </>
  )
}

/** For how long a task has waited to be started, loud when its start is late by it. */
function Waits({ at }: { readonly at: number }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const waited = useMinutesSince(plan.tasks[at]?.start_ready ?? null)
  if (waited < 60) return null
  const { ownStartLate } = taskLook(plan, schedule, at, schedule.asOf)
  return (
    <span className={ownStartLate ? cardClasses.late : cardClasses.quiet}>
      {dashboard.readyFor(lengthPassed(waited))}
    </span>
  )
}
