import { ActionButton } from '../actions/action-button.tsx'
import { useActionKeys } from '../actions/keyboard.ts'
import { finishTask, mainActionOf, skipTask, startTask } from '../actions/task-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import { RefusalNote } from '../refusals/refusal-note.tsx'
import { taskLook } from '../room/look.ts'
import { plannedDuration } from '../room/schedule.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { lengthOf, lengthPassed } from '../time/format.ts'
import { useMinutesSince } from '../time/use-clock.ts'
import classes from './now-panel.module.css'
import { RunningFigure } from './now-rows.tsx'
import { useOpenTask } from './use-open-task.ts'
import { ownersOf } from './why-words.ts'

const cardActions = [startTask, finishTask, skipTask]

/** The task that waits for the person who looks: since when, what comes after, what if it is late, and what to press. */
export function MineCard({ at }: { at: number }) {
  const { clock } = useWords()
  const context = useActionContext()
  const open = useOpenTask()
  const { room, state } = context
  const { plan, schedule } = state
  const task = plan.tasks[at]
  const ready = useMinutesSince(task?.start_ready ?? null)
  const own = context.forTask(task)
  const atCursor = context.task
  // The keys belong to the task at the cursor; without one they mean this task, which is seen.
  useActionKeys(atCursor === undefined ? cardActions : [], own)
  if (!task) return null
  const action = mainActionOf(task)
  const duration = plannedDuration(task, plan.taskTypes)
  const float = schedule.times.totalFloat[at] ?? 0
  const { network } = schedule
  const [after] = network.successors.subarray(network.successorOffsets[at], network.successorOffsets[at + 1])
  const then = after === undefined ? undefined : plan.tasks[after]
  const thenOwners = after === undefined ? '' : ownersOf(plan, after)
  const refusal = state.refusals.find(({ taskId }) => taskId === task.id)
  return (
    <div className={classes.card}>
      <button type="button" className={classes.cardHead} onClick={() => open(task.id)}>
        <StageGlyph of={taskLook(plan, schedule, at, schedule.asOf)} />
        <span className={classes.name} style={{ fontWeight: 600 }}>
          <span className={classes.id}>#{task.id}</span> {task.name}
        </span>
      </button>
      <div className={classes.cardText}>
        {task.stage === 'startable' ? (
          [
            ready >= 60 ? clock.now.readyFor(lengthPassed(ready)) : clock.now.readyNow,
            duration > 0 ? clock.now.takes(lengthOf(duration)) : clock.now.takesNoTime,
          ].join(' · ')
        ) : (
          <RunningFigure at={at} />
        )}
        <br />
        {then ? (
          <>
            {clock.now.follows} <b>#{then.id}</b> {then.name}
            {thenOwners && ` (${thenOwners})`}
          </>
        ) : (
          clock.now.thenNothing
        )}
        <br />
        {float >= 60 ? clock.now.floatThen(lengthPassed(float)) : clock.now.noFloat}
      </div>
      <div className={classes.buttons}>
        {action && (
          <ActionButton
            action={action}
            context={own}
            withKey={atCursor === undefined || atCursor === task}
            flex="1 0 auto"
            fw={600}
          />
        )}
        <ActionButton action={skipTask} context={own} variant="default" flex="0 0 auto" />
      </div>
      {refusal && <RefusalNote error={refusal.error} onClose={() => room.closeRefusal(refusal)} />}
    </div>
  )
}
