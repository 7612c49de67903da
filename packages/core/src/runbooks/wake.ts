import type { Snapshot } from './snapshot.ts'

/**
 * The next instant at which the clock alone asks for an action: while planning, a scheduled start that is to happen by
 * itself; in a live run, the earliest fixed start of a task that waits for nothing else.
 *
 * @param snapshot with the instant that was asked for before it
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch, or null
 */
export function wakeAt(snapshot: Snapshot, now: number): number | null {
  const { runbook, run, tasks } = snapshot
  if (runbook.archived_at !== null || runbook.is_template) return null
  if (runbook.stage === 'planning')
    return runbook.auto_start && runbook.start_scheduled !== null && isAhead(runbook, now)
      ? runbook.start_scheduled
      : null
  if (runbook.stage !== 'active' || run?.run_type !== 'live') return null
  let earliest = Number.POSITIVE_INFINITY
  for (const task of tasks) {
    if (
      task.start_fixed !== null &&
      task.start_fixed < earliest &&
      task.stage === 'not_startable' &&
      waitsForClock(snapshot, task.predecessors)
    )
      earliest = task.start_fixed
  }
  return earliest === Number.POSITIVE_INFINITY ? null : earliest
}

/** The scheduled start is to come, or has come and nobody has seen to it yet: what happens meanwhile must not cancel it. */
function isAhead({ start_scheduled, wake_at }: Snapshot['runbook'], now: number): boolean {
  return start_scheduled !== null && (start_scheduled > now || start_scheduled === wake_at)
}

/** True when every predecessor is complete. */
export function waitsForClock(
  { tasks, positions }: Pick<Snapshot, 'tasks' | 'positions'>,
  predecessors: readonly number[],
): boolean {
  return predecessors.every((id) => tasks[positions.get(id) ?? -1]?.stage === 'complete')
}
