import { defineEndpoint } from '../endpoint.ts'
import { roleType } from './resource.ts'

export const roleTypeEndpoints = {
  listRoleTypes: defineEndpoint({
    resource: roleType,
    since: '2026.1.0',
    method: 'GET',
    path: '/core/role_types',
    summary: 'List the roles that can be granted',
    permission: 'people.read',
    query: {},
    answer: { kind: 'list', status: 200, page: { size: 50, max: 100 } },
    errors: [],
  }),
}
