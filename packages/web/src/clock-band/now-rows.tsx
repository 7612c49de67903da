import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import { taskLook } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { clockTime, countdown, lengthLeft, lengthPassed } from '../time/format.ts'
import { useMinutesSince, useSecond } from '../time/use-clock.ts'
import classes from './now-panel.module.css'
import { useOpenTask } from './use-open-task.ts'
import { ownersOf } from './why-words.ts'

interface NowRowProps {
  readonly at: number
}

interface RowProps extends NowRowProps {
  readonly about: string
  readonly figure: ReactNode
}

function Row({ at, about, figure }: RowProps) {
  const { plan, schedule } = useRoomState()
  const open = useOpenTask()
  const task = plan.tasks[at]
  if (!task) return null
  return (
    <button type="button" className={classes.row} data-task={task.id} onClick={() => open(task.id)}>
      <StageGlyph of={taskLook(plan, schedule, at, schedule.asOf)} />
      <span>
        <span className={classes.name} style={{ display: 'block' }}>
          {task.name}
        </span>
        <span className={classes.second}>
          <span>{[`#${task.id}`, about].filter(Boolean).join(' · ')}</span>
          {figure}
        </span>
      </span>
    </button>
  )
}

/** A task that runs: who runs it, and how long it has left or is over. */
export function RunningRow({ at }: NowRowProps) {
  const { plan } = useRoomState()
  return <Row at={at} about={ownersOf(plan, at)} figure={<RunningFigure at={at} />} />
}

/** Follows the clock, alone. */
export function RunningFigure({ at }: NowRowProps) {
  const { clock } = useWords()
  const { plan, schedule } = useRoomState()
  const isPaused = plan.runbook.stage === 'paused'
  const second = useSecond()
  const now = isPaused ? (plan.run?.pauses.at(-1)?.[0] ?? second) : second
  const { elapsed, over } = taskLook(plan, schedule, at, now)
  if (over > 0) return <span className={classes.late}>{clock.now.over(countdown(over))}</span>
  const left = Math.max(0, (plan.tasks[at]?.duration ?? 0) - elapsed)
  return <span className={classes.figure}>{clock.now.left(lengthLeft(Math.max(1, left)))}</span>
}

/** A task that can start: who may start it, what float it has, and for how long it has been ready. */
export function StartableRow({ at }: NowRowProps) {
  const { clock } = useWords()
  const { plan, schedule } = useRoomState()
  const float = schedule.times.totalFloat[at] ?? 0
  const about = [ownersOf(plan, at), float >= 60 ? clock.now.float(lengthPassed(float)) : '']
  const ready = useMinutesSince(plan.tasks[at]?.start_ready ?? null)
  return (
    <Row
      at={at}
      about={about.filter(Boolean).join(' · ')}
      figure={ready >= 60 && <span>{lengthPassed(ready)}</span>}
    />
  )
}

/** A task to come: who will do it, after what, and when. */
export function NextRow({ at }: NowRowProps) {
  const { clock } = useWords()
  const { plan, schedule } = useRoomState()
  const task = plan.tasks[at]
  const open = (task?.predecessors ?? []).filter(
    (id) => plan.tasks[plan.positions.get(id) ?? -1]?.stage !== 'complete',
  )
  const ids = `${open
    .slice(0, 2)
    .map((id) => `#${id}`)
    .join(', ')}${open.length > 2 ? '…' : ''}`
  const about = [ownersOf(plan, at), open.length > 0 ? clock.now.after(ids) : '']
  const zone = plan.runbook.timezone
  return (
    <Row
      at={at}
      about={about.filter(Boolean).join(' · ')}
      figure={<span className={classes.figure}>{clockTime(schedule.times.start[at] ?? 0, zone)}</span>}
    />
  )
}
