import { AppError, type folderEndpoints, problem, refuse } from '@runsheet/contract'
import type { Db, Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import type { Row } from '../db/tables.ts'
import { authorise } from '../dispatch/authorise.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { CoreRequest, HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { EventName } from '../events/event.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readId } from '../json-api/read-id.ts'
import { sqlTime } from '../json-api/wire.ts'
import { describeRevoked } from '../roles/describe-role.ts'
import { deleteRolesOn } from '../roles/role-queries.ts'
import { describeChange } from '../runbooks/changes.ts'
import {
  changeFolder,
  countInFolder,
  deleteFolder,
  findFolder,
  folderAndAncestors,
  insertFolder,
  listFolders,
  moveFolderRevisions,
} from './folder-queries.ts'
import { renderFolder } from './render-folder.ts'

type Folder = Row<'folder'>

const PARENT = '/data/relationships/parent/data'

function eventOf(name: EventName, before: Folder | null, after: Folder | null): InstanceEvent {
  const { id, workspace_id, name: label } = (after ?? before) as Folder
  return {
    name,
    workspaceId: workspace_id,
    resource: { type: 'folder', id: String(id), name: label },
    things: [describeChange('folder', String(id), before, after)],
  }
}

const tell = (request: RequestBase, status: 200 | 201, folder: Folder) =>
  oneAnswer(request, status, renderFolder(folder, request.caller.access), folder.changed_seq)

const workspaceOf = (request: RequestBase): number => request.params['workspace_id'] ?? 0

/** A folder of the workspace of the request; one of another workspace is not there. */
async function folderHere(db: Db | Trx, request: RequestBase, id: number): Promise<Folder | undefined> {
  const folder = await findFolder(db, id)
  return folder?.workspace_id === workspaceOf(request) ? folder : undefined
}

async function getHere(db: Db | Trx, request: RequestBase): Promise<Folder> {
  const folder = await folderHere(db, request, request.params['id'] ?? 0)
  if (!folder) throw refuse('not_found', { type: 'folder', id: request.call.params['id'] ?? '' })
  return folder
}

/**
 * The id of the parent that a write names; undefined when it names none.
 *
 * @param moved the folder that is to get the parent, where there is one already
 * @throws {AppError} 422 `related_not_found`, or `circular_dependency` with the names on the way round
 */
async function readParent(
  trx: Trx,
  request: CoreRequest<(typeof folderEndpoints)['createFolder' | 'updateFolder']>,
  moved?: Folder,
): Promise<number | null | undefined> {
  const parent = request.write.relationships.parent
  if (!parent || !('id' in parent)) return parent === null ? null : undefined
  const id = readId(parent.id)
  if (!(await folderHere(trx, request, id)))
    throw new AppError(problem('related_not_found', { type: 'folder', id: parent.id }, { pointer: PARENT }))
  if (!moved) return id
  const above = await folderAndAncestors(trx, id)
  const own = above.findIndex((folder) => folder.id === moved.id)
  if (own >= 0) {
    const path = [moved.name, ...above.slice(0, own + 1).map(({ name }) => name)]
    const about = { path, type: 'folder' } as const
    throw new AppError(problem('circular_dependency', about, { pointer: PARENT, meta: { path } }))
  }
  return id
}

const notEmpty = (folder: Folder, runbooks: number, folders: number) =>
  new AppError(
    problem('folder_not_empty', { id: String(folder.id), runbooks }, { meta: { runbooks, folders } }),
  )

export const folderHandlers: HandlersFor<typeof folderEndpoints> = {
  async listFolders(request) {
    const { query, services, caller } = request
    const filter = { workspaceId: workspaceOf(request), query: query.values.query }
    const page = await listFolders(services.database.db, filter, query.sort, query.page)
    return pageAnswer(request, page, (folder) => renderFolder(folder, caller.access))
  },

  async getFolder(request) {
    const folder = await getHere(request.services.database.db, request)
    return tell(request, 200, folder)
  },

  createFolder(request) {
    return actOnInstance(request, async (trx, seq, at) => {
      const { name = '', description = '' } = request.write.attributes
      const parent_id = (await readParent(trx, request)) ?? null
      authorise(request, 'folder.manage', { ...request.scope, folder_id: parent_id })
      const folder = await insertFolder(trx, {
        workspace_id: workspaceOf(request),
        parent_id,
        name,
        description,
        changed_seq: seq,
        created_at: sqlTime(at),
        updated_at: sqlTime(at),
      })
      await moveFolderRevisions(trx, folder.workspace_id)
      return {
        events: [eventOf('folder.created', null, folder)],
        answer: await tell(request, 201, folder),
      }
    })
  },

  updateFolder(request) {
    return actOnInstance(request, async (trx, seq, at) => {
      const before = await getHere(trx, request)
      checkMatch(request, before.id, before.changed_seq)
      const parent = await readParent(trx, request, before)
      if (parent !== undefined && parent !== before.parent_id)
        authorise(request, 'folder.manage', { ...request.scope, folder_id: parent })
      const after = await changeFolder(trx, before.id, {
        ...request.write.attributes,
        ...(parent === undefined ? {} : { parent_id: parent }),
        changed_seq: seq,
        updated_at: sqlTime(at),
      })
      await moveFolderRevisions(trx, after.workspace_id)
      return {
        events: [eventOf('folder.updated', before, after)],
        answer: await tell(request, 200, after),
      }
    })
  },

  deleteFolder(request) {
    return actOnInstance(request, async (trx) => {
      const folder = await getHere(trx, request)
      checkMatch(request, folder.id, folder.changed_seq)
      if (folder.is_default)
        throw new AppError(problem('validation_failed', {}, { meta: { reason: 'default_folder' } }))
      const { runbooks, folders } = await countInFolder(trx, folder.id)
      if (runbooks + folders > 0) throw notEmpty(folder, runbooks, folders)
      const { roleTypes } = await request.services.directories.at(request.standing.instanceRevision)
      const revoked = await deleteRolesOn(trx, 'folder', folder.id)
      try {
        await deleteFolder(trx, folder.id)
      } catch (error) {
        throw brokenConstraint(error) === 'runbook_folder_id_fkey' ? notEmpty(folder, 1, 0) : error
      }
      const deleted = eventOf('folder.deleted', folder, null)
      return {
        events: [{ ...deleted, things: [...deleted.things, ...describeRevoked(roleTypes, revoked)] }],
        answer: emptyAnswer,
      }
    })
  },
}
