import type { DirectoryAction, Entry } from '../directory/act-on-directory.ts'
import type { CustomField, FieldOption } from '../directory/directory.ts'
import { sqlTime } from '../json-api/wire.ts'
import { countValues } from './carry-queries.ts'
import { archiveOptions, deleteOptions, insertOptions, placeOptions } from './custom-field-queries.ts'

/**
 * Makes the options of a field those that are named, in their order: new ones are added, archived ones come back, and those
 * that are left out are deleted, or archived where values name them.
 *
 * @returns what was changed
 */
export async function writeOptions(
  { trx, seq, at }: DirectoryAction,
  fieldId: number,
  before: readonly FieldOption[],
  names: readonly string[],
): Promise<Entry[]> {
  const known = new Set(before.map(({ name }) => name))
  const added = await insertOptions(
    trx,
    names.flatMap((name) => (known.has(name) ? [] : [{ custom_field_id: fieldId, name }])),
    seq,
  )
  await placeOptions(trx, fieldId, names, seq)
  const gone = before.filter(({ name }) => !names.includes(name))
  if (gone.length > 0) {
    const used = new Set((await countValues(trx, fieldId)).flatMap(({ value }) => value))
    const ids = (isUsed: boolean) => gone.flatMap(({ id, name }) => (used.has(name) === isUsed ? [id] : []))
    await archiveOptions(trx, ids(true), sqlTime(at), seq)
    await deleteOptions(trx, ids(false))
  }
  return [...added, ...before].map(({ id }) => ({ type: 'custom_field_option', id }))
}

/** How many values of a field name an option. */
export async function countUses(
  { trx }: Pick<DirectoryAction, 'trx'>,
  field: CustomField,
  option: FieldOption,
): Promise<number> {
  const values = await countValues(trx, field.id)
  return values.reduce((sum, { value, count }) => sum + ([value].flat().includes(option.name) ? count : 0), 0)
}
