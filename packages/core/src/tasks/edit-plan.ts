import { AppError, problem, refuse } from '@runsheet/contract'
import { isUnderWay, mayEditPlan } from '@runsheet/domain'
import type { EventName } from '../events/event.ts'
import type { About } from '../runbooks/draft-events.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Task } from '../runbooks/snapshot.ts'
import { alignStages, settle } from '../runs/run-progress.ts'

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

/** @throws {AppError} 422 `runbook_locked` naming what may not be changed of a task that has begun */
export function checkNotBegun(draft: RunbookDraft, task: Task, patch: Partial<Task>): void {
  if (!isUnderWay(draft.runbook.stage) || (task.stage !== 'in_progress' && task.stage !== 'complete')) return
  const fixed = (Object.keys(patch) as (keyof Task)[]).filter((member) => !freeAfterStart.includes(member))
  if (fixed.length === 0) return
  const about = { id: String(draft.runbook.id), stage: draft.runbook.stage }
  throw new AppError(
    fixed.map((member) =>
      problem('runbook_locked', about, {
        pointer:
          member === 'predecessors' ? '/data/relationships/predecessors' : `/data/attributes/${member}`,
        meta: { stage: task.stage },
      }),
    ),
  )
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
  for (const other of draft.tasks()) {
    if (!other.predecessors.includes(task.id)) continue
    const inherited = new Set([...other.predecessors.filter((id) => id !== task.id), ...task.predecessors])
    draft.setTask(other.id, { predecessors: [...inherited].sort((a, b) => a - b) })
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
