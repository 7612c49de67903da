import { useMemo } from 'react'
import { milestonesOf } from '../clock-band/milestones.ts'
import { RunLine } from '../clock-band/run-line.tsx'
import { PausedFor, Stopwatch } from '../clock-band/stopwatch.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { objectiveOf } from '../room/objective.ts'
import type { RoomState } from '../room/room-state.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { useFindings } from '../runbook/use-findings.ts'
import { Shape } from '../signs/shape.tsx'
import { clockSeconds, clockTime, dayKey, lengthOf, shortDate, stopwatch } from '../time/format.ts'
import { useMinute, useSecond } from '../time/use-clock.ts'
import { LateBand } from './late-band.tsx'
import classes from './phone-band.module.css'
import { usePhoneTab } from './use-phone-tab.ts'

/** The clock of a run, the end that is expected, how late that is and why; of a plan its length and its start. */
export function PhoneBand() {
  const { clock } = useWords()
  const state = useRoomState()
  const { run } = state.plan
  return (
    <section className={classes.band} aria-label={clock.band}>
      {run === null ? <PlanFigures state={state} /> : <RunFigures state={state} />}
      {run === null ? <FindingsBand state={state} /> : <LateBand state={state} />}
      {run !== null && <PhoneLine state={state} />}
    </section>
  )
}

function RunFigures({ state: { plan, schedule, connection, brokenSince } }: { state: RoomState }) {
  const { clock, phone } = useWords()
  const minute = useMinute()
  const { run, runbook } = plan
  if (!run) return null
  const zone = runbook.timezone
  const isOver = run.end_actual !== null
  const pausedSince = runbook.stage === 'paused' ? run.pauses.at(-1)?.[0] : undefined
  const asOf = connection === 'broken' ? brokenSince : undefined
  const end = run.end_actual ?? schedule.times.runbookEnd
  const endLabel = !isOver ? phone.forecastEnd : runbook.stage === 'canceled' ? clock.canceled : clock.ended
  const isOtherDay = dayKey(end, zone) !== dayKey(isOver ? run.start_actual : minute, zone)
  const isDimmed = pausedSince !== undefined || asOf !== undefined
  return (
    <div className={classes.figures}>
      <div className={classes.main}>
        <div className={pausedSince === undefined ? classes.label : `${classes.label} ${classes.paused}`}>
          {isOver ? (
            clock.took
          ) : pausedSince !== undefined ? (
            <>
              <Shape of="pause" size="0.8em" /> <PausedFor since={pausedSince} />
            </>
          ) : (
            clock.elapsed
          )}
          {asOf !== undefined && `, ${phone.asOf(clockSeconds(asOf, zone))}`}
        </div>
        <div className={isDimmed ? `${classes.clock} ${classes.dimmed}` : classes.clock}>
          {isOver ? (
            stopwatch(end - run.start_actual)
          ) : (
            <Stopwatch since={run.start_actual} label={clock.elapsed} />
          )}
        </div>
      </div>
      <div className={classes.end}>
        <div className={classes.label}>
          {isOtherDay ? `${isOver ? endLabel : phone.expected} ${dayOf(end, zone)}` : endLabel}
        </div>
        <div className={classes.figure}>{clockTime(end, zone)}</div>
      </div>
    </div>
  )
}

/** `Mon 23`: the month is not in doubt, and the room is narrow. */
const dayOf = (instant: number, zone: string) => shortDate(instant, zone).split(' ').slice(0, 2).join(' ')

function PlanFigures({ state: { plan, schedule } }: { state: RoomState }) {
  const { clock, phone } = useWords()
  const { timezone: zone, start_scheduled: start } = plan.runbook
  const isEmpty = plan.tasks.length === 0
  return (
    <div className={classes.figures}>
      <div className={classes.main}>
        <div className={classes.label}>{isEmpty ? clock.noTasks : clock.plannedLength}</div>
        <div className={classes.clock}>{isEmpty ? '–' : lengthOf(schedule.end - schedule.start)}</div>
      </div>
      <div className={classes.end}>
        <div className={classes.label}>
          {start === null ? clock.scheduledStart : phone.startOn(shortDate(start, zone))}
        </div>
        {start === null ? (
          <div className={classes.none}>{clock.notScheduled}</div>
        ) : (
          <div className={classes.figure}>{clockTime(start, zone)}</div>
        )}
      </div>
    </div>
  )
}

/** What stands against a start, in numbers: leads to where it is told one by one. */
function FindingsBand({ state: { plan } }: { state: RoomState }) {
  const { clock, phone } = useWords()
  const { runbookId } = useRoom()
  const { goTo } = usePhoneTab()
  const { data, isError } = useFindings(runbookId, plan.seq, {}, !plan.runbook.is_template)
  if (plan.runbook.is_template) return <div className={classes.note}>{clock.templateWhat}</div>
  if (plan.tasks.length === 0) return <div className={classes.note}>{clock.nothingToRun}</div>
  const { errorCount = 0, remarkCount = 0 } = data ?? {}
  const count = errorCount + remarkCount
  const tone = errorCount > 0 ? classes.red : remarkCount > 0 ? classes.amber : classes.fine
  const said = !data
    ? isError
      ? clock.checkFailed
      : clock.checking
    : count === 0
      ? clock.nothingStops
      : phone.findings(errorCount, remarkCount)
  return (
    <button type="button" className={`${classes.cause} ${tone ?? ''}`} onClick={() => goTo('now')}>
      <Icon name={!data ? 'clock' : count > 0 ? 'warn' : 'check'} size={16} />
      <span className={classes.strong}>{said}</span>
      {count > 0 && <span className={classes.why}>{clock.beforeStart}</span>}
      <Icon name="chevronRight" size={14} />
    </button>
  )
}

function PhoneLine({ state: { plan, schedule } }: { state: RoomState }) {
  const now = useSecond()
  const milestones = useMemo(() => milestonesOf(plan, schedule), [plan, schedule])
  const objective = useMemo(() => objectiveOf(plan, schedule), [plan, schedule])
  const { run, runbook } = plan
  if (!run) return null
  return (
    <div className={classes.line}>
      <RunLine
        start={Math.min(run.start_actual, run.start_planned)}
        plannedEnd={schedule.end}
        end={run.end_actual ?? schedule.times.runbookEnd}
        now={run.end_actual ?? now}
        isOver={run.end_actual !== null}
        milestones={milestones}
        {...(objective ? { objective: objective.due } : {})}
        zone={runbook.timezone}
      />
    </div>
  )
}
