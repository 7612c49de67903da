import { refuse } from '@runsheet/contract'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Task } from '../runbooks/snapshot.ts'

/** The people who are assigned to a task, directly or through a team of the runbook. */
export function assignedPeople(draft: RunbookDraft, task: Task): Set<number> {
  const people = new Set<number>()
  for (const { type, id } of task.assignees) {
    if (type === 'user') people.add(id)
    else for (const user of draft.teams.find((team) => team.id === id)?.users ?? []) people.add(user)
  }
  return people
}

/**
 * Whether a start or finish by the actor takes effect now. Where several must ask, the actor is counted; the last one
 * needed makes it happen. Who runs the runbook and is not assigned decides alone.
 *
 * @throws {AppError} 422 `task_requirements_not_met` when the actor may not, or has been counted already
 */
export function isSatisfied(
  draft: RunbookDraft,
  task: Task,
  action: 'start' | 'finish',
  isAdmin: boolean,
): boolean {
  const { userId } = draft.actor
  const requirement = action === 'start' ? task.start_requirements : task.end_requirements
  if (requirement === 'anyone') return true
  if (requirement === 'same_user') {
    if (task.started_by === userId || isAdmin) return true
    throw refuse('task_requirements_not_met', { id: String(task.id), reason: 'starter' })
  }
  const people = assignedPeople(draft, task)
  if (people.size === 0 || (isAdmin && !people.has(userId))) return true
  const needed = Math.min(
    people.size,
    requirement === 'everyone'
      ? people.size
      : ((action === 'start' ? task.start_minimum : task.end_minimum) ?? 1),
  )
  const asked = (action === 'start' ? task.starters : task.finishers).filter((id) => people.has(id))
  if (!people.has(userId))
    throw refuse('task_requirements_not_met', {
      id: String(task.id),
      reason: 'people',
      done: asked.length,
      needed,
    })
  if (asked.includes(userId))
    throw refuse('task_requirements_not_met', { id: String(task.id), reason: 'already_counted' })
  const now = [...asked, userId]
  draft.setTask(task.id, action === 'start' ? { starters: now } : { finishers: now })
  if (now.length >= needed) return true
  draft.event('task.updated', { resource: { type: 'task', id: task.id, name: task.name } })
  return false
}
