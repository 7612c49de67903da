import { AppError, type AuthType, problem, refuse, type SourceType } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { readId } from '../json-api/read-id.ts'
import { sqlTime } from '../json-api/wire.ts'
import { readTable, type SourceTable } from './read-table.ts'
import { takeUpload } from './upload-queries.ts'

/** The members of a write that depend on the kind of source. */
interface Sent {
  readonly upload_key?: string
  readonly endpoint_url?: string | null
  readonly query_parameter?: string | null
  readonly auth_type?: AuthType
}

/**
 * Holds the members of a write against the kind of source: a file has no endpoint, an endpoint no file.
 *
 * @param kept the endpoint that there is already
 * @throws {AppError} 422 `validation_failed`, `missing_attribute`
 */
export function checkKind(type: SourceType, kept: string | null, sent: Sent): void {
  const foreign = Object.entries({
    upload_key: type === 'api' && sent.upload_key !== undefined,
    endpoint_url: type === 'file' && typeof sent.endpoint_url === 'string',
    query_parameter: type === 'file' && typeof sent.query_parameter === 'string',
    auth_type: type === 'file' && (sent.auth_type ?? 'none') !== 'none',
  }).flatMap(([name, isForeign]) => (isForeign ? [name] : []))
  if (foreign.length > 0)
    throw new AppError(
      foreign.map((name) =>
        problem(
          'validation_failed',
          {},
          { pointer: `/data/attributes/${name}`, meta: { reason: `not_of_a_source_of_type_${type}` } },
        ),
      ),
    )
  const url = sent.endpoint_url === undefined ? kept : sent.endpoint_url
  if (type === 'api' && url === null)
    throw refuse('missing_attribute', { name: 'endpoint_url' }, { pointer: '/data/attributes/endpoint_url' })
}

/** The table of an upload, with what the source keeps of it. */
export interface Uploaded {
  readonly table: SourceTable
  readonly columns: {
    readonly filename: string
    readonly columns: string[]
    readonly records_count: number
    readonly uploaded_at: string
  }
}

/**
 * The table that a write brings; undefined when it brings none.
 *
 * @throws {AppError} 422 `related_not_found` for a key that nothing waits under, or of somebody else
 */
export async function readUpload(
  trx: Trx,
  { caller }: RequestBase,
  key: string | undefined,
  at: number,
): Promise<Uploaded | undefined> {
  if (key === undefined) return undefined
  const upload = await takeUpload(trx, readId(key), caller.userId)
  if (!upload)
    throw new AppError(
      problem(
        'related_not_found',
        { type: 'data_source_upload', id: key },
        { pointer: '/data/attributes/upload_key' },
      ),
    )
  const table = readTable(upload.content)
  return {
    table,
    columns: {
      filename: upload.filename,
      columns: [...table.columns],
      records_count: table.rows.length,
      uploaded_at: sqlTime(at),
    },
  }
}
