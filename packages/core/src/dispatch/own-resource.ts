import { refuse } from '@runsheet/contract'
import { findFolder } from '../folders/folder-queries.ts'
import type { Snapshot } from '../runbooks/snapshot.ts'
import type { RequestBase } from './request.ts'

/** Whether a runbook holds a resource with an id, by the type of the resource. */
const inRunbook: Readonly<Record<string, (snapshot: Snapshot, id: number) => boolean>> = {
  task: ({ positions }, id) => positions.has(id),
  stream: ({ streams }, id) => streams.some((stream) => stream.id === id),
  runbook_user: ({ users }, id) => users.some((user) => user.id === id),
}

/**
 * Looks for the resource that the path of a write names inside a runbook or a workspace: that it is there is judged before
 * its body.
 *
 * @throws {AppError} 404 `not_found`
 */
export async function checkOwnResource(request: RequestBase): Promise<void> {
  const { endpoint, params, call, services, standing } = request
  const { runbook_id, workspace_id, id } = params
  if (id === undefined) return
  const { type } = endpoint.resource
  const missing = () => refuse('not_found', { type, id: call.params['id'] ?? '' })
  if (runbook_id !== undefined && Object.hasOwn(inRunbook, type)) {
    const snapshot = await services.runbooks.view(runbook_id, standing)
    if (!inRunbook[type]?.(snapshot, id)) throw missing()
  }
  if (workspace_id !== undefined && type === 'folder') {
    const folder = await findFolder(services.database.db, id)
    if (folder?.workspace_id !== workspace_id) throw missing()
  }
}
