import type { CustomFieldValue } from '@runsheet/contract'
import type { FieldValues } from '../db/tables.ts'
import type { Directory } from '../directory/directory.ts'

/** The values of custom fields as documents show them, in the order of the fields. */
export function renderFieldValues(values: FieldValues, { customFields }: Directory): CustomFieldValue[] {
  return [...customFields.values()].flatMap(({ id, name, display_name, read_only }) => {
    const value = values[String(id)]
    if (value === undefined) return []
    return [
      {
        custom_field_id: String(id),
        name,
        display_name,
        value: typeof value === 'string' ? value : [...value],
        read_only,
      },
    ]
  })
}
