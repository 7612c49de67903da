import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive } from '../query/shared.ts'
import { user } from './resource.ts'

const shared = { resource: user, since: '2026.1.0', permission: 'people.read', errors: [] } as const

export const userEndpoints = {
  listUsers: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/users',
    summary: 'List or search people',
    query: { query: textParameter('Text in the name or e-mail'), archived: archivedFilter },
    answer: {
      kind: 'list',
      status: 200,
      sort: ['email', 'first_name', 'last_name', 'created_at'],
      sortAliases: {
        'core_users.email': 'email',
        'core_users.first_name': 'first_name',
        'core_users.last_name': 'last_name',
      },
    },
  }),
  getUser: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/users/:id',
    summary: 'Get a person',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
}
