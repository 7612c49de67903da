import type { RunSummary } from '../events/event.ts'
import { wireSeconds, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { TimesAt } from './schedule-of.ts'
import type { Snapshot } from './snapshot.ts'

/** The state of a runbook in a few numbers, for everybody who watches it. */
export function summaryOf({ runbook }: Snapshot, { times }: TimesAt): RunSummary {
  return {
    stage: runbook.stage,
    run_type: runbook.run_type,
    tasks_count: runbook.tasks_count,
    tasks_complete_count: runbook.tasks_complete_count,
    start_actual: wireTimeOrNull(runbook.start_actual),
    end_actual: wireTimeOrNull(runbook.end_actual),
    end_display: wireSeconds(times.runbookEnd),
    end_planned: wireTime(runbook.end_planned),
  }
}
