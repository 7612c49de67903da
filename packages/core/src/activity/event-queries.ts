import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { EventName } from '../events/event.ts'
import { listPage } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'
import { runbookSeen } from '../json-api/seen.ts'
import { sqlTime } from '../json-api/wire.ts'

/** An event of the log with the names that tell about it. */
export interface LogEntry {
  readonly id: number
  /** The runbook, or 0 for the instance. */
  readonly chain_id: number
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly actor_id: number
  readonly name: string
  readonly workspace_id: number | null
  readonly payload: string
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  /** Null for an event of the instance, and where the runbook has been deleted. */
  readonly runbook_name: string | null
}

export interface EventFilter {
  /** Runbooks whose events may be seen. */
  readonly runbooks: Visibility
  /** Events of the instance that may be seen: all, or those of these workspaces; left out where undefined. */
  readonly instance: 'all' | readonly number[] | undefined
  readonly runbookId: number | undefined
  /** A task of that runbook that changed, or that something was said about. */
  readonly taskId: number | undefined
  readonly actorId: number | undefined
  readonly workspaceId: number | undefined
  readonly names: readonly EventName[] | undefined
  /** Milliseconds since the epoch, itself included. */
  readonly after: number | undefined
  /** Milliseconds since the epoch, itself left out. */
  readonly before: number | undefined
}

/** That an event may be seen: by the runbook whose chain it is in, or by the workspace that an event of the instance is about. */
function eventSeen({ runbooks, instance }: Pick<EventFilter, 'runbooks' | 'instance'>): RawBuilder<boolean> {
  // What is left of a deleted runbook is its events: those who see all runbooks see them.
  const ofRunbooks = sql<boolean>`(event.chain_id <> 0 and ${runbookSeen(runbooks)})`
  if (instance === undefined) return ofRunbooks
  if (instance === 'all') return sql<boolean>`(event.chain_id = 0 or ${ofRunbooks})`
  return sql<boolean>`((event.chain_id = 0 and event.workspace_id = any(${instance})) or ${ofRunbooks})`
}

/**
 * That a task changed with an event, or is what the event is about; a comment changes the count of its task. The search
 * for its id as text comes first: it spares the reading of most payloads as JSON.
 */
function eventOfTask(id: number): RawBuilder<boolean> {
  const task = { type: 'task', id: String(id) }
  return sql<boolean>`(strpos(event.payload, ${`"id":"${id}"`}) > 0
    and (event.payload::jsonb @> ${JSON.stringify({ resource: task })}::jsonb
      or event.payload::jsonb @> ${JSON.stringify({ things: [task] })}::jsonb))`
}

/** One page of the log, the newest first unless sorted, and the number of all. */
export async function listEvents(
  db: Db,
  filter: EventFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<LogEntry>> {
  let query = db
    .selectFrom('event')
    .leftJoin('runbook', 'runbook.id', 'event.chain_id')
    .where(eventSeen(filter))
  if (filter.runbookId !== undefined) query = query.where('event.chain_id', '=', filter.runbookId)
  if (filter.taskId !== undefined) query = query.where(eventOfTask(filter.taskId))
  if (filter.actorId !== undefined) query = query.where('event.actor_id', '=', filter.actorId)
  if (filter.workspaceId !== undefined) query = query.where('event.workspace_id', '=', filter.workspaceId)
  if (filter.names !== undefined) query = query.where(sql<boolean>`event.name = any(${filter.names})`)
  if (filter.after !== undefined)
    query = query.where(sql<boolean>`event.at >= ${sqlTime(filter.after)}::timestamptz`)
  if (filter.before !== undefined)
    query = query.where(sql<boolean>`event.at < ${sqlTime(filter.before)}::timestamptz`)

  const descending = sort[0]?.descending !== false
  const order = sort.length > 0 ? [{ column: 'event.at', descending }] : []
  return listPage(query, { order, id: { column: 'event.id', descending }, page }, (events) =>
    events
      .innerJoin('app_user', 'app_user.id', 'event.actor_id')
      .select([
        'event.id',
        'event.chain_id',
        'event.seq',
        'event.at',
        'event.actor_id',
        'event.name',
        'event.workspace_id',
        'event.payload',
        'app_user.email',
        'app_user.first_name',
        'app_user.last_name',
        'runbook.name as runbook_name',
      ]),
  )
}
