import { type Access, type GroupBounds, groupBounds, type Times } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered, wireSecondsOrNull, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import { planOf, type TimesAt } from '../runbooks/schedule-of.ts'
import { scopeOf, streamIds } from '../runbooks/scope-of.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'

/** Bounds of every stream over its own tasks and those of its sub-streams. */
function boundsOf({ streams, tasks }: Snapshot, times: Times): { own: GroupBounds; whole: GroupBounds } {
  const index = new Map(streams.map(({ id }, at) => [id, at]))
  const parents = streams.map(({ id, parent_id }) => index.get(parent_id ?? id) ?? -1)
  const own = Int32Array.from(tasks, ({ stream_id }) => index.get(stream_id) ?? -1)
  const whole = own.map((at) => parents[at] ?? -1)
  return { own: groupBounds(own, streams.length, times), whole: groupBounds(whole, streams.length, times) }
}

/** Baseline of a run as times, so that planned bounds stay those of its start. */
function plannedTimes(snapshot: Snapshot): Times {
  const plan = planOf(snapshot)
  if (!snapshot.run) return plan
  const baseline = (member: 'start_baseline' | 'end_baseline', planned: Float64Array) =>
    Float64Array.from(snapshot.tasks, (task, at) => {
      const ms = task[member]
      return ms === null ? planned[at]! : Math.floor(ms / 1_000)
    })
  return { ...plan, start: baseline('start_baseline', plan.start), end: baseline('end_baseline', plan.end) }
}

/** All streams of a runbook as documents. @param moment with it, forecast times are shown */
export function renderStreams(snapshot: Snapshot, access: Access, moment?: TimesAt): Rendered[] {
  const { runbook, version, streams } = snapshot
  const scope = scopeOf(runbook)
  const planned = boundsOf(snapshot, plannedTimes(snapshot))
  const forecast = moment && boundsOf(snapshot, moment.times)
  const path = `/core/runbooks/${runbook.id}`
  return streams.map((stream, at) => {
    const kind = stream.parent_id === null ? 'whole' : 'own'
    const bounds = planned[kind]
    const display = forecast?.[kind]
    return {
      type: 'stream',
      id: String(stream.id),
      attributes: {
        name: stream.name,
        description: stream.description,
        color: stream.color,
        is_primary: stream.is_primary,
        status: stream.status,
        status_message: stream.status_message,
        status_updated_at: wireTimeOrNull(stream.status_updated_at),
        start_planned: wireSecondsOrNull(bounds.start[at]!),
        end_planned: wireSecondsOrNull(bounds.end[at]!),
        start_latest_planned: wireSecondsOrNull(bounds.latestStart[at]!),
        end_latest_planned: wireSecondsOrNull(bounds.latestEnd[at]!),
        ...(display
          ? {
              start_display: wireSecondsOrNull(display.start[at]!),
              end_display: wireSecondsOrNull(display.end[at]!),
            }
          : {}),
        tasks_count: bounds.count[at] ?? 0,
        created_at: wireTime(stream.created_at),
        updated_at: wireTime(stream.updated_at),
      },
      relationships: {
        parent: one('stream', stream.parent_id),
        runbook: one('runbook', runbook.id, path),
        runbook_version: one('runbook_version', version.id),
        status_author: one('user', stream.status_author_id),
      },
      links: { self: `${path}/streams/${stream.id}` },
      meta: { permissions: abilitiesOn('stream', access, { ...scope, stream_ids: streamIds(stream) }) },
    }
  })
}
