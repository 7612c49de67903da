import { type Static, Type } from 'typebox'
import { defineResource, hidden, readOnly, toOne, writable } from '../resource.ts'
import { authTypes, StoredToken, TokenType } from '../schema/credentials.ts'
import { Flag, HttpUrl, Id, Name, nullable, oneOf, Text, Timestamp } from '../schema/scalars.ts'
import { deliveredEvents } from './event-types.ts'

export const integrationScopes = ['instance', 'workspace', 'runbook_type'] as const
export type IntegrationScope = (typeof integrationScopes)[number]
export const deliveryMethods = ['POST', 'PUT', 'PATCH'] as const

/** A header that goes with every delivery. */
export const DeliveryHeader = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, format: 'header-name' }),
  value: Type.String({ maxLength: 1_000, format: 'line' }),
})
export type DeliveryHeader = Static<typeof DeliveryHeader>

export const eventIntegration = defineResource({
  type: 'event_integration',
  summary: 'A subscription: another system is told of events, each by one request',
  attributes: {
    name: writable(Name, { required: true, note: 'Unique, whatever its case.' }),
    scope: readOnly(oneOf(...integrationScopes), {
      note: 'Follows from the relationships: without one of them, the whole instance.',
    }),
    event_types: writable(Type.Array(oneOf(...deliveredEvents), { minItems: 1, maxItems: 100 }), {
      required: true,
    }),
    enabled: writable(Flag),
    execute_in_rehearsal: writable(Flag, { note: 'Events of rehearsals as well; off unless said.' }),
    execute_in_planning: writable(Flag, { note: 'Events of planning as well; on unless said.' }),
    url: writable(HttpUrl, {
      required: true,
      note: 'HTTPS, and not private unless the operator lets such in.',
    }),
    http_method: writable(oneOf(...deliveryMethods)),
    headers: writable(Type.Array(DeliveryHeader, { maxItems: 20 }), {
      note: 'Shown to whoever may read the integration: secrets belong into `token`.',
    }),
    auth_type: writable(oneOf(...authTypes)),
    token_type: writable(TokenType),
    token: hidden(nullable(StoredToken), { note: 'Kept encrypted, and never answered.' }),
    has_token: readOnly(Flag),
    custom_payload: writable(nullable(Text), { note: 'A body of your own in place of the event.' }),
    signing_secret: readOnly(Type.String(), {
      optional: true,
      note: 'What signatures of deliveries are made with. Only in the answer that makes it.',
    }),
    deliveries_count: readOnly(Type.Integer()),
    created_at: readOnly(Timestamp),
    updated_at: readOnly(Timestamp),
  },
  relationships: { workspace: toOne('workspace', 'create'), runbook_type: toOne('runbook_type', 'create') },
})

export const deliveryStatuses = ['waiting', 'delivered', 'failed'] as const

export const eventDelivery = defineResource({
  type: 'event_delivery',
  summary: 'One event on its way to an integration, or arrived there',
  attributes: {
    event_id: readOnly(Id, { note: 'The entry of the action log.' }),
    event_type: readOnly(Type.String()),
    status: readOnly(oneOf(...deliveryStatuses)),
    attempts_count: readOnly(Type.Integer()),
    response_status: readOnly(nullable(Type.Integer())),
    error: readOnly(nullable(Type.String())),
    created_at: readOnly(Timestamp),
    finished_at: readOnly(nullable(Timestamp)),
  },
  relationships: { event_integration: toOne('event_integration') },
})
