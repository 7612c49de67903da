import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, wordsParameter } from '../query/parameter.ts'
import { archivedFilter, workspaceFilter } from '../query/shared.ts'
import { customField, fieldScopes } from './resource.ts'

const shared = { resource: customField, since: '2026.1.0', permission: 'instance.read', errors: [] } as const

export const customFieldEndpoints = {
  listCustomFields: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/custom_fields',
    summary: 'List custom fields, archived ones included unless `archived` says otherwise',
    query: {
      workspace_id: workspaceFilter,
      global: flagParameter(
        'With `workspace_id`, `true` adds the global ones; alone, only global or only local ones',
      ),
      apply_to: wordsParameter('Where they are used', fieldScopes),
      archived: archivedFilter,
    },
    answer: { kind: 'list', status: 200, sort: ['order', 'name'] },
  }),
  getCustomField: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/custom_fields/:id',
    summary: 'Get a custom field',
    query: {},
    answer: { kind: 'resource', status: 200 },
  }),
}
