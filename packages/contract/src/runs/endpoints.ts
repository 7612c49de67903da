import { defineEndpoint } from '../endpoint.ts'
import { throughArchive } from '../query/shared.ts'
import { run } from './resource.ts'

const shared = {
  resource: run,
  since: '2026.1.0',
  permission: 'runbook.read',
  query: throughArchive,
  errors: [],
} as const

export const runEndpoints = {
  listRuns: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runs',
    summary: 'List the runs of a runbook, newest first',
    answer: { kind: 'list', status: 200 },
  }),
  getRun: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runs/:id',
    summary: 'Get a run',
    answer: { kind: 'resource', status: 200 },
  }),
}
