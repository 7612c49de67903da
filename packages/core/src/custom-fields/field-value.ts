import { type FieldType, formats, isBlank, type Problem, problem } from '@runsheet/contract'
import { readRichText, sanitise } from '../comments/sanitise.ts'
import type { CustomField } from '../directory/directory.ts'
import { wireTime } from '../json-api/wire.ts'
import { optionNames, optionTypes, severalValued } from './offered-fields.ts'
import type { ValueContext } from './value-context.ts'

export type FieldValue = string | readonly string[]

/** A day that is in the calendar, as `2026-03-28`. */
export function isDate(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** The id of a person as values keep it: a number below 2^53, without zeros before it. */
export function isUserId(text: string): boolean {
  return /^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
}

const isWritten: Readonly<Partial<Record<FieldType, (text: string) => boolean>>> = {
  date: isDate,
  datetime: formats['date-time'].test,
  user: isUserId,
}

const NAME_AT_MOST = 255
const mayBeOption = (name: string) => !isBlank(name) && name.length <= NAME_AT_MOST && formats.line.test(name)

/**
 * A value as it is kept: it fits the type of its field, and names options where the type has them. What was chosen before
 * may stay although it is no option any more.
 *
 * @param before the value as it stands
 * @param problems gets `custom_field_invalid_value`, `too_long`
 */
export function readValue(
  field: CustomField,
  sent: FieldValue,
  before: FieldValue | undefined,
  pointer: string,
  { added, strangers, problems }: ValueContext & { readonly problems: Problem[] },
): FieldValue | undefined {
  const { field_type: type, name } = field
  const isSeveral = severalValued.includes(type)
  const values = typeof sent === 'string' ? [sent] : [...new Set(sent)]
  const options = optionTypes.includes(type) ? optionNames(field) : undefined
  const chosen = new Set(typeof before === 'string' ? [before] : before)
  const isArchived = (value: string) => field.options.some((option) => option.name === value)
  const mayAdd = (value: string) => field.allow_field_creation && !isArchived(value) && mayBeOption(value)
  const isNew = (value: string) => options !== undefined && !options.includes(value) && !chosen.has(value)
  const wrong = values.find(
    (value) =>
      (isNew(value) && !mayAdd(value)) ||
      (isSeveral && isBlank(value)) ||
      isWritten[type]?.(value) === false ||
      (type === 'user' && !chosen.has(value) && strangers.has(Number(value))),
  )
  if (wrong !== undefined || (!isSeveral && typeof sent !== 'string')) {
    const allowed = options && { allowed: options }
    problems.push(
      problem(
        'custom_field_invalid_value',
        { field: name, value: wrong ?? values.join(', '), ...allowed },
        { pointer, ...(allowed ? { meta: allowed } : {}) },
      ),
    )
    return undefined
  }
  for (const value of values.filter(isNew))
    if (!added.some((option) => option.field.id === field.id && option.name === value))
      added.push({ field, name: value })
  if (isSeveral) return values
  const [value = ''] = values
  return asKept(type, value, (text) => readRichText(text, name, { pointer }, (found) => problems.push(found)))
}

/** A single value in the form in which it is kept: an instant in UTC, rich text cleaned. */
function asKept(type: FieldType, value: string, clean: (text: string) => string | null): string {
  if (type === 'datetime') return wireTime(Date.parse(value))
  return type === 'textarea' ? (clean(value) ?? '') : value
}

/** The value that a new task or runbook has where none is sent; undefined without one. */
export function defaultValue({ default_value, field_type }: CustomField): FieldValue | undefined {
  if (default_value === null || default_value === '') return undefined
  return severalValued.includes(field_type) ? [default_value] : asKept(field_type, default_value, sanitise)
}
