import { defineEndpoint } from '../endpoint.ts'
import { flagParameter, idParameter, textParameter, wordsParameter } from '../query/parameter.ts'
import { workspaceFilter } from '../query/shared.ts'
import { Flag } from '../schema/scalars.ts'
import { deliveryStatuses, eventDelivery, eventIntegration } from './resource.ts'

const shared = { resource: eventIntegration, since: '2026.2.0', query: {} } as const

export const eventIntegrationEndpoints = {
  listEventIntegrations: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/event_integrations',
    summary: 'List the event integrations that you can see',
    permission: 'integration.read',
    query: {
      query: textParameter('Text in the name or URL'),
      enabled: flagParameter('Only enabled ones, or only the others'),
      workspace_id: workspaceFilter,
      runbook_type_id: idParameter('Only of this runbook type'),
    },
    answer: { kind: 'list', status: 200, sort: ['name', 'created_at'] },
    errors: [],
  }),
  getEventIntegration: defineEndpoint({
    ...shared,
    method: 'GET',
    path: '/core/event_integrations/:id',
    summary: 'Get an event integration',
    permission: 'integration.read',
    answer: { kind: 'resource', status: 200 },
    errors: [],
  }),
  createEventIntegration: defineEndpoint({
    ...shared,
    method: 'POST',
    path: '/core/event_integrations',
    summary: 'Create an event integration, for the instance, a workspace or a runbook type',
    description:
      'The signing secret is shown in this answer and never again. This version keeps integrations and delivers nothing yet.',
    permission: 'integration.manage',
    scopeIn: 'body',
    holdsSecret: true,
    body: { kind: 'document', write: 'create' },
    answer: { kind: 'resource', status: 201 },
    errors: ['taken', 'webhook_url_blocked', 'validation_failed'],
  }),
  updateEventIntegration: defineEndpoint({
    ...shared,
    method: 'PATCH',
    path: '/core/event_integrations/:id',
    summary: 'Change an event integration; its scope stays',
    description:
      '`meta.rotate_signing_secret` makes a new signing secret, which is shown in this answer only.',
    permission: 'integration.manage',
    holdsSecret: true,
    body: { kind: 'document', write: 'update', meta: { members: { rotate_signing_secret: Flag } } },
    answer: { kind: 'resource', status: 200 },
    errors: ['taken', 'missing_attribute', 'webhook_url_blocked', 'validation_failed'],
  }),
  deleteEventIntegration: defineEndpoint({
    ...shared,
    method: 'DELETE',
    path: '/core/event_integrations/:id',
    summary: 'Delete an event integration with its deliveries',
    permission: 'integration.manage',
    body: { kind: 'meta', meta: { members: {} } },
    answer: { kind: 'empty', status: 204 },
    errors: [],
  }),
  listEventDeliveries: defineEndpoint({
    ...shared,
    resource: eventDelivery,
    method: 'GET',
    path: '/core/event_integrations/:event_integration_id/deliveries',
    summary: 'List the deliveries of an event integration, newest first',
    description: 'Empty in this version, which delivers nothing yet.',
    permission: 'integration.read',
    query: { status: wordsParameter('Only in these states', deliveryStatuses) },
    answer: { kind: 'list', status: 200, sort: ['created_at'] },
    errors: [],
  }),
}
