import { BULK_COST, defineEndpoint } from '../endpoint.ts'
import { flagParameter, mapParameter, textParameter, wordParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { task } from '../tasks/resource.ts'

const shared = { resource: task, since: '2026.1.0' } as const

export const planEndpoints = {
  importTasks: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/tasks/import',
    summary: 'Add the tasks of a CSV file to the plan: all of them or none',
    permission: 'runbook.update',
    cost: BULK_COST,
    query: {
      dry_run: flagParameter('Answers the same and changes nothing'),
      create_teams: flagParameter('Makes the teams that the runbook does not have'),
      mapping: mapParameter('JSON: column header → field, or null to leave the column out'),
    },
    body: { kind: 'csv' },
    answer: { kind: 'identifiers', status: 201, meta: 'ImportMeta' },
    errors: [
      'runbook_locked',
      'invalid_csv',
      'unknown_column',
      'missing_attribute',
      'blank',
      'invalid_format',
      'invalid_enum',
      'out_of_range',
      'too_long',
      'taken',
      'related_not_found',
      'not_a_participant',
      'self_dependency',
      'circular_dependency',
      'custom_field_not_found',
      'custom_field_not_applicable',
      'custom_field_invalid_value',
      'custom_field_read_only',
      'custom_field_required',
      'type_disabled',
      'task_type_not_allowed',
    ],
  }),
  exportTasks: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/tasks/export',
    summary: 'The plan as a file that can be imported again',
    permission: 'runbook.read',
    query: {
      format: wordParameter('`csv` (default) or `json`', ['csv', 'json']),
      timezone: textParameter('IANA zone of the times; the runbook’s by default'),
      ...throughArchive,
    },
    answer: { kind: 'file', status: 200, types: ['text/csv', 'application/json'] },
    errors: [],
  }),
}
