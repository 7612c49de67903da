import { taskActionsIn } from '@runsheet/domain'
import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'
import { serverNow } from '../time/server-clock.ts'
import { type Action, type ActionContext, may } from './action.ts'

const params = ({ room }: ActionContext, task: Task) => ({ runbook_id: room.runbookId, id: String(task.id) })

/** Starting and finishing depend on who is assigned, on the stream, and on both as they are now. */
const isOffered =
  (action: 'start' | 'finish' | 'skip') =>
  ({ task, state: { plan } }: ActionContext) =>
    task !== undefined &&
    plan.run !== null &&
    taskActionsIn(task.stage).includes(action) &&
    mayWithTask(plan, action === 'skip' ? 'task.skip' : 'task.progress', task)

/** Why nothing of a run can be done now; undefined while it is active. */
function whyHeld({ state }: ActionContext): string | undefined {
  const { held } = theWords().run
  switch (state.plan.runbook.stage) {
    case 'active':
      return undefined
    case 'paused':
      return held.paused
    case 'complete':
    case 'canceled':
      return held.ended
    default:
      return held.notStarted
  }
}

export const startTask: Action = {
  id: 'task.start',
  name: () => theWords().task.start,
  icon: 'play',
  keys: ['S'],
  visible: isOffered('start'),
  blocked: whyHeld,
  async perform(context) {
    const { task } = context
    if (!task) return
    const now = Math.floor(serverNow() / 1000)
    await context.room.send(
      'startTask',
      { params: params(context, task) },
      { taskId: task.id, patch: { stage: 'in_progress', start_actual: now } },
    )
  },
}

export const finishTask: Action = {
  id: 'task.finish',
  name: () => theWords().task.finish,
  icon: 'check',
  keys: ['F'],
  visible: isOffered('finish'),
  blocked: whyHeld,
  async perform(context) {
    const { task } = context
    if (!task) return
    // A check is asked for what was seen; everything else is done with the click.
    if (context.state.plan.taskTypes.get(task.task_type_id)?.key === 'validation') {
      openDialog({ kind: 'finish_task', taskId: task.id })
      return
    }
    const now = Math.floor(serverNow() / 1000)
    await context.room.send(
      'finishTask',
      { params: params(context, task) },
      { taskId: task.id, patch: { stage: 'complete', completion_type: 'complete_normal', end_actual: now } },
    )
  },
}

export const skipTask: Action = {
  id: 'task.skip',
  name: () => theWords().task.skipDots,
  icon: 'skip',
  keys: ['X'],
  visible: isOffered('skip'),
  blocked: whyHeld,
  perform: ({ task }) => {
    if (task) openDialog({ kind: 'skip_task', taskId: task.id })
  },
}

/** Starts a task before its fixed start: for those who run the runbook. */
export const startEarly: Action = {
  id: 'task.start_early',
  name: () => theWords().run.startEarlyDots,
  icon: 'play',
  visible: (context) => {
    const { task, state } = context
    const { plan } = state
    const isOpen = (id: number) => plan.tasks[plan.positions.get(id) ?? -1]?.stage !== 'complete'
    return (
      task?.stage === 'not_startable' &&
      task.start_fixed !== null &&
      task.start_fixed > serverNow() / 1000 &&
      plan.run?.run_type === 'live' &&
      may(context, 'run runbook') &&
      !task.predecessors.some(isOpen)
    )
  },
  blocked: whyHeld,
  perform: ({ task }) => {
    if (task) openDialog({ kind: 'start_early', taskId: task.id })
  },
}

/** The one thing that a task waits for: start what can start, finish what runs. */
export function mainActionOf(task: Task): Action | undefined {
  if (task.stage === 'startable') return startTask
  return task.stage === 'in_progress' ? finishTask : undefined
}
