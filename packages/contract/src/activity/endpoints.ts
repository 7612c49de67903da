import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, idParameter, textParameter } from '../query/parameter.ts'
import { createdBetween, workspaceFilter } from '../query/shared.ts'
import { actionLog, activity } from './resource.ts'

const shared = { since: '2026.1.0', permission: 'log.read', errors: [] } as const

export const activityEndpoints = {
  listActionLogs: defineEndpoint({
    ...shared,
    errors: ['invalid_filter_value', 'invalid_parameter'],
    resource: actionLog,
    method: 'GET',
    path: '/core/action_logs',
    summary: 'The audit trail, newest first',
    query: {
      runbook_id: idParameter('Only of this runbook'),
      task_id: idParameter('Only what changed this task of the runbook, or was said about it'),
      user_id: idParameter('Only what this person did'),
      workspace_id: workspaceFilter,
      event: textParameter('Names of events, dotted or in the older spelling, by comma'),
      ...createdBetween,
    },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
  }),
  listActivities: defineEndpoint({
    ...shared,
    resource: activity,
    method: 'GET',
    path: '/core/activities',
    summary: 'The feed of a runbook, newest first',
    query: {
      runbook_id: idParameter('Only of this runbook'),
      starred: flagParameter('Only starred ones, or only the others'),
      ...createdBetween,
    },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
  }),
}
