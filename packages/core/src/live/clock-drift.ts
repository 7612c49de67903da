import { wireSeconds } from '../json-api/wire.ts'
import type { RunbookStore } from '../runbooks/runbook-store.ts'
import { timesAt } from '../runbooks/schedule-of.ts'

/** The expected end of a run that is under way, at an instant. */
export interface ExpectedEnd {
  /** Of the runbook that it was computed from. */
  readonly seq: number
  readonly as_of: string
  readonly end_display: string
}

/**
 * Where the clock has moved the end of a run to.
 *
 * @param seq the runbook as it stands, or later
 * @param now milliseconds since the epoch
 * @returns undefined while nothing is run: then the clock moves nothing
 */
export async function expectedEnd(
  runbooks: RunbookStore,
  id: number,
  seq: number,
  now: number,
): Promise<ExpectedEnd | undefined> {
  const snapshot = await runbooks.view(id, { seq, instanceRevision: 0 })
  if (!snapshot.run || snapshot.run.end_actual !== null) return undefined
  const { times, asOf } = timesAt(snapshot, now)
  return { seq: snapshot.runbook.seq, as_of: wireSeconds(asOf), end_display: wireSeconds(times.runbookEnd) }
}
