import { AppError, type CustomFieldWrite, type FieldScope, type Problem, refuse } from '@runsheet/contract'
import type { ValueContext } from '../custom-fields/value-context.ts'
import { emptyRequired, writeFieldValues } from '../custom-fields/write-field-values.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import type { Task } from '../runbooks/snapshot.ts'
import { taskFields } from '../tasks/read-task-write.ts'

const POINTER = '/meta/custom_field_values'

/**
 * Fills the fields that a start or a finish asks for, and holds the required ones against what is then there. A start that
 * finishes the task at once asks for those of both.
 *
 * @throws {AppError} 422 `task_requirements_not_met` naming the empty fields, or what is wrong with a value
 */
export function fillFields(
  draft: RunbookDraft,
  task: Task,
  action: 'start' | 'finish',
  writes: readonly CustomFieldWrite[] | undefined,
  context: ValueContext,
): void {
  const problems: Problem[] = []
  const scopes = scopesOf(draft, task, action)
  const target = { ...taskFields(draft, context), scopes }
  const values = writeFieldValues(task.custom_field_values, writes ?? [], target, POINTER, problems)
  if (problems.length > 0) throw new AppError(problems)
  const missing = scopes.flatMap((scope) => emptyRequired(values, target, scope))
  if (missing.length > 0)
    throw refuse(
      'task_requirements_not_met',
      {
        id: String(task.id),
        reason: 'fields',
        missing: missing.map(({ name, display_name }) => display_name ?? name),
      },
      {
        pointer: POINTER,
        meta: { missing: missing.map(({ id, name }) => ({ custom_field_id: String(id), name })) },
      },
    )
  if (writes) draft.setTask(task.id, { custom_field_values: values })
}

function scopesOf({ base }: RunbookDraft, task: Task, action: 'start' | 'finish'): FieldScope[] {
  if (action === 'finish') return ['task_end']
  const type = base.directory.taskTypes.get(task.task_type_id)
  const isBoth = task.auto_finish || type?.auto_finish === true || type?.zero_duration === true
  return isBoth ? ['task_start', 'task_end'] : ['task_start']
}
