import type { Scope } from '@runsheet/domain'
import type { Runbook, RunbookTeam, Stream, Task } from './snapshot.ts'

/** Where a runbook lies, for the policy. */
export function scopeOf({
  id,
  workspace_id,
  folder_id,
  is_template,
  template_status,
}: Pick<Runbook, 'id' | 'workspace_id' | 'folder_id' | 'is_template' | 'template_status'>): Scope {
  return {
    runbook_id: id,
    workspace_id,
    folder_id,
    is_offered: is_template && template_status === 'approved',
  }
}

/** A stream and the one above it: whoever edits one of them edits what is in the stream. */
export function streamIds({ id, parent_id }: Pick<Stream, 'id' | 'parent_id'>): readonly number[] {
  return parent_id === null ? [id] : [id, parent_id]
}

/** Whether a person is assigned to a task, by name or as a member of a team of the runbook. */
export function isAssigned(
  { assignees }: Pick<Task, 'assignees'>,
  teams: readonly Pick<RunbookTeam, 'id' | 'users'>[],
  userId: number,
): boolean {
  return assignees.some(({ type, id }) =>
    type === 'user' ? id === userId : (teams.find((team) => team.id === id)?.users.includes(userId) ?? false),
  )
}
