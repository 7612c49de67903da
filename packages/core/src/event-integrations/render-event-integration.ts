import type { IntegrationScope } from '@runsheet/contract'
import type { Access } from '@runsheet/domain'
import { abilitiesOn } from '../json-api/permissions.ts'
import { one, type Rendered, wireTime, wireTimeOrNull } from '../json-api/wire.ts'
import type { EventDelivery, EventIntegration } from './event-integration-queries.ts'

const path = '/core/event_integrations'

function scopeOf({ workspace_id, runbook_type_id }: EventIntegration): IntegrationScope {
  if (workspace_id !== null) return 'workspace'
  return runbook_type_id === null ? 'instance' : 'runbook_type'
}

/**
 * An event integration as its document shows it.
 *
 * @param signingSecret itself, in the answer that makes it
 */
export function renderEventIntegration(
  integration: EventIntegration,
  access: Access,
  signingSecret?: string,
): Rendered {
  const { id, workspace_id, runbook_type_id, place_id } = integration
  return {
    type: 'event_integration',
    id: String(id),
    attributes: {
      name: integration.name,
      scope: scopeOf(integration),
      event_types: integration.event_types,
      enabled: integration.enabled,
      execute_in_rehearsal: integration.execute_in_rehearsal,
      execute_in_planning: integration.execute_in_planning,
      url: integration.url,
      http_method: integration.http_method,
      headers: integration.headers,
      auth_type: integration.auth_type,
      token_type: integration.token_type,
      has_token: integration.has_token,
      custom_payload: integration.custom_payload,
      ...(signingSecret === undefined ? {} : { signing_secret: signingSecret }),
      deliveries_count: integration.deliveries_count,
      created_at: wireTime(integration.created_at),
      updated_at: wireTime(integration.updated_at),
    },
    relationships: {
      workspace:
        workspace_id === null
          ? one('workspace', null)
          : one('workspace', workspace_id, `/core/workspaces/${workspace_id}`),
      runbook_type:
        runbook_type_id === null
          ? one('runbook_type', null)
          : one('runbook_type', runbook_type_id, `/core/runbook_types/${runbook_type_id}`),
    },
    links: { self: `${path}/${id}` },
    meta: {
      permissions: abilitiesOn('event_integration', access, { workspace_id: place_id ?? undefined }),
    },
  }
}

/** A delivery as the document shows it. */
export function renderDelivery(delivery: EventDelivery): Rendered {
  const { event_integration_id } = delivery
  return {
    type: 'event_delivery',
    id: String(delivery.id),
    attributes: {
      event_id: String(delivery.event_id),
      event_type: delivery.event_type,
      status: delivery.status,
      attempts_count: delivery.attempts_count,
      response_status: delivery.response_status,
      error: delivery.error,
      created_at: wireTime(delivery.created_at),
      finished_at: wireTimeOrNull(delivery.finished_at),
    },
    relationships: {
      event_integration: one('event_integration', event_integration_id, `${path}/${event_integration_id}`),
    },
    links: {},
  }
}
