import { type Problem, problem } from '@runsheet/contract'
import { type Directory, defaultOf, type TaskType } from '../directory/directory.ts'
import { holdsIn } from '../directory/scoped.ts'

/** The runbook of which a task is, or is to be. */
export interface TaskPlace {
  readonly workspace_id: number
  readonly runbook_type_id: number
}

/** The types that tasks of a runbook may have: those that hold in its workspace and that its type allows; archived and disabled ones too. */
function allowedTaskTypes({ taskTypes, runbookTypes }: Directory, place: TaskPlace): TaskType[] {
  const allowed = runbookTypes.get(place.runbook_type_id)?.task_type_ids ?? []
  const isHere = holdsIn(place.workspace_id)
  return [...taskTypes.values()].filter(
    (type) => isHere(type) && (allowed.length === 0 || allowed.includes(type.id)),
  )
}

/** The type of a new task for which none is named: the default one where the type of the runbook allows it, else the first that it does. */
export function firstTaskType(directory: Directory, place: TaskPlace): TaskType {
  const allowed = new Map(allowedTaskTypes(directory, place).map((type) => [type.id, type]))
  const isUsable = [...allowed.values()].some(
    ({ archived_at, disabled }) => archived_at === null && !disabled,
  )
  return defaultOf(isUsable ? allowed : directory.taskTypes)
}

/**
 * What is wrong with giving a task of a runbook a type; undefined when nothing is.
 *
 * @param type as it was looked up; undefined when it was not found
 * @param named how the request names it
 */
export function taskTypeProblem(
  directory: Directory,
  place: TaskPlace,
  type: TaskType | undefined,
  named: string,
  where: NonNullable<Parameters<typeof problem>[2]>,
): Problem | undefined {
  if (!type || type.archived_at !== null || !holdsIn(place.workspace_id)(type))
    return problem('related_not_found', { type: 'task_type', id: named }, where)
  const usable = allowedTaskTypes(directory, place).filter(({ archived_at }) => archived_at === null)
  if (!usable.includes(type)) {
    const allowed = usable.flatMap(({ name, disabled }) => (disabled ? [] : [name]))
    return problem(
      'task_type_not_allowed',
      { id: named, allowed },
      { ...where, meta: { ...where.meta, allowed } },
    )
  }
  return type.disabled ? problem('type_disabled', { type: 'task_type', id: named }, where) : undefined
}
