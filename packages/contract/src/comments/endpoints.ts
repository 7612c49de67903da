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
  getComment: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'GET',
    path: '/core/runbooks/:runbook_id/comments/:id',
    summary: 'Get a comment',
    permission: 'runbook.read',
    query: throughArchive,
    answer: { kind: 'resource', status: 200 },
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
  updateComment: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/comments/:id',
    summary: 'Change a comment of your own, or feature one',
    description: 'The log keeps what it said before. While a run is under way, its words stay as they are.',
    permission: 'runbook.comment',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['comment_locked'],
  }),
  deleteComment: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/comments/:id',
    summary: 'Delete a comment of your own',
    description: 'The log keeps what it said. While a run is under way, it stays.',
    permission: 'comment.update',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['comment_locked'],
  }),
}
