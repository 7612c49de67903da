import { AppError, type Problem, problem, refuse } from '@runsheet/contract'
import { isUnderWay, mayEditPlan } from '@runsheet/domain'
import type { EventName } from '../events/event.ts'
import type { About } from '../runbooks/draft-events.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Task } from '../runbooks/snapshot.ts'
import { alignStages, getTask, settle } from '../runs/run-progress.ts'

/**
 * Refuses where the plan may not be edited: a run of a type that is not dynamic, an ended run.
 *
 * @throws {AppError} 422 `runbook_locked`
 */
export function checkMayEdit(draft: RunbookDraft): void {
  const { id, stage, runbook_type_id } = draft.runbook
  const type = draft.base.directory.runbookTypes.get(runbook_type_id)
  const isDynamic = (type?.dynamic ?? false) || (type?.incident ?? false)
  if (!mayEditPlan(stage, isDynamic))
    throw refuse('runbook_locked', { id: String(id), stage }, { meta: { stage } })
}

/** What may be changed of a task that has begun: the rest is a fact. */
const freeAfterStart: readonly (keyof Task)[] = [
  'name',
  'description',
  'level',
  'message',
  'disable_notify',
  'assignees',
  'recipients',
  'custom_field_values',
  'end_requirements',
  'end_minimum',
  'end_fixed',
  'stream_id',
]

/**
 * What may not be changed of a task that has begun: one `runbook_locked` for each member.
 *
 * @param at where the task stands in the body
 */
export function begunProblems(
  draft: RunbookDraft,
  task: Pick<Task, 'stage'>,
  patch: Partial<Task>,
  at: string,
): Problem[] {
  if (!isUnderWay(draft.runbook.stage) || (task.stage !== 'in_progress' && task.stage !== 'complete'))
    return []
  const fixed = (Object.keys(patch) as (keyof Task)[]).filter((member) => !freeAfterStart.includes(member))
  const about = { id: String(draft.runbook.id), stage: draft.runbook.stage }
  return fixed.map((member) =>
    problem('runbook_locked', about, {
      pointer: `${at}/${member === 'predecessors' ? 'relationships' : 'attributes'}/${member}`,
      meta: { stage: task.stage },
    }),
  )
}

/** @throws {AppError} 422 `runbook_locked` when a task has begun, and so cannot be deleted */
export function checkNotBegun(draft: RunbookDraft, task: Task): void {
  const problems = begunProblems(draft, task, { duration: 0 }, '/data')
  if (problems.length > 0) throw new AppError(problems)
}

/** Closes an edit of the plan: during a run, stages follow the new plan, in the same event. */
export function finishEdit(draft: RunbookDraft, name: EventName, about: About): void {
  const isRunning = isUnderWay(draft.runbook.stage)
  const released = isRunning ? alignStages(draft) : []
  const seq = draft.event(name, about)
  if (isRunning) settle(draft, { seq, released })
}

/** Takes a task out of the plan: those that waited for it wait for what it waited for. */
export function removeTask(draft: RunbookDraft, task: Task): void {
  for (const successor of draft.successorsOf(task.id)) {
    const others = getTask(draft, successor).predecessors.filter((id) => id !== task.id)
    const inherited = new Set([...others, ...task.predecessors])
    draft.setTask(successor, { predecessors: [...inherited].sort((a, b) => a - b) })
  }
  draft.removeTask(task.id)
  const { rto_start_task, rto_end_task } = draft.runbook
  if (rto_start_task === task.id || rto_end_task === task.id) {
    draft.setRunbook({
      ...(rto_start_task === task.id ? { rto_start_task: null } : {}),
      ...(rto_end_task === task.id ? { rto_end_task: null } : {}),
    })
  }
}
