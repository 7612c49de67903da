import { type Problem, problem } from '@runsheet/contract'

interface Type {
  readonly id: number
  readonly workspace_id: number | null
  readonly is_default: boolean
  readonly disabled: boolean
  readonly archived_at: number | null
}

/**
 * There is always one default type, and whoever makes something without naming a type can have it: it is global, enabled and
 * not archived, and is given up only to another.
 *
 * @param before null for a new type
 * @param problems gets `default_type`
 */
export function checkDefault(
  type: 'runbook_type' | 'task_type',
  before: Type | null,
  after: Omit<Type, 'id'>,
  problems: Problem[],
): void {
  const isUsable = after.workspace_id === null && !after.disabled && after.archived_at === null
  const isGivenUp = before?.is_default === true && !after.is_default
  if (!isGivenUp && (!after.is_default || isUsable)) return
  const member = before?.is_default === true && after.is_default ? 'disabled' : 'default'
  problems.push(
    problem(
      'default_type',
      { type, id: String(before?.id ?? '') },
      { pointer: `/data/attributes/${member}` },
    ),
  )
}
