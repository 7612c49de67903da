import { defineEndpoint, permissions } from '../endpoint.ts'
import { idParameter, textParameter, wordParameter, wordsParameter } from '../query/parameter.ts'
import { access } from './resource.ts'

export const accessEndpoints = {
  listAccess: defineEndpoint({
    resource: access,
    since: '2026.2.0',
    method: 'GET',
    path: '/core/access',
    summary: 'Explain what a person may do in a place, and why, or why not',
    description:
      'The place is named by an id, that of a stream or task together with that of its runbook, or by the `method` and `path` of a request: then only what that request needs is explained. Without a place it is the instance. Others than oneself are explained to who manages people, or says who takes part there.',
    permission: 'account.read',
    query: {
      method: wordParameter('Method of a request; together with `path`', ['GET', 'POST', 'PATCH', 'DELETE']),
      path: textParameter('Path of a request, such as `/core/runbooks/7/start`; together with `method`'),
      permission: wordsParameter('Only these permissions', permissions),
      user_id: idParameter('Of this person instead of the caller'),
      workspace_id: idParameter('In this workspace'),
      folder_id: idParameter('In this folder'),
      team_id: idParameter('For this central team'),
      runbook_id: idParameter('In this runbook'),
      stream_id: idParameter('For this stream of the runbook'),
      task_id: idParameter('For this task of the runbook'),
    },
    answer: { kind: 'list', status: 200, page: { size: 100, max: 100 } },
    errors: ['invalid_parameter', 'not_found', 'insufficient_role'],
  }),
}
