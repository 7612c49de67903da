import { useMemo } from 'react'
import type { Action, ActionContext } from '../actions/action.ts'
import { useActionKeys } from '../actions/keyboard.ts'
import { canEditTask } from '../actions/plan-actions.ts'
import { theWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { plannedDuration } from '../room/schedule.ts'
import type { Camera } from './camera.ts'
import { snapOf, steppedDuration } from './scale.ts'
import type { BaseScene } from './use-base-scene.ts'

interface TimelineHands {
  readonly context: ActionContext
  readonly base: BaseScene
  readonly camera: Camera
  readonly offerFixedStart: (taskId: number) => void
}

const STEP = 1.6

/** Sends a new duration of a task; the plan shows it at once. @param duration seconds */
export function sendDuration({ room }: ActionContext, task: Task, duration: number): void {
  if (task.duration === duration) return
  void room.send(
    'updateTask',
    { params: { runbook_id: room.runbookId, id: String(task.id) }, attributes: { duration } },
    { taskId: task.id, patch: { duration } },
  )
}

/** Sends a fixed start, or takes it away with null. @param instant seconds */
export function sendFixedStart({ room }: ActionContext, task: Task, instant: number | null): void {
  const start_fixed = instant === null ? null : new Date(instant * 1000).toISOString()
  void room.send(
    'updateTask',
    { params: { runbook_id: room.runbookId, id: String(task.id) }, attributes: { start_fixed } },
    { taskId: task.id, patch: { start_fixed: instant } },
  )
}

/** Whether a task has a length that can still change. */
export function hasLength({ plan }: Pick<BaseScene, 'plan'>, task: Task): boolean {
  return task.stage !== 'complete' && plan.taskTypes.get(task.task_type_id)?.zero_duration !== true
}

/** The keys that hold in the timeline alone: zoom, follow, pan, and lengths without dragging. */
export function useTimelineActions(hands: TimelineHands): void {
  const { context, base, camera, offerFixedStart } = hands
  const actions = useMemo<readonly Action[]>(() => {
    const words = () => theWords().timeline
    const change = (direction: 1 | -1) => (context: ActionContext) => {
      const { task } = context
      if (!task) return
      const step = snapOf(camera.get().scale.perSecond)
      const before = plannedDuration(task, base.plan.taskTypes)
      sendDuration(context, task, steppedDuration(before, direction, step))
    }
    const canChange = (context: ActionContext) =>
      canEditTask(context) && context.task !== undefined && hasLength(base, context.task)
    const always = () => true
    return [
      {
        id: 'timeline.in',
        name: () => words().zoomIn,
        keys: ['+', '='],
        visible: always,
        perform: () => camera.zoomStep(STEP),
      },
      {
        id: 'timeline.out',
        name: () => words().zoomOut,
        keys: ['-'],
        visible: always,
        perform: () => camera.zoomStep(1 / STEP),
      },
      {
        id: 'timeline.fit',
        name: () => words().fitAll,
        keys: ['0'],
        visible: always,
        perform: () => camera.fit(),
      },
      {
        id: 'timeline.now',
        name: () => words().follow,
        keys: ['N'],
        visible: () => base.isLive,
        perform: () => camera.follow(),
      },
      {
        id: 'timeline.right',
        name: () => '→',
        keys: ['Shift+ArrowRight'],
        visible: always,
        perform: () => camera.pan(camera.get().width / 4),
      },
      {
        id: 'timeline.left',
        name: () => '←',
        keys: ['Shift+ArrowLeft'],
        visible: always,
        perform: () => camera.pan(-camera.get().width / 4),
      },
      {
        id: 'timeline.longer',
        name: () => words().longer,
        keys: ['Alt+ArrowRight'],
        visible: canChange,
        perform: change(1),
      },
      {
        id: 'timeline.shorter',
        name: () => words().shorter,
        keys: ['Alt+ArrowLeft'],
        visible: canChange,
        perform: change(-1),
      },
      {
        id: 'timeline.fix',
        name: () => words().fixStart,
        keys: ['Alt+F'],
        visible: (context) => canEditTask(context) && context.task?.start_actual === null,
        perform: ({ task }) => {
          if (task) offerFixedStart(task.id)
        },
      },
    ]
  }, [base, camera, offerFixedStart])
  useActionKeys(actions, context)
}
