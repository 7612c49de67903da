import {
  dataSourceRecord as recordResource,
  dataSource as sourceResource,
  dataSourceUpload as uploadResource,
} from '../../data-sources/resource.ts'
import {
  eventDelivery as deliveryResource,
  eventIntegration as integrationResource,
} from '../../event-integrations/resource.ts'
import { at, exampleOf, ids } from './example.ts'

/** Of a test server, so that the example can be sent to one. */
export const UPLOAD_SIGNATURE =
  'eyJpZCI6ODEyNzM0MDAxOSwidXNlcl9pZCI6OCwiZmlsZW5hbWUiOiJhcHBsaWNhdGlvbnMuY3N2IiwiZXhwaXJlc19hdCI6MTc3NDczNTIwMDAwMH0.lFbIq3Z3PHjKuTXBL-Yuz3kihYOj-qDxIlGs7x9uB6Q'
export const UPLOAD_URL = `https://run.example.com/core/uploads/8127340019?signature=${UPLOAD_SIGNATURE}`

export const dataSource = exampleOf(sourceResource, {
  id: '14',
  self: '/core/data_sources/14',
  attributes: {
    name: 'Applications',
    source_type: 'file',
    filename: 'applications.csv',
    columns: ['Application', 'Owner', 'Tier'],
    records_count: 312,
    uploaded_at: '2026-03-02T09:14:00Z',
    endpoint_url: null,
    http_method: 'GET',
    query_parameter: null,
    auth_type: 'none',
    token_type: 'Bearer',
    has_token: false,
    archived: false,
    created_at: '2026-03-02T09:14:00Z',
    updated_at: '2026-03-02T09:14:00Z',
  },
  relationships: {},
  meta: {
    permissions: [
      { type: 'update', resource: 'data_source' },
      { type: 'archive', resource: 'data_source' },
    ],
  },
  create: { attributes: { name: 'Applications', source_type: 'file' } },
  update: { attributes: { name: 'Applications of the bank' } },
})

export const dataSourceRecord = exampleOf(recordResource, {
  id: '5012',
  attributes: { values: { Application: 'Payments', Owner: 'Mira Okafor', Tier: '1' } },
  relationships: { data_source: at('data_source', '14') },
})

export const dataSourceUpload = exampleOf(uploadResource, {
  id: '8127340019',
  attributes: {
    key: '8127340019',
    filename: 'applications.csv',
    content_type: 'text/csv',
    upload_url: UPLOAD_URL,
    headers: { 'Content-Type': 'text/csv' },
    expires_at: '2026-03-02T09:29:00Z',
    columns: ['Application', 'Owner', 'Tier'],
    records_count: 312,
  },
  relationships: {},
})

export const eventIntegration = exampleOf(integrationResource, {
  id: '16',
  self: '/core/event_integrations/16',
  attributes: {
    name: 'Operations chat',
    scope: 'workspace',
    event_types: ['run.started', 'run.finished', 'task.started'],
    enabled: true,
    execute_in_rehearsal: false,
    execute_in_planning: true,
    url: 'https://chat.example.com/hooks/runsheet',
    http_method: 'POST',
    headers: [{ name: 'X-Channel', value: 'operations' }],
    auth_type: 'none',
    token_type: 'Bearer',
    has_token: false,
    custom_payload: null,
    signing_secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    deliveries_count: 0,
    created_at: '2026-03-02T10:00:00Z',
    updated_at: '2026-03-02T10:00:00Z',
  },
  relationships: { workspace: ids.workspace, runbook_type: null },
  meta: {
    permissions: [
      { type: 'update', resource: 'event_integration' },
      { type: 'destroy', resource: 'event_integration' },
    ],
  },
  create: {
    attributes: {
      name: 'Operations chat',
      event_types: ['run.started', 'run.finished', 'task.started'],
      url: 'https://chat.example.com/hooks/runsheet',
      headers: [{ name: 'X-Channel', value: 'operations' }],
    },
    relationships: { workspace: ids.workspace },
  },
  update: { attributes: { enabled: false } },
})

export const eventDelivery = exampleOf(deliveryResource, {
  id: '77120',
  attributes: {
    event_id: '8801',
    event_type: 'task.started',
    status: 'delivered',
    attempts_count: 1,
    response_status: 204,
    error: null,
    created_at: '2026-03-28T22:41:10Z',
    finished_at: '2026-03-28T22:41:11Z',
  },
  relationships: { event_integration: at('event_integration', '16') },
})
