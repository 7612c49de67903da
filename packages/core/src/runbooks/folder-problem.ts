import { type Problem, problem } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import type { Row } from '../db/tables.ts'
import type { RequestBase } from '../dispatch/request.ts'

/**
 * What is wrong with putting a runbook of a workspace into a folder; undefined when nothing is.
 *
 * @param folder as it was looked up; undefined when it was not found
 * @param named how the request names it
 */
export function folderProblem(
  { caller }: RequestBase,
  folder: Pick<Row<'folder'>, 'workspace_id'> | undefined,
  named: string,
  workspaceId: number,
): Problem | undefined {
  if (folder?.workspace_id === workspaceId) return undefined
  const where = { pointer: '/data/relationships/folder/data' }
  const about = { type: 'folder', id: named }
  return folder && isAllowed(caller.access, 'workspace.read', { workspace_id: folder.workspace_id })
    ? problem('related_not_in_scope', { ...about, scope: 'workspace' }, where)
    : problem('related_not_found', about, where)
}
