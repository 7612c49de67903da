import { AppError, problem, refuse, type workspaceEndpoints } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import type { Row } from '../db/tables.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { EventName } from '../events/event.ts'
import { insertFolder } from '../folders/folder-queries.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { sqlTime } from '../json-api/wire.ts'
import { describeChange } from '../runbooks/changes.ts'
import { renderWorkspace } from './render-workspace.ts'
import {
  changeWorkspace,
  countRunsUnderWay,
  findWorkspace,
  insertWorkspace,
  listWorkspaces,
} from './workspace-queries.ts'

type Workspace = Row<'workspace'>

async function tell(request: RequestBase, status: 200 | 201, workspace: Workspace) {
  const directory = await request.services.directories.at(request.standing.instanceRevision)
  const rendered = renderWorkspace(workspace, directory, request.caller.access)
  return oneAnswer(request, status, rendered, workspace.changed_seq)
}

function eventOf(name: EventName, before: Workspace | null, after: Workspace): InstanceEvent {
  return {
    name,
    workspaceId: after.id,
    resource: { type: 'workspace', id: String(after.id), name: after.name },
    things: [describeChange('workspace', String(after.id), before, after)],
  }
}

const keyTaken = (error: unknown, key: unknown) =>
  brokenConstraint(error) === 'workspace_key_taken'
    ? new AppError(problem('taken', { name: 'key', value: String(key) }, { pointer: '/data/attributes/key' }))
    : error

async function getHere(trx: Trx, request: RequestBase): Promise<Workspace> {
  const id = request.params['id'] ?? 0
  const workspace = await findWorkspace(trx, id)
  if (!workspace) throw refuse('not_found', { type: 'workspace', id: String(id) })
  checkMatch(request, id, workspace.changed_seq)
  return workspace
}

export const workspaceHandlers: HandlersFor<typeof workspaceEndpoints> = {
  async listWorkspaces(request) {
    const { query, services, caller } = request
    const filter = {
      query: query.values.query,
      archived: query.values.archived ?? false,
      visible: visibility(caller.access, 'workspace.read'),
    }
    const page = await listWorkspaces(services.database.db, filter, query.sort, query.page)
    const directory = await services.directories.at(request.standing.instanceRevision)
    return pageAnswer(request, page, (workspace) => renderWorkspace(workspace, directory, caller.access))
  },

  async getWorkspace(request) {
    const workspace = await findWorkspace(request.services.database.db, request.params['id'] ?? 0)
    if (!workspace) throw refuse('not_found', { type: 'workspace', id: request.call.params['id'] ?? '' })
    return tell(request, 200, workspace)
  },

  async createWorkspace(request) {
    const { name = '', key = '', description = null } = request.write.attributes
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const times = { created_at: sqlTime(at), updated_at: sqlTime(at) }
        const workspace = await insertWorkspace(trx, { name, key, description, changed_seq: seq, ...times })
        await insertFolder(trx, {
          workspace_id: workspace.id,
          parent_id: null,
          name: 'Default',
          is_default: true,
          changed_seq: seq,
          ...times,
        })
        return {
          events: [eventOf('workspace.created', null, workspace)],
          answer: await tell(request, 201, workspace),
        }
      })
    } catch (error) {
      throw keyTaken(error, key)
    }
  },

  async updateWorkspace(request) {
    const { attributes } = request.write
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const before = await getHere(trx, request)
        const after = await changeWorkspace(trx, before.id, {
          ...attributes,
          changed_seq: seq,
          updated_at: sqlTime(at),
        })
        return {
          events: [eventOf('workspace.updated', before, after)],
          answer: await tell(request, 200, after),
        }
      })
    } catch (error) {
      throw keyTaken(error, attributes.key)
    }
  },

  async archiveWorkspace(request) {
    const answer = await actOnInstance(request, async (trx, seq, at) => {
      const before = await getHere(trx, request)
      if (before.archived_at !== null)
        throw refuse('already_archived', { type: 'workspace', id: String(before.id) })
      if ((await countRunsUnderWay(trx, before.id)) > 0) {
        const about = { stage: 'active', action: 'archive', allowed: ['pause', 'cancel'] }
        throw refuse('invalid_stage_transition', about)
      }
      const after = await changeWorkspace(trx, before.id, {
        archived_at: sqlTime(at),
        changed_seq: seq,
        updated_at: sqlTime(at),
      })
      return {
        events: [eventOf('workspace.archived', before, after)],
        answer: await tell(request, 200, after),
      }
    })
    await request.services.live.recheck()
    return answer
  },

  async restoreWorkspace(request) {
    return actOnInstance(request, async (trx, seq, at) => {
      const before = await getHere(trx, request)
      if (before.archived_at === null)
        throw refuse('not_archived', { type: 'workspace', id: String(before.id) })
      const after = await changeWorkspace(trx, before.id, {
        archived_at: null,
        changed_seq: seq,
        updated_at: sqlTime(at),
      })
      return {
        events: [eventOf('workspace.restored', before, after)],
        answer: await tell(request, 200, after),
      }
    })
  },
}
