import { defineEndpoint } from '../endpoint.ts'
import { archivedFilter } from '../query/shared.ts'
import { customFieldOption } from './resource.ts'

const shared = { resource: customFieldOption, since: '2026.1.0' } as const
const reading = { ...shared, permission: 'instance.read', errors: [] } as const
const managing = { ...shared, permission: 'custom_field.manage' } as const

export const customFieldOptionEndpoints = {
  listCustomFieldOptions: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_fields/:custom_field_id/custom_field_options',
    summary: 'List the options of a custom field in their order',
    query: { archived: archivedFilter },
    answer: { kind: 'list', status: 200, sort: ['order', 'name'] },
  }),
  getCustomFieldOption: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_fields/:custom_field_id/custom_field_options/:id',
    summary: 'Get an option of a custom field',
    query: {},
    answer: { kind: 'resource', status: 200 },
  }),
  createCustomFieldOption: defineEndpoint({
    ...managing,
    method: 'POST',
    path: '/core/custom_fields/:custom_field_id/custom_field_options',
    summary: 'Add an option to a custom field, last unless `order` says otherwise',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'out_of_range', 'validation_failed'],
  }),
  updateCustomFieldOption: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/custom_fields/:custom_field_id/custom_field_options/:id',
    summary: 'Change an option; when its name changes, all values that name it follow',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'validation_failed'],
  }),
  deleteCustomFieldOption: defineEndpoint({
    ...managing,
    method: 'DELETE',
    path: '/core/custom_fields/:custom_field_id/custom_field_options/:id',
    summary: 'Delete an option that no value names',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['option_in_use'],
  }),
}
