import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { ticksBetween } from '../clock-band/run-line-scale.ts'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { clockTime, dayKey, shortDate, timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { offsetAt } from '../time/zone.ts'
import { type BurnUp, countUntil, stepPath } from './burn-up.ts'
import { Card } from './card.tsx'
import classes from './chart.module.css'
import { unitOfWall } from './fitting.tsx'
import { useIsOnWall } from './wall-context.ts'

const DAY_S = 86_400

/** Tasks done over time: planned, in fact, and as forecast. */
export function BurnUpCard({ of }: { readonly of: BurnUp }) {
  const { dashboard } = useWords()
  const { plan, schedule } = useRoomState()
  const minute = useMinute()
  const isOnWall = useIsOnWall()
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const { run, runbook } = plan
  const zone = runbook.timezone
  const now = run === null ? null : (run.end_actual ?? Math.max(minute, schedule.asOf))
  const isOver = run?.end_actual != null
  const unit = isOnWall ? unitOfWall() : 1
  const text = isOnWall ? Math.max(16, 16 * unit) : 11
  const place = usePlace(of, now, width, height, text)
  const done = of.actual.length
  const planned = now === null ? 0 : countUntil(of.planned, now)
  const time = (instant: number) => timeWithDay(instant, zone, now ?? of.from)
  const says =
    now === null
      ? dashboard.burnUpSaysPlanned(of.total, time(schedule.start), time(schedule.end))
      : isOver
        ? dashboard.burnUpSaysEnded(done, of.total, time(now), time(schedule.end))
        : dashboard.burnUpSays(done, of.total, planned, time(schedule.times.runbookEnd), time(schedule.end))
  const paths = useMemo(() => {
    const begin = { at: of.from, count: 0 }
    return {
      planned: stepPath(of.planned, place, begin),
      actual: now === null ? '' : stepPath(of.actual, place, begin, now),
      forecast: now === null || isOver ? '' : stepPath(of.forecast, place, { at: now, count: done }),
    }
  }, [of, place, now, done, isOver])
  const ticks = ticksBetween(
    of.from,
    place.until,
    Math.max(1, width - place.left) * (11 / text),
    offsetAt(of.from, zone),
  )
  const isLong = place.until - of.from > DAY_S
  const labelLeft = now !== null && place.x(now) > width * 0.66
  return (
    <Card
      name="burn-up"
      title={now === null ? dashboard.burnUpPlanned : dashboard.burnUp}
      aside={now === null ? undefined : <Legend isOver={isOver} />}
    >
      <div ref={ref} className={classes.chart} role="img" aria-label={says}>
        {width > 0 && height > 0 && (
          <svg
            width={width}
            height={height}
            className={classes.svg}
            aria-hidden="true"
            style={{ fontSize: text }}
          >
            {[0, Math.round(of.total / 2), of.total].map((count) => (
              <g key={count}>
                <path d={`M${place.left} ${place.y(count)}H${width - 4}`} stroke="var(--rs-line)" />
                <text x={place.left - 8} y={place.y(count) + text * 0.36} textAnchor="end">
                  {count}
                </text>
              </g>
            ))}
            {ticks
              .filter((at) => place.x(at) < width - text * 1.4)
              .map((at) => (
                <text
                  key={at}
                  x={place.x(at)}
                  y={height - 2}
                  textAnchor={place.x(at) < place.left + text ? 'start' : 'middle'}
                >
                  {isLong && isMidnight(at, zone) ? shortDate(at, zone) : clockTime(at, zone)}
                </text>
              ))}
            <path d={paths.planned} fill="none" stroke="var(--rs-control)" strokeWidth={1.5 * unit} />
            {now !== null && (
              <>
                <path
                  d={`${paths.actual}V${place.y(0)}H${place.x(of.from)}z`}
                  fill="var(--rs-complete-mark)"
                  opacity="0.16"
                />
                <path
                  d={paths.forecast}
                  fill="none"
                  stroke="var(--rs-t2)"
                  strokeWidth={2 * unit}
                  strokeDasharray={`${2 * unit} ${4 * unit}`}
                  strokeLinecap="round"
                />
                <path
                  d={paths.actual}
                  fill="none"
                  stroke="var(--rs-complete-mark)"
                  strokeWidth={2.6 * unit}
                />
                {!isOver && (
                  <>
                    <path
                      d={`M${place.x(now)} ${place.y(of.total)}V${place.y(0)}`}
                      stroke="var(--rs-accent)"
                      strokeWidth={2 * unit}
                    />
                    <circle cx={place.x(now)} cy={place.y(done)} r={4 * unit} fill="var(--rs-accent)" />
                    <g
                      className={classes.chartNow}
                      textAnchor={labelLeft ? 'end' : 'start'}
                      transform={`translate(${place.x(now) + (labelLeft ? -11 : 11) * unit} ${labelTop(place, done, height, text)})`}
                    >
                      <text className={classes.chartDone} fontSize={text * 1.15}>
                        {dashboard.done(done)}
                      </text>
                      <text y={text * 1.3}>{dashboard.plan(planned)}</text>
                    </g>
                  </>
                )}
              </>
            )}
          </svg>
        )}
      </div>
    </Card>
  )
}

const isMidnight = (instant: number, zone: string) => dayKey(instant, zone) !== dayKey(instant - 1, zone)

/** Below the curve where there is room, else above the axis. */
function labelTop(
  place: { y: (count: number) => number },
  done: number,
  height: number,
  text: number,
): number {
  return Math.min(place.y(done) + text * 1.6, height - text * 3.4)
}

function usePlace(of: BurnUp, now: number | null, width: number, height: number, text: number) {
  return useMemo(() => {
    const left = text * (String(of.total).length * 0.62) + 12
    const until = Math.max(of.until, now ?? of.until)
    const top = text * 0.6
    const bottom = height - text * 1.9
    const span = Math.max(60, until - of.from) * 1.02
    return {
      left,
      until,
      x: (instant: number) => left + ((width - left - 6) * (instant - of.from)) / span,
      y: (count: number) => bottom - ((bottom - top) * count) / Math.max(1, of.total),
    }
  }, [of, now, width, height, text])
}

function Legend({ isOver }: { readonly isOver: boolean }) {
  const { dashboard } = useWords()
  return (
    <span className={classes.legend} aria-hidden="true">
      <span data-line="actual">{dashboard.actualLine}</span>
      <span data-line="plan">{dashboard.planLine}</span>
      {!isOver && <span data-line="forecast">{dashboard.forecastLine}</span>}
    </span>
  )
}
