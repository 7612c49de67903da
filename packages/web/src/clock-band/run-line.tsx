import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import type { Instant } from '../room/plan.ts'
import { clockTime, shownMinute, timeWithDay } from '../time/format.ts'
import { offsetAt } from '../time/zone.ts'
import classes from './run-line.module.css'
import { type Mark, nearestMark, ticksBetween } from './run-line-scale.ts'

/** A milestone on the run line. */
export interface LineMilestone {
  readonly id: number
  readonly name: string
  readonly at: Instant
  readonly isDone: boolean
}

export interface RunLineProps {
  readonly start: Instant
  readonly plannedEnd: Instant
  /** Forecast, or the actual end when the run is over. */
  readonly end: Instant
  /** The present; at the end of the line when the run is over, null before it begins. */
  readonly now: Instant | null
  readonly isOver?: boolean
  readonly milestones?: readonly LineMilestone[]
  readonly objective?: Instant
  /** What the objective is about comes after it. */
  readonly isObjectiveMissed?: boolean
  readonly zone: string
  /** Small: a bare line for cards and tables, which only tells its ends to a screen reader. */
  readonly isSmall?: boolean
}

/** CSS pixels between the edge and the ends of the line: what stands on them is drawn whole. */
const EDGE = 8

/** The whole run on one axis: what has elapsed, what remains, milestones, the objective, and the late tail. */
export function RunLine(props: RunLineProps) {
  const {
    start,
    plannedEnd,
    end,
    now,
    isOver = false,
    milestones = [],
    objective,
    zone,
    isSmall = false,
    isObjectiveMissed = false,
  } = props
  const { clock } = useWords()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [reading, setReading] = useState<Mark | undefined>(undefined)
  const hatch = `hatch-${useId()}`
  const last = Math.max(plannedEnd, end, objective ?? end, now ?? end)
  const span = Math.max(60, last - start) * (isSmall ? 1 : 1.02)
  const x = (instant: number) =>
    EDGE + ((Math.max(width, 2 * EDGE + 1) - 2 * EDGE) * Math.min(Math.max(instant - start, 0), span)) / span
  const marks = useMemo(
    () =>
      [
        { at: start, name: clock.marks.start },
        ...milestones,
        ...(objective === undefined ? [] : [{ at: objective, name: clock.marks.objective }]),
        { at: plannedEnd, name: clock.marks.plannedEnd },
        { at: end, name: isOver ? clock.marks.end : clock.marks.forecastEnd },
      ].sort((one, other) => one.at - other.at),
    [start, milestones, objective, plannedEnd, end, isOver, clock],
  )
  const text = (mark: Mark) => clock.markAt(mark.name, timeWithDay(mark.at, zone, start))
  const isLate = shownMinute(end) > shownMinute(plannedEnd)
  const y = isSmall ? 8 : 12
  const height = isSmall ? 16 : 34
  const picture = (
    <svg className={classes.svg} height={height} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke="var(--rs-late-mark)" strokeWidth="3.2" />
        </pattern>
      </defs>
      {!isSmall && <Ticks from={start} until={start + span} x={x} y={y} zone={zone} width={width} />}
      <Stroke from={x(start)} until={x(Math.max(Math.min(plannedEnd, end), now ?? 0))} y={y} color="strong" />
      {!isLate && plannedEnd > end && (
        <path
          d={`M${x(end)} ${y}H${x(plannedEnd)}`}
          stroke="var(--rs-strong)"
          strokeWidth="1.5"
          strokeDasharray="2 3"
        />
      )}
      {now !== null && <Stroke from={x(start)} until={x(isOver ? end : now)} y={y} color="t1" />}
      {isLate && (
        <>
          <rect
            x={x(plannedEnd)}
            y={y - 5}
            width={x(end) - x(plannedEnd)}
            height={10}
            fill={`url(#${hatch})`}
          />
          <path d={`M${x(end)} ${y - 7}v14`} stroke="var(--rs-late-mark)" strokeWidth="2" />
        </>
      )}
      <path d={`M${x(plannedEnd)} ${y - 6}v12`} stroke="var(--rs-t3)" strokeWidth="1.5" />
      {milestones.map(({ id, at, isDone }) => (
        <rect
          key={id}
          x={x(at) - 4}
          y={y - 4}
          width={8}
          height={8}
          transform={`rotate(45 ${x(at)} ${y})`}
          fill={isDone ? 'var(--rs-complete-mark)' : 'var(--rs-surface)'}
          stroke={isDone ? 'var(--rs-complete-mark)' : 'var(--rs-t2)'}
          strokeWidth="1.5"
        />
      ))}
      {objective !== undefined && (
        <path
          d={`M${x(objective)} ${y + 8}V${y - 8}h9l-2.5 3 2.5 3h-9`}
          fill="var(--rs-surface)"
          stroke={isObjectiveMissed ? 'var(--rs-late-mark)' : 'var(--rs-t2)'}
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      )}
      {now !== null && !isOver && (
        <>
          <path
            d={`M${x(now)} ${y - 8}v16`}
            stroke="var(--rs-accent)"
            strokeWidth="2.5"
            strokeLinecap="round"
          />
          <circle cx={x(now)} cy={y} r="4" fill="var(--rs-accent)" />
        </>
      )}
      {reading && (
        <path d={`M${x(reading.at)} ${y - 10}v20`} stroke="var(--rs-t1)" strokeWidth="1" opacity="0.7" />
      )}
    </svg>
  )
  if (isSmall)
    return (
      <div ref={ref} className={classes.line}>
        {picture}
      </div>
    )
  const read = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const instant = start + ((event.clientX - box.left - EDGE) / Math.max(1, box.width - 2 * EDGE)) * span
    const near = nearestMark(marks, instant)
    const isNear = near && Math.abs(x(near.at) - (event.clientX - box.left)) < 9
    setReading(isNear ? near : { at: Math.round(Math.min(Math.max(instant, start), start + span)), name: '' })
  }
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    const at = reading ? marks.findIndex((mark) => mark.at === reading.at && mark.name === reading.name) : -1
    if (event.key === 'Home') setReading(marks[0])
    else if (event.key === 'End') setReading(marks.at(-1))
    else if (by !== undefined) setReading(marks[Math.min(marks.length - 1, Math.max(0, at + by))])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shown = reading ?? marks.at(-1)
  return (
    <div
      ref={ref}
      className={classes.line}
      role="slider"
      tabIndex={0}
      aria-readonly="true"
      aria-label={clock.runLine}
      aria-valuemin={start}
      aria-valuemax={Math.round(start + span)}
      aria-valuenow={shown?.at ?? start}
      aria-valuetext={shown && text(shown)}
      onPointerMove={read}
      onPointerLeave={() => setReading(undefined)}
      onKeyDown={step}
      onBlur={() => setReading(undefined)}
    >
      {picture}
      {reading && (
        <span
          className={classes.reading}
          style={
            x(reading.at) > width / 2
              ? { right: Math.max(0, width - x(reading.at) - 8) }
              : { left: Math.max(0, x(reading.at) - 8) }
          }
        >
          <b>{timeWithDay(reading.at, zone, start)}</b> {reading.name}
        </span>
      )}
    </div>
  )
}

function Stroke({ from, until, y, color }: { from: number; until: number; y: number; color: string }) {
  return (
    <path
      d={`M${from} ${y}H${Math.max(from, until)}`}
      stroke={`var(--rs-${color})`}
      strokeWidth="3"
      strokeLinecap="round"
    />
  )
}

interface TicksProps {
  readonly from: number
  readonly until: number
  readonly x: (instant: number) => number
  readonly y: number
  readonly zone: string
  readonly width: number
}

function Ticks({ from, until, x, y, zone, width }: TicksProps) {
  // Labels with a date need nearly twice the room.
  const room = until - from > 86_400 ? width / 1.9 : width
  const ticks = ticksBetween(from, until, room, offsetAt(from, zone))
  return ticks
    .filter((at) => x(at) < width - 24)
    .map((at) => (
      <g key={at}>
        <path d={`M${x(at)} ${y + 5}v4`} stroke="var(--rs-strong)" />
        <text
          x={x(at)}
          y={y + 20}
          className={classes.tick}
          textAnchor={x(at) < 24 ? 'start' : 'middle'}
          dx={x(at) < 24 ? -EDGE : 0}
        >
          {until - from > 86_400 ? timeWithDay(at, zone, from) : clockTime(at, zone)}
        </text>
      </g>
    ))
}
