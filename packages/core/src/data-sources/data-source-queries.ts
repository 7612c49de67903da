import type { ParsedQuery, SourceType } from '@runsheet/contract'
import type { Visibility } from '@runsheet/domain'
import { type Insertable, sql, type Updateable } from 'kysely'
import { contains } from '../db/contains.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Row, Tables } from '../db/tables.ts'
import { listPage, ordersOf } from '../json-api/list-page.ts'
import type { Listed } from '../json-api/listed.ts'

/** A data source without its secret. */
export type DataSource = Omit<Row<'data_source'>, 'token'> & { readonly has_token: boolean }

const columns = [
  'data_source.id',
  'data_source.name',
  'data_source.source_type',
  'data_source.endpoint_url',
  'data_source.http_method',
  'data_source.query_parameter',
  'data_source.auth_type',
  'data_source.token_type',
  'data_source.filename',
  'data_source.columns',
  'data_source.records_count',
  'data_source.uploaded_at',
  'data_source.archived_at',
  'data_source.changed_seq',
  'data_source.created_at',
  'data_source.updated_at',
] as const
const hasToken = sql<boolean>`token is not null`.as('has_token')

/** One page of data sources and the number of all. */
export function listDataSources(
  db: Db,
  filter: {
    readonly query: string | undefined
    readonly sourceTypes: readonly SourceType[] | undefined
    readonly archived: boolean
    readonly visible: Visibility
  },
  sort: ParsedQuery['sort'],
  page: ParsedQuery['page'],
): Promise<Listed<DataSource>> {
  let query = db.selectFrom('data_source').where('archived_at', filter.archived ? 'is not' : 'is', null)
  if (filter.visible !== 'all') query = query.where(sql<boolean>`false`)
  if (filter.query !== undefined) query = query.where(contains('name', filter.query))
  if (filter.sourceTypes !== undefined)
    query = query.where(sql<boolean>`source_type = any(${filter.sourceTypes})`)
  const order = ordersOf('data_source', sort, ['uploaded_at'])
  const id = { column: 'data_source.id', descending: false }
  return listPage(query, { order, id, page }, (sources) => sources.select(columns).select(hasToken))
}

export function findDataSource(db: Db | Trx, id: number): Promise<DataSource | undefined> {
  return db.selectFrom('data_source').select(columns).select(hasToken).where('id', '=', id).executeTakeFirst()
}

/** Data sources by id, for who may read them. */
export function findDataSources(db: Db, ids: readonly number[], visible: Visibility): Promise<DataSource[]> {
  return db
    .selectFrom('data_source')
    .select(columns)
    .select(hasToken)
    .where(sql<boolean>`id = any(${visible === 'all' ? ids : []})`)
    .orderBy('id')
    .execute()
}

/** Breaks `data_source_name_taken` when the name is in use. */
export function insertDataSource(trx: Trx, values: Insertable<Tables['data_source']>): Promise<DataSource> {
  return trx
    .insertInto('data_source')
    .values(values)
    .returning(columns)
    .returning(hasToken)
    .executeTakeFirstOrThrow()
}

/** Breaks `data_source_name_taken` when the name is in use. */
export function changeDataSource(
  trx: Trx,
  id: number,
  patch: Updateable<Tables['data_source']>,
): Promise<DataSource> {
  return trx
    .updateTable('data_source')
    .set(patch)
    .where('id', '=', id)
    .returning(columns)
    .returning(hasToken)
    .executeTakeFirstOrThrow()
}
