import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, wordsParameter } from '../query/parameter.ts'
import { throughArchive } from '../query/shared.ts'
import { runbookVersion } from '../runbooks/resource.ts'
import { finding, findingSeverities } from './finding.ts'
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
  listRunbookVersions: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    resource: runbookVersion,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_versions',
    summary: 'List the versions of the plan of a runbook, newest first',
    query: {
      current: flagParameter('Only the one that is worked on, or only the others'),
      ...throughArchive,
    },
    answer: { kind: 'list', status: 200 },
  }),
  getRunbookVersion: defineEndpoint({
    ...shared,
    since: '2026.2.0',
    resource: runbookVersion,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/runbook_versions/:id',
    summary: 'Get a version of the plan of a runbook',
    answer: { kind: 'resource', status: 200 },
  }),
  listFindings: defineEndpoint({
    ...shared,
    resource: finding,
    method: 'GET',
    path: '/core/runbooks/:runbook_id/findings',
    summary: 'List what a start would find wrong with the plan, errors first',
    query: {
      severity: wordsParameter('Only of this severity', findingSeverities),
      rebaseline: flagParameter('As if the start said so'),
      shift_fixed_times: flagParameter('As if the start said so'),
      ...throughArchive,
    },
    answer: { kind: 'list', status: 200, page: { size: 50, max: 1_000 } },
  }),
}
