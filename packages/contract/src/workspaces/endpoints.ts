import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive } from '../query/shared.ts'
import { workspace } from './resource.ts'

const shared = { resource: workspace, since: '2026.1.0' } as const

export const workspaceEndpoints = {
  listWorkspaces: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/workspaces',
    summary: 'List the workspaces that you can see',
    permission: 'workspace.read',
    query: { query: textParameter('Text in the name or key'), archived: archivedFilter },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at'] },
    errors: [],
  }),
  getWorkspace: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/workspaces/:id',
    summary: 'Get a workspace',
    permission: 'workspace.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createWorkspace: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/workspaces',
    summary: 'Create a workspace, with a folder named Default',
    permission: 'workspace.create',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken'],
  }),
  updateWorkspace: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/workspaces/:id',
    summary: 'Change a workspace',
    permission: 'workspace.update',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken'],
  }),
  archiveWorkspace: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/workspaces/:id/archive',
    summary: 'Archive a workspace: all that lies in it is out of sight until it is restored',
    permission: 'workspace.update',
    query: throughArchive,
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived', 'invalid_stage_transition'],
  }),
  restoreWorkspace: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/workspaces/:id/restore',
    summary: 'Restore an archived workspace',
    permission: 'workspace.update',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived'],
  }),
}
