import { AppError, type dataSourceEndpoints, problem, refuse } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { readPathId } from '../dispatch/place.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { Changes, EventName } from '../events/event.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { renderResource, resourceAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { describeChange } from '../runbooks/changes.ts'
import { readStoredToken, toldSecret } from '../secrets/stored-token.ts'
import {
  changeDataSource,
  type DataSource,
  findDataSource,
  insertDataSource,
  listDataSources,
} from './data-source-queries.ts'
import { checkKind, readUpload } from './read-data-source.ts'
import { readTable } from './read-table.ts'
import { deleteRecords, insertRecords, listRecords } from './record-queries.ts'
import { renderDataSource, renderRecord, renderUpload } from './render-data-source.ts'
import { checkStands, newGrant, readGrant, signGrant } from './upload-address.ts'
import { insertUpload } from './upload-queries.ts'

const NO_TOKEN = { auth_type: 'none', has_token: false } as const

function eventOf(
  name: EventName,
  before: DataSource | null,
  after: DataSource,
  secrets: Changes = {},
): InstanceEvent {
  const plain = (source: DataSource | null) => source && { ...source, has_token: null }
  const thing = describeChange('data_source', String(after.id), plain(before), plain(after))
  return {
    name,
    workspaceId: null,
    resource: { type: 'data_source', id: String(after.id), name: after.name },
    things: [{ ...thing, changes: { ...thing.changes, ...secrets } }],
  }
}

async function getHere(db: Db | Trx, { params, call }: RequestBase): Promise<DataSource> {
  const source = await findDataSource(db, params['id'] ?? 0)
  if (!source) throw refuse('not_found', { type: 'data_source', id: call.params['id'] ?? '' })
  return source
}

const tell = (request: RequestBase, status: 200 | 201, source: DataSource) =>
  oneAnswer(request, status, renderDataSource(source, request.caller.access), source.changed_seq)

const nameTaken = (error: unknown, name: unknown) =>
  brokenConstraint(error) === 'data_source_name_taken'
    ? new AppError(
        problem('taken', { name: 'name', value: String(name) }, { pointer: '/data/attributes/name' }),
      )
    : error

/** Archives a data source, or restores it. */
function toggle(request: RequestBase, archives: boolean) {
  return actOnInstance(request, async (trx, seq, at) => {
    const before = await getHere(trx, request)
    checkMatch(request, before.id, before.changed_seq)
    if ((before.archived_at !== null) === archives)
      throw refuse(archives ? 'already_archived' : 'not_archived', {
        type: 'data_source',
        id: String(before.id),
      })
    const after = await changeDataSource(trx, before.id, {
      archived_at: archives ? sqlTime(at) : null,
      changed_seq: seq,
      updated_at: sqlTime(at),
    })
    const name = archives ? 'data_source.archived' : 'data_source.restored'
    return { events: [eventOf(name, before, after)], answer: await tell(request, 200, after) }
  })
}

export const dataSourceHandlers: HandlersFor<typeof dataSourceEndpoints> = {
  async listDataSources(request) {
    const { query, services, caller } = request
    const filter = {
      query: query.values.query,
      sourceTypes: query.values.source_type,
      archived: query.values.archived ?? false,
      visible: visibility(caller.access, 'data_source.read'),
    }
    const page = await listDataSources(services.database.db, filter, query.sort, query.page)
    return pageAnswer(request, page, (source) => renderDataSource(source, caller.access))
  },

  async getDataSource(request) {
    return tell(request, 200, await getHere(request.services.database.db, request))
  },

  async createDataSource(request) {
    const { name = '', source_type = 'file', upload_key, ...rest } = request.write.attributes
    checkKind(source_type, null, { ...rest, ...(upload_key === undefined ? {} : { upload_key }) })
    const stored = readStoredToken(request.services.secrets, NO_TOKEN, rest)
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const uploaded = await readUpload(trx, request, upload_key, at)
        const source = await insertDataSource(trx, {
          ...rest,
          name,
          source_type,
          endpoint_url: rest.endpoint_url ?? null,
          query_parameter: rest.query_parameter ?? null,
          filename: null,
          token: null,
          ...stored,
          ...uploaded?.columns,
          changed_seq: seq,
          created_at: sqlTime(at),
          updated_at: sqlTime(at),
        })
        if (uploaded) await insertRecords(trx, source.id, uploaded.table.rows)
        const told = toldSecret('token', false, stored.token)
        return {
          events: [eventOf('data_source.created', null, source, told)],
          answer: await tell(request, 201, source),
        }
      })
    } catch (error) {
      throw nameTaken(error, name)
    }
  },

  async updateDataSource(request) {
    const { upload_key, token: _sent, ...plain } = request.write.attributes
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const before = await getHere(trx, request)
        checkMatch(request, before.id, before.changed_seq)
        checkKind(before.source_type, before.endpoint_url, request.write.attributes)
        const stored = readStoredToken(request.services.secrets, before, request.write.attributes)
        const uploaded = await readUpload(trx, request, upload_key, at)
        const after = await changeDataSource(trx, before.id, {
          ...plain,
          ...stored,
          ...uploaded?.columns,
          changed_seq: seq,
          updated_at: sqlTime(at),
        })
        if (uploaded) {
          await deleteRecords(trx, before.id)
          await insertRecords(trx, before.id, uploaded.table.rows)
        }
        const told = toldSecret('token', before.has_token, stored.token)
        return {
          events: [eventOf('data_source.updated', before, after, told)],
          answer: await tell(request, 200, after),
        }
      })
    } catch (error) {
      throw nameTaken(error, plain.name)
    }
  },

  archiveDataSource: (request) => toggle(request, true),

  restoreDataSource: (request) => toggle(request, false),

  async listDataSourceRecords(request) {
    const { services, params, query, call } = request
    const { db } = services.database
    const source = await findDataSource(db, params['data_source_id'] ?? 0)
    if (!source) throw refuse('not_found', { type: 'data_source', id: call.params['data_source_id'] ?? '' })
    const page = await listRecords(db, source.id, query.values.query, query.page)
    return pageAnswer(request, page, (record) => renderRecord(record, source.columns))
  },

  getUploadUrl(request) {
    const { services, caller, query, call, now } = request
    const grant = newGrant(caller.userId, query.values.filename ?? '', now)
    const signature = signGrant(services.secrets, grant)
    const upload_url = `${call.baseUrl}/core/uploads/${grant.id}?signature=${signature}`
    return oneAnswer(
      request,
      200,
      renderUpload(grant, { upload_url, headers: { 'Content-Type': 'text/csv' } }),
    )
  },

  async putUpload({ call, query, services }) {
    const { db, writes } = services.database
    const id = readPathId(call.params['id'])
    const grant = readGrant(services.secrets, query.values.signature ?? '', id)
    await checkStands(db, grant)
    const { columns, rows } = readTable(call.body)
    const { user_id, filename } = grant
    const isFirst = await insertUpload(writes, { id, user_id, filename, content: Buffer.from(call.body) })
    if (!isFirst) throw refuse('upload_refused', { reason: 'used' }, { parameter: 'signature' })
    const told = renderUpload(grant, { columns, records_count: rows.length })
    return resourceAnswer(201, renderResource(told, query.fields))
  },
}
