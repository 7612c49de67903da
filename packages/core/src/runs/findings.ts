import type { Finding } from '@runsheet/contract'
import { missedFixedEnds } from '@runsheet/domain'
import type { FieldKind } from '../custom-fields/offered-fields.ts'
import { emptyRequired } from '../custom-fields/write-field-values.ts'
import { planOf } from '../runbooks/schedule-of.ts'
import type { Snapshot, Task } from '../runbooks/snapshot.ts'
import type { Outside } from './read-outside.ts'

export interface StartFinding {
  readonly finding: Finding
  readonly severity: 'error' | 'warning'
  readonly task: Task | null
}

/** A minute late is no plan in the past: somebody has to press the button. */
const GRACE_MS = 60_000

const communication: readonly string[] = ['email', 'sms', 'call']

/**
 * What is wrong, or doubtful, with a plan that is about to be run. That it has tasks, makes an order and is no template
 * is judged before.
 *
 * @param now milliseconds since the epoch
 * @param options what the plan points at, and whether the start moves its times
 */
export function findingsOf(
  snapshot: Snapshot,
  now: number,
  options: Outside & { readonly movesTimes: boolean },
): StartFinding[] {
  const findings: StartFinding[] = []
  const { runbook, tasks, directory, teams } = snapshot
  const add = (finding: Finding, severity: 'error' | 'warning', task: Task | null = null) =>
    findings.push({ finding, severity, task })
  if (!options.movesTimes && runbook.start_scheduled !== null && runbook.start_scheduled < now - GRACE_MS)
    add('start_in_past', 'warning')
  const place = {
    workspaceId: runbook.workspace_id,
    runbookTypeId: runbook.runbook_type_id,
    directory,
  }
  const required = (kind: FieldKind) =>
    (['add_edit', 'edit'] as const).flatMap((scope) =>
      emptyRequired({}, { ...place, kind }, `${kind}_${scope}`),
    )
  const ofTasks = required('task')
  if (required('runbook').some(({ id }) => runbook.custom_field_values[String(id)] === undefined))
    add('required_field_empty', 'error')

  const plan = planOf(snapshot)
  const endFixed = Float64Array.from(tasks, ({ end_fixed }) =>
    end_fixed === null ? Number.NaN : end_fixed / 1_000,
  )
  const missed = missedFixedEnds(plan.end, endFixed)
  const empty = new Set(teams.filter(({ users }) => users.length === 0).map(({ id }) => id))
  for (const [at, task] of tasks.entries()) {
    const type = directory.taskTypes.get(task.task_type_id)
    if (task.start_fixed !== null && task.end_fixed !== null && task.start_fixed > task.end_fixed)
      add('fixed_times_inconsistent', 'error', task)
    else if (missed[at] === 1 || (task.start_fixed !== null && task.start_fixed < plan.runbookStart * 1_000))
      add('fixed_times_inconsistent', 'warning', task)
    if (ofTasks.some(({ id }) => task.custom_field_values[String(id)] === undefined))
      add('required_field_empty', 'error', task)
    if (communication.includes(type?.key ?? '')) {
      if (task.recipients.length === 0 || !task.message) add('message_incomplete', 'error', task)
    } else if (task.assignees.length === 0) add('task_unassigned', 'warning', task)
    const parties = [...task.assignees, ...task.recipients]
    if (parties.some(({ type, id }) => type === 'runbook_team' && empty.has(id)))
      add('team_without_members', 'warning', task)
    if (parties.some(({ type, id }) => type === 'user' && options.archived.has(id)))
      add('assignee_archived', 'warning', task)
    if (type?.key === 'linked') {
      const [link] = task.links
      const target = link && options.linked.get(link.runbook_id)
      if (!target || target.is_template) add('linked_not_converted', 'error', task)
      else if (target.archived) add('linked_archived', 'error', task)
    }
  }
  return findings
}
