import type { Changes, EventName, EventPayload } from '../events/event.ts'
import { one, type RelationshipObject, type Rendered, wireTime } from '../json-api/wire.ts'
import { displayName } from '../users/render-user.ts'
import { describeEvent } from './describe-event.ts'
import { shownEvents } from './event-names.ts'
import type { LogEntry } from './event-queries.ts'

/** Types that a log entry may point at (contract, `loggedTypes`). */
const pointable: ReadonlySet<string> = new Set([
  'folder',
  'runbook',
  'runbook_team',
  'runbook_user',
  'run',
  'comment',
  'task',
  'team',
  'stream',
  'user',
  'workspace',
  'runbook_type',
  'task_type',
  'custom_field',
  'custom_field_option',
  'custom_field_group',
  'data_source',
  'event_integration',
])

// Only Core writes the log, and only in this form.
const payloadOf = ({ payload }: LogEntry) => JSON.parse(payload) as EventPayload

const nothing: RelationshipObject = { data: null }

function resourceOf({ resource: { type, id } }: EventPayload): RelationshipObject {
  return pointable.has(type) ? { data: { type, id } } : nothing
}

/** Where it happened: in the runbook, else in the workspace; nowhere else when it is about that itself. */
function contextOf({ chain_id, workspace_id }: LogEntry, { resource }: EventPayload): RelationshipObject {
  if (chain_id !== 0 && resource.type !== 'runbook')
    return one('runbook', chain_id, `/core/runbooks/${chain_id}`)
  if (workspace_id !== null && resource.type !== 'workspace')
    return one('workspace', workspace_id, `/core/workspaces/${workspace_id}`)
  return nothing
}

/** What became of the thing that the event is about; what becomes of a run stands with its runbook. */
function changesOf({ resource, things }: EventPayload): Changes {
  const own = things.find(({ type, id }) => type === resource.type && id === resource.id)
  const told = own ?? (resource.type === 'run' ? things.find(({ type }) => type === 'runbook') : undefined)
  return told?.changes ?? {}
}

function changesOfTask({ things }: EventPayload, taskId: number): Changes {
  return things.find(({ type, id }) => type === 'task' && id === String(taskId))?.changes ?? {}
}

const actorOf = ({ actor_id }: LogEntry) => one('user', actor_id, `/core/users/${actor_id}`)

function sentenceOf(entry: LogEntry, payload: EventPayload): string {
  return describeEvent(entry.name as EventName, payload, displayName(entry), entry.runbook_name)
}

/**
 * An event as an entry of the audit trail.
 *
 * @param taskId the task of which is told what became of it
 */
export function renderActionLog(entry: LogEntry, taskId?: number): Rendered {
  const payload = payloadOf(entry)
  return {
    type: 'action_log',
    id: String(entry.id),
    attributes: {
      event: entry.name,
      description: sentenceOf(entry, payload),
      changes: changesOf(payload),
      task_changes: taskId === undefined ? null : changesOfTask(payload, taskId),
      message: payload.message ?? null,
      resource_name: payload.resource.name,
      changed_tasks_count: payload.things.filter(({ type }) => type === 'task').length,
      created_at: wireTime(entry.at),
      sequence: entry.seq,
    },
    relationships: {
      author: actorOf(entry),
      resource: resourceOf(payload),
      context: contextOf(entry, payload),
    },
    links: {},
  }
}

/** An event as an entry of the feed of its runbook. */
export function renderActivity(entry: LogEntry): Rendered {
  const payload = payloadOf(entry)
  const changes = Object.entries(changesOf(payload)).map(([field, [before, after]]) => ({
    field,
    before,
    after,
  }))
  return {
    type: 'activity',
    id: String(entry.id),
    attributes: {
      key: shownEvents[entry.name as EventName].key,
      starred: false,
      created_at: wireTime(entry.at),
      changes,
    },
    relationships: {
      activist: actorOf(entry),
      trackable: resourceOf(payload),
      recipient: one('runbook', entry.chain_id, `/core/runbooks/${entry.chain_id}`),
    },
    links: {},
    meta: { message: { plain: sentenceOf(entry, payload) } },
  }
}
