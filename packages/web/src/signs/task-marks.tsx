import { VisuallyHidden } from '@mantine/core'
import { useWords } from '../language/language.ts'
import { clockTime } from '../time/format.ts'
import { bubblePath, pulsePath } from './sign-paths.ts'
import classes from './signs.module.css'

interface TaskMarksProps {
  readonly isCritical: boolean
  /** Seconds since the epoch, or null. */
  readonly startFixed: number | null
  /** The delay has pushed the start past the fixed time. */
  readonly isFixedPassed?: boolean
  readonly comments: number
  readonly zone: string
}

/** The marks after the title of a task: critical, fixed start, comments. */
export function TaskMarks({ isCritical, startFixed, isFixedPassed, comments, zone }: TaskMarksProps) {
  const { task } = useWords()
  return (
    <span className={classes.marks}>
      {isCritical && <PulseMark label={task.critical} />}
      {startFixed !== null && (
        <span className={isFixedPassed ? `${classes.fixed} ${classes.fixedLate}` : classes.fixed}>
          <span aria-hidden="true">F {clockTime(startFixed, zone)}</span>
          <VisuallyHidden>{task.fixedStart(clockTime(startFixed, zone))}</VisuallyHidden>
        </span>
      )}
      {comments > 0 && (
        <span className={classes.count}>
          <svg
            width="12"
            height="12"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            aria-hidden="true"
          >
            <path d={bubblePath} strokeLinejoin="round" />
          </svg>
          <span aria-hidden="true">{comments}</span>
          <VisuallyHidden>{task.comments(comments)}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}

/** The pulse that says critical. @param label absent where words beside it say so */
export function PulseMark({ label, size = 14 }: { label?: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={classes.pulse}
      {...(label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label })}
    >
      <path
        d={pulsePath}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
