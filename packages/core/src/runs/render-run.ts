import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { Run } from '../runbooks/snapshot.ts'

/** Whole seconds spent in pauses that have ended. */
function pausedSeconds(pauses: Run['pauses']): number {
  const ms = pauses.reduce((sum, [from, until]) => sum + (until === null ? 0 : until - from), 0)
  return Math.floor(ms / 1_000)
}

/** A run as its document shows it. */
export function renderRun(run: Run): Rendered {
  const path = `/core/runbooks/${run.runbook_id}`
  return {
    type: 'run',
    id: String(run.id),
    attributes: {
      run_type: run.run_type,
      stage: run.stage,
      comms: run.comms,
      validation_level: run.validation_level,
      rebaseline: run.rebaseline,
      shift_fixed_times: run.shift_fixed_times,
      disable_task_notify: run.disable_task_notify,
      start_planned: wireTime(run.start_planned),
      end_planned: wireTime(run.end_planned),
      start_actual: wireTime(run.start_actual),
      end_actual: wireTimeOrNull(run.end_actual),
      paused_duration: pausedSeconds(run.pauses),
      pauses: run.pauses.map(([from, until]) => ({ from: wireTime(from), until: wireTimeOrNull(until) })),
      rto: run.rto,
      rta: run.rta,
      created_at: wireTime(run.created_at),
    },
    relationships: {
      runbook: one('runbook', run.runbook_id, path),
      runbook_version: one('runbook_version', run.version_id, `${path}/runbook_versions/${run.version_id}`),
      started_by: one('user', run.started_by, `/core/users/${run.started_by}`),
    },
    links: { self: `${path}/runs/${run.id}` },
  }
}
