import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { taskType } from './resource.ts'

const shared = { resource: taskType, since: '2026.1.0', permission: 'instance.read', errors: [] } as const

export const taskTypeEndpoints = {
  listTaskTypes: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/task_types',
    summary: 'List task types, the default one first',
    query: {
      workspace_id: workspaceFilter,
      global: flagParameter(
        'With `workspace_id`, `true` adds the global ones; alone, only global or only local ones',
      ),
      archived: archivedFilter,
      disabled: flagParameter('Only disabled, or only enabled ones'),
      query: textParameter('Text in the name, key or description'),
    },
    answer: { kind: 'list', status: 200, sort: ['name', 'key'] },
  }),
  getTaskType: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/task_types/:id',
    summary: 'Get a task type',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
}
