import { folder as folderResource } from '../../folders/resource.ts'
import { workspace as workspaceResource } from '../../workspaces/resource.ts'
import { exampleOf, ids } from './example.ts'

export const workspace = exampleOf(workspaceResource, {
  id: '7',
  self: '/core/workspaces/7',
  attributes: {
    name: 'Payments',
    key: 'payments',
    description: 'Card and account payments, both sites',
    archived: false,
    created_at: '2026-01-12T09:30:00Z',
    updated_at: '2026-02-03T14:05:41Z',
  },
  relationships: { runbook_types: [ids.runbookType] },
  meta: { permissions: [{ type: 'create', resource: 'runbook' }] },
  create: {
    attributes: { name: 'Payments', key: 'payments', description: 'Card and account payments, both sites' },
  },
  update: { attributes: { description: 'Payments of both sites, cards included' } },
})

export const folder = exampleOf(folderResource, {
  id: '21',
  self: '/core/workspaces/7/folders/21',
  attributes: {
    name: 'Failover',
    description: 'Everything that moves a service between sites',
    created_at: '2026-01-12T09:41:17Z',
    updated_at: '2026-01-12T09:41:17Z',
  },
  relationships: { parent: null, workspace: ids.workspace },
  meta: { permissions: [{ type: 'create', resource: 'runbook' }] },
  create: {
    attributes: { name: 'Failover', description: 'Everything that moves a service between sites' },
    relationships: { parent: null },
  },
  update: { attributes: { name: 'Site failover' } },
})
