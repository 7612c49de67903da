import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { runbookType } from './resource.ts'

const shared = { resource: runbookType, since: '2026.1.0' } as const
const reading = { ...shared, permission: 'instance.read', errors: [] } as const
const managing = { ...shared, permission: 'type.manage' } as const
const toggling = { kind: 'meta', meta: { members: {} } } as const

export const runbookTypeEndpoints = {
  listRunbookTypes: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/runbook_types',
    summary: 'List runbook types, the default one first',
    query: {
      workspace_id: workspaceFilter,
      global: flagParameter(
        'With `workspace_id`, `true` adds the global ones; alone, only global or only local ones',
      ),
      archived: archivedFilter,
      disabled: flagParameter('Only disabled, or only enabled ones'),
      dynamic: flagParameter('Only types whose plan may be edited during a run, or only the others'),
      incident: flagParameter('Only types for incidents, or only the others'),
      enable_rto: flagParameter('Only types with RTO, or only the others'),
      ai_create_enabled: flagParameter('Only types with AI creation, or only the others'),
      query: textParameter('Text in the name, key or description'),
    },
    answer: { kind: 'list', status: 200, sort: ['name', 'key'] },
  }),
  getRunbookType: defineEndpoint({
    ...reading,
    method: 'GET',
    path: '/core/runbook_types/:id',
    summary: 'Get a runbook type',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
  createRunbookType: defineEndpoint({
    ...managing,
    method: 'POST',
    path: '/core/runbook_types',
    summary: 'Create a runbook type, of a workspace or global',
    scopeIn: 'body',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'related_not_in_scope', 'default_type'],
  }),
  updateRunbookType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/runbook_types/:id',
    summary: 'Change a runbook type',
    description:
      'Its workspace stays. While runbooks of it are being run, `dynamic` and `incident` stay as they are.',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'related_not_in_scope', 'default_type', 'type_in_use'],
  }),
  archiveRunbookType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/runbook_types/:id/archive',
    summary: 'Archive a runbook type: runbooks keep it, new ones cannot have it',
    query: throughArchive,
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived', 'default_type', 'type_in_use'],
  }),
  restoreRunbookType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/runbook_types/:id/restore',
    summary: 'Restore an archived runbook type',
    query: {},
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived'],
  }),
}
