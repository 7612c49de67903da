import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { runbookType } from './resource.ts'

const shared = { resource: runbookType, since: '2026.1.0', permission: 'instance.read', errors: [] } as const

export const runbookTypeEndpoints = {
  listRunbookTypes: defineEndpoint({
    ...shared,
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
    ...shared,
    method: 'GET',
    path: '/core/runbook_types/:id',
    summary: 'Get a runbook type',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
}
