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
    summary: 'Add a person to a runbook',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['related_not_found', 'taken'],
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
