import { mayEditPlan } from '@runsheet/domain'
import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'
import { type Action, type ActionContext, may } from './action.ts'

/** Whether the caller may change the plan in the stage that the runbook is in, if only in some stream. */
export function canEditPlan(context: ActionContext): boolean {
  const { stage, is_dynamic, archived } = context.state.plan.runbook
  return !archived && may(context, 'create task') && mayEditPlan(stage, is_dynamic)
}

/** Whether the caller may change a task now, as far as it has not begun. */
export function canEditTask(context: ActionContext, task: Task | undefined = context.task): boolean {
  return task !== undefined && canEditPlan(context) && mayWithTask(context.state.plan, 'task.update', task)
}

/** The same of several tasks, by their ids. */
export function canEditTasks(context: ActionContext, taskIds: Iterable<number>): boolean {
  const { tasks, positions } = context.state.plan
  return [...taskIds].every((id) => canEditTask(context, tasks[positions.get(id) ?? -1]))
}

const addAfter: Action = {
  id: 'task.add_after',
  name: () => theWords().run.keys.addAfter,
  icon: 'plus',
  keys: ['A'],
  visible: (context) => context.view === 'list' && canEditPlan(context),
  perform: ({ ui, hand, state }) =>
    ui.set({ entryAfter: hand.cursor ?? state.plan.tasks.at(-1)?.id ?? null }),
}

const addAtTop: Action = {
  id: 'task.add_top',
  name: () => theWords().run.keys.addTop,
  icon: 'plus',
  keys: ['Shift+A'],
  visible: (context) => context.view === 'list' && canEditPlan(context),
  perform: ({ ui }) => ui.set({ entryAfter: null }),
}

const select: Action = {
  id: 'task.select',
  name: () => theWords().run.keys.select,
  keys: ['Space'],
  visible: (context) => context.task !== undefined && (context.view === 'list' || context.view === 'map'),
  perform: ({ ui, hand, task }) => {
    if (!task) return
    const selected = new Set(hand.selected)
    if (!selected.delete(task.id)) selected.add(task.id)
    ui.set({ selected })
  },
}

const deleteTasks: Action = {
  id: 'task.delete',
  name: () => theWords().run.keys.deleteTasks,
  icon: 'trash',
  keys: ['Delete'],
  visible: (context) =>
    context.hand.selected.size > 0 ? canEditTasks(context, context.hand.selected) : canEditTask(context),
  perform: ({ hand, task }) => {
    const taskIds = hand.selected.size > 0 ? [...hand.selected] : task ? [task.id] : []
    if (taskIds.length > 0) openDialog({ kind: 'delete_tasks', taskIds })
  },
}

/** What changes the plan. Views add their own, such as connecting nodes. */
export const planActions: readonly Action[] = [addAfter, addAtTop, select, deleteTasks]
