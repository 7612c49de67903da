import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { VersionWithRun } from './run-queries.ts'

/** A version of the plan of a runbook as the document shows it. */
export function renderVersion(version: VersionWithRun): Rendered {
  const path = `/core/runbooks/${version.runbook_id}`
  return {
    type: 'runbook_version',
    id: String(version.id),
    attributes: {
      number: version.number,
      current: version.current,
      created_at: wireTime(version.created_at),
      frozen_at: wireTimeOrNull(version.frozen_at),
    },
    relationships: {
      runbook: one('runbook', version.runbook_id, path),
      run:
        version.run_id === null
          ? one('run', null)
          : one('run', version.run_id, `${path}/runs/${version.run_id}`),
    },
    links: { self: `${path}/runbook_versions/${version.id}` },
  }
}
