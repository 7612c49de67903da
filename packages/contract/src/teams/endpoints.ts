import { BULK_COST, defineEndpoint } from '../endpoint.ts'
import { flagParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { team } from './resource.ts'

const shared = { resource: team, since: '2026.2.0' } as const

export const teamEndpoints = {
  listTeams: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/teams',
    summary: 'List the central teams of the workspaces that you can see',
    permission: 'workspace.read',
    query: {
      query: textParameter('Text in the name'),
      workspace_id: workspaceFilter,
      archived: archivedFilter,
    },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at'] },
    errors: [],
  }),
  getTeam: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/teams/:id',
    summary: 'Get a central team',
    permission: 'workspace.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createTeam: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/teams',
    summary: 'Create a central team',
    description: 'Its members need a role in the workspace.',
    permission: 'team.manage',
    scopeIn: 'body',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'related_not_in_scope'],
  }),
  updateTeam: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/teams/:id',
    summary: 'Change a central team, and every team of a runbook that is linked to it',
    description:
      'Runbooks that are archived or whose run has ended stay as they were, until they are restored or returned to planning.',
    permission: 'team.manage',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'related_not_in_scope'],
  }),
  archiveTeam: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/teams/:id/archive',
    summary:
      'Archive a central team: the teams that are linked to it keep their members and become teams of their runbook',
    permission: 'team.manage',
    query: throughArchive,
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived'],
  }),
  restoreTeam: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/teams/:id/restore',
    summary: 'Restore an archived central team',
    permission: 'team.manage',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived', 'taken'],
  }),
  importTeams: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/workspaces/:workspace_id/teams/import',
    summary:
      'Add the people of a CSV file to central teams, and make the teams that are not there: all of it or nothing',
    description:
      'Columns `Email` and `Team`, one line for each person of each team. Nobody is removed from a team.',
    permission: 'team.manage',
    query: {
      dry_run: flagParameter('Answers the same and changes nothing; teams to be made have no id yet'),
    },
    cost: BULK_COST,
    body: { kind: 'csv' },
    answer: { kind: 'identifiers', status: 201, meta: 'PeopleImportMeta' },
    errors: [
      'invalid_csv',
      'unknown_column',
      'missing_attribute',
      'blank',
      'invalid_format',
      'too_long',
      'taken',
      'related_not_found',
      'related_not_in_scope',
    ],
  }),
}
