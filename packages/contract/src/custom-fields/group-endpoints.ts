import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { customFieldGroup } from './resource.ts'

const shared = { resource: customFieldGroup, since: '2026.1.0' } as const
const reading = { ...shared, permission: 'instance.read', errors: [] } as const
const managing = { ...shared, permission: 'custom_field.manage' } as const

export const customFieldGroupEndpoints = {
  listCustomFieldGroups: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_field_groups',
    summary: 'List the groups of custom fields in their order',
    query: { query: textParameter('Text in the name') },
    answer: { kind: 'list', status: 200, sort: ['order', 'name'] },
  }),
  getCustomFieldGroup: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/custom_field_groups/:id',
    summary: 'Get a group of custom fields',
    query: {},
    answer: { kind: 'resource', status: 200 },
  }),
  createCustomFieldGroup: defineEndpoint({
    ...managing,
    method: 'POST',
    path: '/core/custom_field_groups',
    summary: 'Create a group of custom fields',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken'],
  }),
  updateCustomFieldGroup: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/custom_field_groups/:id',
    summary: 'Change a group of custom fields',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken'],
  }),
  deleteCustomFieldGroup: defineEndpoint({
    ...managing,
    method: 'DELETE',
    path: '/core/custom_field_groups/:id',
    summary: 'Delete a group of custom fields; its fields stay, in no group',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
}
