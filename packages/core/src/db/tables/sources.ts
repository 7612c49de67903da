import type { AuthType, DeliveryHeader, SourceType } from '@runsheet/contract'
import type { Generated } from 'kysely'
import type { Instant, InstantOrNull, Json } from './columns.ts'

export interface UploadTable {
  id: number
  user_id: number
  filename: string
  content: Buffer | null
  created_at: Instant
}

export interface DataSourceTable {
  id: Generated<number>
  name: string
  source_type: SourceType
  endpoint_url: string | null
  http_method: Generated<'GET' | 'POST'>
  query_parameter: string | null
  auth_type: Generated<AuthType>
  token_type: Generated<'Bearer' | 'Basic' | 'Token'>
  token: Buffer | null
  filename: string | null
  columns: Generated<string[]>
  records_count: Generated<number>
  uploaded_at: InstantOrNull
  archived_at: InstantOrNull
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface DataSourceRecordTable {
  id: Generated<number>
  data_source_id: number
  cells: Json<string[]>
  searched: string
}

export interface EventIntegrationTable {
  id: Generated<number>
  name: string
  workspace_id: number | null
  runbook_type_id: number | null
  event_types: string[]
  enabled: Generated<boolean>
  execute_in_rehearsal: Generated<boolean>
  execute_in_planning: Generated<boolean>
  url: string
  http_method: Generated<'POST' | 'PUT' | 'PATCH'>
  headers: Json<DeliveryHeader[]>
  auth_type: Generated<AuthType>
  token_type: Generated<'Bearer' | 'Basic' | 'Token'>
  token: Buffer | null
  signing_secret: Buffer
  custom_payload: string | null
  changed_seq: Generated<number>
  created_at: Instant
  updated_at: Instant
}

export interface EventDeliveryTable {
  id: Generated<number>
  event_integration_id: number
  event_id: number
  event_type: string
  status: 'waiting' | 'delivered' | 'failed'
  attempts_count: Generated<number>
  response_status: number | null
  error: string | null
  created_at: Instant
  finished_at: InstantOrNull
}
