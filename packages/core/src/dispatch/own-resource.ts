import { refuse } from '@runsheet/contract'
import { findComment } from '../comments/comment-queries.ts'
import { findFolder } from '../folders/folder-queries.ts'
import { authoriseStream, authoriseTask } from '../runbooks/authorise-part.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import { authorise } from './authorise.ts'
import type { RequestBase } from './request.ts'

/** Looks for a resource of a runbook, and asks the policy about it where that depends on more than the runbook. */
type Check = (request: RequestBase, snapshot: Snapshot, id: number) => boolean

const streamIn =
  ({ streams }: Snapshot) =>
  (id: number) =>
    streams.find((stream) => stream.id === id)

const inRunbook: Readonly<Record<string, Check>> = {
  task(request, snapshot, id) {
    const task = snapshot.tasks[snapshot.positions.get(id) ?? -1]
    if (task) authoriseTask(request, { teams: snapshot.teams, stream: streamIn(snapshot) }, task)
    return task !== undefined
  },
  stream(request, snapshot, id) {
    const stream = streamIn(snapshot)(id)
    if (stream) authoriseStream(request, stream)
    return stream !== undefined
  },
  runbook_user: (_request, { users }, id) => users.some((user) => user.id === id),
  runbook_team: (_request, { teams }, id) => teams.some((team) => team.id === id),
}

/**
 * Looks for the resource that the path of a write names inside a runbook or a workspace: that it is there, and that the
 * caller may change it, is judged before the body.
 *
 * @throws {AppError} 404 `not_found`, 403 `insufficient_role`
 */
export async function checkOwnResource(request: RequestBase): Promise<void> {
  const { endpoint, params, call, services, standing, scope, permission } = request
  const { runbook_id, workspace_id, custom_field_id, id } = params
  if (id === undefined) return
  const { type } = endpoint.resource
  const missing = () => refuse('not_found', { type, id: call.params['id'] ?? '' })
  if (runbook_id !== undefined && Object.hasOwn(inRunbook, type)) {
    const snapshot = await services.runbooks.view(runbook_id, standing)
    if (!inRunbook[type]?.(request, snapshot, id)) throw missing()
  }
  if (custom_field_id !== undefined) {
    const { customFields } = await services.directories.at(standing.instanceRevision)
    if (!customFields.get(custom_field_id)?.options.some((option) => option.id === id)) throw missing()
  }
  if (runbook_id !== undefined && type === 'comment') {
    const comment = await findComment(services.database.db, runbook_id, id)
    if (!comment) throw missing()
    authorise(request, permission, { ...scope, is_author: comment.author_id === request.caller.userId })
  }
  if (workspace_id !== undefined && type === 'folder') {
    const folder = await findFolder(services.database.db, id)
    if (folder?.workspace_id !== workspace_id) throw missing()
    authorise(request, permission, { ...scope, folder_id: id })
  }
}
