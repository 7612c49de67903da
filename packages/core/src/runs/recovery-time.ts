import type { RunbookDraft } from '../runbooks/runbook-draft.ts'

/**
 * Recovery time actual: from the actual start of the RTO start task to the actual end of the RTO end task.
 *
 * @returns whole seconds; null while either has not happened or the runbook does not measure it
 */
export function rtaOf(draft: RunbookDraft): number | null {
  const { rto_start_task, rto_end_task } = draft.runbook
  if (rto_start_task === null || rto_end_task === null) return null
  const from = draft.task(rto_start_task)?.start_actual
  const until = draft.task(rto_end_task)?.end_actual
  return from == null || until == null ? null : Math.max(0, Math.round((until - from) / 1_000))
}
