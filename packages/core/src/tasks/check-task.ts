import { isLonger, type Problem, problem, SMS_AT_MOST } from '@runsheet/contract'
import { plainText } from '../comments/sanitise.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { horizonProblem } from '../runbooks/schedule-of.ts'
import type { Task } from '../runbooks/snapshot.ts'
import { assignedPeople } from '../runs/requirements.ts'
import type { TaskWrite } from './task-write.ts'

/** The key of the type that a task needs for its links. */
export const linkingTypes = { runbook: 'linked', snippet: 'snippet' } as const

/** A task that stays linked stays of a type that links: else the link would be lost without a word. */
export function checkLinksStay(
  draft: RunbookDraft,
  { links, task_type_id }: Pick<Task, 'links' | 'task_type_id'>,
  patch: Partial<Task>,
  at: string,
  problems: Problem[],
): void {
  const [link] = links
  if (patch.task_type_id === undefined || patch.links !== undefined || !link) return
  if (draft.base.directory.taskTypes.get(task_type_id)?.key === linkingTypes[link.link_type]) return
  problems.push(
    problem(
      'invalid_task_link',
      { id: String(link.runbook_id), reason: 'task_type' },
      { pointer: `${at}/relationships/task_type/data` },
    ),
  )
}

/** Holds the message of a task against what its type can carry. */
export function checkMessage(
  draft: RunbookDraft,
  { message, task_type_id }: Pick<Task, 'message' | 'task_type_id'>,
  patch: Partial<Task>,
  at: string,
  problems: Problem[],
): void {
  if (message === null || (patch.message === undefined && patch.task_type_id === undefined)) return
  if (draft.base.directory.taskTypes.get(task_type_id)?.key !== 'sms') return
  if (!isLonger(plainText(message), SMS_AT_MOST)) return
  const pointer =
    patch.message === undefined ? `${at}/relationships/task_type/data` : `${at}/attributes/message`
  problems.push(
    problem(
      'too_long',
      { name: 'message', limit: SMS_AT_MOST, unit: 'characters' },
      { pointer, meta: { limit: SMS_AT_MOST } },
    ),
  )
}

/** Holds what a task asks of people at its start and end against the people who are assigned. */
export function checkRequirements(
  draft: RunbookDraft,
  after: Task,
  sent: TaskWrite['attributes'],
  at: string,
  problems: Problem[],
): void {
  if (sent.end_requirements !== undefined || sent.start_requirements !== undefined) {
    if (after.end_requirements === 'same_user' && after.start_requirements === 'everyone') {
      problems.push(
        problem(
          'invalid_enum',
          { name: 'end_requirements', allowed: ['anyone', 'everyone', 'minimum'] },
          { pointer: `${at}/attributes/end_requirements` },
        ),
      )
    }
  }
  const maximum = assignedPeople(draft, after).size
  for (const [name, requirement] of [
    ['start_minimum', 'start_requirements'],
    ['end_minimum', 'end_requirements'],
  ] as const) {
    if (after[requirement] !== 'minimum') continue
    const minimum = after[name]
    if (minimum === null || minimum > maximum)
      problems.push(
        problem(
          'invalid_requirement_minimum',
          { name, maximum },
          { pointer: `${at}/attributes/${name}`, meta: { maximum } },
        ),
      )
  }
}

/** Holds the fixed times of a task against its type and each other. */
export function checkFixedTimes(
  draft: RunbookDraft,
  after: Task,
  patch: Partial<Task>,
  at: string,
  problems: Problem[],
): void {
  for (const name of ['start_fixed', 'end_fixed'] as const) {
    const beyond = horizonProblem(name, patch[name], `${at}/attributes`)
    if (beyond) problems.push(beyond)
  }
  const type = draft.base.directory.taskTypes.get(after.task_type_id)
  if (patch.start_fixed != null && type && !type.fixed_start) {
    problems.push(
      problem(
        'validation_failed',
        {},
        { pointer: `${at}/attributes/start_fixed`, meta: { task_type: type.key } },
      ),
    )
  }
  if (
    after.start_fixed !== null &&
    after.end_fixed !== null &&
    after.end_fixed < after.start_fixed &&
    (patch.start_fixed !== undefined || patch.end_fixed !== undefined)
  ) {
    problems.push(
      problem(
        'schedule_incomplete',
        { reason: 'end_not_after_start' },
        { pointer: `${at}/attributes/${patch.end_fixed === undefined ? 'start_fixed' : 'end_fixed'}` },
      ),
    )
  }
}
