import { AppError, type Problem, problem, refuse } from '@runsheet/contract'
import { runActionsIn, runbookStageAfter } from '@runsheet/domain'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { planOf } from '../runbooks/schedule-of.ts'
import type { Run } from '../runbooks/snapshot.ts'
import { findingsOf, type StartFinding } from './findings.ts'
import type { Outside } from './read-outside.ts'
import { alignStages, settle } from './run-progress.ts'

export interface StartOptions {
  readonly run_type: Run['run_type']
  readonly comms: Run['comms']
  readonly validation_level: Run['validation_level']
  readonly rebaseline: boolean
  readonly shift_fixed_times: boolean
  readonly disable_task_notify: boolean
}

/**
 * Starts a run: checks the plan, fixes its planned times as the baseline of the run, and lets the first tasks be started.
 *
 * @param runId an id that no run has yet
 * @returns what was found and did not stop it
 * @throws {AppError} 422 `runbook_is_template`, `runbook_not_startable`, `runbook_has_no_tasks`, or
 * `runbook_validation_failed` once per finding
 */
export function startRun(
  draft: RunbookDraft,
  runId: number,
  options: StartOptions,
  outside: Outside,
): StartFinding[] {
  const { runbook } = draft
  const id = String(runbook.id)
  if (runbook.is_template) throw refuse('runbook_is_template', { id })
  const stage = runbookStageAfter(runbook.stage, 'start')
  if (!stage)
    throw refuse(
      'runbook_not_startable',
      { id, stage: runbook.stage },
      { meta: { stage: runbook.stage, allowed: runActionsIn(runbook.stage) } },
    )
  if (runbook.tasks_count === 0) throw refuse('runbook_has_no_tasks', { id })
  const findings = findingsOf(draft.base, draft.at, {
    movesTimes: options.rebaseline || options.shift_fixed_times,
    ...outside,
  })
  if (options.validation_level === 'error') refuseErrors(findings)

  const startedAt = draft.second
  const plannedFrom = planOf(draft.base).runbookStart * 1_000
  if (options.shift_fixed_times) shiftFixedTimes(draft, startedAt - plannedFrom)
  const run: Run = {
    id: runId,
    runbook_id: runbook.id,
    version_id: draft.version.id,
    ...options,
    stage: 'active',
    start_planned: options.rebaseline ? startedAt : plannedFrom,
    end_planned: plannedFrom,
    start_actual: startedAt,
    end_actual: null,
    pauses: [],
    rto: runbook.rto,
    rta: null,
    started_by: draft.actor.userId,
    created_at: draft.at,
  }
  draft.setRun(run)
  draft.setRunbook({
    stage,
    run_type: options.run_type,
    current_run_id: runId,
    start_actual: startedAt,
    end_actual: null,
    tasks_complete_count: 0,
  })
  const planned = draft.preview()
  const plan = planOf(planned)
  for (const [at, task] of planned.tasks.entries()) {
    draft.setTask(task.id, {
      start_baseline: (plan.start[at] ?? 0) * 1_000,
      end_baseline: (plan.end[at] ?? 0) * 1_000,
    })
  }
  draft.setRun({ ...run, end_planned: plan.runbookEnd * 1_000 })
  draft.setRunbook({ start_planned: plan.runbookStart * 1_000, end_planned: plan.runbookEnd * 1_000 })
  const released = alignStages(draft)
  settle(draft, {
    seq: draft.event('run.started', { resource: { type: 'run', id: runId, name: runbook.name } }),
    released,
  })
  return findings
}

function refuseErrors(findings: readonly StartFinding[]): void {
  const problems = findings.flatMap(({ finding, severity, task }): Problem[] => {
    if (severity !== 'error') return []
    return [
      problem(
        'runbook_validation_failed',
        { finding, ...(task ? { task: String(task.id) } : {}) },
        { meta: { finding, severity, ...(task ? { task: String(task.id) } : {}) } },
      ),
    ]
  })
  if (problems.length > 0) throw new AppError(problems)
}

/** Moves every fixed time by the same amount. @param byMs milliseconds, negative to move them earlier */
export function shiftFixedTimes(draft: RunbookDraft, byMs: number): void {
  if (byMs === 0) return
  for (const { id, start_fixed, end_fixed } of draft.tasks()) {
    if (start_fixed === null && end_fixed === null) continue
    draft.setTask(id, {
      start_fixed: start_fixed === null ? null : start_fixed + byMs,
      end_fixed: end_fixed === null ? null : end_fixed + byMs,
    })
  }
}
