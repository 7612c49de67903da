import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, textParameter } from '../query/parameter.ts'
import { archivedFilter, throughArchive, workspaceFilter } from '../query/shared.ts'
import { taskType } from './resource.ts'

const shared = { resource: taskType, since: '2026.1.0' } as const
const reading = { ...shared, permission: 'instance.read', errors: [] } as const
const managing = { ...shared, permission: 'type.manage' } as const
const toggling = { kind: 'meta', meta: { members: {} } } as const

export const taskTypeEndpoints = {
  listTaskTypes: defineEndpoint({
    ...reading,
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
    ...reading,
    method: 'GET',
    path: '/core/task_types/:id',
    summary: 'Get a task type',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
  }),
  createTaskType: defineEndpoint({
    ...managing,
    method: 'POST',
    path: '/core/task_types',
    summary: 'Create a task type, of a workspace or global',
    scopeIn: 'body',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'default_type'],
  }),
  updateTaskType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/task_types/:id',
    summary: 'Change a task type',
    description:
      'Its workspace stays. `zero_duration` and `off_end` stay while runbooks that have not ended have tasks of it, the other flags while such runbooks are being run.',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'default_type', 'built_in_type', 'type_in_use'],
  }),
  archiveTaskType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/task_types/:id/archive',
    summary: 'Archive a task type: tasks keep it, new ones cannot have it',
    query: throughArchive,
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['already_archived', 'default_type', 'built_in_type', 'type_in_use'],
  }),
  restoreTaskType: defineEndpoint({
    ...managing,
    method: 'PATCH',
    path: '/core/task_types/:id/restore',
    summary: 'Restore an archived task type',
    query: {},
    body: toggling,
    answer: { kind: 'resource', status: 200 },
    errors: ['not_archived'],
  }),
}
