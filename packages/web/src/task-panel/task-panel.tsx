import { useEffect, useMemo, useRef } from 'react'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import { usePresence } from '../room/use-presence.ts'
import { useRoomState } from '../room/use-room.tsx'
import { type Filters, passing } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { useMe } from '../server/use-me.ts'
import { CommentField } from './comment-field.tsx'
import { Comments } from './comments.tsx'
import { Dependencies } from './dependencies.tsx'
import { MissingTask } from './missing-task.tsx'
import { FurtherActions, offersRunActions, PanelActions } from './panel-actions.tsx'
import { PanelHead } from './panel-head.tsx'
import { PanelTitle } from './panel-title.tsx'
import { PlanBar } from './plan-bar.tsx'
import { neighboursIn, plannedOrder } from './task-facts.ts'
import { TaskFields } from './task-fields.tsx'
import classes from './task-panel.module.css'
import { usePanelFocus, usePanelKeys } from './use-panel-keys.ts'
import { useTaskDetails } from './use-task-details.ts'
import { whyFixed } from './why-fixed.ts'

/** Everything about one task of the open runbook, beside the view it was opened from. */
export function TaskPanel({ taskId }: { readonly taskId: number }) {
  const { plan } = useRoomState()
  const words = useWords()
  const { openTask } = useRunbookAddress()
  const panel = useRef<HTMLElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const at = plan.positions.get(taskId)
  const task = at === undefined ? undefined : plan.tasks[at]
  const { previous, next } = useNeighbours(at)
  usePresence(task?.id)
  usePanelFocus(panel, taskId)
  usePanelKeys(panel, { previous, next, openTask })
  useEffect(() => {
    if (taskId > 0) scroll.current?.scrollTo({ top: 0 })
  }, [taskId])
  const { panel: says } = words.task
  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={task ? says.label(task.id, task.name) : says.missing(taskId)}
      tabIndex={-1}
      data-task-panel={taskId}
    >
      <PanelHead taskId={taskId} streamId={task?.stream_id} previous={previous} next={next} goTo={openTask} />
      {task && at !== undefined ? (
        <>
          <div ref={scroll} className={classes.scroll}>
            <OpenTask key={task.id} taskId={task.id} at={at} />
          </div>
          <CommentField key={`say-${task.id}`} taskId={task.id} />
        </>
      ) : (
        <MissingTask taskId={taskId} />
      )}
    </aside>
  )
}

function OpenTask({ taskId, at }: { readonly taskId: number; readonly at: number }) {
  const { plan } = useRoomState()
  const words = useWords()
  const actions = useActionContext()
  const { data: details } = useTaskDetails(taskId)
  const task = plan.tasks[at]
  if (!task) return null
  const context = actions.forTask(task)
  const why = (member: string) => whyFixed(context, task, member, words)
  return (
    <>
      <section className={classes.top}>
        <PanelTitle
          task={task}
          at={at}
          details={details}
          reason={why('name')}
          side={!offersRunActions(task, context) && <FurtherActions context={context} size={28} />}
        />
        <PlanBar taskId={taskId} />
        <PanelActions task={task} context={context} />
      </section>
      <TaskFields task={task} details={details} why={why} />
      <Dependencies task={task} at={at} why={why} />
      <Comments taskId={taskId} />
    </>
  )
}

/** The tasks before and after this one, among those that the filters let through. */
function useNeighbours(at: number | undefined) {
  const { plan, schedule } = useRoomState()
  const { filters } = useRunbookAddress()
  const me = Number(useMe().id)
  // They are made anew each time: their text tells whether they are others.
  const key = JSON.stringify(filters)
  const order = useMemo(
    () => plannedOrder(plan, schedule, passing(plan, schedule, JSON.parse(key) as Filters, me)),
    [plan, schedule, key, me],
  )
  return neighboursIn(plan, order, at ?? -1)
}
