import type { Access } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { DataSource } from './data-source-queries.ts'
import type { UploadGrant } from './upload-address.ts'

/** A data source as its document shows it. */
export function renderDataSource(source: DataSource, access: Access): Rendered {
  return {
    type: 'data_source',
    id: String(source.id),
    attributes: {
      name: source.name,
      source_type: source.source_type,
      filename: source.filename,
      columns: source.columns,
      records_count: source.records_count,
      uploaded_at: wireTimeOrNull(source.uploaded_at),
      endpoint_url: source.endpoint_url,
      http_method: source.http_method,
      query_parameter: source.query_parameter,
      auth_type: source.auth_type,
      token_type: source.token_type,
      has_token: source.has_token,
      archived: source.archived_at !== null,
      created_at: wireTime(source.created_at),
      updated_at: wireTime(source.updated_at),
    },
    relationships: {},
    links: { self: `/core/data_sources/${source.id}` },
    meta: { permissions: abilitiesOn('data_source', access, {}) },
  }
}

/** A record as the document shows it. @param columns of its source */
export function renderRecord(
  { id, data_source_id, cells }: Row<'data_source_record'>,
  columns: readonly string[],
): Rendered {
  return {
    type: 'data_source_record',
    id: String(id),
    attributes: { values: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) },
    relationships: {
      data_source: one('data_source', data_source_id, `/core/data_sources/${data_source_id}`),
    },
    links: {},
  }
}

/** An upload as the document shows it. @param more what only one of its two answers tells */
export function renderUpload(
  { id, filename, expires_at }: UploadGrant,
  more: Readonly<Record<string, unknown>>,
): Rendered {
  return {
    type: 'data_source_upload',
    id: String(id),
    attributes: {
      key: String(id),
      filename,
      content_type: 'text/csv',
      ...more,
      expires_at: wireTime(expires_at),
    },
    relationships: {},
    links: {},
  }
}
