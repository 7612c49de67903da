import { VisuallyHidden } from '@mantine/core'
import { useWords } from '../language/language.ts'
import { clockTime } from '../time/format.ts'
import { triangleDown, triangleUp } from './sign-paths.ts'
import classes from './signs.module.css'

interface TimePairProps {
  /** Seconds since the epoch. */
  readonly planned: number
  readonly expected: number
  /** It has happened. */
  readonly isFact: boolean
  /** The delay is made at this very time: only then it is loud. */
  readonly isLoud?: boolean
  readonly zone: string
}

/** A time of a task: what was planned, struck, before what is expected or happened, where the shown minutes differ. */
export function TimePair({ planned, expected, isFact, isLoud, zone }: TimePairProps) {
  const { task } = useWords()
  const before = clockTime(planned, zone)
  const now = clockTime(expected, zone)
  const differs = before !== now
  const tone =
    isLoud && differs && expected > planned ? classes.late : isFact ? classes.fact : classes.expected
  if (!differs) return <span className={`${classes.times} ${tone}`}>{now}</span>
  return (
    <span className={classes.times}>
      <span className={classes.struck} aria-hidden="true">
        {before}
      </span>
      <span className={tone} aria-hidden="true">
        {now}
      </span>
      <VisuallyHidden>{task.plannedNow(before, now)}</VisuallyHidden>
    </span>
  )
}

/** A small triangle: up is late, down is early. */
export function Triangle({ up, size = 7 }: { up: boolean; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 8 8" aria-hidden="true">
      <path d={up ? triangleUp : triangleDown} fill="currentColor" />
    </svg>
  )
}

/** How many minutes late (positive) or early, by the times as they are shown. @param isLoud the delay is made here */
export function Delta({ minutes, isLoud }: { minutes: number; isLoud?: boolean }) {
  const { task } = useWords()
  if (minutes === 0)
    return (
      <span className={classes.quiet}>
        <span aria-hidden="true">·</span>
        <VisuallyHidden>{task.onTime}</VisuallyHidden>
      </span>
    )
  const isLate = minutes > 0
  return (
    <span className={`${classes.delta} ${isLate ? (isLoud ? classes.loud : '') : classes.ahead}`}>
      <Triangle up={isLate} />
      <span aria-hidden="true">{Math.abs(minutes)}</span>
      <VisuallyHidden>{isLate ? task.lateBy(minutes) : task.earlyBy(-minutes)}</VisuallyHidden>
    </span>
  )
}
