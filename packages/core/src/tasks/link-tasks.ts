import { AppError, type Problem, problem } from '@runsheet/contract'
import { isAllowed } from '@runsheet/domain'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { type Made, spawnLinks } from '../runbooks/make-runbook.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { findRunbook } from '../runbooks/runbook-queries.ts'
import { scopeOf } from '../runbooks/scope-of.ts'
import type { Task, TaskLink } from '../runbooks/snapshot.ts'
import { linkingTypes } from './check-task.ts'

/**
 * Checks the links of a task and makes the child runbooks that they ask for.
 *
 * A link of type `runbook` needs a task of the type `linked` and a template with tasks. In a runbook, the template is
 * converted at once into a child of its own, whose name and planned duration the task takes; in a template the link
 * stays on the template. A `snippet` link needs a snippet.
 *
 * @throws {AppError} 422 `related_not_found`, `invalid_task_link` or `template_not_approved`, each with its pointer
 */
export async function linkTask(
  request: RequestBase,
  trx: Trx,
  draft: RunbookDraft,
  task: Pick<Task, 'task_type_id'>,
  links: readonly TaskLink[],
  before: readonly TaskLink[],
  made: Made[],
): Promise<Partial<Task>> {
  const { caller, call, services, now } = request
  const typeKey = draft.base.directory.taskTypes.get(task.task_type_id)?.key
  const problems: Problem[] = []
  for (const [index, { runbook_id, link_type }] of links.entries()) {
    const pointer = `/data/attributes/task_links/${index}`
    const id = String(runbook_id)
    if (typeKey !== linkingTypes[link_type]) {
      problems.push(problem('invalid_task_link', { id, reason: 'task_type' }, { pointer }))
      continue
    }
    if (before.some((link) => link.runbook_id === runbook_id && link.link_type === link_type)) continue
    const target = await findRunbook(trx, runbook_id)
    const isSeen =
      target && target.archived_at === null && isAllowed(caller.access, 'runbook.read', scopeOf(target))
    const wanted = link_type === 'snippet' ? 'snippet' : 'default'
    if (!isSeen)
      problems.push(problem('related_not_found', { type: 'runbook', id }, { pointer: `${pointer}/id` }))
    else if (target.template_type !== wanted)
      problems.push(problem('invalid_task_link', { id, reason: 'not_a_template' }, { pointer }))
    else if (target.tasks_count === 0)
      problems.push(problem('invalid_task_link', { id, reason: 'no_tasks' }, { pointer }))
    else if (target.template_status !== 'approved')
      problems.push(problem('template_not_approved', { id }, { pointer }))
  }
  // A task stands for one child: its name and duration could come from one only.
  if (links.filter(({ link_type }) => link_type === 'runbook').length > 1) {
    const about = { name: 'task_links', limit: 1, unit: 'items' } as const
    problems.push(problem('too_long', about, { pointer: '/data/attributes/task_links', meta: { limit: 1 } }))
  }
  if (problems.length > 0) throw new AppError(problems)
  if (draft.runbook.is_template) return { links }
  const by = { actor: { userId: caller.userId, requestId: call.requestId }, now }
  const {
    links: spawned,
    name,
    duration,
  } = await spawnLinks(trx, services, draft.base.directory, by, draft, { links }, { made, depth: 0 })
  return {
    links: spawned,
    ...(name === undefined ? {} : { name }),
    ...(duration == null ? {} : { duration }),
  }
}
