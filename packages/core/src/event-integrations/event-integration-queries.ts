import type { ParsedQuery } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'

/** An event integration without its secrets. */
export type EventIntegration = Omit<Row<'event_integration'>, 'token' | 'signing_secret'> & {
  readonly has_token: boolean
  /** The workspace in which it lies: its own, or that of its type; null for the instance. */
  readonly place_id: number | null
  /** That workspace is archived, and so it is out of sight. */
  readonly is_archived: boolean
  readonly deliveries_count: number
}

export type EventDelivery = Row<'event_delivery'>

const place = sql<number | null>`coalesce(event_integration.workspace_id, runbook_type.workspace_id)`

/** That an integration may be seen: what lies in no workspace only by who sees all. */
const integrationSeen = (visible: Visibility): RawBuilder<boolean> =>
  visible === 'all' ? sql<boolean>`true` : sql<boolean>`(${place}) = any(${visible.workspaces})`

const integrations = (db: Db | Trx) =>
  db
    .selectFrom('event_integration')
    .leftJoin('runbook_type', 'runbook_type.id', 'event_integration.runbook_type_id')
    .leftJoin('workspace', (join) => join.on(sql<boolean>`workspace.id = ${place}`))

const withColumns = (query: ReturnType<typeof integrations>) =>
  query.select([
    'event_integration.id',
    'event_integration.name',
    'event_integration.workspace_id',
    'event_integration.runbook_type_id',
    'event_integration.event_types',
    'event_integration.enabled',
    'event_integration.execute_in_rehearsal',
    'event_integration.execute_in_planning',
    'event_integration.url',
    'event_integration.http_method',
    'event_integration.headers',
    'event_integration.auth_type',
    'event_integration.token_type',
    'event_integration.custom_payload',
    'event_integration.changed_seq',
    'event_integration.created_at',
    'event_integration.updated_at',
    sql<boolean>`event_integration.token is not null`.as('has_token'),
    place.as('place_id'),
    sql<boolean>`workspace.archived_at is not null`.as('is_archived'),
    sql<number>`(select count(*) from event_delivery d where d.event_integration_id = event_integration.id)`.as(
      'deliveries_count',
    ),
  ])

export interface IntegrationFilter {
  readonly visible: Visibility
  readonly query: string | undefined
  readonly enabled: boolean | undefined
  readonly workspaceId: number | undefined
  readonly runbookTypeId: number | undefined
}

/** One page of event integrations and the number of all. */
export function listEventIntegrations(
  db: Db,
  filter: IntegrationFilter,
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<EventIntegration>> {
  const { visible, query: text, enabled, workspaceId, runbookTypeId } = filter
  let query = integrations(db).where(integrationSeen(visible)).where('workspace.archived_at', 'is', null)
  if (text !== undefined)
    query = query.where((where) =>
      where.or([contains('event_integration.name', text), contains('event_integration.url', text)]),
    )
  if (enabled !== undefined) query = query.where('event_integration.enabled', '=', enabled)
  if (workspaceId !== undefined) query = query.where('event_integration.workspace_id', '=', workspaceId)
  if (runbookTypeId !== undefined)
    query = query.where('event_integration.runbook_type_id', '=', runbookTypeId)
  const id = { column: 'event_integration.id', descending: false }
  return listPage(query, { order: ordersOf('event_integration', sort), id, page }, withColumns)
}

export function findEventIntegration(db: Db | Trx, id: number): Promise<EventIntegration | undefined> {
  return withColumns(integrations(db)).where('event_integration.id', '=', id).executeTakeFirst()
}

/** Event integrations by id, those that may be seen. */
export function findEventIntegrations(
  db: Db,
  ids: readonly number[],
  visible: Visibility,
): Promise<EventIntegration[]> {
  return withColumns(integrations(db))
    .where(sql<boolean>`event_integration.id = any(${ids})`)
    .where(integrationSeen(visible))
    .orderBy('event_integration.id')
    .execute()
}

/** Breaks `event_integration_name_taken` when the name is in use. @returns its id */
export async function insertEventIntegration(
  trx: Trx,
  values: Insertable<Tables['event_integration']>,
): Promise<number> {
  const { id } = await trx
    .insertInto('event_integration')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Breaks `event_integration_name_taken` when the name is in use. */
export async function changeEventIntegration(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['event_integration']>,
): Promise<void> {
  await trx.updateTable('event_integration').set(patch).where('id', '=', id).execute()
}

export async function deleteEventIntegration(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('event_integration').where('id', '=', id).execute()
}

/** One page of the deliveries of an integration, the newest first, and the number of all. */
export function listDeliveries(
  db: Db,
  filter: { integrationId: number; status: readonly EventDelivery['status'][] | undefined },
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<EventDelivery>> {
  let query = db.selectFrom('event_delivery').where('event_integration_id', '=', filter.integrationId)
  if (filter.status !== undefined) query = query.where(sql<boolean>`status = any(${filter.status})`)
  const id = { column: 'event_delivery.id', descending: sort[0]?.descending !== false }
  return listPage(query, { order: ordersOf('event_delivery', sort), id, page }, (deliveries) =>
    deliveries.selectAll(),
  )
}
