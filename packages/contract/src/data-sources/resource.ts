import { Type } from 'typebox'
import { creatable, defineResource, hidden, readOnly, toOne, writable } from '../resource.ts'
import { authTypes, StoredToken, TokenType } from '../schema/credentials.ts'
import { Flag, HttpUrl, Id, Name, nullable, oneOf, Timestamp } from '../schema/scalars.ts'

export const sourceTypes = ['file', 'api'] as const
export type SourceType = (typeof sourceTypes)[number]
export const sourceMethods = ['GET', 'POST'] as const

export const dataSource = defineResource({
  type: 'data_source',
  summary:
    'A table of records that searchable custom fields pick from: an uploaded file, or an endpoint of another server',
  attributes: {
    name: writable(Name, { required: true, note: 'Unique, whatever its case.' }),
    source_type: creatable(oneOf(...sourceTypes), { required: true }),
    upload_key: hidden(Id, {
      note: 'The key of a file that was put to an upload URL: its table replaces the one that is there.',
    }),
    filename: readOnly(nullable(Type.String())),
    columns: readOnly(Type.Array(Type.String()), { note: 'The header of the file.' }),
    records_count: readOnly(Type.Integer()),
    uploaded_at: readOnly(nullable(Timestamp)),
    endpoint_url: writable(nullable(HttpUrl), { note: 'Of an `api`, which needs it.' }),
    http_method: writable(oneOf(...sourceMethods)),
    query_parameter: writable(nullable(Name), {
      note: 'By which the endpoint is told what is searched for.',
    }),
    auth_type: writable(oneOf(...authTypes)),
    token_type: writable(TokenType),
    token: hidden(nullable(StoredToken), { note: 'Kept encrypted, and never answered.' }),
    has_token: readOnly(Flag),
    archived: readOnly(Flag),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: {},
})

export const dataSourceRecord = defineResource({
  type: 'data_source_record',
  summary: 'One line of the table of a data source',
  attributes: {
    values: readOnly(Type.Record(Type.String(), Type.String()), { note: 'Column → cell.' }),
  },
  relationships: { data_source: toOne('data_source') },
})

export const dataSourceUpload = defineResource({
  type: 'data_source_upload',
  summary: 'Where the file of a data source can be put, once',
  attributes: {
    key: readOnly(Id, { note: 'For `upload_key` of a data source.' }),
    filename: readOnly(Type.String()),
    content_type: readOnly(Type.String()),
    upload_url: readOnly(Type.String({ format: 'uri' }), {
      optional: true,
      note: 'For one `PUT`, which needs no token. Only in the answer that makes it.',
    }),
    headers: readOnly(Type.Record(Type.String(), Type.String()), {
      optional: true,
      note: 'What the `PUT` carries.',
    }),
    expires_at: readOnly(Timestamp),
    columns: readOnly(Type.Array(Type.String()), {
      optional: true,
      note: 'The header, once the file is there.',
    }),
    records_count: readOnly(Type.Integer(), { optional: true }),
  },
  relationships: {},
})
