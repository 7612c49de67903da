import type { NewEvent } from '../events/event.ts'
import { changedRows } from './changed-rows.ts'
import type { DraftChanges } from './draft-changes.ts'
import { type Actor, newEvents, type ToldEvent } from './draft-events.ts'
import { checkHorizon, movingEndOf, planOf } from './schedule-of.ts'
import type { Runbook, Snapshot } from './snapshot.ts'
import { wakeAt } from './wake.ts'

/** What the commit of an action needs: the snapshot after it, the changed rows, the events. */
export interface BuiltChange {
  readonly next: Snapshot
  readonly change: Record<string, unknown>
  readonly events: NewEvent[]
}

/**
 * What an action has come to: the runbook with the times that follow from the changes, and with when it has to be woken.
 *
 * @param draft the snapshot after the action, with the times of before
 * @param told the events of the action, in their order
 * @throws {AppError} 422 `out_of_range` when the plan ends beyond all calendars
 */
export function builtChange(
  changes: DraftChanges,
  draft: Snapshot,
  told: readonly ToldEvent[],
  actor: Actor,
): BuiltChange {
  const { base, at, run } = changes
  const isPlanning = run === null || changes.runbook.stage === 'planning'
  if (isPlanning || changes.isReplanned) checkHorizon(planOf(draft).runbookEnd)
  const plan = isPlanning ? planOf(draft) : undefined
  const runbook: Runbook = {
    ...changes.runbook,
    ...(plan ? { start_planned: plan.runbookStart * 1_000, end_planned: plan.runbookEnd * 1_000 } : {}),
    seq: base.runbook.seq + told.length,
    last_event_at: at,
    touched_at: at,
  }
  const placed: Snapshot = { ...draft, runbook }
  const next: Snapshot = {
    ...placed,
    runbook: { ...runbook, wake_at: wakeAt(placed, at), ...movingEndOf(placed, at) },
  }
  return { next, change: changedRows(changes, next), events: newEvents(changes, actor, told, next) }
}
