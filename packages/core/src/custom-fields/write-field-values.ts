import {
  type CustomFieldWrite,
  type FieldScope,
  type FieldType,
  type Problem,
  problem,
} from '@runsheet/contract'
import type { FieldValues } from '../db/tables.ts'
import type { CustomField, Directory } from '../directory/directory.ts'

const scopesOf: Readonly<Record<'task' | 'runbook', readonly FieldScope[]>> = {
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

const several: readonly FieldType[] = ['checkboxes', 'multi_select', 'multi_searchable']
const ofOptions: readonly FieldType[] = ['select_menu', 'radiobox', 'checkboxes', 'multi_select']

/**
 * The values after a write: those that are named replace, an empty string or null clears, the others stay.
 *
 * @param pointer where the list stands in the body
 * @param problems gets `custom_field_not_found`, `custom_field_not_applicable`, `custom_field_invalid_value`,
 * `custom_field_read_only`, and `taken` for a field that is named twice
 */
export function writeFieldValues(
  before: FieldValues,
  writes: readonly CustomFieldWrite[],
  target: { kind: 'task' | 'runbook'; workspaceId: number; directory: Directory },
  pointer: string,
  problems: Problem[],
): FieldValues {
  const values: Record<string, string | readonly string[]> = { ...before }
  const named = new Set<number>()
  for (const [index, write] of writes.entries()) {
    const at = `${pointer}/${index}`
    const field = findField(write, target, at, problems)
    if (!field) continue
    if (named.has(field.id))
      problems.push(problem('taken', { name: 'custom_field_id', value: String(field.id) }, { pointer: at }))
    named.add(field.id)
    const sent = write.value === null ? '' : write.value
    if (field.read_only)
      problems.push(problem('custom_field_read_only', { field: field.name }, { pointer: at }))
    else if (sent === '' || (Array.isArray(sent) && sent.length === 0)) delete values[String(field.id)]
    else {
      const value = readValue(field, sent, `${at}/value`, problems)
      if (value !== undefined) values[String(field.id)] = value
    }
  }
  return values
}

function findField(
  write: CustomFieldWrite,
  { kind, workspaceId, directory }: { kind: 'task' | 'runbook'; workspaceId: number; directory: Directory },
  at: string,
  problems: Problem[],
): CustomField | undefined {
  const isHere = ({ archived_at, workspace_id }: CustomField) =>
    archived_at === null && (workspace_id === null || workspace_id === workspaceId)
  const { custom_field_id: id, name } = write
  if (id === undefined && name === undefined) {
    problems.push(
      problem('missing_attribute', { name: 'custom_field_id' }, { pointer: `${at}/custom_field_id` }),
    )
    return undefined
  }
  const visible = [...directory.customFields.values()].filter(isHere)
  const named = visible.filter((field) =>
    id !== undefined ? String(field.id) === String(BigInt(id)) : field.name === name,
  )
  const labelled =
    id === undefined && named.length === 0
      ? visible.filter(({ display_name }) => display_name === name)
      : named
  const [field] = labelled
  if (!field || labelled.length > 1) {
    const candidates = labelled.map((candidate) => candidate.name)
    problems.push(
      problem(
        'custom_field_not_found',
        { field: id ?? name ?? '', ...(candidates.length > 0 ? { candidates } : {}) },
        { pointer: at },
      ),
    )
    return undefined
  }
  if (!scopesOf[kind].includes(field.apply_to as FieldScope)) {
    problems.push(problem('custom_field_not_applicable', { field: field.name, type: kind }, { pointer: at }))
    return undefined
  }
  return field
}

/** A day that is in the calendar, as `2026-03-28`. */
function isDate(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

function readValue(
  field: CustomField,
  sent: string | readonly string[],
  pointer: string,
  problems: Problem[],
): string | readonly string[] | undefined {
  const type = field.field_type as FieldType
  const isSeveral = several.includes(type)
  const values = typeof sent === 'string' ? [sent] : sent
  const allowed = ofOptions.includes(type) && !field.allow_field_creation ? field.field_options : undefined
  const wrong = values.find(
    (value) => (allowed && !allowed.includes(value)) || (type === 'date' && !isDate(value)),
  )
  if (wrong !== undefined || (!isSeveral && typeof sent !== 'string')) {
    const about = { field: field.name, value: wrong ?? values.join(', '), ...(allowed ? { allowed } : {}) }
    problems.push(
      problem('custom_field_invalid_value', about, { pointer, ...(allowed ? { meta: { allowed } } : {}) }),
    )
    return undefined
  }
  return isSeveral ? [...new Set(values)] : (values[0] ?? '')
}
