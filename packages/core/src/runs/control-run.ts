import type { RunbookStage } from '@runsheet/contract'
import { refuse } from '@runsheet/contract'
import { type RunAction, runActionsIn, runbookStageAfter } from '@runsheet/domain'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { alignStages, endRun, settle } from './run-progress.ts'

/** The stage that an action leads to. @throws {AppError} 422 `runbook_is_template` or `invalid_stage_transition` */
function stageAfter(draft: RunbookDraft, action: RunAction): RunbookStage {
  const { id, stage, is_template } = draft.runbook
  if (is_template) throw refuse('runbook_is_template', { id: String(id) })
  const next = runbookStageAfter(stage, action)
  if (!next)
    throw refuse(
      'invalid_stage_transition',
      { stage, action, allowed: runActionsIn(stage) },
      { meta: { stage, allowed: runActionsIn(stage) } },
    )
  return next
}

const aboutRun = (draft: RunbookDraft, message: string | undefined) => ({
  resource: { type: 'run', id: draft.run?.id ?? 0, name: draft.runbook.name },
  message,
})

/** Pauses the run: from now on nothing starts or ends. */
export function pauseRun(draft: RunbookDraft, message: string | undefined): void {
  draft.setRunbook({ stage: stageAfter(draft, 'pause') })
  const { run } = draft
  if (run) draft.setRun({ ...run, stage: 'paused', pauses: [...run.pauses, [draft.second, null]] })
  draft.event('run.paused', aboutRun(draft, message))
}

/** Lets a paused run go on: what was held back meanwhile may start. */
export function resumeRun(draft: RunbookDraft, message: string | undefined): void {
  draft.setRunbook({ stage: stageAfter(draft, 'resume') })
  const { run } = draft
  if (run)
    draft.setRun({
      ...run,
      stage: 'active',
      pauses: run.pauses.map(([from, until]) => [from, until ?? draft.second]),
    })
  const already = draft
    .tasks()
    .filter(({ stage }) => stage === 'startable')
    .map(({ id }) => id)
  const released = alignStages(draft)
  settle(draft, {
    seq: draft.event('run.resumed', aboutRun(draft, message)),
    released: [...already, ...released],
  })
}

/** Ends the run before its time: open tasks stay as they are. */
export function cancelRun(draft: RunbookDraft, message: string | undefined): void {
  stageAfter(draft, 'cancel')
  endRun(draft, 'canceled')
  draft.event('run.cancelled', aboutRun(draft, message))
}

/** @throws {AppError} 422 `invalid_stage_transition` unless a run has ended */
export function checkMayReturnToPlanning(draft: RunbookDraft): void {
  stageAfter(draft, 'return_to_planning')
}
