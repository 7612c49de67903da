import { AppError, problem } from '@runsheet/contract'
import type { Db, Trx } from '../db/database.ts'
import type { CustomField } from '../directory/directory.ts'
import { countValues } from './carry-queries.ts'
import type { Convert } from './carry-values.ts'
import { convertValue } from './convert-value.ts'
import type { FieldValue } from './field-value.ts'
import { kindOf, optionNames } from './offered-fields.ts'
import type { FieldWrite } from './read-field-write.ts'

/** What a change of a field does to its values, in numbers of values. */
export interface ValueReport {
  readonly kept: number
  readonly converted: number
  readonly lost: number
  /** Of the lost ones, those of runbooks, and those of tasks. */
  readonly lost_of_runbooks: number
  readonly lost_of_tasks: number
  /** Some of the values that would be lost. */
  readonly examples: readonly FieldValue[]
}

const EXAMPLES = 10
const nothing: ValueReport = {
  kept: 0,
  converted: 0,
  lost: 0,
  lost_of_runbooks: 0,
  lost_of_tasks: 0,
  examples: [],
}

/**
 * What becomes of each value when a field is changed; undefined for a change that leaves them as they are. Values go with a
 * type that cannot hold them, and with the runbooks or tasks to which the field applies no more.
 */
export function conversionOf(
  before: CustomField,
  { patch, optionNames: names }: FieldWrite,
): Convert | undefined {
  const { field_type = before.field_type, apply_to = before.apply_to } = patch
  const kind = kindOf(apply_to)
  if (field_type === before.field_type && kind === kindOf(before.apply_to)) return undefined
  const shape = { field_type, options: names ?? optionNames(before) }
  return (value, of) => (of === kind ? convertValue(before.field_type, value, shape).value : undefined)
}

/** Counts what a conversion does, without doing it. */
export async function reportValues(
  db: Db | Trx,
  { id }: CustomField,
  convert: Convert | undefined,
): Promise<ValueReport> {
  if (!convert) return nothing
  const report = { ...nothing, examples: [] as FieldValue[] }
  for (const { kind, value, count } of await countValues(db, id)) {
    const after = convert(value, kind)
    if (isLess(value, after)) {
      report.lost += count
      report[kind === 'task' ? 'lost_of_tasks' : 'lost_of_runbooks'] += count
      if (report.examples.length < EXAMPLES) report.examples.push(value)
    } else report[JSON.stringify(after) === JSON.stringify(value) ? 'kept' : 'converted'] += count
  }
  return report
}

/** True when something of a value is gone: all of it, or some of several choices. */
const isLess = (value: FieldValue, after: FieldValue | undefined) =>
  after === undefined || (Array.isArray(value) && Array.isArray(after) && after.length < value.length)

/** @throws {AppError} 422 `values_would_be_lost` with the numbers, unless that was accepted */
export function checkLoss({ name }: CustomField, report: ValueReport, isAccepted: boolean): void {
  if (report.lost === 0 || isAccepted) return
  throw new AppError(
    problem(
      'values_would_be_lost',
      { field: name, lost: report.lost },
      { pointer: '/meta/accept_loss', meta: { values: report } },
    ),
  )
}
