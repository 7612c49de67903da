import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, idParameter } from '../query/parameter.ts'
import { createdBetween, throughArchive } from '../query/shared.ts'
import { comment } from './resource.ts'

const shared = { resource: comment, since: '2026.1.0' } as const

export const commentEndpoints = {
  listComments: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/comments',
    summary: 'List the comments of a runbook and its tasks, newest first',
    permission: 'runbook.read',
    query: {
      task_id: idParameter('Only of this task'),
      featured: flagParameter('Only featured ones, or only the others'),
      ...createdBetween,
      ...throughArchive,
    },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
    errors: [],
  }),
  createComment: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/comments',
    summary: 'Comment on a runbook, or on one of its tasks',
    permission: 'runbook.comment',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['related_not_found'],
  }),
}
