import { type Access, accessOf, isAllowed, type Membership, type Scope } from '@runsheet/domain'
import type { Plan, Runbook, Stream, Task, Team } from './plan.ts'

/** How somebody takes part in a runbook, as its documents tell. */
export interface Part {
  readonly role: Membership['role']
  readonly streams: readonly number[]
}

/**
 * What decides what the caller may do inside an open runbook: the same as on the server, by the same policy. It is worked
 * out anew when people or teams change; that tasks move to others or to another stream needs nothing.
 *
 * Who may run it may do everything in it, as its administrator or as Owner. A member of one of its teams is a participant.
 */
export function accessIn(
  { id, workspace_id, permissions }: Pick<Runbook, 'id' | 'workspace_id' | 'permissions'>,
  userId: number,
  part: Part | undefined,
  teams: Iterable<Team>,
): Access {
  const isInTeam = [...teams].some(({ members }) => members.includes(userId))
  const own = permissions.has('run runbook')
    ? ({ role: 'runbook_admin', streams: [] } as const)
    : (part ?? (isInTeam ? ({ role: 'participant', streams: [] } as const) : undefined))
  return accessOf(userId, [], new Map(own ? [[id, { ...own, workspace_id }]] : []))
}

type Rights = Pick<Plan, 'access' | 'runbook' | 'teams' | 'streams'>

/** Whether the caller may do something with a task as it stands. */
export function mayWithTask(
  plan: Rights,
  permission: 'task.update' | 'task.progress' | 'task.skip',
  task: Pick<Task, 'stream_id' | 'assignees'>,
): boolean {
  const stream = plan.streams.find(({ id }) => id === task.stream_id)
  return isAllowed(plan.access, permission, {
    ...scopeOf(plan, stream ?? null),
    is_assignee: isAssigned(plan, task),
  })
}

/** Whether the caller may do something with a stream and what is in it; with null, beside all streams. */
export function mayInStream(
  plan: Pick<Rights, 'access' | 'runbook'>,
  permission: 'task.update' | 'stream.create' | 'stream.update' | 'stream.delete',
  stream: Pick<Stream, 'id' | 'parent_id'> | null,
): boolean {
  return isAllowed(plan.access, permission, scopeOf(plan, stream))
}

/** The streams in which the caller may make tasks. */
export function streamsToFill(plan: Pick<Rights, 'access' | 'runbook' | 'streams'>): readonly Stream[] {
  return plan.streams.filter((stream) => mayInStream(plan, 'task.update', stream))
}

function scopeOf(
  { runbook: { id, workspace_id } }: Pick<Rights, 'runbook'>,
  stream: Pick<Stream, 'id' | 'parent_id'> | null,
): Scope {
  const stream_ids =
    stream === null ? [] : [stream.id, ...(stream.parent_id === null ? [] : [stream.parent_id])]
  return { runbook_id: id, workspace_id, stream_ids }
}

function isAssigned({ access: { userId }, teams }: Rights, { assignees }: Pick<Task, 'assignees'>): boolean {
  return assignees.some(({ type, id }) =>
    type === 'user' ? id === userId : (teams.get(id)?.members.includes(userId) ?? false),
  )
}
