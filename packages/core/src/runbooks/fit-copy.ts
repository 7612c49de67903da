import type { FieldValues } from '../db/tables.ts'
import { type Directory, defaultOf } from '../directory/directory.ts'
import { holdsIn } from '../directory/scoped.ts'
import type { Snapshot, Task } from './snapshot.ts'

/** What is taken over from another runbook. */
export interface CopyOf {
  readonly source: Snapshot
  readonly tasks: boolean
  readonly teams: boolean
  readonly users: boolean
  /** Fixed times move with the start. */
  readonly shift: boolean
}

/** A copy that fits where it goes, and what is told of what could not come along. */
export interface Fitted<C extends CopyOf | undefined> {
  readonly copy: C
  readonly meta: Readonly<Record<string, unknown>> | undefined
}

/**
 * Takes from a copy into another workspace what holds only in that of the source: values of its fields go, and tasks of its
 * task types get the default type. What went is told in the `meta` of the answer.
 */
export function fitCopy<C extends CopyOf | undefined>(
  copy: C,
  workspaceId: number,
  directory: Directory,
): Fitted<C> {
  if (!copy || copy.source.runbook.workspace_id === workspaceId) return { copy, meta: undefined }
  const { source } = copy
  const isHere = holdsIn(workspaceId)
  const dropped = new Map<number, number>()
  const replaced = new Map<number, number>()
  const standard = defaultOf(directory.taskTypes).id
  const keep = (values: FieldValues): FieldValues => {
    const kept = Object.entries(values).filter(([key]) => {
      const field = directory.customFields.get(Number(key))
      if (!field || isHere(field)) return true
      dropped.set(field.id, (dropped.get(field.id) ?? 0) + 1)
      return false
    })
    return kept.length === Object.keys(values).length ? values : Object.fromEntries(kept)
  }
  const fit = (task: Task): Task => {
    const type = directory.taskTypes.get(task.task_type_id)
    const isForeign = type !== undefined && !isHere(type)
    if (isForeign) replaced.set(type.id, (replaced.get(type.id) ?? 0) + 1)
    return {
      ...task,
      custom_field_values: keep(task.custom_field_values),
      ...(isForeign ? { task_type_id: standard } : {}),
    }
  }
  const runbook = { ...source.runbook, custom_field_values: keep(source.runbook.custom_field_values) }
  const tasks = copy.tasks ? source.tasks.map(fit) : source.tasks
  const told = {
    ...tell('custom_field_values_dropped', 'custom_field_id', 'values', dropped, directory.customFields),
    ...tell('task_types_replaced', 'task_type_id', 'tasks', replaced, directory.taskTypes),
  }
  return {
    copy: { ...copy, source: { ...source, runbook, tasks, computed: {} } },
    meta: Object.keys(told).length > 0 ? told : undefined,
  }
}

/** How often each of some entries was met, by its name; nothing when none was. */
function tell(
  member: string,
  idName: string,
  countName: string,
  counts: ReadonlyMap<number, number>,
  entries: ReadonlyMap<number, { readonly name: string }>,
): Record<string, unknown> {
  if (counts.size === 0) return {}
  const list = [...counts].map(([id, count]) => ({
    [idName]: String(id),
    name: entries.get(id)?.name,
    [countName]: count,
  }))
  return { [member]: list }
}
