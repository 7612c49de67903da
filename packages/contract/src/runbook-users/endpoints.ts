import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { runbookUser } from './resource.ts'

const shared = { resource: runbookUser, since: '2026.1.0' } as const

export const runbookUserEndpoints = {
  listRunbookUsers: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_users',
    summary: 'List the people of a runbook',
    permission: 'runbook.read',
    query: { query: textParameter('Text in the name or e-mail'), ...throughArchive },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
    errors: [],
  }),
  addRunbookUser: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/runbook_users',
    summary: 'Add a person to a runbook: as its administrator, as editor of streams, or as participant',
    description:
      'A participant unless `role` says otherwise. The person needs a role in the workspace. Editors name the `streams` that they edit.',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['related_not_found', 'related_not_in_scope', 'taken', 'role_scope_invalid'],
  }),
  getRunbookUser: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_users/:id',
    summary: 'Get a person of a runbook',
    permission: 'runbook.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  updateRunbookUser: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/runbook_users/:id',
    summary: 'Change what a person is on a runbook',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['related_not_found', 'role_scope_invalid', 'last_admin'],
  }),
  removeRunbookUser: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/runbook_users/:id',
    summary: 'Remove a person from a runbook, and from its tasks and teams',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['last_admin'],
  }),
}
