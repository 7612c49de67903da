import { defineEndpoint } from '../endpoint.ts'
import { lineParameter, textParameter, wordParameter, wordsParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive } from '../query/shared.ts'
import { dataSource, dataSourceRecord, dataSourceUpload, sourceTypes } from './resource.ts'

const shared = { resource: dataSource, since: '2026.2.0', query: {} } as const
const toggled = {
  ...shared,
  method: 'PATCH',
  permission: 'data_source.manage',
  body: { kind: 'meta', meta: { members: {} } },
  answer: { kind: 'resource', status: 200 },
} as const

/** The media types of files that a data source can be made of. */
export const uploadTypes = ['text/csv'] as const

/** The longest signature of an upload URL, in characters. */
const SIGNATURE_AT_MOST = 999

export const dataSourceEndpoints = {
  listDataSources: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/data_sources',
    summary: 'List data sources',
    permission: 'data_source.read',
    query: {
      query: textParameter('Text in the name'),
      source_type: wordsParameter('Only of these kinds', sourceTypes),
      archived: archivedFilter,
    },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at', 'uploaded_at'] },
    errors: [],
  }),
  getDataSource: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/data_sources/:id',
    summary: 'Get a data source',
    permission: 'data_source.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createDataSource: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/data_sources',
    summary: 'Create a data source',
    permission: 'data_source.manage',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'related_not_found', 'validation_failed'],
  }),
  updateDataSource: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/data_sources/:id',
    summary: 'Change a data source, or replace its table',
    permission: 'data_source.manage',
    holdsSecret: true,
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'related_not_found', 'missing_attribute', 'validation_failed'],
  }),
  archiveDataSource: defineEndpoint({
    ...toggled,
    path: '/core/data_sources/:id/archive',
    summary: 'Archive a data source: no field searches it until it is restored',
    query: throughArchive,
    errors: ['already_archived'],
  }),
  restoreDataSource: defineEndpoint({
    ...toggled,
    path: '/core/data_sources/:id/restore',
    summary: 'Restore an archived data source',
    errors: ['not_archived'],
  }),
  listDataSourceRecords: defineEndpoint({
    ...shared,
    resource: dataSourceRecord,
    method: 'GET',
    path: '/core/data_sources/:data_source_id/records',
    summary: 'List the records of a data source, in the order of its file',
    description: 'Of an `api` the server keeps no records, so there are none here.',
    permission: 'data_source.read',
    query: { query: textParameter('Text in one of the cells'), ...throughArchive },
    answer: { kind: 'list', status: 200 },
    errors: [],
  }),
  getUploadUrl: defineEndpoint({
    ...shared,
    resource: dataSourceUpload,
    method: 'GET',
    path: '/core/data_sources/upload_url',
    summary: 'Get a URL to which the file of a data source can be put',
    description: 'It is signed, holds for 15 minutes, and takes one file.',
    permission: 'data_source.manage',
    query: {
      filename: lineParameter('The name of the file, to recognise it', 200),
      content_type: wordParameter('Its media type', uploadTypes),
    },
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  putUpload: defineEndpoint({
    ...shared,
    resource: dataSourceUpload,
    method: 'PUT',
    path: '/core/uploads/:id',
    summary: 'Put a file to a signed URL',
    description:
      'The signature is the right to do so: no token is needed. The file is CSV in UTF-8 with a header; it waits a day to be put to use.',
    permission: 'public',
    query: { signature: lineParameter('As it stands in the URL', SIGNATURE_AT_MOST) },
    body: { kind: 'csv' },
    answer: { kind: 'resource', status: 201 },
    errors: ['upload_refused', 'invalid_csv', 'too_long', 'taken'],
  }),
}
