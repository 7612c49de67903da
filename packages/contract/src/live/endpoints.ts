import { defineEndpoint } from '../endpoint.ts'
import { uuidParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { runbook } from '../runbooks/resource.ts'
import { Id, nullable, Uuid } from '../schema/scalars.ts'
import { presence } from './resource.ts'

export const liveEndpoints = {
  watchRunbook: defineEndpoint({
    resource: runbook,
    since: '2026.1.0',
    method: 'GET',
    path: '/core/runbooks/:id/events',
    summary: 'What happens in a runbook, as it happens (server-sent events)',
    description:
      'Each event has its sequence as `id`; `Last-Event-ID` resumes after it. `reset` means: read the documents again. Whoever watches is here: `presence` tells who else is, and at which task.',
    permission: 'runbook.read',
    query: {
      ...throughArchive,
      connection: uuidParameter('Names the connection, so that its task can be told; the client makes it up'),
    },
    answer: { kind: 'stream', status: 200 },
    errors: [],
  }),
  updatePresence: defineEndpoint({
    resource: presence,
    since: '2026.1.0',
    method: 'PATCH',
    path: '/core/runbooks/:runbook_id/presence',
    summary: 'Tell at which task of a runbook the caller is',
    description:
      'Those who watch the runbook are told, for as long as a stream with that `connection` is open. Nothing of it is kept: it is no event, and in no log.',
    permission: 'runbook.read',
    query: throughArchive,
    body: {
      kind: 'meta',
      meta: { members: { connection: Uuid, task_id: nullable(Id) }, required: ['connection', 'task_id'] },
    },
    answer: { kind: 'resource', status: 200 },
    errors: ['related_not_found'],
  }),
}
