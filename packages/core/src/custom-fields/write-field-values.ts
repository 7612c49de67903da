import { type CustomFieldWrite, type FieldScope, type Problem, problem } from '@runsheet/contract'
import type { FieldValues } from '../db/tables.ts'
import type { CustomField } from '../directory/directory.ts'
import { defaultValue, type FieldValue, readValue } from './field-value.ts'
import { appliesTo, type FieldPlace, fieldsHere, fieldsNamed } from './offered-fields.ts'
import type { ValueContext } from './value-context.ts'

/** Where values are written, what is known of them, and what they add. */
export interface FieldTarget extends FieldPlace, ValueContext {
  /** Only fields that are used here may be written: those of a start or an end. */
  readonly scopes?: readonly FieldScope[]
}

/** Fields that are asked for at a start or an end, and not before. */
const atAction: readonly FieldScope[] = ['task_start', 'task_end', 'runbook_end']

/**
 * The values after a write: those that are named replace, an empty string or null clears, the others stay.
 *
 * @param pointer where the list stands in the body
 * @param problems gets `custom_field_not_found`, `custom_field_not_applicable`, `custom_field_invalid_value`,
 * `custom_field_read_only`, `custom_field_required` where a required one is cleared, and `taken` for a field that is named
 * twice
 */
export function writeFieldValues(
  before: FieldValues,
  writes: readonly CustomFieldWrite[],
  target: FieldTarget,
  pointer: string,
  problems: Problem[],
): FieldValues {
  const values: Record<string, FieldValue> = { ...before }
  const named = new Set<number>()
  for (const [index, write] of writes.entries()) {
    const at = `${pointer}/${index}`
    const field = findField(write, target, at, problems)
    if (!field) continue
    if (named.has(field.id))
      problems.push(problem('taken', { name: 'custom_field_id', value: String(field.id) }, { pointer: at }))
    named.add(field.id)
    const key = String(field.id)
    const sent = write.value === null ? '' : write.value
    if (field.read_only)
      problems.push(problem('custom_field_read_only', { field: field.name }, { pointer: at }))
    else if (sent === '' || (Array.isArray(sent) && sent.length === 0)) {
      if (field.required && !atAction.includes(field.apply_to))
        problems.push(problem('custom_field_required', { field: field.name }, { pointer: `${at}/value` }))
      delete values[key]
    } else {
      const value = readValue(field, sent, before[key], `${at}/value`, { ...target, problems })
      if (value !== undefined) values[key] = value
    }
  }
  return values
}

/** What something new has before anything is written: the defaults of its fields. */
export function firstFieldValues(target: FieldPlace): FieldValues {
  const defaults = fieldsHere(target).flatMap((field) => {
    const value = defaultValue(field)
    const isDue = value !== undefined && appliesTo(field, target) && !atAction.includes(field.apply_to)
    return isDue ? [[String(field.id), value] as const] : []
  })
  return Object.fromEntries(defaults)
}

/** Required fields that are used somewhere and have no value; nobody is asked for what nobody may write. */
export function emptyRequired(values: FieldValues, place: FieldPlace, scope: FieldScope): CustomField[] {
  return fieldsHere(place).filter(
    (field) =>
      field.required &&
      !field.read_only &&
      field.apply_to === scope &&
      appliesTo(field, place) &&
      values[String(field.id)] === undefined,
  )
}

/** Something new has a value in each required field that is used where it is made. @param problems gets `custom_field_required` */
export function checkFirstValues(
  values: FieldValues,
  place: FieldPlace,
  pointer: string,
  problems: Problem[],
): void {
  for (const { name } of emptyRequired(values, place, `${place.kind}_add_edit`))
    problems.push(problem('custom_field_required', { field: name }, { pointer }))
}

function findField(
  write: CustomFieldWrite,
  target: FieldTarget,
  at: string,
  problems: Problem[],
): CustomField | undefined {
  const { custom_field_id: id, name } = write
  if (id === undefined && name === undefined) {
    problems.push(
      problem('missing_attribute', { name: 'custom_field_id' }, { pointer: `${at}/custom_field_id` }),
    )
    return undefined
  }
  const found = fieldsNamed(write, target)
  const [field] = found
  if (!field || found.length > 1) {
    const candidates = found.map((candidate) => candidate.name)
    problems.push(
      problem(
        'custom_field_not_found',
        { field: id ?? name ?? '', ...(candidates.length > 0 ? { candidates } : {}) },
        { pointer: at },
      ),
    )
    return undefined
  }
  const isMeant = target.scopes === undefined || target.scopes.includes(field.apply_to)
  if (!isMeant || !appliesTo(field, target)) {
    const about = { field: field.name, type: target.kind }
    problems.push(problem('custom_field_not_applicable', about, { pointer: at }))
    return undefined
  }
  return field
}
