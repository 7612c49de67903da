import { defineEndpoint } from '../endpoint.ts'
import { flagParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { stream } from './resource.ts'

const shared = { resource: stream, since: '2026.1.0' } as const
const forecast = { forecast: flagParameter('With forecast times') }

export const streamEndpoints = {
  listStreams: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/streams',
    summary: 'List streams and sub-streams',
    permission: 'runbook.read',
    query: { ...forecast, ...throughArchive },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at'] },
    errors: [],
  }),
  getStream: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/streams/:id',
    summary: 'Get a stream',
    permission: 'runbook.read',
    query: { ...forecast, ...throughArchive },
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createStream: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/runbooks/:runbook_id/streams',
    summary: 'Add a stream, or a sub-stream of one',
    permission: 'stream.create',
    query: {},
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['runbook_locked', 'related_not_found', 'stream_depth_exceeded'],
  }),
  updateStream: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/streams/:id',
    summary: 'Change a stream or its RAG status',
    permission: 'stream.update',
    query: {},
    body: { kind: 'document', write: 'update' },
    answer: { kind: 'resource', status: 200 },
    errors: ['runbook_locked'],
  }),
  deleteStream: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/runbooks/:runbook_id/streams/:id',
    summary: 'Delete an empty stream',
    permission: 'stream.delete',
    query: {},
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: ['runbook_locked', 'stream_not_empty', 'primary_stream'],
  }),
}
