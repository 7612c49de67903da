import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { runbookTeam } from './resource.ts'

const shared = { resource: runbookTeam, since: '2026.1.0' } as const

export const runbookTeamEndpoints = {
  listRunbookTeams: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_teams',
    summary: 'List the teams of a runbook',
    permission: 'runbook.read',
    query: { query: textParameter('Text in the name'), ...throughArchive },
    answer: { kind: 'list', status: 200, sort: ['name'] },
    errors: [],
  }),
  getRunbookTeam: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_teams/:id',
    summary: 'Get a team of a runbook',
    permission: 'runbook.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createRunbookTeam: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'POST',
    path: '/core/runbooks/:runbook_id/runbook_teams',
    summary: 'Add a team to a runbook: one of its own, linked to a central team, or copied from one',
    description:
      'Of its own: `name`, and `users` who need a role in the workspace. Linked: `team`. Copied: `team` with `linked: false`; a `name` and `users` that are sent stand in for those of the central team.',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'missing_relationship', 'related_not_found', 'related_not_in_scope', 'conflict'],
  }),
  updateRunbookTeam: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/runbook_teams/:id',
    summary: 'Change a team of a runbook, link it to a central team, or unlink it',
    description:
      '`linked: false` unlinks: name and members stay, and may be changed from then on, also in the same request. Who takes part in the runbook no more is taken off its tasks.',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'missing_relationship', 'related_not_found', 'related_not_in_scope', 'conflict'],
  }),
  removeRunbookTeam: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/runbook_teams/:id',
    summary: 'Remove a team from a runbook, and from its tasks',
    permission: 'runbook.people',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
}
