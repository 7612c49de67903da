import { useCallback } from 'react'
import { type ActionContext } from '../actions/action.ts'
import { runAction } from '../actions/run-action.ts'
import { mainActionOf } from '../actions/task-actions.ts'
import { taskLook } from '../room/look.ts'
import type { Task } from '../room/plan.ts'
import type { Refusal } from '../room/room-state.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { useSecond } from '../time/use-clock.ts'
import classes from './names.module.css'
import { rowKey } from './rows.ts'
import { spokenRow } from './spoken-row.ts'
import { StreamHead } from './stream-head.tsx'
import { TaskName } from './task-name.tsx'
import type { BaseScene } from './use-base-scene.ts'

interface NamesColumnProps {
  readonly scene: BaseScene
  readonly context: ActionContext & { forTask: (task: Task | undefined) => ActionContext }
  readonly first: number
  readonly last: number
  readonly chosenRow: number
  readonly hoveredRow: number
  readonly width: number
  readonly choose: (row: number) => void
  readonly hover: (row: number) => void
  readonly open: (row: number) => void
  readonly fold: (row: number) => void
}

/** The names at the left: only those in sight are there. */
export function NamesColumn({
  scene,
  context,
  first,
  last,
  chosenRow,
  hoveredRow,
  width,
  ...props
}: NamesColumnProps) {
  const { plan, schedule, rows, rowHeight } = scene
  const { state } = context
  const second = useSecond()
  const now = scene.isLive ? second : (plan.run?.end_actual ?? schedule.asOf)
  const signs = streamSigns(plan.streams)
  const act = useCallback(
    (task: Task) => {
      const action = mainActionOf(task)
      if (action) runAction(action, context.forTask(task))
    },
    [context],
  )
  const { room } = context
  const closeRefusal = useCallback((refusal: Refusal) => room.closeRefusal(refusal), [room])
  const shown = rows.list.slice(first, last)
  return (
    <div
      className={classes.names}
      style={{ width }}
      role="presentation"
      onPointerMove={({ clientY, currentTarget }) => {
        const row = Math.floor((clientY - currentTarget.getBoundingClientRect().top) / rowHeight)
        props.hover(row < rows.list.length ? row : -1)
      }}
    >
      {shown.map((row, offset) => {
        const index = first + offset
        const key = rowKey(row, plan)
        const common = {
          id: `timeline-${key}`,
          index,
          top: index * rowHeight,
          height: rowHeight,
          isChosen: index === chosenRow,
          isHovered: index === hoveredRow,
          choose: props.choose,
        }
        if (row.kind === 'stream')
          return (
            <StreamHead
              key={key}
              {...common}
              name={row.stream.name}
              depth={row.depth}
              sign={signs.get(row.stream.id)}
              isFolded={row.isFolded}
              done={row.done}
              total={row.total}
              rag={row.stream.status}
              fold={props.fold}
            />
          )
        const task = plan.tasks[row.at]
        if (!task) return null
        const of = taskLook(plan, schedule, row.at, now)
        return (
          <TaskName
            key={key}
            {...common}
            task={task}
            depth={row.depth}
            look={of.look}
            isMilestone={of.isMilestone}
            isHeldByFixed={of.isHeldByFixed}
            progress={Math.round(of.progress * 40) / 40}
            over={of.over > 0 ? 1 : 0}
            isCritical={of.isCritical}
            isDimmed={scene.lit !== undefined && scene.lit[row.at] !== 1}
            isTouched={state.touched.has(task.id)}
            isSending={state.waiting.some(({ taskId }) => taskId === task.id)}
            refusal={state.refusals.find(({ taskId }) => taskId === task.id)}
            closeRefusal={closeRefusal}
            present={
              state.present.find(
                ({ taskId, userId }) => taskId === task.id && userId !== Number(context.me.id),
              )?.name
            }
            spoken={spokenRow(plan, schedule, row.at, of)}
            main={mainActionOf(task)?.visible(context.forTask(task)) ? mainActionOf(task) : undefined}
            open={props.open}
            act={act}
          />
        )
      })}
    </div>
  )
}
