import { defineEndpoint } from '../endpoint.ts'
import { textParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { folder } from './resource.ts'

const shared = { resource: folder, since: '2026.1.0' } as const

export const folderEndpoints = {
  listFolders: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/workspaces/:workspace_id/folders',
    summary: 'List all folders of a workspace, flat; `parent` makes the tree',
    permission: 'workspace.read',
    query: { query: textParameter('Text in the name'), ...throughArchive },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at'] },
    errors: [],
  }),
  getFolder: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/workspaces/:workspace_id/folders/:id',
    summary: 'Get a folder',
    permission: 'workspace.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createFolder: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/workspaces/:workspace_id/folders',
    summary: 'Create a folder',
    permission: 'folder.manage',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['related_not_found'],
  }),
  updateFolder: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/workspaces/:workspace_id/folders/:id',
    summary: 'Rename a folder, or move it under another parent',
    permission: 'folder.manage',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['related_not_found', 'circular_dependency'],
  }),
  deleteFolder: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/workspaces/:workspace_id/folders/:id',
    summary: 'Delete an empty folder',
    permission: 'folder.manage',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['folder_not_empty', 'validation_failed'],
  }),
}
