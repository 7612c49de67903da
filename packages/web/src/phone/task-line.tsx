import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import { useRunning } from '../list/use-running.ts'
import { taskLook } from '../room/look.ts'
import type { Plan, Task } from '../room/plan.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { DOT, typeSign } from '../signs/sign-paths.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { TaskMarks } from '../signs/task-marks.tsx'
import { TypeIcon } from '../signs/type-icon.tsx'
import { countdown } from '../time/format.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './task-line.module.css'

interface TaskLineProps {
  /** Position of the task. */
  readonly at: number
  /** Under the title, after the number. */
  readonly below: ReactNode
  /** The one figure at the right edge. */
  readonly figure: ReactNode
}

/** A task in two lines: sign and title, what matters of it beneath, one figure. Pressing opens it. */
export function TaskLine({ at, below, figure }: TaskLineProps) {
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const task = plan.tasks[at]
  if (!task) return null
  return (
    <button type="button" className={classes.line} data-task={task.id} onClick={() => openTask(task.id)}>
      <span className={classes.glyph}>
        <TaskGlyph at={at} size={24} />
      </span>
      <span className={classes.words}>
        <TaskTitle at={at} />
        <span className={classes.below}>
          #{task.id}
          {below && ' · '}
          {below}
        </span>
      </span>
      <span className={classes.figure}>{figure}</span>
    </button>
  )
}

/** Title with type before and marks after it. */
export function TaskTitle({ at }: { at: number }) {
  const { plan, schedule } = useRoomState()
  const task = plan.tasks[at]
  if (!task) return null
  const type = plan.taskTypes.get(task.task_type_id)
  const sign = typeSign(type)
  const isCritical = task.stage !== 'complete' && schedule.times.critical[at] === 1
  const isFixed = task.stage !== 'complete' && task.start_fixed !== null
  const isActive = task.stage === 'startable' || task.stage === 'in_progress'
  return (
    <span className={isActive ? `${classes.title} ${classes.active}` : classes.title}>
      {type && sign !== DOT && sign !== 'milestone' && (
        <span className={classes.type}>
          <TypeIcon sign={sign} name={type.name} />
        </span>
      )}
      {task.name}
      {(isCritical || isFixed || task.comments_count > 0) && (
        <>
          {' '}
          <span className={classes.marks}>
            <TaskMarks
              isCritical={isCritical}
              startFixed={isFixed ? task.start_fixed : null}
              isFixedPassed={
                task.start_fixed !== null && (schedule.times.start[at] ?? 0) >= task.start_fixed + 60
              }
              comments={task.comments_count}
              zone={plan.runbook.timezone}
            />
          </span>
        </>
      )}
    </span>
  )
}

/** The stage of a task as its sign; a running one fills while one looks. */
export function TaskGlyph({ at, size }: { at: number; size: number }) {
  const { plan, schedule, waiting } = useRoomState()
  const { task: words } = useWords()
  const task = plan.tasks[at] as Task
  const running = useRunning(task.id)
  const look = taskLook(plan, schedule, at, schedule.asOf)
  const shown = running ? { ...look, progress: running.progress, over: running.isOver ? 1 : 0 } : look
  const isWaiting = waiting.some(({ taskId }) => taskId === task.id)
  const name = stageName(words.stages, look.look)
  return (
    <span role="img" aria-label={isWaiting ? `${name}, ${words.sending}` : name}>
      <StageGlyph of={shown} size={size} isWaiting={isWaiting} />
    </span>
  )
}

type StageNames = Readonly<
  Record<'not_startable' | 'startable' | 'in_progress' | 'complete' | 'skipped' | 'abandoned', string>
>

function stageName(names: StageNames, look: ReturnType<typeof taskLook>['look']): string {
  if (look === 'waiting') return names.not_startable
  return look === 'progress' ? names.in_progress : names[look]
}

/** How far a running task is: what is left of it, or loud by how much it runs over. */
export function RunningFigure({ at }: { at: number }) {
  const { plan, schedule } = useRoomState()
  const { phone } = useWords()
  const now = useSecond()
  const { over, elapsed } = taskLook(plan, schedule, at, clockOf(plan, now))
  if (over > 0)
    return (
      <b className={classes.over}>
        <span aria-hidden="true">{phone.over(countdown(over))}</span>
        <span className={classes.hidden}>{phone.overSpoken(countdown(over))}</span>
      </b>
    )
  const task = plan.tasks[at]
  const isTimeless = task === undefined || plan.taskTypes.get(task.task_type_id)?.zero_duration
  const duration = isTimeless ? 0 : (task.duration ?? 0)
  return <span className={classes.left}>{phone.left(countdown(duration - elapsed))}</span>
}

/** The present, or the end of a run that is over. */
const clockOf = ({ run }: Plan, now: number) => run?.end_actual ?? now
