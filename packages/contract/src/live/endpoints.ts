import { defineEndpoint } from '../endpoint.ts'
import { throughArchive } from '../query/shared.ts'
import { runbook } from '../runbooks/resource.ts'

export const liveEndpoints = {
  watchRunbook: defineEndpoint({
    resource: runbook,
    since: '2026.1.0',
    method: 'GET',
    path: '/core/runbooks/:id/events',
    summary: 'What happens in a runbook, as it happens (server-sent events)',
    description:
      'Each event has its sequence as `id`; `Last-Event-ID` resumes after it. `reset` means: read the documents again.',
    permission: 'runbook.read',
    query: throughArchive,
    answer: { kind: 'stream', status: 200 },
    errors: [],
  }),
}
