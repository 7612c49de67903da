import { type About, refuse } from '@runsheet/contract'
import { runActionsIn, taskActionsIn, taskStageAfter } from '@runsheet/domain'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Task } from '../runbooks/snapshot.ts'
import { rtaOf } from './recovery-time.ts'
import { isSatisfied } from './requirements.ts'

/** What a person may do beyond the rules of the plan. */
export interface Powers {
  /** Runs the runbook: may start before a fixed start, and alone where several must. */
  readonly isAdmin: boolean
  readonly override: boolean
}

/** How an action by a person, or by itself, came about. */
interface Origin {
  /** Sequence of the event that made it happen by itself. */
  readonly cause?: number
  readonly message?: string | undefined
}

/** The task with a number. @throws {AppError} 404 `not_found` */
export function getTask(draft: RunbookDraft, id: number): Task {
  const task = draft.task(id)
  if (!task) throw refuse('not_found', { type: 'task', id: String(id) })
  return task
}

/**
 * Starts a task; one that takes no time, or finishes by itself, is finished with it. What it makes startable, what then
 * starts by itself and the end of the run follow.
 *
 * @throws {AppError} 422 `task_not_startable` with the reason, or `task_already_complete`
 */
export function startTask(draft: RunbookDraft, id: number, powers: Powers): void {
  const task = getTask(draft, id)
  if (task.stage === 'complete')
    throw refuse('task_already_complete', { id: String(id) }, { meta: { stage: task.stage, allowed: [] } })
  if (task.stage === 'in_progress' || !isActive(draft)) throw notStartable(draft, task)
  if (
    task.stage === 'not_startable' &&
    !(powers.override && powers.isAdmin && openPredecessors(draft, task).length === 0)
  )
    throw notStartable(draft, task)
  if (!isSatisfied(draft, task, 'start', powers.isAdmin)) return
  settle(draft, begin(draft, task, {}))
}

/**
 * Finishes a task that is in progress.
 *
 * @throws {AppError} 422 `task_not_in_progress`, `task_already_complete`, `task_requirements_not_met`, or
 * `invalid_stage_transition` while the run is paused
 */
export function finishTask(draft: RunbookDraft, id: number, powers: Powers): void {
  const task = getTask(draft, id)
  if (task.stage === 'complete')
    throw refuse('task_already_complete', { id: String(id) }, { meta: { stage: task.stage, allowed: [] } })
  if (!taskStageAfter(task.stage, 'finish')) {
    throw refuse(
      'task_not_in_progress',
      { id: String(id), stage: task.stage },
      { meta: { stage: task.stage, allowed: isActive(draft) ? taskActionsIn(task.stage) : [] } },
    )
  }
  if (!isActive(draft)) {
    const { stage } = draft.runbook
    const allowed = runActionsIn(stage)
    throw refuse(
      'invalid_stage_transition',
      { stage, action: 'finish', allowed },
      { meta: { stage, allowed } },
    )
  }
  if (!isSatisfied(draft, task, 'finish', powers.isAdmin)) return
  draft.recordAction(id, 'finish')
  complete(draft, task, 'complete_normal')
  const released = release(draft, [id])
  settle(draft, { seq: tell(draft, 'task.finished', task, {}), released })
}

/**
 * Skips a task that is not complete, whatever it waits for.
 *
 * @param comment already sanitised
 * @throws {AppError} 422 `task_already_complete`, or `task_not_startable` when the run is not active
 */
export function skipTask(draft: RunbookDraft, id: number, comment: { id: number; content: string }): void {
  const task = getTask(draft, id)
  if (task.stage === 'complete')
    throw refuse('task_already_complete', { id: String(id) }, { meta: { stage: task.stage, allowed: [] } })
  if (!isActive(draft)) throw notStartable(draft, task)
  draft.recordAction(id, 'skip')
  complete(draft, task, 'complete_skipped')
  draft.addComment({ id: comment.id, task_id: id, content: comment.content, featured: false })
  const released = release(draft, [id])
  settle(draft, { seq: tell(draft, 'task.skipped', task, { message: comment.content }), released })
}

/**
 * Brings the stages of the tasks that have not begun into line with the plan and the clock: after an edit during a run,
 * when a run goes on, when a fixed start has come.
 *
 * @returns the tasks that became startable
 */
export function alignStages(draft: RunbookDraft): number[] {
  const released: number[] = []
  for (const task of draft.tasks()) {
    if (task.stage === 'startable' && openPredecessors(draft, task).length > 0) {
      draft.setTask(task.id, { stage: 'not_startable', start_ready: null, starters: [] })
    } else if (
      task.stage === 'not_startable' &&
      openPredecessors(draft, task).length === 0 &&
      !isLocked(draft, task)
    ) {
      draft.setTask(task.id, { stage: 'startable', start_ready: draft.second })
      released.push(task.id)
    }
  }
  return released
}

/** Lets what starts by itself start, and ends the run when nothing is left to do. To be called after the event of the action. */
export function settle(
  draft: RunbookDraft,
  { seq, released }: { seq: number; released: readonly number[] },
): void {
  const queue = released.map((id) => ({ id, cause: seq }))
  let last = seq
  for (let at = 0; at < queue.length; at += 1) {
    const { id, cause } = queue[at] as { id: number; cause: number }
    const task = draft.task(id)
    if (!task || task.stage !== 'startable' || !startsByItself(draft, task)) continue
    const begun = begin(draft, task, { cause })
    last = begun.seq
    queue.push(...begun.released.map((next) => ({ id: next, cause: begun.seq })))
  }
  if (isFinished(draft)) finishRun(draft, last)
}

function startsByItself(draft: RunbookDraft, task: Task): boolean {
  return (
    isActive(draft) &&
    (task.auto_start || (draft.base.directory.taskTypes.get(task.task_type_id)?.auto_start ?? false))
  )
}

function isFinished(draft: RunbookDraft): boolean {
  const type = draft.base.directory.runbookTypes.get(draft.runbook.runbook_type_id)
  return (
    isActive(draft) &&
    !type?.incident &&
    draft.runbook.tasks_count > 0 &&
    draft.runbook.tasks_complete_count === draft.runbook.tasks_count
  )
}

function finishRun(draft: RunbookDraft, cause: number): void {
  endRun(draft, 'complete')
  draft.event('run.finished', {
    cause,
    resource: { type: 'run', id: draft.run?.id ?? 0, name: draft.runbook.name },
  })
}

/** Ends the run: its version is frozen, and what it measured stands. */
export function endRun(draft: RunbookDraft, stage: 'complete' | 'canceled'): void {
  const { run } = draft
  if (!run) return
  const pauses = run.pauses.map(([from, until]): [number, number | null] => [from, until ?? draft.second])
  draft.setRun({ ...run, stage, end_actual: draft.second, pauses, rta: rtaOf(draft) })
  draft.setRunbook({ stage, end_actual: draft.second })
  draft.freezeVersion()
}

const isActive = (draft: RunbookDraft) => draft.runbook.stage === 'active'

function openPredecessors(draft: RunbookDraft, task: Task): number[] {
  return task.predecessors.filter((id) => draft.task(id)?.stage !== 'complete')
}

/** A fixed start that has not come holds a task back in a live run. */
function isLocked(draft: RunbookDraft, task: Task): boolean {
  return draft.run?.run_type === 'live' && task.start_fixed !== null && task.start_fixed > draft.at
}

function notStartable(draft: RunbookDraft, task: Task) {
  const id = String(task.id)
  const open = openPredecessors(draft, task).map(String)
  let about: About<'task_not_startable'>
  if (!isActive(draft) || task.stage === 'in_progress')
    about = { id, reason: 'runbook_stage', stage: isActive(draft) ? task.stage : draft.runbook.stage }
  else if (open.length > 0) about = { id, reason: 'predecessors', predecessors: open }
  else about = { id, reason: 'fixed_start', at: new Date(task.start_fixed ?? draft.at).toISOString() }
  return refuse('task_not_startable', about, {
    meta: {
      stage: task.stage,
      allowed: isActive(draft) ? taskActionsIn(task.stage).filter((action) => action !== 'start') : [],
    },
  })
}

function begin(draft: RunbookDraft, task: Task, origin: Origin): { seq: number; released: number[] } {
  const type = draft.base.directory.taskTypes.get(task.task_type_id)
  draft.recordAction(task.id, 'start')
  draft.setTask(task.id, {
    stage: 'in_progress',
    start_actual: draft.second,
    start_ready: task.start_ready ?? draft.second,
    started_by: draft.actor.userId,
  })
  let released: number[] = []
  const finishesByItself = task.auto_finish || type?.auto_finish === true
  if (finishesByItself || type?.zero_duration) {
    complete(draft, getTask(draft, task.id), finishesByItself ? 'complete_auto' : 'complete_normal')
    released = release(draft, [task.id])
  }
  return { seq: tell(draft, 'task.started', task, origin), released }
}

function complete(
  draft: RunbookDraft,
  task: Task,
  completion_type: 'complete_normal' | 'complete_skipped' | 'complete_auto',
): void {
  draft.setTask(task.id, {
    stage: 'complete',
    completion_type,
    end_actual: Math.max(draft.second, task.start_actual ?? 0),
    completed_by: draft.actor.userId,
  })
  draft.countCompleted(1)
}

/** The tasks that waited for nothing but these. */
function release(draft: RunbookDraft, ids: readonly number[]): number[] {
  const released: number[] = []
  for (const id of ids.flatMap((done) => draft.successorsOf(done))) {
    const next = draft.task(id)
    if (next?.stage !== 'not_startable' || openPredecessors(draft, next).length > 0 || isLocked(draft, next))
      continue
    draft.setTask(id, { stage: 'startable', start_ready: draft.second })
    released.push(id)
  }
  return released
}

function tell(
  draft: RunbookDraft,
  name: 'task.started' | 'task.finished' | 'task.skipped',
  task: Task,
  { cause, message }: Origin,
): number {
  return draft.event(name, { resource: { type: 'task', id: task.id, name: task.name }, cause, message })
}
