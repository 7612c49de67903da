import { type Look, lookOf } from '../room/look.ts'
import type { Plan } from '../room/plan.ts'
import { isLateAt, type Schedule } from '../room/schedule.ts'

/** What part of a runbook is shown; the same in all views, kept in the address. Absent members do not restrict. */
export interface Filters {
  /** Ids; a stream stands for its sub-streams as well. */
  readonly stream?: readonly number[]
  readonly stage?: readonly Look[]
  /** Ids of task types. */
  readonly type?: readonly number[]
  /** `user-3`, `team-4`, `nobody`. */
  readonly owner?: readonly string[]
  readonly mine?: boolean
  readonly late?: boolean
  readonly critical?: boolean
  readonly comments?: boolean
  /** Words of the title, or `#id`. */
  readonly text?: string
}

export const hasFilters = (filters: Filters): boolean =>
  Object.values(filters).some((value) => value !== undefined && value !== false && value !== '')

/** Whether a task is given to a person, directly or through a team. */
export function isOf(plan: Pick<Plan, 'tasks' | 'teams'>, at: number, userId: number): boolean {
  return (plan.tasks[at]?.assignees ?? []).some(({ type, id }) =>
    type === 'user' ? id === userId : (plan.teams.get(id)?.members.includes(userId) ?? false),
  )
}

/** Late tasks that somebody looks for: during a run what is done is past help, afterwards it is the record that counts. */
export function countsAsLate(
  { tasks, run }: Pick<Plan, 'tasks' | 'run'>,
  schedule: Schedule,
  at: number,
): boolean {
  const isOpen = tasks[at]?.stage !== 'complete'
  return (isOpen || (run?.end_actual ?? null) !== null) && isLateAt(schedule, at)
}

/**
 * Which tasks pass: 1 per position. One pass over the tasks.
 *
 * @param me id of the person who looks
 */
export function passing(plan: Plan, schedule: Schedule, filters: Filters, me: number): Uint8Array {
  const mask = new Uint8Array(plan.tasks.length)
  if (!hasFilters(filters)) return mask.fill(1)
  const streams = filters.stream && new Set(filters.stream)
  if (streams)
    for (const { id, parent_id } of plan.streams)
      if (parent_id !== null && streams.has(parent_id)) streams.add(id)
  const stages = filters.stage && new Set<Look>(filters.stage)
  const types = filters.type && new Set(filters.type)
  const owners = filters.owner && new Set(filters.owner)
  const text = filters.text?.trim().toLowerCase() ?? ''
  const number = /^#(\d+)$/.exec(text)?.[1]
  for (const [at, task] of plan.tasks.entries()) {
    if (streams && !streams.has(task.stream_id)) continue
    if (stages && !stages.has(lookOf(task))) continue
    if (types && !types.has(task.task_type_id)) continue
    if (filters.mine && !isOf(plan, at, me)) continue
    if (filters.late && !countsAsLate(plan, schedule, at)) continue
    if (filters.critical && schedule.times.critical[at] !== 1) continue
    if (filters.comments && task.comments_count === 0) continue
    if (owners) {
      const keys = task.assignees.map(({ type, id }) => `${type === 'user' ? 'user' : 'team'}-${id}`)
      if (!(keys.length === 0 ? owners.has('nobody') : keys.some((key) => owners.has(key)))) continue
    }
    if (
      number === undefined
        ? text !== '' && !task.name.toLowerCase().includes(text)
        : task.id !== Number(number)
    )
      continue
    mask[at] = 1
  }
  return mask
}
