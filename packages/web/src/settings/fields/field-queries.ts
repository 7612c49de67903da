import type { ItemOf } from '@runsheet/client'
import { queryOptions } from '@tanstack/react-query'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'

export type CustomField = ItemOf<'listCustomFields'>
export type FieldGroup = ItemOf<'listCustomFieldGroups'>
export type FieldOption = ItemOf<'listCustomFieldOptions'>
export type FieldType = CustomField['attributes']['field_type']
export type FieldScope = CustomField['attributes']['apply_to']

const FIELDS = 'custom-fields'

/** Every custom field that the person sees, archived ones included, in their order. */
export const fieldsQuery = queryOptions({
  queryKey: [FIELDS, 'all'],
  queryFn: async ({ signal }): Promise<readonly CustomField[]> => {
    const found: CustomField[] = []
    const query = { sort: 'order', page: { size: 100 } } as const
    for await (const { data } of client().pages('listCustomFields', { query, signal })) found.push(...data)
    return found
  },
})

/** The groups of fields, in their order. */
export const groupsQuery = queryOptions({
  queryKey: [FIELDS, 'groups'],
  queryFn: async ({ signal }): Promise<readonly FieldGroup[]> => {
    const query = { sort: 'order', page: { size: 100 } } as const
    return (await client().listCustomFieldGroups({ query, signal })).data
  },
})

/** The options of a field, in their order; those that are archived last. */
export const optionsQuery = (fieldId: string) =>
  queryOptions({
    queryKey: [FIELDS, 'options', fieldId],
    queryFn: async ({ signal }): Promise<readonly FieldOption[]> => {
      const found: FieldOption[] = []
      for (const archived of [false, true]) {
        const params = { custom_field_id: fieldId }
        const query = { archived, sort: 'order', page: { size: 100 } } as const
        for await (const { data } of client().pages('listCustomFieldOptions', { params, query, signal }))
          found.push(...data)
      }
      return found
    },
  })

/** After a change of a field, a group or an option. */
export const readFieldsAgain = () => queryClient.invalidateQueries({ queryKey: [FIELDS] })

/** Types whose values are options of the field. */
export const optionTypes: readonly FieldType[] = ['select_menu', 'radiobox', 'checkboxes', 'multi_select']
