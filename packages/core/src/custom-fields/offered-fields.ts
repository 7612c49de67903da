import type { CustomFieldWrite, FieldScope, FieldType } from '@runsheet/contract'
import type { CustomField, Directory } from '../directory/directory.ts'
import { holdsIn } from '../directory/scoped.ts'

export type FieldKind = 'task' | 'runbook'

/** The runbook whose values, or those of its tasks, are meant. */
export interface FieldPlace {
  readonly kind: FieldKind
  readonly workspaceId: number
  readonly runbookTypeId: number
  readonly directory: Directory
}

const scopesOf: Readonly<Record<FieldKind, readonly FieldScope[]>> = {
  task: ['task_add_edit', 'task_edit', 'task_start', 'task_end'],
  runbook: [
    'runbook_add_edit',
    'runbook_edit',
    'runbook_page',
    'pir_summary',
    'pir_value_select',
    'incident_review_content',
    'incident_summary',
    'runbook_end',
  ],
}

/** Types whose value is a list. */
export const severalValued: readonly FieldType[] = ['checkboxes', 'multi_select', 'multi_searchable']
/** Types whose values are options of the field. */
export const optionTypes: readonly FieldType[] = ['select_menu', 'radiobox', 'checkboxes', 'multi_select']
/** Types from which others can be filled. */
export const searchableTypes: readonly FieldType[] = ['searchable', 'multi_searchable']

/** What has values of a field that is used somewhere; undefined for what has none here. */
export function kindOf(scope: FieldScope): FieldKind | undefined {
  return scopesOf.task.includes(scope) ? 'task' : scopesOf.runbook.includes(scope) ? 'runbook' : undefined
}

/** Fields that are there for a workspace, whatever they are used for. */
export function fieldsHere({ workspaceId, directory }: FieldPlace): CustomField[] {
  const isHere = holdsIn(workspaceId)
  return [...directory.customFields.values()].filter((field) => field.archived_at === null && isHere(field))
}

/** The fields that a write can mean: by its id, else by its name, else by its label. */
export function fieldsNamed(
  { custom_field_id: id, name }: CustomFieldWrite,
  place: FieldPlace,
): readonly CustomField[] {
  const here = fieldsHere(place)
  const named = here.filter((field) =>
    id !== undefined ? String(field.id) === String(BigInt(id)) : field.name === name,
  )
  return id === undefined && named.length === 0
    ? here.filter(({ display_name }) => display_name === name)
    : named
}

/** True for a field that what is meant has: by where it is used, and by the type of the runbook. */
export function appliesTo(field: CustomField, { kind, runbookTypeId, directory }: FieldPlace): boolean {
  const ofType = directory.runbookTypes.get(runbookTypeId)?.custom_field_ids ?? []
  return (
    scopesOf[kind].includes(field.apply_to) &&
    (field.runbook_type_ids.length === 0 || field.runbook_type_ids.includes(runbookTypeId)) &&
    (ofType.length === 0 || ofType.includes(field.id))
  )
}

/** Names of the options that can be chosen, in their order. */
export function optionNames({ options }: Pick<CustomField, 'options'>): string[] {
  return options.flatMap(({ name, archived_at }) => (archived_at === null ? [name] : []))
}
