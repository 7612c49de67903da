import { type Problem, problem } from '@runsheet/contract'
import type { Trx } from '../db/database.ts'
import type { RequestBase } from '../dispatch/request.ts'
import { type Made, spawnLinks } from '../runbooks/make-runbook.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Runbook, Task, TaskLink } from '../runbooks/snapshot.ts'
import { linkingTypes } from './check-task.ts'

/**
 * Checks the links of a task.
 *
 * A link of type `runbook` needs a task of the type `linked` and a template with tasks; a `snippet` link needs a snippet.
 *
 * @param before what is linked already, and stays as it is
 * @param targets the runbooks that the caller may link to, by id
 * @param at where the task stands in the body
 * @param problems gets `related_not_found`, `invalid_task_link`, `template_not_approved` or `too_long`
 */
export function checkLinks(
  draft: RunbookDraft,
  { links, task_type_id }: Pick<Task, 'links' | 'task_type_id'>,
  before: readonly TaskLink[],
  targets: ReadonlyMap<number, Runbook>,
  at: string,
  problems: Problem[],
): void {
  const typeKey = draft.base.directory.taskTypes.get(task_type_id)?.key
  const place = `${at}/attributes/task_links`
  for (const [index, { runbook_id, link_type }] of links.entries()) {
    const pointer = `${place}/${index}`
    const id = String(runbook_id)
    if (typeKey !== linkingTypes[link_type]) {
      problems.push(problem('invalid_task_link', { id, reason: 'task_type' }, { pointer }))
      continue
    }
    if (before.some((link) => link.runbook_id === runbook_id && link.link_type === link_type)) continue
    const target = targets.get(runbook_id)
    const wanted = link_type === 'snippet' ? 'snippet' : 'default'
    if (!target)
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
    problems.push(problem('too_long', about, { pointer: place, meta: { limit: 1 } }))
  }
}

/**
 * Makes the child runbooks that the links of a task ask for. In a runbook, a template is converted at once into a child of
 * its own, whose name and planned duration the task takes; in a template the link stays on the template.
 *
 * @param links that passed `checkLinks`
 * @param made gets every runbook that was made
 */
export async function spawnChildren(
  request: RequestBase,
  trx: Trx,
  draft: RunbookDraft,
  links: readonly TaskLink[],
  made: Made[],
): Promise<Partial<Task>> {
  const { caller, call, services, now } = request
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
