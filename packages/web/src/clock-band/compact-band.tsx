import { useWords } from '../language/language.ts'
import { minutesLate } from '../room/cause.ts'
import { Shape } from '../signs/shape.tsx'
import { clockTime, dayKey, lengthOf, shortDate, stopwatch, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { LatePill } from './block.tsx'
import classes from './clock-band.module.css'
import { PausedFor, Stopwatch } from './stopwatch.tsx'
import { Cause, useStory, type WhyProps } from './why-block.tsx'

/** The band in one line: clock, end, delay and cause, without the run line. */
export function CompactBand({ state, asOf }: WhyProps & { asOf: string | undefined }) {
  const { clock } = useWords()
  const minute = useMinute()
  const story = useStory(state)
  const { plan, schedule } = state
  const { run, runbook } = plan
  const zone = runbook.timezone
  if (!run)
    return (
      <section className={`${classes.band} ${classes.compact}`} aria-label={clock.band}>
        <span className={classes.label}>{clock.plannedLength}</span>
        <span className={classes.clock}>{lengthOf(schedule.end - schedule.start)}</span>
        <span className={classes.below}>
          {runbook.start_scheduled === null
            ? clock.notScheduled
            : `${shortDate(runbook.start_scheduled, zone)}, ${timeWithDay(runbook.start_scheduled, zone, runbook.start_scheduled)} · ${zone}`}
        </span>
      </section>
    )
  const pausedSince = runbook.stage === 'paused' ? run.pauses.at(-1)?.[0] : undefined
  const isDimmed = pausedSince !== undefined || asOf !== undefined
  const end = run.end_actual ?? schedule.times.runbookEnd
  return (
    <section className={`${classes.band} ${classes.compact}`} aria-label={clock.band}>
      <span className={isDimmed ? `${classes.clock} ${classes.dimmed}` : classes.clock}>
        {run.end_actual === null ? (
          <Stopwatch since={run.start_actual} label={clock.elapsed} />
        ) : (
          stopwatch(run.end_actual - run.start_actual)
        )}
      </span>
      {asOf !== undefined && <span className={classes.label}>{clock.elapsedAsOf(asOf)}</span>}
      <span className={classes.compactEnd}>
        <span className={classes.label}>
          {run.end_actual === null
            ? clock.forecastEnd
            : runbook.stage === 'canceled'
              ? clock.canceled
              : clock.ended}
          {dayKey(end, zone) !== dayKey(minute, zone) && ` · ${shortDate(end, zone)}`}
        </span>
        {clockTime(end, zone)}
        {runbook.stage !== 'canceled' && <LatePill minutes={minutesLate(schedule)} />}
      </span>
      <span className={classes.compactWhy}>
        {pausedSince !== undefined ? (
          <span className={`${classes.label} ${classes.labelPaused}`}>
            <Shape of="pause" size="0.75em" /> <PausedFor since={pausedSince} />
          </span>
        ) : (
          run.end_actual === null && <Cause state={state} story={story} />
        )}
      </span>
    </section>
  )
}
