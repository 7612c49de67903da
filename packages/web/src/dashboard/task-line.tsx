import type { ReactNode } from 'react'
import { taskLook } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { useSecond } from '../time/use-clock.ts'
import classes from './lines.module.css'
import { useIsOnWall } from './wall-context.ts'

interface TaskLineProps {
  /** Position of the task. */
  readonly at: number
  /** Under the title, after its id. */
  readonly detail?: ReactNode
  readonly figure?: ReactNode
  /** One line: for what is only mentioned. */
  readonly isSmall?: boolean
  readonly lead?: ReactNode
}

/** A task in a card: glyph, title, id and detail, one figure. In the app it opens the task. */
export function TaskLine({ at, detail, figure, isSmall = false, lead }: TaskLineProps) {
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const isOnWall = useIsOnWall()
  const task = plan.tasks[at]
  if (!task) return null
  const inside = (
    <>
      <LineGlyph at={at} isSmall={isSmall} />
      {isSmall ? (
        <span className={classes.smallText}>
          {lead !== undefined && <span className={classes.lead}>{lead} </span>}
          <span className={classes.smallName}>{task.name}</span>
        </span>
      ) : (
        <span className={classes.lineText}>
          <span className={classes.lineName}>{task.name}</span>
          <span className={classes.lineDetail}>
            #{task.id}
            {detail !== undefined && detail !== '' && <> · {detail}</>}
          </span>
        </span>
      )}
      {figure !== undefined && <span className={classes.lineFigure}>{figure}</span>}
    </>
  )
  const shape = isSmall ? `${classes.line} ${classes.lineSmall}` : classes.line
  if (isOnWall)
    return (
      <div className={shape} data-task={task.id}>
        {inside}
      </div>
    )
  return (
    <button type="button" className={shape} data-task={task.id} onClick={() => openTask(task.id)}>
      {inside}
    </button>
  )
}

/** The glyph follows the clock by itself where it runs. */
function LineGlyph({ at, isSmall }: { readonly at: number; readonly isSmall: boolean }) {
  const { plan, schedule } = useRoomState()
  const task = plan.tasks[at]
  const size = isSmall ? 18 : 22
  if (task?.stage === 'in_progress' && plan.run?.end_actual === null)
    return <RunningGlyph at={at} size={size} />
  return (
    <span className={classes.glyph}>
      <StageGlyph of={taskLook(plan, schedule, at, schedule.asOf)} size={size} />
    </span>
  )
}

function RunningGlyph({ at, size }: { readonly at: number; readonly size: number }) {
  const { plan, schedule } = useRoomState()
  const now = useSecond()
  return (
    <span className={classes.glyph}>
      <StageGlyph of={taskLook(plan, schedule, at, now)} size={size} />
    </span>
  )
}
