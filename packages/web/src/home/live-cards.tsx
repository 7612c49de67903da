import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RunLine } from '../clock-band/run-line.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { RagPill, StagePill } from '../signs/pills.tsx'
import { Shape } from '../signs/shape.tsx'
import { Triangle } from '../signs/time-pair.tsx'
import { clockTime, dayKey, lengthOf, ownZone, shortDate, stopwatch, timeWithDay } from '../time/format.ts'
import { useMinute, useSecond } from '../time/use-clock.ts'
import { type RunbookRow } from '../workspaces/documents.ts'
import { liveRunsQuery } from './home-queries.ts'
import classes from './live-cards.module.css'
import { runState } from './run-state.ts'
import { SectionHead } from './section-head.tsx'
import { otherPlace } from './sentences.ts'

/** Runs under way: live ones before rehearsals, late ones before others. Nothing at all when there is none. */
export function LiveCards() {
  const { home } = useWords()
  const { data: runs } = useQuery(liveRunsQuery)
  const now = useMinute()
  if (!runs || runs.length === 0) return null
  const ordered = runs.toSorted((a, b) => {
    const [one, other] = [runState(a, now), runState(b, now)]
    return (
      Number(b.attributes.run_type === 'live') - Number(a.attributes.run_type === 'live') ||
      Number(other.late > 0) - Number(one.late > 0) ||
      one.end - other.end
    )
  })
  return (
    <section aria-labelledby="home-live">
      <SectionHead id="home-live" title={home.liveNow}>
        {home.runs(runs.length)}
      </SectionHead>
      <div className={classes.cards} data-count={Math.min(3, runs.length)}>
        {ordered.map((run, at) => (
          <LiveCard key={run.id} run={run} isWide={at === 0 && runs.length < 3} />
        ))}
      </div>
    </section>
  )
}

function LiveCard({ run, isWide }: { run: RunbookRow; isWide: boolean }) {
  const { home, time } = useWords()
  const now = useMinute()
  const { attributes } = run
  const { start, plannedEnd, end, hasForecast, late, isPaused } = runState(run, now)
  const zone = attributes.timezone ?? ownZone
  const other = otherPlace(zone, now, useMe().timezone ?? ownZone)
  return (
    <Link
      to="/runbooks/$runbookId"
      params={{ runbookId: run.id }}
      className={`${classes.card} ${late > 0 ? classes.lateCard : ''}`}
    >
      <span className={classes.head}>
        <strong className={classes.name}>{attributes.name}</strong>
        <StagePill stage={attributes.stage} runType={attributes.run_type} />
        <RagPill status={attributes.status} />
      </span>
      <span className={classes.figures}>
        <Elapsed start={start} isPaused={isPaused} />
        <span className={classes.block}>
          <span className={classes.label}>
            {hasForecast ? home.forecastEnd : home.plannedEnd}
            {dayKey(end, zone) !== dayKey(now, zone) && `, ${shortDate(end, zone)}`}
          </span>
          <span className={classes.figure}>
            {clockTime(end, zone)}
            {hasForecast && (
              <span className={late > 0 ? classes.late : classes.early}>
                {late !== 0 && <Triangle up={late > 0} />}
                {late === 0
                  ? home.onTime
                  : late > 0
                    ? time.late(lengthOf(late * 60))
                    : time.early(lengthOf(-late * 60))}
              </span>
            )}
          </span>
        </span>
        {hasForecast && late !== 0 && isWide && (
          <span className={classes.block}>
            <span className={classes.label}>{home.plannedEnd}</span>
            <span className={classes.quiet}>{clockTime(plannedEnd, zone)}</span>
          </span>
        )}
      </span>
      <span className={classes.line}>
        <RunLine
          start={start}
          plannedEnd={plannedEnd}
          end={end}
          now={Math.max(start, now)}
          zone={zone}
          isSmall
        />
        <span className={classes.ends}>
          <span>
            {timeWithDay(start, zone, now)}
            {other !== undefined && ` ${other}`}
          </span>
          <span>{home.done(attributes.tasks_complete_count, attributes.tasks_count)}</span>
          <span>{clockTime(Math.max(end, plannedEnd), zone)}</span>
        </span>
      </span>
    </Link>
  )
}

/** The clock of a run: the one part of a card that changes each second. */
function Elapsed({ start, isPaused }: { start: number; isPaused: boolean }) {
  const { home } = useWords()
  const now = useSecond()
  return (
    <span
      className={isPaused ? `${classes.clock} ${classes.dimmed}` : classes.clock}
      role="timer"
      aria-label={home.elapsed}
    >
      {isPaused && (
        <>
          <Shape of="pause" size="0.7em" />{' '}
        </>
      )}
      {stopwatch(now - start)}
    </span>
  )
}
