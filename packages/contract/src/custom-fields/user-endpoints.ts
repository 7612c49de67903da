import { defineEndpoint } from '../endpoint.ts'
import { idParameter } from '../query/parameter.ts'
import { customFieldUser } from './resource.ts'

const shared = { resource: customFieldUser, since: '2026.1.0' } as const

export const customFieldUserEndpoints = {
  listCustomFieldUsers: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/custom_field_users',
    summary: 'List which people the fields of runbooks and tasks name',
    permission: 'runbook.read',
    query: {
      custom_field_id: idParameter('Of this field'),
      user_id: idParameter('Naming this person'),
      runbook_id: idParameter('Of this runbook and its tasks'),
    },
    answer: { kind: 'list', status: 200 },
    errors: [],
  }),
  getCustomFieldUser: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/custom_field_users/:id',
    summary: 'Get one link of a field to a person',
    permission: 'runbook.read',
    query: {},
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createCustomFieldUser: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/custom_field_users',
    summary: 'Name a person in a field of a runbook or of a task: the same as writing the value',
    permission: 'task.update',
    scopeIn: 'body',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: [
      'runbook_locked',
      'custom_field_not_found',
      'custom_field_not_applicable',
      'custom_field_invalid_value',
      'custom_field_read_only',
    ],
  }),
  deleteCustomFieldUser: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/custom_field_users/:id',
    summary: 'Empty the field that names a person',
    permission: 'task.update',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['runbook_locked', 'custom_field_read_only', 'custom_field_required'],
  }),
}
