import { BULK_COST, defineEndpoint } from '../endpoint.ts'
import { auditChain } from './resource.ts'

const shared = {
  resource: auditChain,
  since: '2026.2.0',
  method: 'GET',
  permission: 'audit.read',
  cost: BULK_COST,
  query: {},
} as const

export const auditEndpoints = {
  listAuditChains: defineEndpoint({
    ...shared,
    path: '/core/audit/chains',
    summary: 'Verify the hash chains of the event log, page by page',
    description:
      'Each chain of the page is followed from its first event to its head, with every hash computed anew, at one instant. A chain of a deleted runbook is there, too.',
    answer: { kind: 'list', status: 200, page: { size: 20, max: 100 } },
    errors: ['insufficient_role'],
  }),
  exportAudit: defineEndpoint({
    ...shared,
    path: '/core/audit/export',
    summary: 'The event log of one instant, one JSON object per line, to be verified without this server',
    description: 'The lines, and a script that verifies them, are described in `docs/audit.md`.',
    answer: { kind: 'file', status: 200, types: ['application/x-ndjson'] },
    errors: [],
  }),
}
