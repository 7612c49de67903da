import { hasEnded, isUnderWay, mayEditPlan } from '@runsheet/domain'
import { type ActionContext, may } from '../actions/action.ts'
import type { Words } from '../language/en/index.ts'
import type { Task } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'

/** What may still be changed of a task that has begun: the rest is a fact. */
const freeAfterStart: ReadonlySet<string> = new Set([
  'name',
  'description',
  'level',
  'assignees',
  'custom_field_values',
  'end_requirements',
  'end_minimum',
  'end_fixed',
  'stream',
  'successors',
])

/**
 * Why a member of a task cannot be changed now, in words.
 *
 * @returns undefined when it can
 */
export function whyFixed(
  context: ActionContext,
  task: Task,
  member: string,
  { task: { fields } }: Words,
): string | undefined {
  const { runbook, taskTypes } = context.state.plan
  const { why } = fields
  // What follows is changed in the tasks that follow, each by its own right.
  const isAllowed =
    member === 'successors'
      ? may(context, 'create task')
      : mayWithTask(context.state.plan, 'task.update', task)
  if (!isAllowed) return why.mayNot
  if (runbook.archived) return why.archived
  if (hasEnded(runbook.stage)) return why.ended
  if (!mayEditPlan(runbook.stage, runbook.is_dynamic)) return why.active
  const hasBegun = task.stage === 'in_progress' || task.stage === 'complete'
  if (isUnderWay(runbook.stage) && hasBegun && !freeAfterStart.has(member)) return why.begun
  const type = taskTypes.get(task.task_type_id)
  if (member === 'start_fixed' && type?.fixed_start === false) return why.noFixed
  return member === 'duration' && type?.zero_duration ? why.noDuration : undefined
}
