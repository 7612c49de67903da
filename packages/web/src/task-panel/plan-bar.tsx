import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { clockTime, lengthOf, shownMinute } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './plan-bar.module.css'
import { taskFacts } from './task-facts.ts'

/** Plan and reality of a task on one axis: what it took, what it takes too long, and beneath it what was planned. */
export function PlanBar({ taskId }: { taskId: number }) {
  const { plan, schedule } = useRoomState()
  const second = useSecond()
  const { panel } = useWords().task
  const facts = taskFacts(plan, schedule, taskId, second)
  const zone = plan.runbook.timezone
  if (!facts || !plan.run || facts.duration === 0) return null
  const { task, look, duration, plannedStart, plannedEnd } = facts
  if (look.look === 'skipped' || look.look === 'abandoned') return null
  const isRunning = look.look === 'progress'
  const hasRun = task.start_actual !== null && (isRunning || look.look === 'complete')
  const start = hasRun ? (task.start_actual ?? facts.start) : facts.start
  const end = isRunning ? Math.max(second, start + duration) : facts.end
  // What has begun is held against the length that was planned; what has not, against its place in the plan.
  const railStart = hasRun ? start : plannedStart
  const railEnd = hasRun ? start + duration : plannedEnd
  const from = Math.min(railStart, start)
  const until = Math.max(railEnd, end, from + 60)
  const share = (instant: number) => `${(100 * (instant - from)) / (until - from)}%`
  const wide = (a: number, b: number) => `${(100 * Math.max(0, b - a)) / (until - from)}%`
  const worked = Math.min(isRunning ? Math.min(second, end) : end, start + duration)
  const reached = isRunning ? second : end
  const over = reached - (start + duration)
  const taken = isRunning ? look.elapsed : end - start
  const isOver = hasRun && over > 0
  const figure = hasRun ? panel.takenOf(Math.floor(taken / 60), lengthOf(duration)) : undefined
  return (
    <div className={classes.bar} role="img" aria-label={panel.bar(lengthOf(taken), lengthOf(duration))}>
      <div className={classes.track} data-look={look.look}>
        {hasRun ? (
          <>
            {isRunning && over < 0 && (
              <span className={classes.rest} style={{ left: share(start), width: wide(start, end) }} />
            )}
            <span
              className={isRunning ? classes.running : classes.done}
              style={{ left: share(start), width: wide(start, worked) }}
            />
            {isOver && (
              <span
                className={classes.over}
                style={{ left: share(start + duration), width: wide(start + duration, reached) }}
              />
            )}
          </>
        ) : (
          <span
            className={look.look === 'startable' ? classes.ready : classes.forecast}
            style={{ left: share(start), width: wide(start, end) }}
          />
        )}
        <span className={classes.rail} style={{ left: share(railStart), width: wide(railStart, railEnd) }} />
      </div>
      <div
        className={classes.marks}
        style={{ gridTemplateColumns: `minmax(max-content, ${share(railEnd)}) minmax(max-content, 1fr)` }}
      >
        <span className={classes.ends}>
          <span>
            {hasRun
              ? panel.started(clockTime(start, zone))
              : panel.plannedStart(clockTime(plannedStart, zone))}
          </span>
          <span>
            {shownMinute(railEnd) === shownMinute(plannedEnd)
              ? panel.plannedEnd(clockTime(plannedEnd, zone))
              : panel.untilPlanned(clockTime(railEnd, zone), clockTime(plannedEnd, zone))}
          </span>
        </span>
        <span className={isOver ? classes.late : classes.figure}>
          {figure ??
            (shownMinute(end) === shownMinute(plannedEnd) ? '' : panel.expectedEnd(clockTime(end, zone)))}
        </span>
      </div>
    </div>
  )
}
