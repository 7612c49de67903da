import { authorise } from '../dispatch/authorise.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { isAssigned, streamIds } from './scope-of.ts'
import type { RunbookTeam, Stream, Task } from './snapshot.ts'

type Asking = Pick<RequestBase, 'caller' | 'scope' | 'permission'>

/** A draft, or a snapshot with its streams found by id. */
interface Around {
  readonly teams: readonly RunbookTeam[]
  stream(id: number): Stream | undefined
}

/**
 * Asks the policy about one task as it stands: what is allowed depends on its stream, and on who is assigned.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export function authoriseTask(
  { caller, scope, permission }: Asking,
  around: Around,
  task: Pick<Task, 'stream_id' | 'assignees'>,
): void {
  const own = around.stream(task.stream_id)
  authorise({ caller }, permission, {
    ...scope,
    stream_ids: own ? streamIds(own) : [],
    is_assignee: isAssigned(task, around.teams, caller.userId),
  })
}

/**
 * Asks the policy about one stream; about a new one below nothing with null.
 *
 * @throws {AppError} 403 `insufficient_role`
 */
export function authoriseStream(
  { caller, scope, permission }: Asking,
  stream: Pick<Stream, 'id' | 'parent_id'> | null,
): void {
  authorise({ caller }, permission, { ...scope, stream_ids: stream ? streamIds(stream) : [] })
}
