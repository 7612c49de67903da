import { Type } from 'typebox'
import { BULK_COST, defineEndpoint } from '../endpoint.ts'
import { flagParameter, idsParameter, textParameter, wordsParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { CustomFieldWrite, EntityTag, Flag } from '../schema/scalars.ts'
import { completionTypes, task, taskLevels, taskStages } from './resource.ts'

const shared = { resource: task, since: '2026.1.0' } as const

/** Tasks of one bulk write. */
const BULK_AT_MOST = 1_000

const planErrors = [
  'runbook_locked',
  'missing_relationship',
  'related_not_found',
  'not_a_participant',
  'invalid_task_link',
  'template_not_approved',
  'conflict',
  'invalid_requirement_minimum',
  'schedule_incomplete',
  'validation_failed',
  'taken',
  'custom_field_not_found',
  'custom_field_not_applicable',
  'custom_field_invalid_value',
  'custom_field_read_only',
  'custom_field_required',
  'type_disabled',
  'task_type_not_allowed',
] as const

const fieldErrors = [
  'taken',
  'custom_field_not_found',
  'custom_field_not_applicable',
  'custom_field_invalid_value',
  'custom_field_read_only',
] as const

const operate = {
  kind: 'meta',
  meta: {
    members: {
      comment: Type.Union([Type.String({ maxLength: 20_000, format: 'html' }), Type.Null()]),
      custom_field_values: Type.Array(CustomFieldWrite, { maxItems: 500 }),
      override: Flag,
    },
  },
} as const

export const taskEndpoints = {
  listTasks: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/tasks',
    summary: 'List the tasks of a runbook',
    description:
      'With `forecast=true`: all tasks in one answer whatever the filters and the page say, with forecast times, floats and the critical path as of `meta.as_of`.',
    permission: 'runbook.read',
    query: {
      forecast: flagParameter('All tasks, with forecast times'),
      stage: wordsParameter('Stage', taskStages, { default: 'not_startable' }),
      stream_id: idsParameter('In these streams'),
      completion_type: wordsParameter('How it was completed', completionTypes),
      task_type_id: idsParameter('Of these types'),
      level: wordsParameter('Level', taskLevels, { '1': 'level_1', '2': 'level_2', '3': 'level_3' }),
      search_term: textParameter('Text in the name, or `#id`'),
      has_comments: flagParameter('Only tasks with comments, or only those without'),
      is_late: flagParameter('Only late tasks, or only those that are not'),
      runbook_team_id: idsParameter('Assigned to these runbook teams'),
      user_id: idsParameter('Assigned to these people'),
      source_runbook_id: idsParameter('Copied from these runbooks'),
      ...throughArchive,
    },
    answer: {
      kind: 'list',
      status: 200,
      page: { size: 50, max: 200 },
      sort: [
        'id',
        'name',
        'stage',
        'duration',
        'level',
        'start_planned',
        'end_planned',
        'start_actual',
        'end_actual',
        'start_fixed',
        'created_at',
        'updated_at',
      ],
    },
    errors: [],
  }),
  getTask: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/tasks/:id',
    summary: 'Get a task',
    permission: 'runbook.read',
    query: { forecast: flagParameter('With forecast times, floats and criticality'), ...throughArchive },
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createTask: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/tasks',
    summary: 'Add a task to the plan',
    permission: 'task.update',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: planErrors,
  }),
  updateTask: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/tasks/:id',
    summary: 'Change a task',
    description:
      'Assignees and recipients that are sent are added to those that are there; `meta.delete_excluded_assignees` makes the sent ones the whole set. Predecessors and links replace.',
    permission: 'task.update',
    query: {},
    body: { kind: 'document', write: 'update', meta: { members: { delete_excluded_assignees: Flag } } },
    answer: { kind: 'resource', status: 200 },
    // A new task has no successors, and nothing that could be itself.
    errors: [...planErrors, 'self_dependency', 'circular_dependency'],
  }),
  writeTasks: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/tasks/bulk',
    summary: 'Add and change several tasks: all of them or none',
    description:
      'Tasks with an `id` are changed, the others are made; the answer has all of them in their order. New tasks may have a `lid`, by which `predecessors` of the same request name them: `{"type":"task","lid":"a"}`. `meta.if_match` of a task is the `meta.etag` from which alone it may be changed. Every problem names its task: `/data/3/attributes/name`.',
    permission: 'task.update',
    cost: BULK_COST,
    query: {},
    body: {
      kind: 'documents',
      max: BULK_AT_MOST,
      each: { members: { if_match: EntityTag, delete_excluded_assignees: Flag } },
    },
    answer: { kind: 'resources', status: 200 },
    errors: [...planErrors, 'self_dependency', 'circular_dependency', 'stale_resource'],
  }),
  deleteTask: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/tasks/:id',
    summary: 'Delete a task; its successors inherit its predecessors',
    permission: 'task.update',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['runbook_locked'],
  }),
  deleteTasks: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/tasks',
    summary: 'Delete several tasks: all of them or none',
    permission: 'task.update',
    cost: BULK_COST,
    query: { task_ids: idsParameter('The tasks to delete', { required: true }) },
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['runbook_locked', 'related_not_found'],
  }),
  startTask: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/tasks/:id/start',
    summary: 'Start a startable task of an active runbook',
    description:
      '`meta.override` lets a runbook administrator start before a fixed start. `meta.custom_field_values` fills fields that apply to `task_start`; without the required ones the start is refused.',
    permission: 'task.progress',
    query: {},
    body: operate,
    answer: { kind: 'resource', status: 200 },
    errors: [
      'blank',
      'task_not_startable',
      'task_already_complete',
      'task_requirements_not_met',
      ...fieldErrors,
    ],
  }),
  finishTask: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/tasks/:id/finish',
    summary: 'Finish a task that is in progress',
    description:
      '`meta.custom_field_values` fills fields that apply to `task_end`; without the required ones the finish is refused.',
    permission: 'task.progress',
    query: {},
    body: {
      kind: 'meta',
      meta: {
        members: {
          comment: operate.meta.members.comment,
          custom_field_values: operate.meta.members.custom_field_values,
        },
      },
    },
    answer: { kind: 'resource', status: 200 },
    errors: [
      'blank',
      'task_not_in_progress',
      'task_already_complete',
      'task_requirements_not_met',
      'invalid_stage_transition',
      ...fieldErrors,
    ],
  }),
  skipTask: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/tasks/:id/skip',
    summary: 'Skip a task, saying why',
    permission: 'task.skip',
    query: {},
    body: {
      kind: 'meta',
      meta: {
        members: { comment: Type.String({ minLength: 1, maxLength: 20_000, format: 'html' }) },
        required: ['comment'],
      },
    },
    answer: { kind: 'resource', status: 200 },
    errors: ['task_not_startable', 'task_already_complete'],
  }),
}
