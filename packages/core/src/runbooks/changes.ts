import type { ChangedThing } from '../events/event.ts'
import { wireTime } from '../json-api/wire.ts'

/** Members that are not worth telling: they follow from the event itself. */
const untold = new Set([
  'changed_seq',
  'updated_at',
  'created_at',
  'seq',
  'last_event_at',
  'last_hash',
  'touched_at',
  'wake_at',
  'end_forecast',
  'end_moves_from',
  'next_task_id',
  'positions',
  'current_version_id',
])

const instants = /^(start|end)_(scheduled|planned|actual|fixed|ready|baseline)$|_at$/

/** How a member is called on the wire. */
const wireNames: Readonly<Record<string, string>> = {
  start_baseline: 'start_planned',
  end_baseline: 'end_planned',
  links: 'task_links',
  stream_ids: 'streams',
  is_default: 'default',
  task_type_ids: 'task_types',
  custom_field_ids: 'custom_fields',
  runbook_type_ids: 'runbook_types',
}

const idLists: ReadonlySet<string> = new Set([
  'predecessors',
  'users',
  'stream_ids',
  'task_type_ids',
  'custom_field_ids',
  'runbook_type_ids',
])

function toldValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (instants.test(name) && typeof value === 'number') return wireTime(value)
  if (typeof value === 'number' && (name.endsWith('_id') || name.endsWith('_by'))) return String(value)
  if (idLists.has(name)) return (value as readonly number[]).map(String)
  if (name === 'assignees' || name === 'recipients')
    return (value as readonly { type: string; id: number }[]).map(({ type, id }) => ({
      type,
      id: String(id),
    }))
  if (name === 'links')
    return (value as readonly { runbook_id: number; link_type: string }[]).map(
      ({ runbook_id, link_type }) => ({ id: String(runbook_id), link_type }),
    )
  return value
}

const isSame = (a: unknown, b: unknown) =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    JSON.stringify(a) === JSON.stringify(b))

/**
 * What became of something, member by member.
 *
 * @param before null when it is new
 * @param after null when it is gone
 */
export function describeChange(
  type: string,
  id: string,
  before: object | null,
  after: object | null,
): ChangedThing {
  const changes: Record<string, [unknown, unknown]> = {}
  const old = (before ?? {}) as Record<string, unknown>
  const now = (after ?? {}) as Record<string, unknown>
  for (const name of Object.keys(after ?? before ?? {})) {
    if (name === 'id' || untold.has(name) || isSame(old[name] ?? null, now[name] ?? null)) continue
    changes[wireNames[name] ?? name] = [toldValue(name, old[name]), toldValue(name, now[name])]
  }
  return { type, id, changes }
}
