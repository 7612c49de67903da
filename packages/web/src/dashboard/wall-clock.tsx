import { useMemo } from 'react'
import { Loud } from '../clock-band/loud.tsx'
import { milestonesOf } from '../clock-band/milestones.ts'
import { RunLine } from '../clock-band/run-line.tsx'
import { PausedFor, Stopwatch } from '../clock-band/stopwatch.tsx'
import { useStory } from '../clock-band/why-block.tsx'
import { amountOf, delaySentence, ownersOf } from '../clock-band/why-words.ts'
import { useWords } from '../language/language.ts'
import { minutesLate, type Story } from '../room/cause.ts'
import { taskLook } from '../room/look.ts'
import { objectiveOf } from '../room/objective.ts'
import { useRoomState } from '../room/use-room.tsx'
import { Shape } from '../signs/shape.tsx'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { Triangle } from '../signs/time-pair.tsx'
import {
  clockTime,
  lengthLeft,
  lengthOf,
  shortDate,
  shownMinute,
  stopwatch,
  timeWithDay,
} from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import cardClasses from './card.module.css'
import { unitOfWall } from './fitting.tsx'
import { Left } from './running-card.tsx'
import wallClasses from './wall.module.css'

/** The largest thing on the wall: how long, when it ends, why, and whether the objective holds; the run line under it. */
export function WallClock() {
  return (
    <section className={wallClasses.wallClock}>
      <div className={wallClasses.wallBlocks}>
        <Elapsed />
        <End />
        <Why />
        <Objective />
      </div>
      <Line />
    </section>
  )
}

function Elapsed() {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const { run } = plan
  if (run === null)
    return (
      <div className={wallClasses.wallBlock}>
        <div className={wallClasses.wallLabel}>{dashboard.plannedLength}</div>
        <div className={wallClasses.wallHuge}>{lengthOf(Math.max(0, schedule.end - schedule.start))}</div>
      </div>
    )
  const open = run.pauses.at(-1)
  const paused = open && open[1] === null ? open[0] : undefined
  return (
    <div className={wallClasses.wallBlock}>
      <div
        className={
          paused === undefined ? wallClasses.wallLabel : `${wallClasses.wallLabel} ${wallClasses.wallPaused}`
        }
      >
        {run.end_actual !== null ? (
          dashboard.took
        ) : paused === undefined ? (
          dashboard.elapsed
        ) : (
          <>
            <Shape of="pause" size="0.75em" /> <PausedFor since={paused} />
          </>
        )}
      </div>
      <div
        className={
          paused === undefined ? wallClasses.wallHuge : `${wallClasses.wallHuge} ${wallClasses.wallDim}`
        }
      >
        {run.end_actual !== null ? (
          stopwatch(run.end_actual - run.start_actual)
        ) : (
          <Stopwatch since={run.start_actual} label={dashboard.elapsed} />
        )}
      </div>
    </div>
  )
}

function End() {
  const { clock, dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const { run, runbook } = plan
  const zone = runbook.timezone
  const end = run?.end_actual ?? schedule.times.runbookEnd
  const late = run === null ? 0 : minutesLate(schedule)
  const label =
    run === null
      ? dashboard.plannedEnd
      : run.end_actual === null
        ? dashboard.forecastEnd
        : runbook.stage === 'canceled'
          ? dashboard.canceled
          : dashboard.ended
  const isOtherDay = timeWithDay(end, zone, run?.start_actual ?? minute) !== clockTime(end, zone)
  return (
    <div className={wallClasses.wallBlock}>
      <div className={wallClasses.wallLabel}>{label}</div>
      <div className={wallClasses.wallFigure}>{clockTime(end, zone)}</div>
      {run !== null && runbook.stage !== 'canceled' && (
        <div className={late > 0 ? `${wallClasses.wallLate} ${cardClasses.late}` : wallClasses.wallLate}>
          {late !== 0 && <Triangle up={late > 0} size={14} />}
          {late > 0
            ? clock.late(lengthOf(late * 60))
            : late < 0
              ? clock.early(lengthOf(-late * 60))
              : clock.onTime}
        </div>
      )}
      {isOtherDay && <div className={wallClasses.wallSub}>{shortDate(end, zone)}</div>}
    </div>
  )
}

/** The task that a story is about. */
function subjectOf(story: Story): number | undefined {
  switch (story.kind) {
    case 'late':
      return story.delays[0]?.at
    case 'held':
      return story.at
    default:
      return story.next ?? undefined
  }
}

function Why() {
  const { clock, dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const story = useStory({ plan, schedule })
  const { run, runbook } = plan
  const zone = runbook.timezone
  if (run === null)
    return (
      <div className={wallClasses.wallBlock}>
        <div className={wallClasses.wallLabel}>{dashboard.starts}</div>
        <div className={wallClasses.wallCause}>
          {runbook.start_scheduled === null
            ? dashboard.notScheduled
            : `${shortDate(runbook.start_scheduled, zone)}, ${clockTime(runbook.start_scheduled, zone)}`}
        </div>
        <div className={wallClasses.wallSub}>
          <UntilStart at={runbook.start_scheduled} />
        </div>
      </div>
    )
  if (run.end_actual !== null)
    return (
      <div className={wallClasses.wallBlock}>
        <div className={wallClasses.wallLabel}>{clock.record}</div>
        <div className={wallClasses.wallCause}>
          {clock.doneOf(plan.tasks.filter(({ stage }) => stage === 'complete').length, plan.tasks.length)}
        </div>
        <div className={wallClasses.wallSub}>
          {clock.planned(timeWithDay(schedule.end, zone, run.end_actual))}
        </div>
      </div>
    )
  const at = subjectOf(story)
  const task = at === undefined ? undefined : plan.tasks[at]
  const delay = story.kind === 'late' ? story.delays[0] : undefined
  const label = story.kind === 'on_time' || story.kind === 'ahead' ? dashboard.nextUp : dashboard.why
  if (at === undefined || !task)
    return (
      <div className={wallClasses.wallBlock}>
        <div className={wallClasses.wallLabel}>{label}</div>
        <div className={wallClasses.wallCause}>{clock.nothingOpen}</div>
      </div>
    )
  return (
    <div className={wallClasses.wallBlock}>
      <div className={wallClasses.wallLabel}>{label}</div>
      <div className={wallClasses.wallCause}>
        <StageGlyph of={taskLook(plan, schedule, at, schedule.asOf)} size={Math.round(30 * unitOfWall())} />
        <span className={wallClasses.wallCauseName}>{task.name}</span>
      </div>
      <div className={`${wallClasses.wallSub} ${wallClasses.wallTwo}`}>
        {delay?.kind === 'over' ? (
          <b>
            <Left at={at} />
          </b>
        ) : delay ? (
          <Loud {...delaySentence(delay)} className={cardClasses.late} />
        ) : story.kind === 'lost' ? (
          lostBy(story, clock)
        ) : (
          clockTime(schedule.times.start[at] ?? 0, zone)
        )}
        {' · '}#{task.id}
        {ownersOf(plan, at) !== '' && <> · {ownersOf(plan, at)}</>}
      </div>
    </div>
  )
}

function lostBy(
  story: Extract<Story, { kind: 'lost' }>,
  clock: ReturnType<typeof useWords>['clock'],
): string {
  if (story.delay !== null) return delaySentence(story.delay).text
  return story.beganLate >= story.paused
    ? clock.beganLate(amountOf(story.beganLate))
    : clock.pausedInAll(amountOf(story.paused))
}

function UntilStart({ at }: { readonly at: number | null }) {
  const { dashboard } = useWords()
  const minute = useMinute()
  if (at === null) return null
  return <>{at > minute ? dashboard.startsIn(lengthLeft(at - minute)) : dashboard.startWasDue}</>
}

function Objective() {
  const { clock, dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  // A run that ended before it came there says nothing of it.
  if (!objective || (plan.run?.end_actual != null && !objective.isFact)) return null
  const zone = plan.runbook.timezone
  const minutes = shownMinute(objective.due) - shownMinute(objective.expected)
  return (
    <div className={wallClasses.wallBlock}>
      <div className={`${wallClasses.wallLabel} ${wallClasses.wallCut}`}>
        {plan.tasks[objective.at]?.name}
      </div>
      <div className={wallClasses.wallFigure}>{clockTime(objective.expected, zone)}</div>
      <div className={wallClasses.wallSub}>
        {dashboard.objectiveAt(timeWithDay(objective.due, zone, objective.expected))}
      </div>
      <div
        className={minutes < 0 ? `${wallClasses.wallSub} ${wallClasses.wallSubLate}` : wallClasses.wallSub}
      >
        {minutes > 0
          ? clock.toSpare(lengthOf(minutes * 60))
          : minutes === 0
            ? clock.justInTime
            : clock.missedBy(lengthOf(-minutes * 60))}
      </div>
    </div>
  )
}

function Line() {
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const milestones = useMemo(() => milestonesOf(plan, schedule), [plan, schedule])
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  const { run, runbook } = plan
  const end = run?.end_actual ?? schedule.times.runbookEnd
  return (
    <div className={wallClasses.wallLine} inert>
      <RunLine
        start={run?.start_actual ?? schedule.start}
        plannedEnd={schedule.end}
        end={end}
        now={run === null ? null : (run.end_actual ?? Math.max(minute, schedule.asOf))}
        isOver={run?.end_actual != null}
        milestones={milestones}
        {...(objective ? { objective: objective.due } : {})}
        zone={runbook.timezone}
      />
    </div>
  )
}
